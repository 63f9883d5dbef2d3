"""The Enter key where there is no dialog: it presses the button that has the focus, as people expect of it."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.keys import ENTER


def is_enter(event: QKeyEvent) -> bool:
    """Either of the two keys."""
    return event.key() in ENTER


def press_focused(inside: QWidget) -> bool:
    """Press the button inside that has the focus; whether there was one."""
    focused = inside.focusWidget()
    if isinstance(focused, QPushButton):
        focused.click()
        return True
    return False
