"""How a window was left, and how it comes back so."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_SIZE = QSize(1440, 900)
_STANDING = {"panel": "lesson", "charts": "inspector"}
"""What a window has by itself, and the action of what takes its place for a while."""


def restore(window: "MainWindow", preferences: Preferences) -> None:
    """Put a window where it was; what stood at the side comes later."""
    window.commands["reduced_motion"].setChecked(preferences.has_reduced_motion)
    window.session.set_speed(preferences.speed)
    geometry = preferences.bytes_of("geometry")
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(_SIZE.boundedTo(window.screen().availableSize()))
    if not window.places.restore(preferences):
        window.places.arrange(window.size())
    for name in preferences.hidden_parts:
        if name in _STANDING:
            window.commands[name].setChecked(False)


def keep(window: "MainWindow", preferences: Preferences) -> None:
    """Remember how a window is left."""
    preferences.speed = window.session.speed
    preferences.has_reduced_motion = window.commands["reduced_motion"].isChecked()
    preferences.opened_parts = window.parts.shown
    preferences.hidden_parts = tuple(
        name
        for name, other in _STANDING.items()
        if not (window.commands[name].isChecked() or window.commands[other].isChecked())
    )
    preferences.keep_bytes("geometry", window.saveGeometry())
    window.places.keep(preferences)
