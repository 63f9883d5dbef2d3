"""What goes wrong beside loops and threads: services, pools, connections, processes, clients that leave. Pure."""

import numpy as np

from simulator.record import Stage
from simulator.scenario import FaultKind
from simulator.units import NS_PER_S
from ui.diagram.facts import Kind, Reading, Situation
from ui.diagram.figures import WorkerFigures, WorkerLife


def _fault(reading: Reading) -> Situation | None:
    topology, count = reading.crew.topology, reading.count
    fault = topology.fault_at(reading.moment.time_ns / NS_PER_S)
    if fault is None:
        return None
    index = next(i for i, service in enumerate(topology.services) if service.name == fault.service)
    kinds = {FaultKind.DOWN: Kind.SERVICE_DOWN, FaultKind.HANG: Kind.SERVICE_HANGS}
    return Situation(
        kinds.get(fault.kind, Kind.SERVICE_SLOW),
        service=fault.service,
        factor=fault.factor,
        in_io=int(count.at_service[index]),
        waiting=int(count.service_queue[index] + count.pools_queue[index].sum()),
        in_s=fault.until_s - reading.moment.time_ns / NS_PER_S,
    )


def _nobody_accepts(reading: Reading) -> Situation | None:
    workers = reading.figures.workers
    if not workers or any(worker.life is WorkerLife.RUNNING for worker in workers):
        return None
    starting = [worker.starts_in_s for worker in workers if worker.starts_in_s is not None]
    return Situation(Kind.NOBODY_ACCEPTS, unaccepted=reading.count.accept, in_s=min(starting, default=None))


def _crashed(reading: Reading) -> Situation | None:
    worker = _first(reading, WorkerLife.CRASHED)
    return None if worker is None else Situation(Kind.CRASHED, worker=worker.number)


def _dropped(reading: Reading) -> Situation | None:
    count, limit = reading.count, reading.crew.topology.accept_capacity
    if not count.dropped:
        return None
    again_s = (count.again_ns - reading.moment.time_ns) / NS_PER_S
    return Situation(Kind.DROPPED, waiting=count.dropped, unaccepted=count.accept, limit=limit, in_s=max(0.0, again_s))


def _service_full(reading: Reading) -> Situation | None:
    queue = reading.count.service_queue
    if queue.max(initial=0) == 0:
        return None
    index = int(queue.argmax())
    service = reading.crew.topology.services[index]
    return Situation(
        Kind.SERVICE_FULL,
        service=service.name,
        waiting=int(queue[index] + reading.count.pools_queue[index].sum()),
        limit=service.concurrency,
    )


def _no_connection(reading: Reading) -> Situation | None:
    queue = reading.count.pools_queue
    if queue.max(initial=0) == 0:
        return None
    index, worst = (int(at) for at in np.unravel_index(int(queue.argmax()), queue.shape))
    service = reading.crew.topology.services[index]
    return Situation(
        Kind.NO_CONNECTION,
        worker=reading.crew.workers[worst],
        service=service.name,
        limit=service.pool_size,
        waiting=int(queue[index].sum()),
        workers=int(np.count_nonzero(queue[index])),
    )


def _starting(reading: Reading) -> Situation | None:
    worker = _first(reading, WorkerLife.STARTING)
    return None if worker is None else Situation(Kind.STARTING, worker=worker.number, in_s=worker.starts_in_s)


def _leaving(reading: Reading) -> Situation | None:
    worker = _first(reading, WorkerLife.LEAVING)
    if worker is None or worker.number not in reading.crew.workers:
        return None
    held = int(reading.count.at_worker[reading.crew.workers.index(worker.number)])
    return Situation(Kind.LEAVING, worker=worker.number, waiting=held, limit=_spent_at(reading, worker))


def _spent_at(reading: Reading, worker: WorkerFigures) -> int:
    return reading.crew.topology.limit_max_requests if worker.is_spent else 0


def _rejected(reading: Reading) -> Situation | None:
    lately = reading.figures.outcomes.lately(Stage.REJECTED)
    limit = reading.crew.topology.limit_concurrency
    return Situation(Kind.REJECTED, waiting=lately, limit=limit) if lately else None


def _failed(reading: Reading) -> Situation | None:
    lately = reading.figures.outcomes.lately(Stage.FAILED)
    return Situation(Kind.FAILED, waiting=lately) if lately else None


def _timed_out(reading: Reading) -> Situation | None:
    lately = reading.figures.outcomes.lately(Stage.TIMED_OUT)
    return Situation(Kind.TIMED_OUT, waiting=lately, orphans=reading.count.orphans) if lately else None


def orphans(reading: Reading) -> Situation | None:
    """Work that nobody waits for."""
    number = reading.count.orphans
    return Situation(Kind.ORPHANS, orphans=number) if number else None


def _first(reading: Reading, life: WorkerLife) -> WorkerFigures | None:
    return next((worker for worker in reading.figures.workers if worker.life is life), None)


FIRST_LOOKS = (_fault, _nobody_accepts, _crashed, _dropped, _service_full, _no_connection)
"""What matters more than a loop that is blocked: often it is the cause."""
LATER_LOOKS = (_starting, _leaving, _rejected, _failed, _timed_out)
