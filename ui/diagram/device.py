"""What a painter paints on."""

from PySide6.QtGui import QPaintEngine, QPainter

_OF_LINES = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def has_pixels(painter: QPainter) -> bool:
    """Whether it is made of pixels: copies of painted shapes would be blots in a picture of lines."""
    engine = painter.paintEngine()
    return engine is None or engine.type() not in _OF_LINES


def has_fonts(painter: QPainter) -> bool:
    """Whether letters come out as we see them: an SVG file has none of our fonts with it."""
    engine = painter.paintEngine()
    return engine is None or engine.type() is not QPaintEngine.Type.SVG
