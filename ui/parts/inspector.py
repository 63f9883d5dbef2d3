"""The inspector, which a click in the diagram opens."""

from typing import TYPE_CHECKING

from ui.inspector.panel import InspectorPanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> InspectorPanel:
    """Make and wire it."""
    diagram, panel = window.diagram, InspectorPanel(window.appearance.theme)
    for signal, slot in (
        (window.appearance.changed, panel.use_theme),
        (diagram.request_clicked, diagram.select_request),
        (diagram.request_clicked, panel.show_request),
        (diagram.node_clicked, diagram.select_place),
        (diagram.node_clicked, panel.show_place),
        (panel.instant_chosen, window.session.rewind),
        (panel.request_chosen, diagram.select_request),
    ):
        signal.connect(slot)
    diagram.request_clicked.connect(window.seat.open)
    diagram.node_clicked.connect(window.seat.open)
    window.animation.add_history(panel)
    return panel
