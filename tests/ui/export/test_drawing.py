"""A drawing is the same for a browser as for Qt."""

import re

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.export.seen import hidden
from ui.diagram.ink import Ink
from ui.diagram.spots import Activity
from ui.diagram.sprites import Portrait, paint_request
from ui.export.drawing import drawing
from ui.theme import Theme, ThemeName

AREA = QRect(0, 0, 200, 60)


def test_the_level_of_a_request_hides_nothing_of_what_is_painted_after_it(qtbot: QtBot) -> None:
    theme = Theme(ThemeName.LIGHT)
    ink = Ink(theme, is_dark=theme.is_dark)

    def paint(painter: QPainter) -> None:
        painter.setClipRect(AREA)
        for x in (20, 100, 180):
            painter.save()
            painter.translate(x, 30)
            paint_request(painter, ink, Portrait(0, Activity.WAITING, 14, left=0.5))
            painter.restore()

    assert hidden(drawing(AREA, "", "", paint)) == []


def test_what_is_hidden_is_found(qtbot: QtBot) -> None:
    def paint(painter: QPainter) -> None:
        painter.setClipRect(QRect(0, 0, 10, 10))
        painter.drawLine(100, 20, 130, 50)

    assert len(hidden(drawing(AREA, "", "", paint))) == 1


def test_it_is_as_large_as_what_it_shows_and_holds_no_empty_groups(qtbot: QtBot) -> None:
    text = drawing(AREA, "A square", "", lambda painter: painter.fillRect(5, 5, 20, 20, QColor("red")))
    assert 'width="52.9167mm" height="15.875mm"' in text, "200 and 60 pixels of a browser"
    assert "<title>A square</title>" in text
    assert not re.search(r"<g\b[^>]*>\s*</g>", text)
