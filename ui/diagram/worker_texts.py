"""What is said of a worker: its state in a word, its tooltip, its name for screen readers."""

from PySide6.QtCore import QCoreApplication

from ui.diagram import numbers
from ui.diagram.faces import PoolFace, WorkerFace
from ui.diagram.figures import WorkerLife
from ui.diagram.steady import LoopState


def title(face: WorkerFace) -> str:
    """Its name."""
    return name_of(face.number)


def name_of(number: int) -> str:
    """The name of the worker of this number."""
    return QCoreApplication.translate("Diagram", "Worker {number}").replace("{number}", str(number))


def state(face: WorkerFace) -> str:
    """What its loop does, in a word or two."""
    texts = {
        WorkerLife.STOPPED: QCoreApplication.translate("Diagram", "stopped"),
        WorkerLife.CRASHED: QCoreApplication.translate("Diagram", "crashed"),
        WorkerLife.STARTING: _starting(face),
    }
    if face.life in texts:
        return texts[face.life]
    if face.is_blocked:
        return blocked()
    if face.life is WorkerLife.LEAVING:
        return QCoreApplication.translate("Diagram", "finishing")
    if face.held.state is LoopState.ON_CPU:
        return QCoreApplication.translate("Diagram", "on CPU")
    return QCoreApplication.translate("Diagram", "loop free")


def blocked() -> str:
    """The word for a loop that is held by something that only waits."""
    return QCoreApplication.translate("Diagram", "BLOCKED")


def _starting(face: WorkerFace) -> str:
    if face.starts_in_s is None:
        return QCoreApplication.translate("Diagram", "starting")
    text = QCoreApplication.translate("Diagram", "starting, {time} left")
    return text.replace("{time}", numbers.seconds(face.starts_in_s))


def second_line(face: WorkerFace) -> tuple[str, ...]:
    """What stands where the path would, when nobody holds the loop; the longer form first."""
    if face.is_spent:
        return (QCoreApplication.translate("Diagram", "max requests"),)
    if face.is_gone:
        return (QCoreApplication.translate("Diagram", "is replaced"),)
    if face.life is not WorkerLife.RUNNING:
        return ("",)
    if face.computing:
        shortly = QCoreApplication.translate("Diagram", "computing")
        return QCoreApplication.translate("Diagram", "computing in threads"), shortly
    if face.requests:
        return QCoreApplication.translate("Diagram", "waiting for I/O"), QCoreApplication.translate("Diagram", "in I/O")
    return (QCoreApplication.translate("Diagram", "nothing to do"),)


def spoken(face: WorkerFace) -> str:
    """Name and state, for screen readers."""
    ready = QCoreApplication.translate("Diagram", "{name}, {state}, {requests} ready")
    ready = ready.replace("{name}", title(face)).replace("{state}", state(face).lower())
    return ready.replace("{requests}", numbers.count(face.ready))


def explanation(face: WorkerFace) -> list[str]:
    """Lines of the tooltip."""
    lines = [state(face).lower() + (f": {face.held.path}" if face.held.path else "")]
    if face.is_blocked:
        lines.append(
            QCoreApplication.translate(
                "Diagram", "Its event loop is held by a call that only waits: nothing else runs in this process."
            )
        )
    share = QCoreApplication.translate("Diagram", "Loop held for {share} of the last second")
    lines.append(share.replace("{share}", numbers.percent(face.percent / 100)))
    ready = QCoreApplication.translate("Diagram", "Ready, waiting for the loop: {count}")
    lines.append(ready.replace("{count}", numbers.count(face.ready)))
    threads = QCoreApplication.translate("Diagram", "Threads taken: {part}")
    lines.append(threads.replace("{part}", numbers.of(face.threads, face.thread_limit)))
    if face.thread_queue:
        waiting = QCoreApplication.translate("Diagram", "Waiting for a thread: {count}")
        lines.append(waiting.replace("{count}", numbers.count(face.thread_queue)))
    lines += [_pool(pool) for pool in face.pools]
    waits = QCoreApplication.translate("Diagram", "In I/O, the loop free: {count}")
    lines.append(waits.replace("{count}", numbers.count(max(0, face.in_io))))
    if face.life is not WorkerLife.RUNNING:
        lines.append(_life(face))
    lines.append(
        QCoreApplication.translate("Diagram", "One process with one event loop; it runs one piece of Python at a time.")
    )
    return lines


def _pool(pool: PoolFace) -> str:
    text = QCoreApplication.translate("Diagram", "Connections to {service}: {part}")
    if pool.waiting:
        text = QCoreApplication.translate("Diagram", "Connections to {service}: {part}, waiting for one: {count}")
    text = text.replace("{part}", numbers.of(pool.taken, pool.size)).replace("{count}", numbers.count(pool.waiting))
    return text.replace("{service}", pool.service)


def _life(face: WorkerFace) -> str:
    """What it means that it does not simply run."""
    texts = {
        WorkerLife.STARTING: QCoreApplication.translate("Diagram", "The process starts: it accepts nothing yet."),
        WorkerLife.LEAVING: QCoreApplication.translate(
            "Diagram", "It accepts nothing more, and ends when it has finished what it holds."
        ),
        WorkerLife.STOPPED: QCoreApplication.translate(
            "Diagram", "The process has ended; the supervisor starts another."
        ),
        WorkerLife.CRASHED: QCoreApplication.translate(
            "Diagram", "The process crashed, and what it had is lost; the supervisor starts another."
        ),
    }
    return texts.get(face.life, "")
