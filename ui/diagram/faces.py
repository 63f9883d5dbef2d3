"""What the boxes say, as frozen values: a box is painted again only when its face has changed."""

from typing import NamedTuple

from simulator.record import Stage
from simulator.units import NS_PER_S
from ui.diagram.boxes import Layout
from ui.diagram.facts import Reading
from ui.diagram.figures import WorkerFigures, WorkerLife
from ui.diagram.standing import Connections
from ui.diagram.steady import Held, LoopState
from ui.diagram.topology import FaultNode


class ClientFace(NamedTuple):
    """A client card."""

    names: tuple[str, ...]
    paths: tuple[str, ...]
    per_s: float | None
    users: int | None
    in_flight: int
    shape: int
    """Index of the client group whose shape it shows."""
    patience_s: float | None = None
    """How long it waits for an answer; None: for ever, or as its members do."""


class UvicornFace(NamedTuple):
    """The server."""

    waiting: int
    capacity: int
    loop: str
    accepted_per_s: float | None
    answered_per_s: float | None
    connections: Connections | None
    dropped: int = 0
    """Connections that found the accept queue full, and will come again."""
    restarts: int = 0
    limit_concurrency: int = 0
    limit_max_requests: int = 0
    orphans: int = 0
    """Requests in work whose clients have left."""
    background: int = 0

    @property
    def is_full(self) -> bool:
        """Whether the accept queue has no slot left."""
        return self.waiting >= self.capacity


class PoolFace(NamedTuple):
    """A worker's pool of connections to a service."""

    service: str
    size: int
    taken: int
    waiting: int


class WorkerFace(NamedTuple):
    """A worker."""

    number: int
    life: WorkerLife
    held: Held
    percent: int
    """Share of the last second in which the loop was held."""
    ready: int
    threads: int
    thread_limit: int
    thread_queue: int
    loop_io: int
    requests: int
    """All that it has accepted and not answered."""
    pools: tuple[PoolFace, ...] = ()
    """The fullest first."""
    starts_in_s: float | None = None
    is_spent: bool = False
    """Whether it goes because it has served as many requests as it may."""
    computing: int = 0
    """Of those in its threads, those that need the processor."""
    keeping: int = 0
    """Of those who have a token, those that wait for something."""

    @property
    def is_out_of_connections(self) -> bool:
        """Whether somebody waits for a connection of a pool."""
        return bool(self.pools) and self.pools[0].waiting > 0

    @property
    def is_gone(self) -> bool:
        """Whether there is no process."""
        return self.life in (WorkerLife.STOPPED, WorkerLife.CRASHED)

    @property
    def is_blocked(self) -> bool:
        """Whether the loop is held by something that only waits."""
        return self.held.state is LoopState.BLOCKED

    @property
    def is_out_of_threads(self) -> bool:
        """Whether somebody waits for a token."""
        return self.thread_queue > 0

    @property
    def waiting(self) -> int:
        """Those of its requests that wait for the loop, for a thread or for a connection."""
        return self.ready + self.thread_queue + sum(pool.waiting for pool in self.pools)

    @property
    def in_io(self) -> int:
        """Those that wait for something else, the loop free for others."""
        return self.requests - self.waiting - self.computing - (self.held.state is not LoopState.FREE)


class ServiceFace(NamedTuple):
    """A service."""

    name: str
    latency_s: float
    concurrency: int
    in_service: int
    waiting: int = 0
    """Who waits for a place in it."""
    connections: int = 0
    """Of all workers' pools together; 0: there is no pool."""
    fault: FaultNode | None = None


class PileFace(NamedTuple):
    """The heap of requests that came back without success."""

    counts: tuple[int, ...]
    """In the order of `outcomes.KINDS`."""
    drawn: tuple[tuple[int, Stage], ...]


def held_now(reading: Reading) -> dict[int, Held]:
    """Who holds each worker's loop, by worker number."""
    held = {}
    for index, number in enumerate(reading.crew.workers):
        path, _ = reading.held_by(index)
        if reading.count.holder[index] < 0:
            held[number] = Held()
        else:
            held[number] = Held(LoopState.BLOCKED if reading.count.is_blocked[index] else LoopState.ON_CPU, path)
    return held


