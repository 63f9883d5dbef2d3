"""The palette in the window."""

from typing import TYPE_CHECKING

from ui.palette.palette import Palette
from ui.palette.sources import SOURCES

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> Palette:
    """Make it, with all that there is to choose from now."""
    preferences = window.preferences
    entries = [entry for source in SOURCES for entry in source(window)]
    palette = Palette(window.appearance.theme, entries, preferences.recent_commands, window)
    palette.chosen.connect(lambda entry: preferences.add_command(entry.title))
    return palette
