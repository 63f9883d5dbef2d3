"""The only bridge between the window and the model: it alone turns wall time into simulated time."""

from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from simulator.errors import ScenarioError, SimulatorError
from simulator.model import System
from simulator.record import Moment
from simulator.scenario import Change, Scenario, parse
from simulator.scenario.file import read_text
from simulator.units import NS_PER_S, to_ns
from ui import pacing
from ui.pacing import BEATS, Mode, Pacer
from ui.saved import saved_scenario, saved_text, write_whole

SAMPLE_EVERY_S = 0.1
_DEFAULT_SEED = 1
_FAR_S = 1e9
_NEVER = -1
_MOST_EVENTS_OF_A_STEP = 100_000
"""Where nobody sends any more, nothing happens that a step could come to."""


class Session(QObject):
    """A scenario that runs: time goes, stands still, jumps; values change; everything can be saved and replayed.

    Slots raise nothing: what goes wrong comes out of `failed` (an error of the simulator, the user's to mend).
    """

    opened = Signal(object)
    """A new system stands at 0: its Scenario."""
    ticked = Signal(object)
    """The picture has changed: the Moment to draw."""
    mode_changed = Signal(object)
    speed_changed = Signal(float)
    change_applied = Signal(object)
    """The Change, with its simulated time."""
    scenario_changed = Signal(object)
    """The Scenario as it stands."""
    rewound = Signal(object)
    """The instant that is looked at, in seconds; None when it is the present again."""
    failed = Signal(object)
    """The SimulatorError."""
    stepped = Signal(int)
    """The id of the request that went on first, after `step`."""
    saved = Signal(object)
    """The Path that the session was written to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._pacer = Pacer()
        self._mode = Mode.PAUSED
        self._resumes = Mode.RUN
        self._is_visible = True
        self._next_picture_s = 0.0
        self._rewound_ns: int | None = None
        self._saved_changes = 0
        self._text: str | None = None
        self.file: Path | None = None
        """Where this session was saved; a scenario that was opened is not overwritten by what became of it."""
        self.source: str | Path | None = None
        """The path or bundled name that was opened."""
        self.system: System | None = None

    # What there is

    @property
    def mode(self) -> Mode:
        """What time does now."""
        return self._mode

    @property
    def speed(self) -> float:
        """Simulated seconds per wall second that are asked for."""
        return self._pacer.speed

    @property
    def reached_speed(self) -> float | None:
        """Simulated seconds per wall second; None where it is too early to tell."""
        return self._pacer.reached_speed

    @property
    def is_limited_by_cpu(self) -> bool:
        """Whether the machine cannot keep the speed that is asked for."""
        return self._mode is Mode.RUN and self._pacer.is_limited_by_cpu

    @property
    def now_s(self) -> float:
        """How far the run has come, in simulated seconds."""
        return self.system.now_s if self.system else 0.0

    @property
    def shown_s(self) -> float:
        """The instant that the picture shows: the present, or where it was rewound to."""
        return self.now_s if self._rewound_ns is None else self._rewound_ns / NS_PER_S

    @property
    def is_rewound(self) -> bool:
        """Whether the picture shows the past."""
        return self._rewound_ns is not None

    @property
    def is_at_work(self) -> bool:
        """Whether time goes on by itself now: it stands still for a window that nobody sees."""
        return self._timer.isActive()

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether a value was changed that no file has."""
        return self.system is not None and len(self.system.changes) != self._saved_changes

    @property
    def text(self) -> str:
        """The TOML text that was opened."""
        return self._text or ""

    def moment(self) -> Moment:
        """What the picture shows."""
        system = self._present()
        assert system.trace is not None, "a session is traced"
        return system.trace.at(system.now_ns if self._rewound_ns is None else self._rewound_ns)

    def _present(self) -> System:
        assert self.system is not None, "a scenario was opened"
        return self.system

    # Opening

    def open(self, file: str | Path) -> bool:
        """Open a scenario's path or bundled name; False, and `failed`, where it does not load."""
        try:
            text, name, directory = read_text(file)
            scenario = parse(text, name, directory)
            self._begin(scenario, scenario.run.seed if scenario.run.seed is not None else _DEFAULT_SEED)
        except SimulatorError as error:
            self.failed.emit(error)
            return False
        self._text, self.source, self.file = text, file, None
        self._announce(scenario)
        return True

    def restart(self) -> None:
        """From 0 again: the same seed, the values as they stand."""
        if self.system is None:
            return
        was_unsaved = self.has_unsaved_changes
        scenario, seed = self.system.scenario, self.system.record.seed
        self._begin(scenario, seed)
        if was_unsaved:
            self._saved_changes = _NEVER
        self._announce(scenario)

    def restart_with(self, text: str) -> bool:
        """From 0 again with another text in place of the one opened; False, and `failed`, where it is wrong."""
        began = self._present().record
        try:
            scenario = parse(text, Path(self.source or "scenario.toml").name, began.scenario.directory)
            self._begin(scenario, scenario.run.seed if scenario.run.seed is not None else began.seed)
        except SimulatorError as error:
            self.failed.emit(error)
            return False
        self._text, self._saved_changes = text, _NEVER
        self._announce(scenario)
        return True

    def _begin(self, scenario: Scenario, seed: int) -> None:
        self.system = System(scenario, seed=seed, trace=True, endless=True, sample_every_s=SAMPLE_EVERY_S)
        self._saved_changes = 0
        self._rewound_ns = None
        self._pacer.rest()

    def _announce(self, scenario: Scenario) -> None:
        self.rewound.emit(None)
        self.opened.emit(scenario)
        self.scenario_changed.emit(scenario)
        self._start_or_stop()
        self._show()

    # Time

    def run(self) -> None:
        """Let time go at the speed."""
        self._set_mode(Mode.RUN)

    def express(self) -> None:
        """Let time go as fast as it goes."""
        self._set_mode(Mode.EXPRESS)

    def pause(self) -> None:
        """Let time stand still."""
        self._set_mode(Mode.PAUSED)

    def stop(self) -> None:
        """Stand still at once, without another picture: something is wrong."""
        self._timer.stop()
        self._mode = Mode.PAUSED
        self.mode_changed.emit(self._mode)

    def toggle(self) -> None:
        """Pause, or go on as before the pause."""
        self._set_mode(Mode.PAUSED if self._mode.is_running else self._resumes)

    def step(self) -> None:
        """Stand still, and go on to the next instant at which a request changes its stage: all that happens then."""
        self._set_mode(Mode.STEP)
        self.return_to_now()
        if self.system is None or self.system.trace is None:
            return
        before = self.system.trace.count
        for _ in range(_MOST_EVENTS_OF_A_STEP):
            if self.system.trace.count > before or not self.system.step():
                break
        while self.system.next_event_s <= self.system.now_s and self.system.step():
            pass
        self._show()
        if self.system.trace.count > before:
            self.stepped.emit(int(self.system.trace.rows(before, before + 1)["request"][0]))

    def set_speed(self, speed: float) -> None:
        """Ask for a speed, in simulated seconds per wall second."""
        speed = pacing.clamped(speed)
        if speed != self._pacer.speed:
            self._pacer.speed = speed
            self._pacer.rest()
            self.speed_changed.emit(speed)

    def _set_mode(self, mode: Mode) -> None:
        if mode.is_running:
            self.return_to_now()
            self._resumes = mode
        if mode is self._mode:
            return
        self._mode = mode
        self._pacer.rest()
        self._next_picture_s = 0.0
        self._start_or_stop()
        self.mode_changed.emit(mode)
        self._show()

    def set_visible(self, is_visible: bool) -> None:
        """Nothing works for a window that nobody sees."""
        self._is_visible = is_visible
        self._start_or_stop()

    def _start_or_stop(self) -> None:
        if not self._mode.is_running or not self._is_visible or self.system is None:
            self._timer.stop()
            self._pacer.rest()
        elif not self._timer.isActive():
            self._timer.start(round(BEATS[self._mode].every_s * 1000))

    def _on_beat(self) -> None:
        system = self._present()
        beat = BEATS[self._mode]
        wall_s = perf_counter()
        target_s = self._pacer.target_s(wall_s, system.now_s)
        if self._mode is Mode.EXPRESS:
            target_s = _FAR_S
        system.run_until(target_s, beat.slice_s)
        wall_s = perf_counter()
        self._pacer.came_to(wall_s, system.now_s)
        if wall_s >= self._next_picture_s:
            self._next_picture_s = wall_s + beat.picture_every_s
            self._show()

    def _show(self) -> None:
        if self.system is not None:
            self.ticked.emit(self.moment())

    # The past

    def rewind(self, time_s: float) -> None:
        """Show a past instant; time stands still. The run itself stays where it is."""
        self.pause()
        self._rewound_ns = min(max(0, to_ns(time_s)), to_ns(self.now_s))
        self.rewound.emit(self.shown_s)
        self._show()

    def return_to_now(self) -> None:
        """Show the present again."""
        if self._rewound_ns is None:
            return
        self._rewound_ns = None
        self.rewound.emit(None)
        self._show()

    # Values

    def apply(self, key: str, value: object) -> None:
        """Set a live key to a plain TOML value, now."""
        if self.system is None:
            return
        self.return_to_now()
        try:
            change: Change = self.system.apply(key, value)
        except ScenarioError as error:
            self.failed.emit(error)
            self.scenario_changed.emit(self.system.scenario)
            return
        self.change_applied.emit(change)
        self.scenario_changed.emit(self.system.scenario)
        self._show()
        if self._timer.isActive():
            # A beat from now: this picture is painted before the next is made.
            self._timer.start()

    # Saving

    def saved_scenario(self) -> Scenario:
        """The session as a scenario that `simulate` runs to the same rows; the run goes on to a whole microsecond."""
        scenario = saved_scenario(self._present())
        self._show_cut()
        return scenario

    def _show_cut(self) -> None:
        if not self.is_rewound:
            self._show()

    def save(self, path: Path) -> bool:
        """Write the session as a scenario file, whole or not at all; False, and `failed`, where that cannot be done."""
        system = self._present()
        try:
            text = saved_text(system, path.parent, self._text)
            parse(text, path.name, path.parent.resolve())
            write_whole(path, text)
        except OSError as error:
            self.failed.emit(SimulatorError(f"{path}: {error.strerror or error}"))
            return False
        except SimulatorError as error:
            self.failed.emit(error)
            return False
        self.file = path
        self._saved_changes = len(system.changes)
        self._show_cut()
        self.saved.emit(path)
        return True
