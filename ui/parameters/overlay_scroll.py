"""A scroll area whose bar lies over the margin, so that nothing moves sideways when it comes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

WIDTH = 10


class OverlayScroll(QScrollArea):
    """Scrolls down only; its content always has the whole width."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hidden = self.verticalScrollBar()
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.hide()
        self._hidden.rangeChanged.connect(self._on_range)
        self._hidden.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(self._hidden.setValue)

    def _on_range(self, least: int, most: int) -> None:
        self.bar.setPageStep(self._hidden.pageStep())
        self.bar.setSingleStep(self._hidden.singleStep())
        self.bar.setRange(least, most)
        self.bar.setVisible(most > least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.setGeometry(self.width() - WIDTH, 0, WIDTH, self.height())
        self._on_range(self._hidden.minimum(), self._hidden.maximum())
