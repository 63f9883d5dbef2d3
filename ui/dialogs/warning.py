"""What cannot be done, and why: a box to be read and closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def warn(window: QWidget, text: str, name: str = "warning") -> None:
    """Show it over a window; the text can be selected."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Vazão", text, QMessageBox.StandardButton.Close, window)
    box.setObjectName(name)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.open()
