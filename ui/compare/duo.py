"""Two runs at once: the session's, which is A, and B beside it, which is A with a difference."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.errors import ScenarioError, SimulatorError
from simulator.model import System
from simulator.record import Moment
from simulator.scenario import Change, Scenario, dumps, keys
from simulator.statistics.paired import Paired
from simulator.units import to_ns
from ui.compare.follower import Follower
from ui.compare.pairs import BY_NAME, fits
from ui.compare.variations import Variation, is_of_clients, is_of_run, variations, varied
from ui.pacing import Mode
from ui.session import SAMPLE_EVERY_S, Session
from ui.session.replay import begun

_SLICE_S = 0.03
"""Wall time, where time stands still and only B has to go on."""


class Duo(QObject):
    """Has the face of a session for what shows B: where time stands, and what is there then.

    What is changed of clients is changed in both; all else in one, and is part of the difference from then on.
    """

    began = Signal()
    """B stands at 0, or goes through what A did before."""
    ticked = Signal(object)
    """B's picture has changed: the Moment to draw."""
    scenario_changed = Signal(object)
    """B's Scenario as it stands."""
    failed = Signal(object)
    """The SimulatorError."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.a = session
        self._difference: dict[str, Any] = {}
        self._follower: Follower | None = None
        self._saved: Scenario | None = None
        """What B begins with next, in place of A with the difference."""
        self.paired: Paired | None = None
        self._catch_up = QTimer(self)
        self._catch_up.setSingleShot(True)
        self._catch_up.timeout.connect(self._on_catch_up)
        session.opened.connect(self._on_opened)
        session.change_applied.connect(self._on_change)
        session.ticked.connect(self._on_tick)

    # What there is of B

    @property
    def is_on(self) -> bool:
        """Whether there is a B."""
        return self._follower is not None

    @property
    def system(self) -> System | None:
        """B."""
        return None if self._follower is None else self._follower.system

    @property
    def ghost(self) -> None:
        """Only A has one."""

    @property
    def mode(self) -> Mode:
        """What time does now: for both."""
        return self.a.mode

    @property
    def speed(self) -> float:
        """That of both."""
        return self.a.speed

    @property
    def reached_speed(self) -> float | None:
        """That of both."""
        return self.a.reached_speed

    @property
    def is_limited_by_cpu(self) -> bool:
        """Of both together."""
        return self.a.is_limited_by_cpu

    @property
    def now_s(self) -> float:
        """How far B has come."""
        return 0.0 if self.system is None else self.system.now_s

    @property
    def shown_s(self) -> float:
        """The instant that both pictures show, as far as B has come."""
        return min(self.a.shown_s, self.now_s)

    @property
    def warm_up_s(self) -> float:
        """What is sent before that is not compared."""
        return 0.0 if self.a.system is None else self.a.system.record.scenario.run.warm_up

    @property
    def is_rewound(self) -> bool:
        """Whether the past is shown."""
        return self.a.is_rewound

    def moment(self) -> Moment:
        """What B's picture shows."""
        system = self._b()
        assert system.trace is not None, "B is traced as A is"
        return system.trace.at(min(to_ns(self.a.shown_s), system.now_ns))

    @property
    def variations(self) -> tuple[Variation, ...]:
        """In what the two differ as they stand."""
        if self.a.system is None or self.system is None:
            return ()
        return variations(self.a.system.scenario, self.system.scenario)

    def _b(self) -> System:
        assert self._follower is not None, "comparing has begun"
        return self._follower.system

    # Begin and end

    def begin(self, difference: Mapping[str, Any] | None = None) -> bool:
        """Compare: A begins again as it stands, and B with it; False, and `failed`, where B could not run."""
        system = self.a.system
        if system is None:
            return False
        difference = {} if difference is None else dict(difference)
        try:
            varied(system.scenario, difference)
        except ScenarioError as error:
            self.failed.emit(error)
            return False
        self._difference = difference
        self._follower = Follower(system)  # the next `opened` makes the real one
        self.a.restart()
        return True

    def begin_pair(self, name: str) -> bool:
        """Compare a typical pair: A and B begin again with its values."""
        system = self.a.system
        difference = None if system is None else fits(BY_NAME[name], system.scenario)
        if system is None or difference is None:
            return False
        a, b = difference
        self._difference = dict(b)
        self._follower = Follower(system)
        text = dumps(varied(system.scenario, a), self.a.text)
        return self.a.restart_with(text)

    def begin_saved(self, b: Scenario) -> None:
        """Compare A, which was opened just now, with a scenario that was saved as its B: with changes of its own."""
        system = self.a.system
        if system is None:
            return
        differ = variations(system.scenario, b)
        self._difference = {each.key: each.b for each in differ if each.b is not None and not is_of_run(each.key)}
        self._saved, self._follower = b, Follower(system)
        self.a.restart()

    def end(self) -> None:
        """Go on with A alone."""
        self._follower = self.paired = None
        self.a.accompany(None)

    def apply(self, key: str, value: object) -> None:
        """Change a live key of B, now; of clients, in both."""
        if self.a.is_rewound:
            self.a.return_to_now()
        if is_of_clients(key):
            self.a.apply(key, value)
        elif self.is_on:
            self._apply(key, value)

    def _apply(self, key: str, value: object) -> None:
        try:
            self._b().apply(key, value)
        except SimulatorError as error:
            self.failed.emit(error)
        else:
            if not is_of_clients(key):
                self._difference[key] = value
        self.scenario_changed.emit(self._b().scenario)
        self._show()

    # What happens to A

    def _on_opened(self, scenario: Scenario) -> None:
        if self._follower is None or self.a.system is None:
            return
        saved, self._saved = self._saved, None
        try:
            if self.a.now_s > 0:  # a branch: B goes through what it did before
                b = self._follower.system
                self._start(b.record.scenario, b.changes)
            else:
                self._start(saved or varied(scenario, self._fitting(scenario)), ())
        except SimulatorError as error:
            self.end()
            self.failed.emit(error)

    def _fitting(self, scenario: Scenario) -> dict[str, Any]:
        """What of the difference there is in a scenario: another may have been opened."""
        fitting = {}
        for key, value in self._difference.items():
            try:
                keys.read(scenario, key)
            except ScenarioError:
                continue
            fitting[key] = value
        return fitting

    def _start(self, scenario: Scenario, changes: Sequence[Change]) -> None:
        a = self.a.system
        assert a is not None, "something was opened"
        system = begun(scenario, a.record.seed, SAMPLE_EVERY_S)
        self._follower = Follower(system, [change for change in changes if change.at <= a.now_s])
        self.paired = Paired(a.record, system.record)
        self.a.accompany(self._follower)
        self.began.emit()
        self.scenario_changed.emit(system.scenario)

    def _on_change(self, change: Change) -> None:
        if self._follower is None or self.a.system is None:
            return
        if is_of_clients(change.set):
            self._apply(change.set, change.to)
        elif change.set not in self._difference:
            self._difference[change.set] = keys.read(self._b().scenario, change.set)

    def _on_tick(self) -> None:
        if self._follower is None:
            return
        if not self.mode.is_running and not self._follower.follow(self.a.now_s, _SLICE_S):
            self._catch_up.start(0)
        self._show()

    def _on_catch_up(self) -> None:
        if self._follower is not None and not self.mode.is_running:
            self._on_tick()

    def _show(self) -> None:
        self.ticked.emit(self.moment())
