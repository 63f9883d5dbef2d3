"""The text of a topic, with grounds below its pieces of code."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.theme.code_grounds import paint_grounds
from ui.theme.theme import Theme


class GuideText(QTextBrowser):
    """Shows documents that are dressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_grounds(self, self._theme)
        super().paintEvent(event)
