"""A sheet to read: a small window with a button that closes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget


def sheet(name: str, title: str, parent: QWidget) -> tuple[QDialog, QVBoxLayout]:
    """An empty one, and where its parts go: before the button, which is the last of them."""
    made = QDialog(parent)
    made.setObjectName(name)
    made.setWindowTitle(title)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.setWindowModality(Qt.WindowModality.WindowModal)
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 18, 20, 16)
    column.setSpacing(14)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, made)
    buttons.rejected.connect(made.reject)
    column.addWidget(buttons)
    return made, column
