"""The scenario's text in the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.scenario import Scenario
from ui.scenario_text.panel import ScenarioTextPanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> ScenarioTextPanel:
    """Make and wire it."""
    session, panel = window.session, ScenarioTextPanel(window.appearance.theme)

    def open_scenario(scenario: Scenario) -> None:
        panel.open_scenario(scenario, session.text, Path(session.source or "scenario.toml").name)

    window.appearance.changed.connect(panel.use_theme)
    session.opened.connect(open_scenario)
    session.scenario_changed.connect(panel.show_scenario)
    panel.change_requested.connect(session.apply)
    panel.restart_requested.connect(session.restart_with)
    if session.system is not None:
        open_scenario(session.system.scenario)
    return panel
