"""Cores shared by workers, and the GIL shared by the threads of one worker."""

from collections.abc import Callable
from math import ceil

from simpy import Environment
from simpy.events import EventPriority

from simulator.model.events import Alarm
from simulator.model.streams import Dice

# CPython's default sys.getswitchinterval().
SWITCH_INTERVAL = 5_000_000


class Job:
    """Processor time that a thread wants, and what happens when it has had it."""

    __slots__ = ("alarm", "done", "left", "priority", "used")

    def __init__(self, amount: int, done: Callable[[int], None], priority: EventPriority) -> None:
        self.left: float = amount
        self.used: float = 0
        self.done = done
        self.priority = priority
        self.alarm: Alarm | None = None

    def forget(self) -> None:
        """It is over: `done` knows its job, and the two would keep each other."""
        del self.done


class Processor:
    """`cores` cores, shared in equal parts by the threads that run: each at min(1, cores / n) of its speed."""

    def __init__(self, env: Environment, cores: int) -> None:
        self._env = env
        self._cores = cores
        self._running: dict[Job, None] = {}
        self._settled = 0

    def start(self, job: Job, now: int) -> None:
        """`job` runs from now on."""
        self._settle(now)
        before = self._rate()
        self._running[job] = None
        self._schedule(now, self._running if self._rate() != before else (job,))

    def stop(self, job: Job, now: int) -> None:
        """`job` is taken off its core, done or not."""
        self._settle(now)
        before = self._rate()
        del self._running[job]
        if job.alarm is not None:
            job.alarm.drop()
            job.alarm = None
        if self._rate() != before:
            self._schedule(now, self._running)

    def set_cores(self, cores: int, now: int) -> None:
        """As many cores from now on; 0 is no limit."""
        self._settle(now)
        self._cores = cores
        self._schedule(now, self._running)

    def used(self, job: Job, now: int) -> float:
        """Nanoseconds of processor time that `job` has had by now; looking changes nothing, not even a rounding."""
        return job.used + (now - self._settled) * self._rate() if job in self._running else job.used

    def _rate(self) -> float:
        running = len(self._running)
        return 1.0 if not self._cores or running <= self._cores else self._cores / running

    def _settle(self, now: int) -> None:
        spent = (now - self._settled) * self._rate()
        self._settled = now
        if spent:
            for job in self._running:
                job.left -= spent
                job.used += spent

    def _schedule(self, now: int, jobs: "dict[Job, None] | tuple[Job]") -> None:
        rate = self._rate()
        for job in list(jobs):
            if job.alarm is not None:
                job.alarm.drop()
            # Rounded up: a job never ends before it has had its time, and the rest of a nanosecond is nobody's.
            job.alarm = Alarm(self._env, job.done).set(now + max(0, ceil(job.left / rate - 1e-6)), job.priority)


class Interpreter:
    """The threads of one worker that want the processor: with the GIL one at a time, 5 ms each while others want it.

    The loop's thread keeps the GIL from waking to sleeping (short system calls do not lose it) or until its 5 ms are
    over; its job is permanent, the other threads' last for one stretch of computing.

    Who gets the GIL is random among those who wait: they sleep on one condition variable, and each starts to wait
    anew every 5 ms (CPython 3.11, ceval_gil.h, take_gil).
    """

    def __init__(self, env: Environment, processor: Processor, dice: Dice, has_gil: bool) -> None:
        self._env = env
        self._processor = processor
        self._has_gil = has_gil
        self._holder: Job | None = None
        self._dice = dice
        self._waiting: list[tuple[Job, Callable[[int], None]]] = []
        self._switch: Alarm | None = None
        self._computing: set[Job] = set()

    def try_take(self, job: Job) -> bool:
        """`job`'s thread has the GIL from now on where nobody else has it."""
        if not self.is_free_for(job):
            return False
        self._holder = job
        return True

    def take(self, job: Job, granted: Callable[[int], None], now: int) -> None:
        """Call `granted` when `job`'s thread may run: at once where the GIL is free."""
        if self.try_take(job):
            granted(now)
        else:
            self._waiting.append((job, granted))
            self._arm_again(now)

    @property
    def is_wanted(self) -> bool:
        """Whether a thread waits for the GIL."""
        return self._has_gil and bool(self._waiting)

    def is_free_for(self, job: Job) -> bool:
        """Whether `job`'s thread may run now without waiting."""
        return not self._has_gil or self._holder is None or self._holder is job

    def compute(self, job: Job, now: int) -> None:
        """`job`, which has the GIL, uses the processor until `job.done` is called."""
        self._computing.add(job)
        self._processor.start(job, now)
        if self._waiting and self._switch is None:
            self._arm(now)

    def computed(self, job: Job, now: int) -> None:
        """`job` has had its time; it still has the GIL."""
        self._computing.discard(job)
        self._processor.stop(job, now)

    def release(self, job: Job, now: int) -> None:
        """`job`'s thread sleeps, waits or ends: the next one runs."""
        if self._holder is not job:
            return
        self._disarm()
        self._holder = None
        if self._waiting and self._has_gil:
            following, granted = self._dice.take(self._waiting)
            self._holder = following
            granted(now)

    def used(self, job: Job, now: int) -> float:
        """Nanoseconds of processor time that `job` has had by now."""
        return self._processor.used(job, now)

    def stop(self, now: int) -> None:
        """The process is gone with all its threads."""
        self._disarm()
        self._waiting.clear()
        self._holder = None
        for job in self._computing:
            self._processor.stop(job, now)
        self._computing.clear()

    def _arm(self, now: int) -> None:
        self._switch = Alarm(self._env, self._force_switch).set(now + SWITCH_INTERVAL)

    def _arm_again(self, now: int) -> None:
        if self._switch is None and self._holder in self._computing:
            self._arm(now)

    def _disarm(self) -> None:
        if self._switch is not None:
            self._switch.drop()
            self._switch = None

    def _force_switch(self, now: int) -> None:
        self._switch = None
        job = self._holder
        if job is None or job not in self._computing or not self._waiting:
            return
        self.computed(job, now)
        self.release(job, now)
        self.take(job, lambda at: self.compute(job, at), now)
