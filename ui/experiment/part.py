"""The dialog of experiments in the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simulator.scenario import Scenario
from ui.experiment.dialog import ExperimentDialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Bench(QObject):
    """Between the dialog and the session. It goes with the dialog: nothing is told to one that was closed."""

    def __init__(self, window: "MainWindow", dialog: ExperimentDialog) -> None:
        super().__init__(dialog)
        self._window, self._session, self._dialog = window, window.session, dialog
        self._session.opened.connect(self.use)
        self._session.scenario_changed.connect(self.use)
        dialog.opened.connect(self.open_cell)

    def use(self, _: Scenario | None = None) -> None:
        """Vary the session's values as they stand."""
        if self._session.system is not None:
            self._dialog.use_scenario(self._session.scenario(), self._session.system.record.seed)

    def open_cell(self, scenario: Scenario) -> None:
        """Run the scenario of a cell."""
        if self._window.files.may_leave():
            self._session.begin(scenario, scenario.run.seed or 1)
            self._session.run()


def add(window: "MainWindow") -> ExperimentDialog:
    """Make and wire it, with the session's values as they stand."""
    dialog = ExperimentDialog(window.appearance.theme, window)
    Bench(window, dialog).use()
    window.appearance.changed.connect(dialog.use_theme)
    dialog.exported.connect(window.exports.chart)
    return dialog
