"""What is said of the server beside its accept queue: what it goes on with, its limits, its restarts."""

from PySide6.QtCore import QCoreApplication

from ui.diagram import numbers
from ui.diagram.faces import UvicornFace
from ui.diagram.standing import Connections

UNKNOWN = "–"


def figures(face: UvicornFace) -> list[tuple[str, tuple[str, ...]]]:
    """Rows of its card: those that say something, then the connections; forms of a value, the longest first."""
    rows = [
        (QCoreApplication.translate("Diagram", "orphan work"), face.orphans),
        (QCoreApplication.translate("Diagram", "background work"), face.background),
        (QCoreApplication.translate("Diagram", "restarts"), face.restarts),
    ]
    said: list[tuple[str, tuple[str, ...]]] = [(label, (numbers.count(value),)) for label, value in rows if value]
    forms = (UNKNOWN,) if face.connections is None else _connections(face.connections)
    return [*said, (QCoreApplication.translate("Diagram", "connections"), forms)]


def _connections(connections: Connections) -> tuple[str, ...]:
    count = numbers.count(connections.open)
    if not connections.idle:
        return (count,)
    text = QCoreApplication.translate("Diagram", "{count} · {idle} idle")
    if connections.idle == 1:
        text = QCoreApplication.translate("Diagram", "{count} · 1 idle")
    return text.replace("{count}", count).replace("{idle}", numbers.count(connections.idle)), count


def lines(face: UvicornFace) -> list[str]:
    """Lines of its tooltip."""
    said = []
    if face.is_full:
        said.append(
            QCoreApplication.translate(
                "Diagram", "The accept queue is full: the kernel drops new connections, whose clients try again later."
            )
        )
    for text, value in (
        (QCoreApplication.translate("Diagram", "Orphan work, whose clients have left: {count}"), face.orphans),
        (QCoreApplication.translate("Diagram", "Background work, behind an answer: {count}"), face.background),
        (
            QCoreApplication.translate(
                "Diagram", "limit_concurrency {count}: a worker with so many connections, idle ones too, answers 503."
            ),
            face.limit_concurrency,
        ),
        (
            QCoreApplication.translate("Diagram", "limit_max_requests {count}: then a worker ends."),
            face.limit_max_requests,
        ),
        (QCoreApplication.translate("Diagram", "Worker processes that took another's place: {count}"), face.restarts),
    ):
        if value:
            said.append(text.replace("{count}", numbers.count(value)))
    if face.connections is not None:
        text = QCoreApplication.translate("Diagram", "Open connections: {count}, of these idle: {idle}")
        text = text.replace("{count}", numbers.count(face.connections.open))
        said.append(text.replace("{idle}", numbers.count(face.connections.idle)))
    return said
