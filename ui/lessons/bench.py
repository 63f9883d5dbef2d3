"""Where a step's server is worked on: its knobs are turned while it runs, and a challenge has it judged."""

from random import Random

from PySide6.QtCore import QObject, Signal

from simulator.lesson import Challenge, Knob
from simulator.scenario import Change
from simulator.scenario.keys import replace
from simulator.statistics import Summary
from ui.lessons import judging
from ui.lessons.knob_values import can_turn_live
from ui.lessons.runs import Runs
from ui.session import Session


class Bench(QObject):
    """Works on the session's server."""

    progressed = Signal(float)
    """How far the judge is, 0..1."""
    judged = Signal(object)
    """The Verdict."""
    failed = Signal(object)
    """The SimulatorError."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._challenge: Challenge | None = None
        self._runs = Runs(self)
        self._runs.progressed.connect(self.progressed)
        self._runs.finished.connect(self._on_runs)
        self._runs.failed.connect(self.failed)

    def turn(self, knob: Knob, value: object) -> None:
        """The running server follows, or begins anew where that cannot be changed live."""
        session = self._session
        assert session.system is not None, "a step runs"
        scenario = session.system.scenario
        if can_turn_live(knob, scenario):
            session.apply(knob.key, value)
        else:
            session.begin(replace(scenario.with_changes(()), knob.key, value), session.system.record.seed)
        if not session.mode.is_running:
            session.run()

    def judge(self, challenge: Challenge, changes: tuple[Change, ...], chance: Random) -> None:
        """Run the server as it stands on fresh seeds, with the changes that the step itself has."""
        assert self._session.system is not None, "a step runs"
        self._challenge = challenge
        asked = self._session.system.scenario.with_changes(changes)
        self._runs.begin(judging.fresh(challenge, asked, chance))

    def cancel(self) -> None:
        """Leave it."""
        self._runs.cancel()

    def _on_runs(self, summaries: tuple[Summary, ...]) -> None:
        assert self._challenge is not None, "something was to be judged"
        self.judged.emit(judging.verdict(self._challenge, summaries))
