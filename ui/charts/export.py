"""A chart as a file: its picture, its drawing, or the numbers behind it."""

import csv
import io
import re
from base64 import b64encode
from importlib.resources import files

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.charts.chart import Chart
from ui.charts.subjects.base import Table
from ui.export.picture import pixmap_of

_FACES = {400: "Inter-Regular.ttf", 500: "Inter-Medium.ttf", 600: "Inter-SemiBold.ttf"}
_NO_WAY = re.compile(r'<path[^>]*\sd="\s*"[^>]*/>\s*')


def png(chart: Chart) -> bytes:
    """As it stands on the screen."""
    with chart.as_picture():
        picture = pixmap_of(chart)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(data.data())


def svg(chart: Chart) -> bytes:
    """As lines and text, which bring their fonts along. pyqtgraph's own exporter fails with Qt 6.11 and later."""
    data = QByteArray()
    # Tiny SVG, which Qt writes unless told, has no clipping.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(QBuffer(data))
    generator.setSize(QSize(chart.width(), chart.height()))
    generator.setViewBox(chart.rect())
    generator.setTitle(chart.header.title)
    painter = QPainter(generator)
    with chart.as_picture():
        chart.render(painter, QPoint())
    painter.end()
    text = bytes(data.data()).decode()
    # Curves without a point; some readers take them for an error.
    text = _NO_WAY.sub("", text)
    return text.replace("<defs>", f"<defs>\n<style>{_faces(text)}</style>", 1).encode()


def _faces(text: str) -> str:
    """The fonts that are used, so that words are as wide as they were measured."""
    rules = []
    for weight, name in _FACES.items():
        if f'font-weight="{weight}"' in text:
            font = b64encode(files("resources").joinpath("fonts", name).read_bytes()).decode()
            source = f"url(data:font/ttf;base64,{font})"
            rules.append(f'@font-face{{font-family:"Inter";font-weight:{weight};src:{source}}}')
    return "".join(rules)


def table_csv(table: Table) -> bytes:
    """A row a point; a cell without a value is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table)
    for row in np.column_stack(list(table.values())).tolist():
        writer.writerow([f"{value:.6f}" if np.isfinite(value) else "" for value in row])
    return text.getvalue().encode()
