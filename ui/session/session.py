"""The session: a scenario that runs, goes back, branches off, changes and is saved. Its parts do the work."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.record import Budget
from simulator.scenario import Change, Scenario, dumps, parse
from simulator.units import NS_PER_S
from ui.pacing import Mode
from ui.saved import saved_scenario
from ui.session.clock import Companion
from ui.session.face import SAMPLE_EVERY_S, SessionFace
from ui.session.ghost import Ghost
from ui.session.goal import Goal, TimeGoal
from ui.session.past import Past
from ui.session.replay import begun
from ui.session.stepping import stepped

_DEFAULT_SEED = 1
_STEP_S = 0.25
"""Wall time that a step may take at once."""


class Session(SessionFace):
    """A scenario that runs: time goes, stands still, jumps; values change; everything can be saved and replayed.

    Slots raise nothing: what goes wrong comes out of `failed` (an error of the simulator, the user's to mend).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        self._clock.put_off()

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
        step = stepped(self.system, _STEP_S)
        self._show()
        if step.request_id is not None:
            self.stepped.emit(step.request_id)
        if not step.is_whole:
            # In slices, between which the window lives and a pause is possible.
            self.until(TimeGoal(self.system.now_s + 1 / NS_PER_S))

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
        """All goes back to what the run began with: a further change, now."""
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
