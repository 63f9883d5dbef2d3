"""Time goes: wall time becomes simulated time, in slices on the window's own thread."""

from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from simulator.model import System
from simulator.record import Budget
from ui import pacing
from ui.pacing import BEATS, Mode, Pacer
from ui.session.goal import Goal, Reached

_FAR_S = 1e9


class Companion(Protocol):
    """Another run that goes along."""

    system: System

    def follow(self, until_s: float, budget_s: float) -> bool:
        """Go up to an instant, for at most so long, wall time; whether it arrived."""


class Clock(QObject):
    """Lets one system's time go in a mode; stands still for a window that nobody sees."""

    mode_changed = Signal(object)
    speed_changed = Signal(float)
    advanced = Signal()
    """Time went on, and a picture is due."""
    forgot = Signal()
    """The record was full: the oldest of it is forgotten."""
    reached = Signal(object)
    """Why the goal's run is over: a Reached."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._pacer = Pacer()
        self._system: System | None = None
        self._goal: Goal | None = None
        self._resumes = Mode.RUN
        self._is_visible = True
        self._next_picture_s = 0.0
        self.mode = Mode.PAUSED
        self.budget = Budget()
        """The most that is kept of a run."""
        self.companion: Companion | None = None
        """Goes as far as the system has come, in half of each slice; the system waits for it."""

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
        return self.mode.is_paced and self._pacer.is_limited_by_cpu

    @property
    def goal(self) -> Goal | None:
        """What the run goes on to."""
        return self._goal if self.mode is Mode.UNTIL else None

    @property
    def resumes(self) -> Mode:
        """The mode that goes on after a pause."""
        return self._resumes

    @property
    def is_at_work(self) -> bool:
        """Whether time goes on by itself now."""
        return self._timer.isActive()

    def follow(self, system: System) -> None:
        """Another system's time from here on; a goal was the last one's."""
        self._system = system
        self._pacer.rest()
        self._forget_goal()
        if self.mode is Mode.UNTIL:
            self.set_mode(self._resumes)
        self._start_or_stop()

    def set_mode(self, mode: Mode) -> bool:
        """Go on in this mode; False where it is the present one."""
        if mode.is_running:
            self._resumes = mode
        if mode is self.mode:
            return False
        self.mode = mode
        self._pacer.rest()
        self._next_picture_s = 0.0
        self._start_or_stop()
        self.mode_changed.emit(mode)
        return True

    def aim(self, goal: Goal) -> None:
        """The next run in `Mode.UNTIL` goes on to this."""
        self._goal = goal

    def stop(self) -> None:
        """Stand still at once, without another picture: something is wrong."""
        self._timer.stop()
        self.mode = Mode.PAUSED
        self.mode_changed.emit(self.mode)

    def set_speed(self, speed: float) -> None:
        """Ask for a speed, in simulated seconds per wall second."""
        speed = pacing.clamped(speed)
        if speed != self._pacer.speed:
            self._pacer.speed = speed
            self._pacer.rest()
            self.speed_changed.emit(speed)

    def set_visible(self, is_visible: bool) -> None:
        """Nothing works for a window that nobody sees."""
        self._is_visible = is_visible
        self._start_or_stop()

    def put_off(self) -> None:
        """The next beat is a whole one from now: what was just asked for is painted before it."""
        if self._timer.isActive():
            self._timer.start()

    def _start_or_stop(self) -> None:
        if not self.mode.is_running or not self._is_visible or self._system is None:
            self._timer.stop()
            self._pacer.rest()
        elif not self._timer.isActive():
            self._timer.start(round(BEATS[self.mode].every_s * 1000))

    def _on_beat(self) -> None:
        assert self._system is not None, "there is no beat without one"
        beat = BEATS[self.mode]
        why = self._advance(self._system, beat.slice_s)
        wall_s = perf_counter()
        self._pacer.came_to(wall_s, self._system.now_s)
        if self._system.make_room(self.budget):
            self.forgot.emit()
        if self.companion is not None:
            self.companion.system.make_room(self.budget)
        if why is not None:
            self._forget_goal()
            self.set_mode(Mode.PAUSED)
            self.reached.emit(why)
        elif wall_s >= self._next_picture_s:
            self._next_picture_s = wall_s + beat.picture_every_s
            self.advanced.emit()

    def _advance(self, system: System, slice_s: float) -> Reached | None:
        if self.companion is None:
            return self._go_on(system, slice_s)
        if not self.companion.follow(system.now_s, slice_s):
            self._pacer.target_s(perf_counter(), system.now_s)
            return None
        why = self._go_on(system, slice_s / 2)
        self.companion.follow(system.now_s, slice_s / 2)
        return why

    def _go_on(self, system: System, slice_s: float) -> Reached | None:
        if self.mode is Mode.UNTIL and self._goal is not None:
            return self._goal.approach(system, slice_s)
        target_s = self._pacer.target_s(perf_counter(), system.now_s)
        system.run_until(target_s if self.mode.is_paced else _FAR_S, slice_s)
        return None

    def _forget_goal(self) -> None:
        self._goal = None
        if self._resumes is Mode.UNTIL:
            self._resumes = Mode.RUN
