"""What is said of the server beside its accept queue: what it goes on with, its limits, its restarts."""

from PySide6.QtCore import QCoreApplication

from ui.diagram import numbers
from ui.diagram.faces import UvicornFace
from ui.diagram.standing import Connections


def figures(face: UvicornFace) -> list[tuple[str, str]]:
    """Rows of its card: those that say something."""
    rows = [
        (QCoreApplication.translate("Diagram", "orphan work"), face.orphans),
        (QCoreApplication.translate("Diagram", "background work"), face.background),
        (QCoreApplication.translate("Diagram", "restarts"), face.restarts),
    ]
    said = [(label, numbers.count(value)) for label, value in rows if value]
    if face.connections is not None:
        said.append((QCoreApplication.translate("Diagram", "connections"), _connections(face.connections)))
    return said


def _connections(connections: Connections) -> str:
    if not connections.idle:
        return numbers.count(connections.open)
    text = QCoreApplication.translate("Diagram", "{count} · {idle} idle")
    text = text.replace("{count}", numbers.count(connections.open))
    return text.replace("{idle}", numbers.count(connections.idle))


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
    return said
