"""When there is something to say of the message queue. Pure."""

from ui.diagram.broker.faces import BrokerFaces, broker_faces
from ui.diagram.facts import Kind, Reading, Situation


def message_queue(reading: Reading) -> Situation | None:
    """Messages wait, and no consumer has room for another."""
    faces = _faces(reading)
    if faces is None or not faces.queue.waiting or not _are_all_busy(faces):
        return None
    return Situation(
        Kind.MESSAGES_WAIT,
        waiting=faces.queue.waiting,
        workers=len(faces.consumers),
        limit=faces.consumers[0].concurrency if faces.consumers else 0,
        in_io=sum(face.reserved for face in faces.consumers),
    )


def broker_full(reading: Reading) -> Situation | None:
    """The queue turns messages away."""
    faces = _faces(reading)
    if faces is None or not faces.queue.is_full:
        return None
    return Situation(Kind.BROKER_FULL, waiting=faces.queue.waiting, limit=faces.queue.capacity)


def broker_bottleneck(reading: Reading) -> str | None:
    """The consumers, where all have their hands full and messages wait: the first of them, or their crowd."""
    faces = _faces(reading)
    if faces is None or not faces.queue.waiting or not _are_all_busy(faces):
        return None
    return f"consumer:{faces.consumers[0].number}" if faces.consumers else None


def _faces(reading: Reading) -> BrokerFaces | None:
    node = reading.crew.topology.broker
    if node is None or reading.messages is None:
        return None
    return broker_faces(node, reading.messages, reading.crew.consumers)


def _are_all_busy(faces: BrokerFaces) -> bool:
    return all(face.is_busy or face.is_gone for face in faces.consumers)
