"""The diagram and its sentence as pictures of any instant of a run, on a stage that nobody sees."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.model import System
from simulator.units import to_ns
from ui.charts.numbers import clock
from ui.diagram.broker.reader import messages_of
from ui.diagram.drawing import Brush, Words
from ui.diagram.figures_reader import FiguresReader
from ui.diagram.ink import Ink
from ui.diagram.moves import recent_moves
from ui.diagram.sentence_bar import SentenceBar
from ui.diagram.view import DiagramView
from ui.pacing import flight_s
from ui.session.face import SAMPLE_EVERY_S
from ui.theme.theme import Theme

_WIDEST = 1280
"""Wider pictures are of this layout, with more pixels."""
_CLOCK = Words(12, "text.muted", 500)
_CLOCK_X, _CLOCK_Y, _CLOCK_ROOM = 14, 19, 24
"""In a strip of its own: in a small picture boxes reach up to the edge."""


class Stage:
    """Shows a run at a speed; begin with the first instant and go forward, so that words are kept to be read."""

    def __init__(self, system: System, theme: Theme, size: QSize, speed: float) -> None:
        self._system = system
        self._flight_ns = to_ns(flight_s(speed))
        self._density = max(1.0, size.width() / _WIDEST)
        self._size = size
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._figures = FiguresReader(system, to_ns(SAMPLE_EVERY_S))
        self._view = DiagramView(theme)
        self._sentence = SentenceBar(theme)
        self._view.sentence_changed.connect(self._sentence.show_sentence)
        self._frame = QWidget()
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, _CLOCK_ROOM, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._view, 1)
        column.addWidget(self._sentence)
        self._frame.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._frame.setFixedSize(round(size.width() / self._density), round(size.height() / self._density))
        self._frame.show()
        self._view.set_system(system.scenario)

    def picture(self, time_s: float, watched_s: float) -> QImage:
        """The instant, `watched_s` after the animation began."""
        trace, time_ns = self._system.trace, to_ns(time_s)
        assert trace is not None, "a session is traced"
        moves = recent_moves(trace, time_ns, self._flight_ns)
        messages = messages_of(self._system, time_ns, self._flight_ns)
        self._view.show_moment(trace.at(time_ns), self._figures.read(time_ns), moves, messages, wall_s=watched_s)
        image = QImage(self._size, QImage.Format.Format_RGB888)
        image.setDevicePixelRatio(self._density)
        painter = QPainter(image)
        self._frame.render(painter, QPoint())
        painter.fillRect(0, 0, self._frame.width(), _CLOCK_ROOM, self._view.ground)
        Brush(painter, self._ink).text(_CLOCK_X, _CLOCK_Y, clock(time_s), _CLOCK)
        painter.end()
        return image

    def close(self) -> None:
        """Nothing more is shown."""
        self._frame.close()
        self._frame.deleteLater()
