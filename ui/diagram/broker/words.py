"""What is said of the message queue, its consumers, its messages and its dead letters."""

from PySide6.QtCore import QCoreApplication

from simulator.record.stages import MessageStage
from ui.diagram import numbers
from ui.diagram.broker.faces import ConsumerFace, DeadFace, QueueFace
from ui.diagram.facts import Reading


def zone_title() -> str:
    """The lesson's word for the message queue, told apart from the accept queue."""
    return QCoreApplication.translate("Diagram", "Backlog (message queue)")


def why_from_the_app() -> str:
    """Why the arrow begins where it does."""
    return QCoreApplication.translate(
        "Diagram",
        "The arrow leaves the APP, not uvicorn: your code puts the message into the queue and answers 202 at once;"
        " uvicorn knows nothing of tasks. The lesson's picture draws it from uvicorn, because it calls two queues"
        " backlog: this one, and the accept queue in front of uvicorn.",
    )


def queue_name(face: QueueFace) -> str:
    """With its length."""
    text = QCoreApplication.translate("Diagram", "Message queue, {count} wait")
    return text.replace("{count}", numbers.count(face.waiting))


def queue_lines(face: QueueFace) -> list[str]:
    """Figures of the queue, and what it is."""
    lines = []
    for text, value in (
        (QCoreApplication.translate("Diagram", "Published so far: {count}"), face.published),
        (
            QCoreApplication.translate("Diagram", "Room for {count}; then a route that enqueues answers 503"),
            face.capacity,
        ),
        (
            QCoreApplication.translate("Diagram", "Hidden until their visibility time-out: {count}"),
            face.hidden,
        ),
        (QCoreApplication.translate("Diagram", "Delivered again so far: {count}"), face.redelivered),
        (QCoreApplication.translate("Diagram", "Lag, published and not committed: {count}"), face.lag or 0),
    ):
        if value:
            lines.append(text.replace("{count}", numbers.count(value)))
    return [*lines, why_from_the_app()]


def consumers_word() -> str:
    """All of them."""
    return QCoreApplication.translate("Diagram", "consumers")


def consumer_name(number: int) -> str:
    """Of a consumer."""
    return QCoreApplication.translate("Diagram", "Consumer {number}").replace("{number}", numbers.count(number))


def consumer_state(face: ConsumerFace) -> str:
    """In a word or two; nothing where it simply works."""
    if face.is_gone:
        return QCoreApplication.translate("Diagram", "crashed")
    if face.is_leaving:
        return QCoreApplication.translate("Diagram", "finishes and leaves")
    if not face.working and not face.reserved:
        return QCoreApplication.translate("Diagram", "waits for messages")
    return ""


def consumer_state_shortly(face: ConsumerFace) -> str:
    """The same in one word."""
    if face.is_gone:
        return consumer_state(face)
    if face.is_leaving:
        return QCoreApplication.translate("Diagram", "leaves")
    return QCoreApplication.translate("Diagram", "waits")


def consumer_lines(face: ConsumerFace) -> list[str]:
    """What it has in its hands, and by which habits."""
    working = QCoreApplication.translate("Diagram", "Works on {count} of {limit}")
    reserved = QCoreApplication.translate("Diagram", "Reserved, not begun: {count}")
    prefetch = QCoreApplication.translate("Diagram", "Prefetch {count}: so many unacknowledged at most")
    any_number = QCoreApplication.translate("Diagram", "Prefetch 0: it reserves all there are")
    early = QCoreApplication.translate(
        "Diagram", "Acknowledges as it begins: what it works on is lost when it crashes."
    )
    late = QCoreApplication.translate("Diagram", "Acknowledges when it is done: after a crash others get it again.")
    return [
        *filter(None, [consumer_state(face)]),
        working.replace("{count}", numbers.count(face.working)).replace("{limit}", numbers.count(face.concurrency)),
        reserved.replace("{count}", numbers.count(face.reserved)),
        prefetch.replace("{count}", numbers.count(face.prefetch)) if face.prefetch else any_number,
        early if face.acks_early else late,
    ]


