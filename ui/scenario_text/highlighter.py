"""The colours of the scenario's text."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.scenario_text.syntax import Part, parts
from ui.theme import Theme


class Highlighter(QSyntaxHighlighter):
    """Colours a document, line by line."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._formats: dict[Part, QTextCharFormat] = {}
        self.use_theme(theme)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        for part in Part:
            self._formats[part] = QTextCharFormat()
            self._formats[part].setForeground(theme.colour(part.value))
        self._formats[Part.TABLE].setFontWeight(QFont.Weight.DemiBold)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        found, state = parts(text, max(0, self.previousBlockState()))
        for begin, length, part in found:
            self.setFormat(begin, length, self._formats[part])
        self.setCurrentBlockState(state)
