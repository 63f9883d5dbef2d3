"""The diagram as a picture file: PNG, or in lines and letters as SVG and PDF."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRectF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QWidget

from simulator.errors import ResultsError
from simulator.whole import whole
from ui.diagram.view import DiagramView
from ui.export.drawing import DOTS_PER_INCH, drawing
from ui.theme.theme import Theme, ThemeName

_DENSITY = 2.0
"""Pixels of a picture for a pixel of the screen: sharp on paper and slides too."""


def export_picture(view: DiagramView, path: Path) -> None:
    """Write what the view shows, whole or not at all, as its suffix says. Raises ResultsError."""
    draw = DRAWERS.get(path.suffix.lower())
    if draw is None:
        raise ResultsError(f"{path}: must end with {', '.join(DRAWERS)}")
    write_bytes(path, draw(view))


def write_bytes(path: Path, data: bytes) -> None:
    """A file, whole or not at all. Raises ResultsError."""
    # Not by QSaveFile: of a disk that is full it knows no more than "Unknown error".
    try:
        with whole(path) as part:
            part.write_bytes(data)
    except OSError as error:
        raise ResultsError(f"{path}: {error.strerror or error}") from error


def pixmap_of(widget: QWidget, density: float = _DENSITY) -> QPixmap:
    """What a widget shows, sharper than on the screen."""
    picture = QPixmap(widget.size() * density)
    picture.setDevicePixelRatio(density)
    # Not the widget's own: that of a graphics view leaves out what is around its scene.
    QWidget.render(widget, picture, QPoint())
    return picture


def _png(view: DiagramView) -> bytes:
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap_of(view).save(data, "PNG")
    return bytes(data.data().data())


def inline_svg(view: DiagramView, theme: Theme) -> str:
    """What the view, which is in this theme, shows: as elements of a report, one for each ground that it may have."""
    drawn = []
    try:
        for name in ThemeName:
            view.use_theme(Theme(name))
            text = _svg(view).decode()
            drawn.append(f'<div class="on-{name}">{_named_apart(text[text.index("<svg") :], name)}</div>')
    finally:
        view.use_theme(theme)
    return "".join(drawn)


def _named_apart(text: str, name: str) -> str:
    """Names of clips are of the whole page."""
    return re.sub(r'(\bid="|url\(#)', rf"\1{name}-", text)


def _svg(view: DiagramView) -> bytes:
    area, title, description = view.viewport().rect(), view.accessibleName(), view.accessibleDescription()
    return drawing(area, title, description, lambda painter: _draw(view, painter)).encode()


def _pdf(view: DiagramView) -> bytes:
    array = QByteArray()
    data = QBuffer(array)
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(data)
    writer.setTitle(view.accessibleName())
    size = view.viewport().size()
    points = QSizeF(size) * 72 / DOTS_PER_INCH
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(DOTS_PER_INCH)
    painter = QPainter(writer)
    _draw(view, painter)
    painter.end()
    data.close()
    return bytes(array.data())


def _draw(view: DiagramView, painter: QPainter) -> None:
    """What the view shows, in lines and letters."""
    area = QRectF(view.viewport().rect())
    painter.fillRect(area, view.ground)
    with _without_pixels(view.scene()):
        view.scene().render(painter, area, view.mapToScene(view.viewport().rect()).boundingRect())


@contextmanager
def _without_pixels(scene: QGraphicsScene) -> Iterator[None]:
    """Items keep themselves as pixels, which would come out instead of lines."""
    kept = {item: item.cacheMode() for item in scene.items()}
    for item in kept:
        item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
    try:
        yield
    finally:
        for item, mode in kept.items():
            item.setCacheMode(mode)


DRAWERS: dict[str, Callable[[DiagramView], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
"""By the suffix of the file."""
