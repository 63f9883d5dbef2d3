"""What is said of a worker: its state in a word, its tooltip, its name for screen readers."""

from PySide6.QtCore import QCoreApplication

from ui.diagram import numbers
from ui.diagram.faces import WorkerFace
from ui.diagram.figures import WorkerLife
from ui.diagram.steady import LoopState


def title(face: WorkerFace) -> str:
    """Its name."""
    return QCoreApplication.translate("Diagram", "Worker {number}").replace("{number}", str(face.number))


def state(face: WorkerFace) -> str:
    """What its loop does, in a word or two."""
    if face.life is WorkerLife.STARTING:
        return QCoreApplication.translate("Diagram", "starting")
    if face.life is WorkerLife.STOPPED:
        return QCoreApplication.translate("Diagram", "stopped")
    if face.is_blocked:
        return QCoreApplication.translate("Diagram", "BLOCKED")
    if face.life is WorkerLife.LEAVING:
        return QCoreApplication.translate("Diagram", "finishing")
    if face.held.state is LoopState.ON_CPU:
        return QCoreApplication.translate("Diagram", "on CPU")
    return QCoreApplication.translate("Diagram", "loop free")


def second_line(face: WorkerFace) -> str:
    """What stands where the path would, when nobody holds the loop."""
    if face.life is not WorkerLife.RUNNING:
        return ""
    if face.requests:
        return QCoreApplication.translate("Diagram", "waiting for I/O")
    return QCoreApplication.translate("Diagram", "nothing to do")


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
    waits = QCoreApplication.translate("Diagram", "In I/O, the loop free: {count}")
    lines.append(waits.replace("{count}", numbers.count(max(0, face.in_io))))
    lines.append(
        QCoreApplication.translate("Diagram", "One process with one event loop; it runs one piece of Python at a time.")
    )
    return lines
