"""Sheets to read: the keys, and what this is."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.theme.icons import app_icon

_COLUMNS = 2


def shortcuts_sheet(actions: Actions, parent: QWidget) -> QDialog:
    """Every key with what it does."""
    sheet, column = _sheet("shortcuts", QCoreApplication.translate("Sheets", "Keyboard shortcuts"), parent)
    rows = [(actions.keys_of(name), actions[name].iconText()) for name in actions.names if actions.keys_of(name)]
    rows += [
        ("F10", QCoreApplication.translate("Sheets", "Menu")),
        ("Tab", QCoreApplication.translate("Sheets", "The next control, also through the diagram")),
        ("+  –  0", QCoreApplication.translate("Sheets", "Zoom the diagram in and out, fit it")),
    ]
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    half = -(-len(rows) // _COLUMNS)
    for number, (keys, text) in enumerate(rows):
        key, does = QLabel(keys, sheet), QLabel(text.replace("...", ""), sheet)
        key.setProperty("role", "code")
        key.setAlignment(Qt.AlignmentFlag.AlignRight)
        place = 3 * (number // half)
        grid.addWidget(key, number % half, place)
        grid.addWidget(does, number % half, place + 1)
        grid.setColumnMinimumWidth(place + 2, 20)
    column.insertLayout(0, grid)
    return sheet


def about_sheet(parent: QWidget) -> QDialog:
    """Name, version, what it does, what it stands on."""
    sheet, column = _sheet("about", QCoreApplication.translate("Sheets", "About Vazão"), parent)
    picture, name, text = QLabel(sheet), QLabel(f"Vazão {_version()}", sheet), QLabel(sheet)
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
    return sheet


def _sheet(name: str, title: str, parent: QWidget) -> tuple[QDialog, QVBoxLayout]:
    sheet = QDialog(parent)
    sheet.setObjectName(name)
    sheet.setWindowTitle(title)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(20, 18, 20, 16)
    column.setSpacing(14)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, sheet)
    buttons.rejected.connect(sheet.reject)
    column.addWidget(buttons)
    return sheet, column


def _version() -> str:
    try:
        return version("vazao")
    except PackageNotFoundError:
        return ""
