"""Workers whose turns others can slow down: more workers than cores, or threads that want the GIL."""

from simulator.model.loops import AsyncioLoop, UvloopLoop
from simulator.model.processor import Interpreter, Job
from simulator.model.request import Request
from simulator.model.worker import Turn, Worker
from simulator.record.stages import HOLDS_LOOP, Stage


class ContendedWorker(Worker):
    """Every stretch of computing is a job of the interpreter; the loop waits for the GIL before it goes on."""

    interpreter: Interpreter
    loop_job: Job
    _turn_of: Request | None = None
    _turn_began = 0
    _turn_amount = 0

    def join(self, interpreter: Interpreter) -> None:
        """Use this interpreter; called once, before the first event."""
        self.interpreter = interpreter
        self.loop_job = Job(0, self._loop_computed)
        self.thread_jobs: dict[Job, Request] = {}

    # Waking needs the GIL

    def call_soon(self, request: Request, now: int) -> None:
        """`request` can go on when the loop, which may have to win the GIL first, comes to it."""
        self.queue(request, now)
        if self.is_asleep:
            self.wake(now)

    def wake(self, now: int) -> None:
        """The poll returned; the loop's thread wants the GIL."""
        self._rouse(now)
        self.interpreter.take(self.loop_job, self.go_on, now)

    def wake_to_accept(self, request: Request, now: int) -> None:
        """The poll returns for a connection; it is accepted once the loop's thread runs."""
        if self.interpreter.is_free_for(self.loop_job):
            self._rouse(now)
            self.interpreter.take(self.loop_job, lambda at: self._go_on_with(request, at), now)
        else:
            self.listener.enqueue(request, now)
            self.wake(now)

    def _go_on_with(self, request: Request, now: int) -> None:
        self.listener.took(request, self, now)
        if not self.accepted(request, now):
            self.go_on(now)

    def sleep(self, now: int) -> None:
        """The poll finds nothing and releases the GIL."""
        super().sleep(now)
        self.interpreter.release(self.loop_job, now)

    def block(self, request: Request, duration: int, place: int) -> None:
        """A blocking call releases the GIL, not the loop."""
        super().block(request, duration, place)
        self.interpreter.release(self.loop_job, int(self.env.now))

    def unblock(self, request: Request, now: int) -> None:
        """The call returned; the thread needs the GIL to go on. The time it takes is nobody's part but cpu_wait."""
        self.is_blocked = False
        began = now

        def go_on(at: int) -> None:
            request.cpu_wait += at - began
            if not request.turn(self, request, at):
                self.go_on(at)

        if self.trace is not None and not self.interpreter.is_free_for(self.loop_job):
            self.trace.enter(now, request.id, Stage.CPU_QUEUE | HOLDS_LOOP, self.place)
        self.interpreter.take(self.loop_job, go_on, now)

    # Computing

    def compute(self, request: Request, amount: int, then: Turn) -> None:
        """The turn takes `amount` ns of processor time, and longer where others take turns with it."""
        now = int(self.env.now)
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
        if not request.turn(self, request, now):
            self.go_on(now)

    def compute_in_thread(self, request: Request, amount: int, then: Turn) -> None:
        """A thread takes `amount` ns of processor time, in its turns with the loop and the other threads."""
        began = int(self.env.now)

        def done(now: int) -> None:
            del self.thread_jobs[job]
            self.interpreter.computed(job, now)
            self.interpreter.release(job, now)
            self._account(request, amount, now - began)
            then(self, request, now)

        job = Job(amount, done)
        self.thread_jobs[job] = request
        if self.trace is not None:
            stage = Stage.ON_CPU if self.interpreter.is_free_for(job) else Stage.CPU_QUEUE
            self.trace.enter(began, request.id, stage, self.threads.place)
        self.interpreter.take(job, lambda now: self._run_thread(request, job, now), began)

    def _run_thread(self, request: Request, job: Job, now: int) -> None:
        if self.trace is not None:
            self.trace.enter(now, request.id, Stage.ON_CPU, self.threads.place)
        self.interpreter.compute(job, now)

    def _account(self, request: Request, amount: int, elapsed: int) -> None:
        self.cpu_ns += amount
        request.cpu += amount
        request.cpu_wait += elapsed - amount

    def is_computing(self, request: Request) -> bool:
        """Whether the processor's time for it is still to be accounted for."""
        return request is self._turn_of or request in self.thread_jobs.values()

    def cpu_so_far(self, now: int) -> int:
        """Processor time used up to `now`, by jobs in progress too."""
        jobs = [*self.thread_jobs, *([self.loop_job] if self._turn_of is not None else [])]
        return self.cpu_ns + sum(int(self.interpreter.used(job, now)) for job in jobs)


class ContendedAsyncioLoop(ContendedWorker, AsyncioLoop):
    """asyncio, with others on the processor."""


class ContendedUvloopLoop(ContendedWorker, UvloopLoop):
    """uvloop, with others on the processor."""
