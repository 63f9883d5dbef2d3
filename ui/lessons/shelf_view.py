"""The shelf: all lessons with what was done of them, and what is wrong with those that are broken."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from simulator.lesson import Shelved
from ui.lessons.course import Course
from ui.lessons.enter_key import is_enter, press_focused
from ui.lessons.lesson_card import BrokenCard, LessonCard
from ui.theme import Theme

_WIDEST, _MARGIN = 1040, 24
_TWO_COLUMNS_FROM = 820


class ShelfView(QWidget):
    """In place of the diagram, until a lesson is chosen."""

    lesson_chosen = Signal(str, str)
    """The name of a lesson, and the step to go on with; empty: from the beginning."""
    close_asked = Signal()
    teacher_asked = Signal()

    def __init__(self, theme: Theme, course: Course, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._course, self._language = theme, course, language
        self.setObjectName("lesson_shelf")
        self.cards: dict[str, LessonCard] = {}
        self.broken: dict[str, BrokenCard] = {}
        self._title, self._count, self._where = QLabel(self), QLabel(self), QLabel(self)
        self.folder, self.no_folder, self.teacher, self.reset, self.back = (QPushButton(self) for _ in range(5))
        self._scroll = QScrollArea(self)
        self._arrange()
        for button, slot in (
            (self.folder, self._ask_folder),
            (self.no_folder, lambda: self._course.use_folder(None)),
            (self.teacher, self.teacher_asked),
            (self.reset, self._ask_reset),
            (self.back, self.close_asked),
        ):
            button.clicked.connect(slot)
        course.changed.connect(self._on_changed)
        self._fill()

    def _arrange(self) -> None:
        self._title.setProperty("role", "heading")
        self._count.setProperty("role", "muted")
        self._where.setProperty("role", "caption")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _fill(self) -> None:
        """Everything anew: lessons, progress, language, colours."""
        for kept in (self._title, self._count, self._where, *self._buttons()):
            kept.setParent(self)
        body = QWidget()
        outer = QHBoxLayout(body)
        outer.setContentsMargins(_MARGIN, 20, _MARGIN, _MARGIN)
        inner = QWidget(body)
        inner.setMaximumWidth(_WIDEST)
        outer.addWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._head())
        grid = QGridLayout()
        grid.setSpacing(12)
        self.cards, self.broken = {}, {}
        columns = 2 if self.width() >= _TWO_COLUMNS_FROM else 1
        for place, each in enumerate(self._course.lessons):
            grid.addWidget(self._card(each), place // columns, place % columns)
        following = next((card for card in self.cards.values() if not card.is_done), None)
        if following is not None:
            following.lead()
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        column.addLayout(grid)
        column.addLayout(self._foot())
        column.addStretch(1)
        self._columns = columns
        self._put(body)
        self._retranslate()

    def _put(self, body: QWidget) -> None:
        """In place of what stood there, at the same height."""
        left, height = self._scroll.takeWidget(), self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(body)
        self._scroll.verticalScrollBar().setValue(height)
        if left is not None:
            # Not at once: the button that led here may be in it.
            left.deleteLater()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.folder, self.no_folder, self.teacher, self.reset, self.back)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        # On one line of writing, whatever stands beside them.
        named = QHBoxLayout()
        named.addWidget(self._title)
        named.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._count.setContentsMargins(0, 0, 0, 2)
        row.addLayout(named)
        row.setAlignment(named, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.back)
        return row

    def _foot(self) -> QVBoxLayout:
        column = QVBoxLayout()
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        column.addWidget(rule)
        row = QHBoxLayout()
        for button in (self.folder, self.no_folder, self.teacher):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.reset)
        column.addLayout(row)
        column.addWidget(self._where)
        return column

    def _card(self, each: Shelved) -> QWidget:
        if each.lesson is None:
            broken = BrokenCard(each)
            self.broken[each.name] = broken
            return broken
        done = self._course.progress.of(each.name)
        card = LessonCard(self._theme, each.lesson, done, self._language, is_own=not each.is_bundled)
        card.chosen.connect(lambda step, name=each.name: self.lesson_chosen.emit(name, step))
        card.reset_asked.connect(lambda name=each.name: self._course.reset(name))
        self.cards[each.name] = card
        return card

    def _on_changed(self) -> None:
        # Who is hidden is filled when it is shown.
        if not self.isVisible():
            return
        focused = self.focusWidget()
        name = next((each for each, card in self.cards.items() if focused and card.isAncestorOf(focused)), "")
        self._fill()
        if name in self.cards:
            self.cards[name].go.setFocus()

    # Folder and reset

    def _ask_folder(self) -> None:
        start = str(self._course.folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of your lessons"), start)
        if chosen:
            self._course.use_folder(Path(chosen))
            self._show_own()

    def _show_own(self) -> None:
        """The lessons of the folder stand behind ours."""
        names = [each.name for each in self._course.lessons if not each.is_bundled]
        cards: list[QWidget] = [card for name in names if (card := self.cards.get(name) or self.broken.get(name))]
        body = self._scroll.widget()
        if cards and body is not None:
            body.adjustSize()
            self._scroll.ensureWidgetVisible(cards[0])

    def _ask_reset(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("ask_reset")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Forget the progress of all lessons?"))
        box.setInformativeText(self.tr("Predictions, stars and finished steps are gone then."))
        forget = box.addButton(self.tr("Forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        forget.clicked.connect(lambda _=False: self._course.reset())
        box.open()

    # Language, colours, size

    def _retranslate(self) -> None:
        lessons = self._course.lessons
        whole = [each for each in lessons if each.lesson is not None]
        done = sum(1 for card in self.cards.values() if card.is_done)
        self._title.setText(self.tr("Lessons"))
        self._count.setText(self.tr("{done} of {all} done").format(done=done, all=len(whole)))
        self.folder.setText(self.tr("Your lessons..."))
        self.folder.setToolTip(self.tr("Show the lessons of a folder of yours as well"))
        self.no_folder.setText(self.tr("Without your lessons"))
        self.no_folder.setVisible(self._course.folder is not None)
        self.teacher.setText(self.tr("Teacher mode..."))
        self.reset.setText(self.tr("Reset all"))
        self.back.setText(self.tr("Back to the diagram"))
        folder = self._course.folder
        hint = self.tr(
            "Write a lesson: simulate lesson check DIR says what is wrong with it, and it is read again as you save."
        )
        self._where.setText(str(folder) if folder is not None else hint)
        self._where.setWordWrap(True)

    def use_language(self, code: str) -> None:
        """Titles in this language."""
        self._language = code
        self._fill()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self._on_changed()

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)
        first = next((card for card in self.cards.values() if not card.is_done), None)
        if first is not None:
            first.go.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (is_enter(event) and press_focused(self)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() >= _TWO_COLUMNS_FROM) is not (self._columns == 2):
            self._fill()
