"""What is said of a ghost: in the tooltips of the boxes that it stands behind, and to screen readers."""

from PySide6.QtCore import QCoreApplication

from ui.diagram import numbers, worker_texts
from ui.diagram.broker.cards import CONSUMERS, DEAD_LETTERS
from ui.diagram.broker.words import consumer_name, consumers_word, dead_title, zone_title
from ui.diagram.faces import held_now, pile_face, worker_faces
from ui.diagram.facts import Reading
from ui.diagram.outcomes import KINDS
from ui.diagram.pile import PILE, kind_text
from ui.diagram.sentence import sentence
from ui.diagram.situation import situation
from ui.diagram.uvicorn_card import LISTENER, accept_label


def only_in(name: str) -> str:
    """Of a part that the run that is shown does not have."""
    return QCoreApplication.translate("Diagram", "only in {name}").replace("{name}", name)


def absent_text(place: str, whose: str) -> str:
    """What a part is called, and in the next line whose it is."""
    kind, _, name = place.partition(":")
    if kind == "worker":
        title = QCoreApplication.translate("Diagram", "Worker {number}").replace("{number}", name)
    elif kind == "consumer":
        title = consumer_name(int(name))
    else:
        title = name or {DEAD_LETTERS: dead_title(), CONSUMERS: consumers_word()}.get(place, zone_title())
    return f"{title}\n{whose}"


def spoken(name: str, reading: Reading) -> str:
    """Its sentence."""
    text = QCoreApplication.translate("Diagram", "Behind it, as a ghost, {name}: {sentence}")
    return text.replace("{name}", name).replace("{sentence}", sentence(situation(reading)).text)


def place_text(reading: Reading, place: str) -> str:
    """How it is at a place."""
    kind, _, name = place.partition(":")
    if place == LISTENER:
        capacity = reading.crew.topology.accept_capacity
        return f"{accept_label()}: {numbers.of(reading.count.accept, capacity)}"
    if place == PILE:
        counts = zip(KINDS, pile_face(reading).counts, strict=True)
        return ", ".join(f"{numbers.count(count)} {kind_text(kind)}" for kind, count in counts if count)
    if kind == "worker":
        return _worker(reading, name)
    if kind == "service":
        return _service(reading, name)
    return ""


def _worker(reading: Reading, number: str) -> str:
    figures = {str(worker.number) for worker in reading.figures.workers}
    faces = {str(face.number): face for face in worker_faces(reading, held_now(reading))}
    return worker_texts.spoken(faces[number]) if number in faces and number in figures else ""


def _service(reading: Reading, name: str) -> str:
    names = [node.name for node in reading.crew.topology.services]
    if name not in names:
        return ""
    text = QCoreApplication.translate("Diagram", "{count} in service")
    return text.replace("{count}", numbers.count(int(reading.count.at_service[names.index(name)])))
