"""The page of what the model assumes and what it leaves out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from simulator.assumptions import page
from ui.guide.dress import dress
from ui.i18n import Code
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class AssumptionsDialog(QDialog):
    """To be read; stays open beside the window."""

    def __init__(self, code: Code, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
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
        self._code = code
        self._write()
        self._name()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self._write()

    def _write(self) -> None:
        self.text.setMarkdown(page(self._code))
        dress(self.text.document(), self._theme)
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
    dialog = AssumptionsDialog(window.language.code, window.appearance.theme, window)
    window.appearance.changed.connect(dialog.use_theme)
    window.language.changed.connect(dialog.show_language)
    return dialog