def consumer_spoken(face: ConsumerFace) -> str:
    """Its name and what it does, for screen readers."""
    state = consumer_state(face)
    if state:
        return f"{consumer_name(face.number)}, {state}"
    text = QCoreApplication.translate("Diagram", "{name}, works on {count}, {reserved} reserved")
    text = text.replace("{name}", consumer_name(face.number)).replace("{count}", numbers.count(face.working))
    return text.replace("{reserved}", numbers.count(face.reserved))


def crowd_title(count: int, busy: int) -> str:
    """How many consumers there are."""
    text = QCoreApplication.translate("Diagram", "{count} consumers, {busy} busy")
    return text.replace("{count}", numbers.count(count)).replace("{busy}", numbers.count(busy))


def crowd_shortly(count: int, busy: int) -> str:
    """The same where there is little room."""
    text = QCoreApplication.translate("Diagram", "{busy} of {count} busy")
    return text.replace("{count}", numbers.count(count)).replace("{busy}", numbers.count(busy))


def dead_title() -> str:
    """Of the pile."""
    return QCoreApplication.translate("Diagram", "dead letters")


def dead_shortly() -> str:
    """The same in one word."""
    return QCoreApplication.translate("Diagram", "dead")


def dead_lines(face: DeadFace) -> list[str]:
    """What came to its end, and how."""
    done = QCoreApplication.translate("Diagram", "Completed so far: {count}").replace(
        "{count}", numbers.count(face.completed)
    )
    failed = QCoreApplication.translate("Diagram", "Failed for good: {count}").replace(
        "{count}", numbers.count(face.failed)
    )
    what = QCoreApplication.translate(
        "Diagram", "Delivered as often as it may be, without success: put aside for somebody to look at."
    )
    return [done, *([failed] if face.failed else []), what]


def stage_text(stage: MessageStage) -> str:
    """What a message in this stage does."""
    texts = {
        MessageStage.BROKER_QUEUE: QCoreApplication.translate("Diagram", "waits for a consumer"),
        MessageStage.HIDDEN: QCoreApplication.translate("Diagram", "unacknowledged, hidden until its time-out"),
        MessageStage.RESERVED: QCoreApplication.translate("Diagram", "reserved by a consumer, not begun"),
        MessageStage.ON_CPU: QCoreApplication.translate("Diagram", "on CPU"),
        MessageStage.IN_IO: QCoreApplication.translate("Diagram", "in I/O"),
        MessageStage.POOL_QUEUE: QCoreApplication.translate("Diagram", "waits for a connection of the pool"),
        MessageStage.SERVICE_QUEUE: QCoreApplication.translate("Diagram", "waits for the service"),
    }
    return texts.get(stage, "")


def message_text(reading: Reading, copy_id: int) -> str | None:
    """Its number, its task and what it does; None where it is gone."""
    node, messages = reading.crew.topology.broker, reading.messages
    if node is None or messages is None:
        return None
    moment = messages.moment
    row = int(moment.copy_id.searchsorted(copy_id))
    if row >= len(moment) or moment.copy_id[row] != copy_id:
        return None
    name = QCoreApplication.translate("Diagram", "Message {number}")
    lines = [name.replace("{number}", numbers.count(int(moment.message_id[row])))]
    task = int(moment.task[row])
    if task < len(node.tasks):
        lines[0] += f" · {node.tasks[task]}"
    since = numbers.duration((moment.time_ns - int(moment.since_ns[row])) / 1e9)
    stage = stage_text(MessageStage(int(moment.stage[row])))
    lines.append(f"{stage}, {since}" if since else stage)
    if moment.delivery[row] > 1:
        again = QCoreApplication.translate("Diagram", "Delivered again: delivery {count}")
        lines.append(again.replace("{count}", numbers.count(int(moment.delivery[row]))))
    by = QCoreApplication.translate("Diagram", "Published by request {number}, {time} ago")
    age = numbers.duration((moment.time_ns - int(moment.published_ns[row])) / 1e9) or "0 s"
    lines.append(by.replace("{number}", numbers.count(int(moment.request_id[row]))).replace("{time}", age))
    return "\n".join(lines)
