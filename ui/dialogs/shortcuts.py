"""The sheet of keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel

from ui.dialogs.sheets import sheet

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_COLUMNS = 3


def add(window: "MainWindow") -> QDialog:
    """Every key with what it does."""
    actions = window.commands
    made, column = sheet("shortcuts", QCoreApplication.translate("Sheets", "Keyboard shortcuts"), window)
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
        key, does = QLabel(keys, made), QLabel(text.replace("...", ""), made)
        key.setProperty("role", "code")
        key.setAlignment(Qt.AlignmentFlag.AlignRight)
        place = 3 * (number // half)
        grid.addWidget(key, number % half, place)
        grid.addWidget(does, number % half, place + 1)
        grid.setColumnMinimumWidth(place + 2, 20)
    column.insertLayout(0, grid)
    return made
