"""The parameters, with the values as they stand."""

from typing import TYPE_CHECKING

from ui.parameters.panel import ParametersPanel
from ui.scenario_text.panel import ScenarioTextPanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> ParametersPanel:
    """Make and wire them."""
    session, panel = window.session, ParametersPanel(window.appearance.theme)
    window.appearance.changed.connect(panel.use_theme)
    session.opened.connect(panel.open_scenario)
    session.scenario_changed.connect(panel.show_scenario)
    panel.change_requested.connect(session.adjust)
    panel.settled.connect(session.values.settle)
    panel.key_chosen.connect(lambda key: _show_key(window, key))
    if session.system is not None:
        panel.open_scenario(session.system.record.scenario)
        panel.show_scenario(session.scenario())
    return panel


def _show_key(window: "MainWindow", key: str) -> None:
    """Where a key stands in the scenario's text."""
    text = window.parts.show("scenario_text")
    assert isinstance(text, ScenarioTextPanel), "the part of this name"
    text.go_to_key(key)
