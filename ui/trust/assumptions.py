"""The page of what the model assumes and what it leaves out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from simulator.assumptions import page
from ui.i18n import Code
from ui.theme.fonts import font

if TYPE_CHECKING:
    from ui.main_window import MainWindow


_HEADING, _HEADING_GAP, _GAP = 15, 14, 6


class AssumptionsDialog(QDialog):
    """To be read; stays open beside the window."""

    def __init__(self, code: Code, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("assumptions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser(self)
        self.text.setOpenExternalLinks(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.show_language(code)

    def sizeHint(self) -> QSize:
        return QSize(640, 620)

    def show_language(self, code: Code) -> None:
        """The page in a language."""
        self.text.setMarkdown(page(code))
        self._set()
        self._name()

    def _set(self) -> None:
        """Give paragraphs room, and headings the sizes of the window."""
        cursor = QTextCursor(self.text.document())
        block = self.text.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            form = block.blockFormat()
            is_heading = form.headingLevel() > 0
            form.setTopMargin(_HEADING_GAP if is_heading and block.position() else 0)
            form.setBottomMargin(_GAP)
            cursor.setBlockFormat(form)
            if is_heading:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                heading = QTextCharFormat()
                heading.setFont(font(_HEADING, 600))
                cursor.setCharFormat(heading)
            block = block.next()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _name(self) -> None:
        title = QCoreApplication.translate("Trust", "What is assumed, and what is left out")
        self.setWindowTitle(title)
        self.text.setAccessibleName(title)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)


def add(window: "MainWindow") -> AssumptionsDialog:
    """Make it."""
    dialog = AssumptionsDialog(window.language.code, window)
    window.language.changed.connect(dialog.show_language)
    return dialog
