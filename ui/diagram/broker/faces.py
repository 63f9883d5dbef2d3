"""What the broker's boxes say at an instant, as plain values. Pure."""

from typing import NamedTuple

from ui.diagram.broker.messages import ConsumerFigures, Messages, holdings
from ui.diagram.topology import BrokerNode


class QueueFace(NamedTuple):
    """The message queue."""

    kind: str
    waiting: int
    capacity: int
    """0: any number."""
    hidden: int
    published: int
    redelivered: int
    lag: int | None

    @property
    def is_full(self) -> bool:
        """Whether the next message is turned away."""
        return 0 < self.capacity <= self.waiting


class ConsumerFace(NamedTuple):
    """A consumer, and what it has in its hands."""

    number: int
    working: int
    concurrency: int
    reserved: int
    prefetch: int
    """0: any number."""
    acks_early: bool
    is_leaving: bool = False
    is_gone: bool = False

    @property
    def is_busy(self) -> bool:
        """Whether it has no room for another execution."""
        return self.working >= self.concurrency


class DeadFace(NamedTuple):
    """What came to nothing."""

    dead: int
    failed: int
    completed: int


class BrokerFaces(NamedTuple):
    """All of them."""

    queue: QueueFace
    consumers: tuple[ConsumerFace, ...]
    dead: DeadFace

    @property
    def busy(self) -> int:
        """Consumers that have no room for another execution."""
        return sum(face.is_busy for face in self.consumers)


def broker_faces(node: BrokerNode, messages: Messages, consumers: tuple[int, ...]) -> BrokerFaces:
    """The faces of a broker and of the consumers drawn."""
    held, counts = holdings(messages.moment, consumers), messages.moment.counts
    known = {each.number: each for each in messages.consumers}
    faces = []
    for index, number in enumerate(consumers):
        figures = known.get(number, ConsumerFigures(number))
        faces.append(
            ConsumerFace(
                number,
                int(held.working[index]),
                node.concurrency,
                int(held.reserved[index]),
                node.prefetch,
                node.acks_early,
                figures.is_leaving,
                figures.is_gone,
            )
        )
    queue = QueueFace(
        node.kind, held.waiting, node.capacity, held.hidden, counts.published, counts.redelivered, messages.lag
    )
    return BrokerFaces(queue, tuple(faces), DeadFace(counts.dead_lettered, counts.failed, counts.completed))
