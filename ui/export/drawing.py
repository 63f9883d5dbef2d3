"""Drawings in lines as SVG text, such as browsers and drawing programs read them, and not Qt alone.

Qt writes a clip inside of another one wrongly (6.11: the inner one stays after its `restore`), and one that is set
inside of a widget that is rendered to a place at the wrong place; so no painter of ours may do either.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

DOTS_PER_INCH = 96
"""Of which a browser has one for a pixel; then a drawing is as large as what it shows."""
_NO_WAY = re.compile(r'<path[^>]*\sd="\s*"[^>]*/>\s*')
"""Curves without a point; some readers take them for an error."""
_NOTHING = re.compile(r"<g\b[^>]*>\s*</g>\s*")


def drawing(area: QRect, title: str, description: str, paint: Callable[[QPainter], None]) -> str:
    """What `paint` paints inside of `area`, in its coordinates."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Tiny SVG, which Qt writes unless told, has no clipping.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(area.size())
    generator.setViewBox(area)
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    return _tidied(bytes(data.data()).decode())


def _tidied(text: str) -> str:
    """Without groups that hold nothing: Qt begins one with every change of a pen."""
    text, count = _NO_WAY.sub("", text), 1
    while count:
        text, count = _NOTHING.subn("", text)
    return text
