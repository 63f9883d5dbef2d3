"""Name, version, what it does, what it stands on."""

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLabel

from ui.dialogs.sheets import sheet
from ui.theme.icons import app_icon

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> QDialog:
    """A sheet to read."""
    made, column = sheet("about", QCoreApplication.translate("Sheets", "About Vazão"), window)
    picture, name, text = QLabel(made), QLabel(f"Vazão {_version()}", made), QLabel(made)
    picture.setPixmap(app_icon().pixmap(64, 64))
    name.setProperty("role", "heading")
    text.setWordWrap(True)
    text.setMinimumWidth(360)
    text.setText(
        QCoreApplication.translate(
            "Sheets",
            "How requests flow through a Python web server: clients, uvicorn, its workers and the backlog.\n\n"
            "MIT licence. Made with Qt for Python, SimPy and pyqtgraph; Inter and JetBrains Mono under the SIL Open "
            "Font License.",
        )
    )
    for index, part in enumerate((picture, name, text)):
        column.insertWidget(index, part)
    return made


def _version() -> str:
    try:
        return version("vazao")
    except PackageNotFoundError:
        return ""
