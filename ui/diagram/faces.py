"""What the boxes say, as frozen values: a box is painted again only when its face has changed."""

from dataclasses import dataclass

from ui.diagram.boxes import Layout
from ui.diagram.figures import WorkerFigures, WorkerLife
from ui.diagram.situation import Reading
from ui.diagram.steady import Held, LoopState


@dataclass(frozen=True, slots=True)
class ClientFace:
    """A client card."""

    names: tuple[str, ...]
    paths: tuple[str, ...]
    per_s: float | None
    users: int | None
    in_flight: int
    shape: int
    """Index of the client group whose shape it shows."""


@dataclass(frozen=True, slots=True)
class UvicornFace:
    """The server."""

    waiting: int
    capacity: int
    loop: str
    accepted_per_s: float | None
    answered_per_s: float | None
    connections: int | None

    @property
    def is_full(self) -> bool:
        """Whether the accept queue has no slot left."""
        return self.waiting >= self.capacity


@dataclass(frozen=True, slots=True)
class WorkerFace:
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
        """Those of its requests that wait for the loop or for a thread."""
        return self.ready + self.thread_queue

    @property
    def in_io(self) -> int:
        """Those that wait for something else, the loop free for others."""
        return self.requests - self.waiting - (self.held.state is not LoopState.FREE)


@dataclass(frozen=True, slots=True)
class ServiceFace:
    """A service."""

    name: str
    latency_s: float
    concurrency: int
    in_service: int


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
                threads=int(count.threads[index]),
                thread_limit=measured.thread_limit,
                thread_queue=int(count.thread_queue[index]),
                loop_io=int(count.loop_io[index]),
                requests=int(count.at_worker[index]),
            )
        )
    return tuple(faces)


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
    )


def client_faces(reading: Reading, layout: Layout) -> tuple[ClientFace, ...]:
    """The faces of the client cards; a card for several groups adds their figures."""
    nodes, measured = reading.crew.topology.clients, reading.figures.clients_per_s
    faces = []
    for box in layout.clients:
        members = [nodes[index] for index in box.members]
        rates = [
            measured[i] if i < len(measured) and measured[i] is not None else nodes[i].rate_per_s for i in box.members
        ]
        known = [rate for rate in rates if rate is not None]
        users = [node.users for node in members if node.users is not None]
        faces.append(
            ClientFace(
                names=tuple(node.name for node in members),
                paths=tuple(dict.fromkeys(path for node in members for path in node.routes)),
                per_s=sum(known) if known else None,
                users=sum(users) if users else None,
                in_flight=int(reading.count.client[list(box.members)].sum()),
                shape=box.members[0],
            )
        )
    return tuple(faces)


def service_faces(reading: Reading) -> tuple[ServiceFace, ...]:
    """The faces of the services."""
    return tuple(
        ServiceFace(node.name, node.latency_s, node.concurrency, int(reading.count.at_service[index]))
        for index, node in enumerate(reading.crew.topology.services)
    )
