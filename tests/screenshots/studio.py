"""The diagram's widget in an application of its own, themed and translated."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from simulator.model import System
from simulator.record import WORKER_COLUMNS
from ui.diagram.figures import DiagramFigures, WorkerFigures
from ui.diagram.links import Travel
from ui.diagram.moves import recent_moves
from ui.diagram.sentence_bar import SentenceBar
from ui.diagram.view import DiagramView

FLIGHT_NS = 12_500_000


class Studio:
    """Takes pictures into a folder."""

    def __init__(self, out: Path) -> None:
        self._app = QApplication.instance() or QApplication([])
        assert isinstance(self._app, QApplication), "widgets need one"
        self._app.setStyle("Fusion")
        self._out = out
        self._bar: SentenceBar | None = None
        out.mkdir(parents=True, exist_ok=True)

    def view(self, theme: str, size: str, system: System) -> DiagramView:
        """The widget, shown, with the sentence below it."""
        width, height = (int(part) for part in size.split("x"))
        colours, is_dark = load_theme(theme), theme == "dark"
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        view, self._bar = DiagramView(colours, is_dark=is_dark), SentenceBar(colours, is_dark=is_dark)
        view.sentence_changed.connect(self._bar.show_sentence)
        column.addWidget(view)
        column.addWidget(self._bar)
        window.resize(width, height + self._bar.height())
        view.set_system(system.scenario)
        window.show()
        self._window = window
        self._app.processEvents()
        return view

    def show(self, view: DiagramView, system: System, at_ns: int, flight_ns: int) -> int:
        """Show an instant; returns the number of dots."""
        assert system.trace is not None, "the run was traced"
        moment = system.trace.at(at_ns)
        moves = recent_moves(system.trace, at_ns, flight_ns)
        view.show_moment(moment, figures(system, at_ns), moves, is_settled=False)
        return view.drawn_requests

    def take(self, name: str, system: System, at_ns: int, travel: str, look: tuple[str, str, str]) -> None:
        """One picture; `look` is language, theme and size."""
        language, theme, size = look
        speak(self._app, language)
        view = self.view(theme, size, system)
        view.set_travel(Travel[travel])
        self.show(view, system, at_ns, FLIGHT_NS)
        self._app.processEvents()
        path = self._out / f"{name}-{size}-{theme}-{language}.png"
        self._window.grab().save(str(path))
        self._window.close()


def figures(system: System, at_ns: int) -> DiagramFigures:
    """Figures of the last second before an instant, from the run's samples."""
    table, workers = system.record.samples.table(), system.record.samples.workers()
    numbers = [worker.number for worker in system.all_workers]
    limit = system.scenario.server.thread_limit
    last = int(np.searchsorted(table[:, 0], at_ns, side="right")) - 1
    if last < 1:
        return DiagramFigures(tuple(WorkerFigures(number, thread_limit=limit) for number in numbers))
    first = max(0, last - 10)
    seconds = (table[last, 0] - table[first, 0]) / 1e9
    busy = WORKER_COLUMNS.index("busy")
    shares = (workers[last, :, busy] - workers[first, :, busy]) / 1e9 / seconds
    completed = (table[last, 2] - table[first, 2]) / seconds
    return DiagramFigures(
        tuple(WorkerFigures(number, float(shares[number - 1]), limit) for number in numbers),
        accepted_per_s=None,
        answered_per_s=completed,
        connections=None,
    )


def load_theme(name: str):  # noqa: ANN201
    """The colours of a theme."""
    import sys

    sys.path.insert(0, "/tmp/diag/stub")
    from stubtheme import Theme

    return Theme(name)


def speak(app: QApplication, language: str) -> None:
    """Use a language."""
    QLocale.setDefault(QLocale(language))
