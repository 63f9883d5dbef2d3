"""The strip below the diagram, from the beginning of the run."""

from typing import TYPE_CHECKING

from ui.timeline.strip import TimelineStrip

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> TimelineStrip:
    """Make and wire it."""
    strip = TimelineStrip(window.appearance.theme)
    window.appearance.changed.connect(strip.use_theme)
    strip.rewind_requested.connect(window.session.rewind)
    strip.return_requested.connect(window.session.return_to_now)
    window.animation.add_history(strip)
    return strip
