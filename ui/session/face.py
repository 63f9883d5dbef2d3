"""What a session tells, and what is known of it; what it does is said in `session`."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.model import System
from simulator.record import Moment
from simulator.scenario import Scenario
from ui.pacing import Mode
from ui.session.branching import Branching
from ui.session.clock import Clock
from ui.session.goal import Goal
from ui.session.saving import Saving
from ui.session.values import Values

if TYPE_CHECKING:
    from ui.session.ghost import Ghost
    from ui.session.past import Past

SAMPLE_EVERY_S = 0.1


class SessionFace(QObject):
    """Signals, and values to be read; the parts behind them are the subclass's to move."""

    opened = Signal(object)
    """A new system stands at 0, or where a branch begins: its Scenario."""
    leaving = Signal()
    """The run is about to be left for another one."""
    ticked = Signal(object)
    """The picture has changed: the Moment to draw."""
    mode_changed = Signal(object)
    speed_changed = Signal(float)
    reached = Signal(object)
    """Why `until` stopped: a Reached."""
    change_applied = Signal(object)
    """The Change, with its simulated time."""
    scenario_changed = Signal(object)
    """The Scenario as it stands at the instant that is shown."""
    rewound = Signal(object)
    """The instant that is looked at, in seconds; None when it is the present again."""
    branching = Signal(object)
    """The share of a branch that is made, 0..1; None: none is."""
    ghost_changed = Signal(object)
    """The Ghost beside the run; None: there is none."""
    forgot = Signal()
    """The record is full: of what is older than `kept_since_s` only some instants are known."""
    failed = Signal(object)
    """The SimulatorError."""
    stepped = Signal(int)
    """The id of the request that went on first, after `step`."""
    saved = Signal(object)
    """The Path that the session was written to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = Clock(self)
        self._branching = Branching(SAMPLE_EVERY_S, self)
        self.values = Values(self)
        """What undo and redo know."""
        self._saving = Saving()
        self._past: Past | None = None
        self._told: Scenario | None = None
        """The values that were told last."""
        self._goes_on = False
        """Whether time went as the past was looked at."""
        self.ghost: Ghost | None = None
        self.system: System | None = None

    @property
    def mode(self) -> Mode:
        """What time does now."""
        return self._clock.mode

    @property
    def speed(self) -> float:
        """Simulated seconds per wall second that are asked for."""
        return self._clock.speed

    @property
    def reached_speed(self) -> float | None:
        """Simulated seconds per wall second; None where it is too early to tell."""
        return self._clock.reached_speed

    @property
    def is_limited_by_cpu(self) -> bool:
        """Whether the machine cannot keep the speed that is asked for."""
        return self._clock.is_limited_by_cpu

    @property
    def goal(self) -> Goal | None:
        """What the run goes on to, in `Mode.UNTIL`."""
        return self._clock.goal

    @property
    def now_s(self) -> float:
        """How far the run has come, in simulated seconds."""
        return self.system.now_s if self.system else 0.0

    @property
    def shown_s(self) -> float:
        """The instant that the picture shows: the present, or where it was rewound to."""
        return self._past.shown_s if self._past else 0.0

    @property
    def kept_since_s(self) -> float:
        """From here on every instant can be looked at; before it, now and then one."""
        return self._past.kept_since_s if self._past else 0.0

    @property
    def is_rewound(self) -> bool:
        """Whether the picture shows the past."""
        return self._past is not None and self._past.is_rewound

    @property
    def is_at_work(self) -> bool:
        """Whether time goes on by itself now: it stands still for a window that nobody sees."""
        return self._clock.is_at_work

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether a value was changed that no file has."""
        return self.system is not None and self._saving.is_unsaved(self.system)

    @property
    def file(self) -> Path | None:
        """Where this session was saved; a scenario that was opened is not overwritten by what became of it."""
        return self._saving.file

    @property
    def source(self) -> str | Path | None:
        """The path or bundled name that was opened."""
        return self._saving.source

    @property
    def text(self) -> str:
        """The TOML text that was opened."""
        return self._saving.text

    def moment(self) -> Moment:
        """What the picture shows."""
        assert self._past is not None, "a scenario was opened"
        return self._past.moment()

    def scenario(self) -> Scenario:
        """The values as they stand at the instant shown."""
        assert self._past is not None, "a scenario was opened"
        return self._past.scenario()

    def _present(self) -> System:
        assert self.system is not None, "a scenario was opened"
        return self.system
