"""The trust panel in the window."""

from typing import TYPE_CHECKING

from ui.trust.panel import TrustPanel
from ui.trust.state_button import TrustStateButton

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> TrustPanel:
    """Make and wire it."""
    state = window.parts.need("trust_state")
    assert isinstance(state, TrustStateButton), "the part of this name"
    panel = TrustPanel(window.appearance.theme, state.watch)
    window.appearance.changed.connect(panel.use_theme)
    panel.assumptions_requested.connect(lambda: window.parts.show("assumptions"))
    return panel
