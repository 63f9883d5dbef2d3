"""The dialog of experiments in the window."""

from typing import TYPE_CHECKING

from simulator.scenario import Scenario
from ui.experiment.dialog import ExperimentDialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> ExperimentDialog:
    """Make and wire it, with the session's values as they stand."""
    session, dialog = window.session, ExperimentDialog(window.appearance.theme, window)

    def use(_: Scenario | None = None) -> None:
        if session.system is not None:
            dialog.use_scenario(session.scenario(), session.system.record.seed)

    def open_cell(scenario: Scenario) -> None:
        if window.files.may_leave():
            session.begin(scenario, scenario.run.seed or 1)
            session.run()

    use()
    session.opened.connect(use)
    session.scenario_changed.connect(use)
    window.appearance.changed.connect(dialog.use_theme)
    dialog.exported.connect(window.exports.chart)
    dialog.opened.connect(open_cell)
    return dialog
