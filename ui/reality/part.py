"""The reality check in the window: what was measured stays beside the run for as long as it is the same scenario."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from simulator.scenario import Scenario
from ui.charts.panel import ChartsPanel
from ui.problem_words import said
from ui.reality.outcome import Outcome
from ui.reality.panel import RealityPanel
from ui.reality.process import RealityProcess

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PROPOSED_S = 20.0
"""Faults need the whole run; else so long is enough."""


class RealityCheck(QObject):
    """Between the window, the panel and the process."""

    def __init__(self, window: "MainWindow", panel: RealityPanel) -> None:
        super().__init__(panel)
        self._window, self._panel = window, panel
        self.process = RealityProcess(panel)
        self._asked: Scenario | None = None
        self._measured: tuple[Scenario, Outcome] | None = None
        application = QCoreApplication.instance()
        assert application is not None, "there are widgets"
        for signal, slot in (
            (panel.start_requested, self.start),
            (panel.cancel_requested, self.process.cancel),
            (application.aboutToQuit, self.process.end),
            (self.process.progressed, panel.show_share),
            (self.process.finished, self._on_finished),
            (self.process.failed, self._on_failed),
            (window.session.opened, self._on_opened),
        ):
            signal.connect(slot)
        if window.session.system is not None:
            self._propose(window.session.system.scenario)

    def start(self, seconds: int) -> None:
        """Measure the values as they stand."""
        system = self._window.session.system
        if system is None or self.process.is_running:
            return
        self._asked = system.scenario.with_changes(())
        self._show(None)
        self._panel.show_running(is_running=True)
        self.process.start(self._asked, system.record.seed, float(seconds))

    def _propose(self, scenario: Scenario) -> None:
        duration = scenario.run.duration
        warm_up = scenario.run.warm_up
        self._panel.offer(duration if scenario.faults else min(duration, warm_up + _PROPOSED_S), above=warm_up)

    def _on_finished(self, outcome: Outcome) -> None:
        assert self._asked is not None, "it was started"
        self._panel.show_running(is_running=False)
        self._measured = self._asked, outcome
        self._show(outcome)

    def _on_failed(self, error: str) -> None:
        self._panel.show_running(is_running=False)
        self._panel.show_outcome(None, "\n".join(map(said, error.splitlines())))

    def _on_opened(self, scenario: Scenario) -> None:
        self._propose(scenario)
        if self._measured is not None and self._measured[0] == scenario.with_changes(()):
            self._show(self._measured[1])
        elif not self.process.is_running:
            self._show(None)

    def _show(self, outcome: Outcome | None) -> None:
        self._panel.show_outcome(outcome)
        charts = self._window.parts.get("charts")
        if isinstance(charts, ChartsPanel):
            charts.show_measured(outcome.samples if outcome else None)


def add(window: "MainWindow") -> RealityPanel:
    """Make and wire it."""
    panel = RealityPanel(window.appearance.theme)
    window.appearance.changed.connect(panel.use_theme)
    RealityCheck(window, panel)
    return panel
