"""The diagram and its sentence in an application of their own, themed and translated."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from simulator.model import System
from simulator.units import to_ns
from ui.diagram.broker.reader import messages_of
from ui.diagram.figures_reader import FiguresReader
from ui.diagram.links import Travel
from ui.diagram.moves import recent_moves
from ui.diagram.sentence_bar import SentenceBar
from ui.diagram.view import DiagramView
from ui.i18n import Code, Language
from ui.theme import ThemeName
from ui.theme.appearance import Appearance

FLIGHT_NS = 12_500_000
"""A quarter of a second at a twentieth of real time."""
SAMPLE_EVERY_S = 0.1


@dataclass(frozen=True)
class Look:
    """How a picture is taken."""

    language: Code
    theme: ThemeName
    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}-{self.theme}-{self.language}"


class Studio:
    """Takes pictures into a folder."""

    def __init__(self, out: Path) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication), "widgets need one"
        self._app = app
        self._appearance = Appearance(app)
        self._language = Language("en")
        self._out = out
        self._window: QWidget | None = None
        out.mkdir(parents=True, exist_ok=True)

    def view(self, look: Look, system: System) -> DiagramView:
        """The widget, shown, with the sentence below it."""
        self._language.set_code(look.language)
        self._appearance.set_name(look.theme)
        theme = self._appearance.theme
        self._window = window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        view = DiagramView(theme)
        bar = SentenceBar(theme)
        view.sentence_changed.connect(bar.show_sentence)
        column.addWidget(view)
        column.addWidget(bar)
        window.resize(look.width, look.height + bar.height())
        view.set_system(system.scenario)
        window.show()
        self._app.processEvents()
        return view

    def show(self, view: DiagramView, system: System, at_ns: int, flight_ns: int) -> int:
        """Show an instant; returns the number of dots."""
        assert system.trace is not None, "the run was traced"
        # Nobody watched this run, so that nobody counted what was accepted when.
        figures = FiguresReader(system, to_ns(SAMPLE_EVERY_S)).read(at_ns)._replace(accepted_per_s=None)
        moves = recent_moves(system.trace, at_ns, flight_ns)
        messages = messages_of(system, at_ns, flight_ns)
        view.show_moment(system.trace.at(at_ns), figures, moves, messages, is_settled=True)
        return view.drawn_requests

    def take(self, name: str, system: System, at_ns: int, travel: Travel, look: Look) -> None:
        """One picture."""
        view = self.view(look, system)
        view.set_travel(travel)
        self.show(view, system, at_ns, FLIGHT_NS)
        self._app.processEvents()
        assert self._window is not None, "the view has one"
        self._window.grab().save(str(self._out / f"{name}-{look}.png"))
        self._window.close()
