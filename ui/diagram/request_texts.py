"""What is said of one request."""

from PySide6.QtCore import QCoreApplication

from simulator.record import Moment, Stage
from ui.diagram import numbers
from ui.diagram.facts import Reading


def stage_text(stage: Stage, *, holds_loop: bool) -> str:
    """What a request in this stage does."""
    if holds_loop and stage is Stage.IN_IO:
        return QCoreApplication.translate("Diagram", "in a blocking call, holds the loop")
    texts = {
        Stage.CONNECTING: QCoreApplication.translate("Diagram", "connecting"),
        Stage.TRAVELLING: QCoreApplication.translate("Diagram", "on its way to the server"),
        Stage.ACCEPT_QUEUE: QCoreApplication.translate("Diagram", "waits to be accepted"),
        Stage.LOOP_QUEUE: QCoreApplication.translate("Diagram", "waits for the loop"),
        Stage.ON_CPU: QCoreApplication.translate("Diagram", "on CPU"),
        Stage.CPU_QUEUE: QCoreApplication.translate("Diagram", "waits for the processor or the GIL"),
        Stage.THREAD_QUEUE: QCoreApplication.translate("Diagram", "waits for a thread"),
        Stage.POOL_QUEUE: QCoreApplication.translate("Diagram", "waits for a connection of the pool"),
        Stage.SERVICE_QUEUE: QCoreApplication.translate("Diagram", "waits for the service"),
        Stage.IN_IO: QCoreApplication.translate("Diagram", "in I/O"),
        Stage.RETURNING: QCoreApplication.translate("Diagram", "answered, on its way back"),
        Stage.BACKGROUND: QCoreApplication.translate("Diagram", "answered; its background work goes on"),
        Stage.ORPHANED: QCoreApplication.translate("Diagram", "given up by its client; the server goes on"),
    }
    return texts.get(stage, "")


def request_text(reading: Reading, request_id: int) -> str | None:
    """Its number, its client, what it asks for and what it does; None where it is no longer in flight."""
    moment, topology = reading.moment, reading.crew.topology
    row = int(moment.request_id.searchsorted(request_id))
    if row >= len(moment) or moment.request_id[row] != request_id:
        return None
    name = QCoreApplication.translate("Diagram", "Request {number}").replace("{number}", numbers.count(request_id))
    client, route = int(moment.client[row]), int(moment.route[row])
    lines = [name]
    if client < len(topology.clients):
        lines[0] += f" · {topology.clients[client].name}"
    if route < len(topology.routes):
        lines.append(topology.routes[route].path)
    stage = stage_text(Stage(int(moment.stage[row])), holds_loop=bool(moment.holds_loop[row]))
    if reading.where.is_dropped[row]:
        stage = QCoreApplication.translate("Diagram", "dropped at the full accept queue, tries again")
    since = numbers.duration((moment.time_ns - int(moment.since_ns[row])) / 1e9)
    lines.append(f"{stage}, {since}" if stage else since)
    age = QCoreApplication.translate("Diagram", "Sent {time} ago")
    lines.append(age.replace("{time}", numbers.duration((moment.time_ns - int(moment.sent_ns[row])) / 1e9)))
    lines += _retry_lines(reading, request_id)
    if client < len(topology.clients):
        lines += _patience_lines(topology.clients[client].timeout_s, moment, row)
    return "\n".join(lines)


def _retry_lines(reading: Reading, request_id: int) -> list[str]:
    if reading.figures.attempts is None:
        return []
    attempt, first_id = reading.figures.attempts.of(request_id)
    if attempt == 1:
        return []
    text = QCoreApplication.translate("Diagram", "Attempt {attempt}, after request {first}")
    return [text.replace("{attempt}", numbers.count(attempt)).replace("{first}", numbers.count(first_id))]


def _patience_lines(timeout_s: float | None, moment: Moment, row: int) -> list[str]:
    if timeout_s is None or Stage(int(moment.stage[row])) in (Stage.ORPHANED, Stage.BACKGROUND):
        return []
    left = max(0.0, timeout_s - (moment.time_ns - int(moment.sent_ns[row])) / 1e9)
    text = QCoreApplication.translate("Diagram", "Its client gives up in {time}")
    return [text.replace("{time}", numbers.duration(left))] if left else []
