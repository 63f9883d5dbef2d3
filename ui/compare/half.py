"""One of the two: its letter, what it has that the other has not, and its diagram."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.compare.letters import Letter
from ui.compare.room import LEAST_DIAGRAM
from ui.compare.sides import OTHER
from ui.diagram.ink import Ink
from ui.diagram.view import DiagramView
from ui.theme import Theme
from ui.theme.fonts import font


class Half(QWidget):
    """A or B; alone, it says as well what the ghost behind its diagram is."""

    def __init__(self, letter: str, theme: Theme, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._other = letter, OTHER[letter]
        self._badges = Letter(letter, ink), Letter(self._other, ink, is_ghost=True)
        self._texts = ("", "")
        self._label, self._ghost_label = _label(), _label()
        self.swap, self.ghost, self.change = (QToolButton(self) for _ in range(3))
        for name, button in (("swap", self.swap), ("ghost", self.ghost), ("change", self.change)):
            button.setObjectName(f"{name}_{letter}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in (self.ghost, self.change):
            button.setCheckable(True)
        self.diagram = DiagramView(theme)
        self.diagram.setMinimumHeight(LEAST_DIAGRAM)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 10, 4)
        row.setSpacing(10)
        for badge, label in zip(self._badges, (self._label, self._ghost_label), strict=True):
            row.addWidget(badge)
            row.addWidget(label, 1)
        for button in (self.swap, self.ghost, self.change):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.diagram, 1)
        self.setAutoFillBackground(True)
        self._is_alone = self._is_narrow = False
        self.show_mode(is_alone=False, is_narrow=False)

    def show_texts(self, own: str, other: str) -> None:
        """What it has that the other has not, and what the other has."""
        self._texts = (own, other)
        for label, text in ((self._label, own), (self._ghost_label, self._ghost_text(other))):
            label.setText(text)
            label.setToolTip(text)

    def _ghost_text(self, text: str) -> str:
        ghost = QCoreApplication.translate("Compare", "ghost")
        return f"{ghost}: {text}" if text else ghost

    def show_mode(self, *, is_alone: bool, is_narrow: bool) -> None:
        """Alone it has a ghost; in a narrow window there is no choice."""
        self._is_alone, self._is_narrow = is_alone, is_narrow
        for part in (self._badges[1], self._ghost_label, self.swap):
            part.setVisible(is_alone)
        self.ghost.setChecked(is_alone)
        self.ghost.setEnabled(not is_narrow)
        self._retranslate()

    def use_theme(self, theme: Theme, ink: Ink) -> None:
        """The colours changed."""
        for badge in self._badges:
            badge.use_ink(ink)
        self.diagram.use_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        change = QCoreApplication.translate("Compare", "Change {side}")
        of_change = QCoreApplication.translate(
            "Compare", "The parameters of {side}; those of the clients are the same for both"
        )
        ghost = QCoreApplication.translate("Compare", "Ghost of {other}")
        of_ghost = QCoreApplication.translate("Compare", "One large diagram: {side}, with {other} as a ghost behind it")
        if self._is_alone:
            of_ghost = QCoreApplication.translate("Compare", "Show both diagrams again")
        if self._is_narrow:
            of_ghost = QCoreApplication.translate("Compare", "The window is too narrow for two diagrams")
        swap = QCoreApplication.translate("Compare", "Show {other}")
        of_swap = QCoreApplication.translate("Compare", "Show {other}, with {side} as its ghost")
        for button, text, tip in (
            (self.change, change, of_change),
            (self.ghost, ghost, of_ghost),
            (self.swap, swap, of_swap),
        ):
            button.setText(text.format(side=self._letter, other=self._other))
            button.setToolTip(tip.format(side=self._letter, other=self._other))
        self.show_texts(*self._texts)


def _label() -> QLabel:
    """Gives way to buttons."""
    label = QLabel()
    label.setFont(font(12, 500, is_code=True))
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
