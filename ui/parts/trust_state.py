"""Trust in short, in the bar below, from the first seconds of a run on."""

from typing import TYPE_CHECKING

from ui.trust.state_button import TrustStateButton
from ui.trust.watch import TrustWatch

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> TrustStateButton:
    """Make and wire it."""
    button = TrustStateButton(window.appearance.theme, TrustWatch(), window.commands["trust"])
    window.appearance.changed.connect(button.use_theme)
    window.status.resized.connect(button.use_room)
    button.use_room(window.status.width())
    window.animation.add_history(button.watch)
    return button
