"""The key to the requests of the diagram: colour and form say what they do, the shape says whose they are."""

from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.diagram.drawing import Brush, Words
from ui.diagram.ink import Ink, elided
from ui.diagram.numbers import count
from ui.diagram.shapes import MESSAGE, MESSAGE_AGAIN, SHAPES, flap, outline
from ui.diagram.spots import Activity
from ui.diagram.sprites import Portrait, paint_request
from ui.parameters import texts
from ui.theme import Theme

_MARGIN, _COLUMNS = 16, 2
_TIGHT, _LOOSE = 20, 22
"""Height of a line."""
_TITLE_Y, _FIRST_Y = 24, 46
_SIZE = 13
_LEFT = {Activity.WAITING: 0.62, Activity.ON_CPU: 0.6, Activity.IN_IO: 0.6}
_TITLE, _HINT = Words(12, "text.primary", 600), Words(10, "text.muted")
_WORD = Words(11, "text.secondary")
_GAP, _TEXT_X = 16, 20


class Legend(QWidget):
    """Eight activities in two columns; below them the shapes of the client groups and of messages."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._names: tuple[str, ...] = ()
        self._has_messages = False
        self._line = _LOOSE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._settle()

    def show_clients(self, names: tuple[str, ...], *, has_messages: bool = False) -> None:
        """The groups of clients, in their order, and whether there is a message queue."""
        if (names, has_messages) != (self._names, self._has_messages):
            self._names, self._has_messages = names, has_messages
            self._settle()

    def set_tight(self, is_tight: bool) -> None:
        """Lines closer together, where there is little room."""
        self._line = _TIGHT if is_tight else _LOOSE
        self._settle()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self.update()

    def retranslate(self) -> None:
        """The language changed."""
        self.setAccessibleName(self._title())
        self.setAccessibleDescription(", ".join(texts.activity(each) for each in Activity))
        self._settle()

    def _title(self) -> str:
        return QCoreApplication.translate("Parameters", "Requests")

    def _settle(self) -> None:
        self.setFixedHeight(self._clients_y() + round(self._places()[-1][1] if self._names else 0) + 12)
        self.update()

    def _clients_y(self) -> int:
        return _FIRST_Y + len(Activity) // _COLUMNS * self._line + (8 if self._names else -14)

    def _said(self) -> list[tuple[str, int | None]]:
        """Words and shape of each entry; one without a shape counts the groups that have none."""
        room = max(60.0, (self.width() - 2 * _MARGIN) / 2 - 30)
        said: list[tuple[str, int | None]] = [
            (elided(name, room, _WORD.size), shape) for shape, name in enumerate(self._names[:SHAPES])
        ]
        if len(self._names) > SHAPES:
            said.append((f"+{count(len(self._names) - SHAPES)}", None))
        if self._has_messages:
            said.append((QCoreApplication.translate("Parameters", "message"), MESSAGE))
            said.append((QCoreApplication.translate("Parameters", "delivered again"), MESSAGE_AGAIN))
        return said

    def _places(self) -> list[tuple[float, float, str]]:
        """Left, line's height and words of each entry."""
        places: list[tuple[float, float, str]] = []
        x, y, right = float(_MARGIN), 0.0, self.width() - _MARGIN
        for text, shape in self._said():
            width = (0 if shape is None else _TEXT_X) + _WORD.width(text)
            if places and x + width > right:
                x, y = float(_MARGIN), y + self._line
            places.append((x, y, text))
            x += width + _GAP
        return places

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush = Brush(painter, self._ink)
        brush.text(_MARGIN, _TITLE_Y, self._title(), _TITLE)
        hint = QCoreApplication.translate("Parameters", "colour = what it does")
        brush.text_to(self.width() - _MARGIN, _TITLE_Y, hint, _HINT)
        for number, activity in enumerate(Activity):
            line, column = divmod(number, _COLUMNS)
            x, y = _MARGIN + column * (self.width() / _COLUMNS - 8), _FIRST_Y + line * self._line
            self._paint_request(painter, activity, QPointF(x + 7, y))
            brush.text(x + 22, y + 4, texts.activity(activity), _WORD)
        if self._names:
            self._paint_clients(brush)

    def _paint_request(self, painter: QPainter, activity: Activity, at: QPointF) -> None:
        painter.save()
        painter.translate(at)
        paint_request(painter, self._ink, Portrait(0, activity, _SIZE, _LEFT.get(activity, 1.0), "surface.panel"))
        painter.restore()

    def _paint_clients(self, brush: Brush) -> None:
        top = self._clients_y()
        brush.rule(_MARGIN, self.width() - _MARGIN, top - 17)
        for (_, shape), (x, y, text) in zip(self._said(), self._places(), strict=True):
            if shape is None:
                brush.text(x, top + y + 4, text, _WORD)
                continue
            brush.painter.setPen(self._ink.pen("text.secondary", 1.5))
            brush.painter.setBrush(self._ink.mixed("surface.panel", "text.secondary", 0.16))
            brush.painter.drawPath(outline(shape, 12, QPointF(x + 7, top + y)))
            if shape < 0:
                brush.painter.translate(x + 7, top + y)
                brush.painter.drawPath(flap(12))
                brush.painter.translate(-x - 7, -top - y)
            brush.text(x + _TEXT_X, top + y + 4, text, _WORD)
