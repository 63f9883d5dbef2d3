"""The ways to say what one expects: a number, one of several, an order."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from simulator.lesson import Guess, PredictionKind
from simulator.lesson.amounts import Unit
from ui.keys import ENTER
from ui.lessons.numbers import number, read, scale, sign
from ui.theme import Theme
from ui.theme.icons import icon

_FIELD_WIDTH, _ROW = 120, 28


class GuessView(QWidget):
    """What all of them have."""

    changed = Signal()
    """Whether there is a guess may have changed."""
    entered = Signal()
    """Enter was pressed: as if the button were."""

    @property
    def guess(self) -> Guess | None:
        """What was said so far; None: nothing that counts."""
        raise NotImplementedError

    def show_guess(self, guess: Guess) -> None:
        """Say it again."""
        raise NotImplementedError


class NumberGuess(GuessView):
    """A field and its unit."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.field = QLineEdit(self)
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.setAccessibleName(self.tr("Your prediction"))
        self.field.setPlaceholderText(self.tr("a number"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        label = QLabel(sign(unit), self)
        label.setProperty("role", "muted")
        row.addWidget(label)
        row.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.entered)

    @property
    def guess(self) -> Guess | None:
        return read(self.field.text(), self._unit)

    def show_guess(self, guess: Guess) -> None:
        if isinstance(guess, int | float):
            self.field.setText(number(guess * scale(self._unit)))


class _Label(QLabel):
    """A radio button's text, in as many lines as it takes: the button itself has one only."""

    def __init__(self, text: str, button: QRadioButton, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._button.setFocus()
        self._button.click()


class ChoiceGuess(GuessView):
    """Radio buttons."""

    def __init__(self, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.buttons: dict[str, QRadioButton] = {}
        for name, label in labels.items():
            button = QRadioButton(self)
            button.setAccessibleName(label)
            self._group.addButton(button)
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(_Label(label, button, self), 1)
            column.addLayout(row)
            self.buttons[name] = button
        self._group.buttonToggled.connect(lambda *_: self.changed.emit())
        self.setFocusProxy(next(iter(self.buttons.values())))

    @property
    def guess(self) -> Guess | None:
        return next((name for name, button in self.buttons.items() if button.isChecked()), None)

    def show_guess(self, guess: Guess) -> None:
        if isinstance(guess, str) and guess in self.buttons:
            self.buttons[guess].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.guess is not None:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _List(QListWidget):
    """As high as its rows; a long one takes more than one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """After rows came or the width changed."""
        self.doItemsLayout()
        heights = [self.visualItemRect(self.item(row)).height() for row in range(self.count())]
        self.setFixedHeight(sum(max(_ROW, height) for height in heights) + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class OrderGuess(GuessView):
    """A list to be put in order: dragged, or with the buttons beside it."""

    def __init__(self, theme: Theme, labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Put them in order"))
        self._fill(tuple(labels))
        self.list.fit()
        self.up, self.down = QToolButton(self), QToolButton(self)
        buttons = QVBoxLayout()
        for button, picture, text, step in (
            (self.up, "chevron_up", self.tr("Up"), -1),
            (self.down, "chevron", self.tr("Down"), 1),
        ):
            button.setIcon(icon(picture, theme))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, step=step: self._move(step))
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        self.setFocusProxy(self.list)
        self.list.setCurrentRow(0)

    def _fill(self, names: tuple[str, ...]) -> None:
        self.list.clear()
        for name in names:
            item = QListWidgetItem(self._labels[name])
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)

    def _move(self, step: int) -> None:
        here = self.list.currentRow()
        there = here + step
        if here >= 0 and 0 <= there < self.list.count():
            self.list.insertItem(there, self.list.takeItem(here))
            self.list.setCurrentRow(there)

    @property
    def guess(self) -> Guess | None:
        return tuple(str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count()))

    def show_guess(self, guess: Guess) -> None:
        if isinstance(guess, tuple) and set(guess) == set(self._labels):
            self._fill(guess)
            self.list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def guess_view(theme: Theme, kind: PredictionKind, unit: Unit, labels: Mapping[str, str]) -> GuessView:
    """What a kind of prediction is said with."""
    match kind:
        case PredictionKind.NUMBER:
            return NumberGuess(unit)
        case PredictionKind.ORDER:
            return OrderGuess(theme, labels)
        case _:
            return ChoiceGuess(labels)