def worker_faces(reading: Reading, held: dict[int, Held]) -> tuple[WorkerFace, ...]:
    """The faces of all workers, what is shown of their loops given."""
    count = reading.count
    figures = {worker.number: worker for worker in reading.figures.workers}
    faces = []
    for index, number in enumerate(reading.crew.workers):
        measured = figures.get(number, WorkerFigures(number))
        faces.append(
            WorkerFace(
                number=number,
                life=measured.life,
                held=held[number],
                percent=round(100 * measured.loop_share),
                ready=int(count.ready[index]),
                threads=min(measured.thread_limit, int(count.threads[index])),
                thread_limit=measured.thread_limit,
                thread_queue=int(count.thread_queue[index]) + max(0, int(count.threads[index]) - measured.thread_limit),
                loop_io=int(count.loop_io[index]),
                requests=int(count.at_worker[index]),
                pools=_pools(reading, index),
                starts_in_s=None if measured.starts_in_s is None else round(measured.starts_in_s, 1),
                is_spent=measured.is_spent,
                computing=int(count.computing[index]),
                keeping=int(count.keeping[index]),
            )
        )
    return tuple(faces)


def _pools(reading: Reading, worker: int) -> tuple[PoolFace, ...]:
    count = reading.count
    pools = []
    for index, service in enumerate(reading.crew.topology.services):
        if service.pool_size:
            # What is held for a request is read from where it was last: never more than there are.
            taken = min(service.pool_size, int(count.pools_taken[index, worker]))
            pools.append(PoolFace(service.name, service.pool_size, taken, int(count.pools_queue[index, worker])))
    return tuple(sorted(pools, key=lambda pool: (-pool.waiting, -pool.taken / pool.size)))


def uvicorn_face(reading: Reading) -> UvicornFace:
    """The face of the server."""
    figures, topology = reading.figures, reading.crew.topology
    return UvicornFace(
        waiting=reading.count.accept,
        capacity=topology.accept_capacity,
        loop=topology.loop,
        accepted_per_s=figures.accepted_per_s,
        answered_per_s=figures.answered_per_s,
        connections=figures.connections,
        dropped=reading.count.dropped,
        restarts=figures.restarts,
        limit_concurrency=topology.limit_concurrency,
        limit_max_requests=topology.limit_max_requests,
        orphans=reading.count.orphans,
        background=reading.count.background,
    )


def pile_face(reading: Reading) -> PileFace:
    """The face of the pile."""
    outcomes = reading.figures.outcomes
    return PileFace(outcomes.counts, outcomes.drawn)


def client_faces(reading: Reading, layout: Layout) -> tuple[ClientFace, ...]:
    """The faces of the client cards; a card for several groups adds their figures.

    Cards of groups that only another run has, which stand last, have none.
    """
    nodes, measured = reading.crew.topology.clients, reading.figures.clients_per_s
    faces = []
    for box in layout.clients:
        own = [index for index in box.members if index < len(nodes)]
        if not own:
            break
        members = [nodes[index] for index in own]
        rates = [measured[i] if i < len(measured) and measured[i] is not None else nodes[i].rate_per_s for i in own]
        known = [rate for rate in rates if rate is not None]
        users = [node.users for node in members if node.users is not None]
        faces.append(
            ClientFace(
                names=tuple(node.name for node in members),
                paths=tuple(dict.fromkeys(path for node in members for path in node.routes)),
                per_s=sum(known) if known else None,
                users=sum(users) if users else None,
                in_flight=int(reading.count.client[own].sum()),
                shape=box.members[0],
                patience_s=members[0].timeout_s if len({node.timeout_s for node in members}) == 1 else None,
            )
        )
    return tuple(faces)


def service_faces(reading: Reading) -> tuple[ServiceFace, ...]:
    """The faces of the services."""
    count, topology, time_s = reading.count, reading.crew.topology, reading.moment.time_ns / NS_PER_S
    return tuple(
        ServiceFace(
            node.name,
            node.latency_s,
            node.concurrency,
            in_service=int(count.at_service[index]),
            waiting=int(count.service_queue[index]),
            connections=node.pool_size * len(reading.crew.workers),
            fault=topology.fault_of(node.name, time_s),
        )
        for index, node in enumerate(topology.services)
    )
