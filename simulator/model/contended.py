"""Workers whose turns others can slow down: more workers than cores, or threads that want the GIL."""

from simulator.model.events import NORMAL
from simulator.model.loops import AsyncioLoop, UvloopLoop
from simulator.model.processor import Interpreter, Job
from simulator.model.request import Request, Turn
from simulator.model.worker import Worker
from simulator.record.stages import HOLDS_LOOP, Stage


class ContendedWorker(Worker):
    """Every stretch of computing is a job of the interpreter; the loop waits for the GIL before it goes on.

    While nobody contends, all happens as it does in a plain worker, event by event.
    """

    __slots__ = (
        "_turn_amount",
        "_turn_began",
        "_turn_of",
        "_wants_gil",
        "cpu_ns",
        "interpreter",
        "loop_job",
        "thread_jobs",
    )

    def join(self, interpreter: Interpreter) -> None:
        """Use this interpreter; called once, before the first event."""
        self.interpreter = interpreter
        self.loop_job = Job(0, self._loop_computed, self.priority)
        self.thread_jobs: dict[Job, Request] = {}
        self.cpu_ns = 0
        self._turn_of: Request | None = None
        self._turn_began = self._turn_amount = 0
        self._wants_gil: Request | None = None

    # Waking needs the GIL

    def call_soon(self, request: Request, now: int) -> None:
        """`request` can go on when the loop, which may have to win the GIL first, comes to it."""
        if self.interpreter.try_take(self.loop_job) or not self.is_asleep:
            super().call_soon(request, now)
            return
        if self.accepts:
            self.listener.idle.remove(self)
        self.queue(request, now)
        self.wake(now)

    def wake(self, now: int) -> None:
        """The poll returned; the loop's thread wants the GIL."""
        if self.interpreter.try_take(self.loop_job):
            super().wake(now)
            return
        self.is_asleep = False
        self.busy_area -= now
        self.last_poll = now
        self.interpreter.take(self.loop_job, self.go_on, now)

    def wake_to_accept(self, request: Request, now: int) -> None:
        """The poll returns for a connection; it is accepted once the loop's thread runs."""
        if self.interpreter.try_take(self.loop_job):
            super().wake_to_accept(request, now)
        else:
            self.listener.enqueue(request, now)
            self.wake(now)

    def halt(self, now: int) -> None:
        """A blocking call releases the GIL, not the loop."""
        super().halt(now)
        self.interpreter.release(self.loop_job, now)

    def unblock(self, request: Request, now: int) -> None:
        """The call returned; the thread needs the GIL to go on. The time it takes is nobody's part but cpu_wait."""
        self.is_blocked = False
        self.blocked_area += now
        self._take_gil(request, now)

    def give_way(self, request: Request, then: Turn, now: int) -> bool:
        """uvicorn sends a response in two pieces. The system call of the first, which wakes the client's process, is
        long enough for a thread that waits for the GIL to take it (the loop's other calls are not)."""
        if not self.interpreter.is_wanted:
            return False
        request.turn = then
        self.is_hot = False
        self.interpreter.release(self.loop_job, now)
        self._take_gil(request, now)
        return True

    def _take_gil(self, request: Request, now: int) -> None:
        """Go on with the request's turn when the loop's thread has the GIL."""
        self._wants_gil = request

        def go_on(at: int) -> None:
            self._wants_gil = None
            request.cpu_wait += at - now
            if not request.turn(self, request, at):
                self.go_on(at)

        if self.trace is not None and not self.interpreter.is_free_for(self.loop_job):
            self.trace.enter(now, request.id, Stage.CPU_QUEUE | HOLDS_LOOP, self.place)
        self.interpreter.take(self.loop_job, go_on, now)

    def die(self, now: int) -> None:
        """The process is gone, whatever its threads were doing."""
        self.cpu_ns = self.cpu_so_far(now)
        self.interpreter.stop(now)
        self.thread_jobs.clear()
        self._turn_of = self._wants_gil = None
        super().die(now)

    # Computing

    def compute(self, request: Request, amount: int, then: Turn, now: int) -> None:
        """The turn takes `amount` ns of processor time, and longer where others take turns with it."""
        request.turn = then
        self._turn_of, self._turn_began, self._turn_amount = request, now, amount
        self.loop_job.left, self.loop_job.used = amount, 0
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ON_CPU | HOLDS_LOOP, self.place, now + amount)
        self.interpreter.compute(self.loop_job, now)

    def _loop_computed(self, now: int) -> None:
        request = self._turn_of
        assert request is not None, "only a turn computes on the loop"
        self._turn_of = None
        self.interpreter.computed(self.loop_job, now)
        self._account(request, self._turn_amount, now - self._turn_began)
        if now - self._turn_began > self._turn_amount:
            self.is_hot = False  # others had its core or the GIL meanwhile: it has been off the processor
        if not request.turn(self, request, now):
            self.go_on(now)

    def compute_in_thread(self, request: Request, amount: int, then: Turn, now: int) -> None:
        """A thread takes `amount` ns of processor time, in its turns with the loop and the other threads."""

        def done(at: int) -> None:
            del self.thread_jobs[job]
            self.interpreter.computed(job, at)
            self.interpreter.release(job, at)
            job.forget()
            self._account(request, amount, at - now)
            then(self, request, at)

        job = Job(amount, done, NORMAL)
        self.thread_jobs[job] = request
        if self.trace is not None and not self.interpreter.is_free_for(job):
            self.trace.enter(now, request.id, Stage.CPU_QUEUE, self.threads.place)
        self.interpreter.take(job, lambda at: self._run_thread(request, job, at), now)

    def _run_thread(self, request: Request, job: Job, now: int) -> None:
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ON_CPU, self.threads.place)
        self.interpreter.compute(job, now)

    def _account(self, request: Request, amount: int, elapsed: int) -> None:
        self.cpu_ns += amount
        request.cpu += amount
        request.cpu_wait += elapsed - amount

    def computed_so_far(self, request: Request, now: int) -> int | None:
        """Processor time that `request` has had of a stretch that is not accounted for; None where there is none."""
        if request is self._turn_of:
            return int(self.interpreter.used(self.loop_job, now))
        if request is self._wants_gil:
            return 0
        job = next((job for job, of in self.thread_jobs.items() if of is request), None)
        return None if job is None else int(self.interpreter.used(job, now))

    def cpu_so_far(self, now: int) -> int:
        """Processor time used up to `now`, by jobs in progress too."""
        jobs = [*self.thread_jobs, *([self.loop_job] if self._turn_of is not None else [])]
        return self.cpu_ns + sum(int(self.interpreter.used(job, now)) for job in jobs)


class ContendedAsyncioLoop(ContendedWorker, AsyncioLoop):
    """asyncio, with others on the processor."""

    __slots__ = ()

    def go_on(self, now: int) -> None:
        """A poll that finds nothing releases the GIL."""
        super().go_on(now)
        if self.is_asleep:
            self.interpreter.release(self.loop_job, now)


class ContendedUvloopLoop(ContendedWorker, UvloopLoop):
    """uvloop, with others on the processor."""

    __slots__ = ()

    def go_on(self, now: int) -> None:
        """A poll that finds nothing releases the GIL."""
        super().go_on(now)
        if self.is_asleep:
            self.interpreter.release(self.loop_job, now)
