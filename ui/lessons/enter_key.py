"""The Enter key where there is no dialog: it presses the button that has the focus, as people expect of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


def is_enter(event: QKeyEvent) -> bool:
    """Either of the two keys."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_focused(inside: QWidget) -> bool:
    """Press the button inside that has the focus; whether there was one."""
    focused = inside.focusWidget()
    if isinstance(focused, QPushButton):
        focused.click()
        return True
    return False
