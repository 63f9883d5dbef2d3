"""The trust panel in the window."""

from typing import TYPE_CHECKING

from ui.trust.panel import TrustPanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> TrustPanel:
    """Make and wire it."""
    panel = TrustPanel(window.appearance.theme)
    window.appearance.changed.connect(panel.use_theme)
    panel.assumptions_requested.connect(lambda: window.parts.show("assumptions"))
    window.animation.add_history(panel)
    return panel
