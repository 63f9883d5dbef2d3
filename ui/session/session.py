"""The session: a scenario that runs, goes back, branches off, changes and is saved. Its parts do the work."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.record import Budget, Moment
from simulator.scenario import Change, Scenario, dumps, parse
from ui.pacing import Mode
from ui.saved import saved_scenario
from ui.session.branching import Branching
from ui.session.clock import Clock, Companion
from ui.session.ghost import Ghost
from ui.session.goal import Goal, TimeGoal
from ui.session.past import Past
from ui.session.replay import begun
from ui.session.saving import Saving
from ui.session.stepping import stepped
from ui.session.values import Values

SAMPLE_EVERY_S = 0.1
_DEFAULT_SEED = 1


class Session(QObject):
    """A scenario that runs: time goes, stands still, jumps; values change; everything can be saved and replayed.

    Slots raise nothing: what goes wrong comes out of `failed` (an error of the simulator, the user's to mend).
    """

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
        for signal, slot in (
            (self._clock.mode_changed, self.mode_changed),
            (self._clock.speed_changed, self.speed_changed),
            (self._clock.advanced, self._show),
            (self._clock.reached, self._on_reached),
            (self._clock.forgot, self.forgot),
            (self._branching.progressed, self.branching),
            (self._branching.arrived, self._on_branched),
            (self.values.changed, self._on_changed),
            (self.values.refused, self._on_refused),
        ):
            signal.connect(slot)

    # What there is

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

    # Opening

    def open(self, file: str | Path) -> bool:
        """Open a scenario's path or bundled name; False, and `failed`, where it does not load."""
        try:
            scenario, text = self._saving.open(file)
            system = begun(scenario, _seed_of(scenario), SAMPLE_EVERY_S)
        except SimulatorError as error:
            self.failed.emit(error)
            return False
        self._leave()
        self._saving.opened(file, text)
        self.values.undo_steps.forget()
        self._follow(system, None)
        return True

    def begin(self, scenario: Scenario, seed: int) -> None:
        """Run a scenario that lies in no file; nobody is asked to save what becomes of it."""
        self._leave()
        self._saving.lent(dumps(scenario))
        self.values.undo_steps.forget()
        self._follow(begun(scenario, seed, SAMPLE_EVERY_S), None)

    def restore(self, path: Path, *, is_unsaved: bool) -> bool:
        """Run a session again that was kept, up to where it stood; `is_unsaved`: the user still has to save it."""
        try:
            scenario, text = self._saving.open(path)
            system = begun(scenario, _seed_of(scenario), SAMPLE_EVERY_S)
        except SimulatorError as error:
            self.failed.emit(error)
            return False
        self._leave()
        self._saving.restored(text, is_unsaved=is_unsaved)
        self.values.undo_steps.forget()
        self._follow(system, None)
        self.until(TimeGoal(scenario.run.duration))
        return True

    def restart(self) -> None:
        """From 0 again: the same seed, the values as they stand."""
        if self.system is None:
            return
        try:
            system = begun(self.system.scenario, self.system.record.seed, SAMPLE_EVERY_S)
        except SimulatorError as error:
            # A file that it names may be gone by now: what runs goes on.
            self.failed.emit(error)
            return
        self._leave()
        self._saving.restarted(is_unsaved=self.has_unsaved_changes)
        self.values.undo_steps.restart()
        self._follow(system, None)

    def restart_with(self, text: str) -> bool:
        """From 0 again with another text in place of the one opened; False, and `failed`, where it is wrong."""
        began = self._present().record
        try:
            scenario = parse(text, Path(self.source or "scenario.toml").name, began.scenario.directory)
            system = begun(scenario, began.seed if scenario.run.seed is None else scenario.run.seed, SAMPLE_EVERY_S)
        except SimulatorError as error:
            self.failed.emit(error)
            return False
        self._leave()
        self._saving.rewritten(text)
        self.values.undo_steps.forget()
        self._follow(system, None)
        return True

    def _leave(self) -> None:
        """Another run is about to take the place of this one."""
        if self.system is not None and not self._saving.is_lent:
            self.leaving.emit()

    def _follow(self, system: System, ghost: Ghost | None) -> None:
        self._branching.cancel()
        self.system, self.ghost, self._past, self._told = system, ghost, Past(system), None
        self._clock.follow(system)
        self.values.follow(system)
        self.rewound.emit(None)
        self.opened.emit(system.record.scenario)
        self.ghost_changed.emit(ghost)
        self._show()

    # Time

    def run(self) -> None:
        """Let time go at the speed."""
        self._set_mode(Mode.RUN)

    def fast(self) -> None:
        """Let time go faster than anybody could follow requests; counts and charts stay live."""
        self._set_mode(Mode.FAST)

    def express(self) -> None:
        """Let time go as fast as it goes."""
        self._set_mode(Mode.EXPRESS)

    def until(self, goal: Goal) -> None:
        """Let time go, as fast as it goes, until a goal is reached; `reached` says why it stopped."""
        self._clock.set_mode(Mode.PAUSED)
        self._clock.aim(goal)
        self._set_mode(Mode.UNTIL)

    def pause(self) -> None:
        """Let time stand still."""
        self._set_mode(Mode.PAUSED)

    def stop(self) -> None:
        """Stand still at once, without another picture: something is wrong."""
        self._branching.cancel()
        self._clock.stop()

    def toggle(self) -> None:
        """Pause, or go on as before the pause."""
        self._set_mode(Mode.PAUSED if self.mode.is_running else self._clock.resumes)

    def step(self) -> None:
        """Stand still, and go on to the next instant at which a request changes its stage: all that happens then."""
        self._set_mode(Mode.STEP)
        self.return_to_now()
        if self.system is None:
            return
        request_id = stepped(self.system)
        self._show()
        if request_id is not None:
            self.stepped.emit(request_id)

    def set_speed(self, speed: float) -> None:
        """Ask for a speed, in simulated seconds per wall second."""
        self._clock.set_speed(speed)

    def keep_within(self, budget: Budget) -> None:
        """Keep no more of a run than this."""
        self._clock.budget = budget

    def accompany(self, companion: Companion | None) -> None:
        """Let another run go along with this one, whichever it is; None: it goes alone."""
        self._clock.companion = companion

    def set_visible(self, is_visible: bool) -> None:
        """Nothing works for a window that nobody sees."""
        self._clock.set_visible(is_visible)

    def _set_mode(self, mode: Mode) -> None:
        if mode.is_running:
            self.return_to_now()
        if self._clock.set_mode(mode):
            self._show()

    def _on_reached(self, why: object) -> None:
        self._show()
        self.reached.emit(why)

    def _show(self) -> None:
        if self._past is not None:
            self._tell_values()
            self.ticked.emit(self.moment())

    def _tell_values(self) -> None:
        """What the scenario itself changes, and what the past was, is told like what the hand changes."""
        scenario = self.scenario()
        if scenario is not self._told:
            self._told = scenario
            self.scenario_changed.emit(scenario)

    # The past

    def rewind(self, time_s: float) -> None:
        """Show a past instant; time stands still. The run itself stays where it is."""
        if self._past is None:
            return
        self._branching.cancel()
        if not self.is_rewound:
            self._goes_on = self.mode.is_running
        self._clock.set_mode(Mode.PAUSED)
        self._past.rewind(time_s)
        self.rewound.emit(self.shown_s)
        self._show()

    def return_to_now(self) -> None:
        """Show the present again."""
        self._branching.cancel()
        if self._past is None or not self.is_rewound:
            return
        self._past.return_to_now()
        self.rewound.emit(None)
        self._show()

    def branch(self) -> None:
        """From the past instant that is shown a second run goes on; the first stays beside it as a ghost."""
        self._branch({})

    def cancel_branch(self) -> None:
        """Make no branch after all: the past is shown as before."""
        if self._branching.is_on_its_way:
            self._branching.cancel()
            self._told = None
            self._show()

    def _branch(self, values: Mapping[str, object]) -> None:
        if self._past is None or not self.is_rewound or self._branching.is_on_its_way:
            return
        try:
            self._branching.begin(self._present(), self._past.shown_ns, values)
        except SimulatorError as error:
            self.failed.emit(error)

    def _on_branched(self, system: System, ghost: Ghost, values: Mapping[str, object]) -> None:
        goes_on = self._goes_on
        self.values.undo_steps.branch(len(system.changes))
        self._follow(system, ghost)
        for key, value in values.items():
            self.values.change(key, value)
        self.values.settle()
        if goes_on:
            self._set_mode(self._clock.resumes)

    # Values

    def apply(self, key: str, value: object) -> None:
        """Set a live key to a plain TOML value: now, or from the past instant shown, where a branch begins then."""
        self.adjust(key, value)
        self.values.settle()

    def adjust(self, key: str, value: object) -> None:
        """The same in the midst of a gesture: all up to `values.settle` is one step of undo."""
        if self._branching.is_on_its_way:
            self._branching.add(key, value)
        elif self.is_rewound:
            self._branch({key: value})
        elif self.system is not None:
            self.values.change(key, value)

    def undo(self) -> None:
        """Take the last step back: a further change, now."""
        self.return_to_now()
        self.values.undo()

    def redo(self) -> None:
        """Make the step again that was taken back last: a further change, now."""
        self.return_to_now()
        self.values.redo()

    def reset(self) -> None:
        """All that was changed by hand goes back to what the run began with: a further change, now."""
        self.return_to_now()
        self.values.reset()

    def _on_changed(self, change: Change) -> None:
        self.change_applied.emit(change)
        self._show()
        self._clock.put_off()

    def _on_refused(self, error: SimulatorError) -> None:
        # Who asked shows what was asked for: say what there is.
        self._told = None
        self._tell_values()
        self.failed.emit(error)

    # Saving

    def saved_scenario(self) -> Scenario:
        """The session as a scenario that `simulate` runs to the same rows; the run goes on to a whole microsecond."""
        scenario = saved_scenario(self._present())
        self._show_cut()
        return scenario

    def _show_cut(self) -> None:
        if not self.is_rewound:
            self._show()

    def written(self, folder: Path) -> str:
        """The session as `save` writes it into a folder. Raises SimulatorError."""
        return self._saving.written(self._present(), folder)

    def save(self, path: Path) -> bool:
        """Write the session as a scenario file, whole or not at all; False, and `failed`, where that cannot be done."""
        try:
            self._saving.save(self._present(), path)
        except SimulatorError as error:
            self.failed.emit(error)
            return False
        self._show_cut()
        self.saved.emit(path)
        return True


def _seed_of(scenario: Scenario) -> int:
    return scenario.run.seed if scenario.run.seed is not None else _DEFAULT_SEED
