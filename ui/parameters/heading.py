"""The line above a control: the parameter's name, and beside it, or below where that is too narrow, a word more."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from ui.parameters.chooser import Chooser
from ui.parameters.parameter_label import ParameterLabel
from ui.theme import Theme


class Heading(QWidget):
    """Name with its dot of change; the chosen route or group; or why there is nothing to set."""

    refitted = Signal()
    """It has become one line or two."""

    def __init__(self, theme: Theme, *, is_code: bool, is_to_right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ParameterLabel(theme, parent=self)
        self.chooser = Chooser(theme, is_code=is_code, parent=self)
        self.chooser.hide()
        self.note = QLabel(self)
        self.note.setProperty("role", "caption")
        self.note.hide()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self.label)
        self._line.addWidget(self.note)
        if is_to_right:
            self._line.addStretch(1)
        self._line.addWidget(self.chooser)
        if not is_to_right:
            self._line.addStretch(1)
        self._line.setAlignment(self.chooser, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_note(self, text: str) -> None:
        """Say why there is nothing to set; an empty text where there is."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.label.setEnabled(not text)
        self.fit()

    def fit(self) -> None:
        """One line where there is room for it, else two."""
        second: QWidget = self.chooser if self.note.isHidden() else self.note
        wanted = self.label.sizeHint().width() + (0 if second.isHidden() else second.sizeHint().width())
        is_beside = wanted <= self.width() or second.isHidden()
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._line.direction():
            self._line.setDirection(direction)
            self.updateGeometry()
            self.refitted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Narrower than its words, which are then set in two lines."""
        return QSize(40, super().minimumSizeHint().height())

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self.label.use_theme(theme)
        self.chooser.use_theme(theme)
