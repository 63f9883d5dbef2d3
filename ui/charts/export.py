"""A chart as a file: its picture, its drawing, or the numbers behind it."""

import csv
import io
from base64 import b64encode
from importlib.resources import files

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from ui.charts.chart import Chart
from ui.charts.subjects.base import Table
from ui.export.drawing import drawing
from ui.export.picture import pixmap_of

_FACES = {400: "Inter-Regular.ttf", 500: "Inter-Medium.ttf", 600: "Inter-SemiBold.ttf"}


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
    with chart.as_picture():
        text = drawing(chart.rect(), chart.header.title, chart.header.readout, chart.paint_into)
    # Cells of the heat strip are few pixels: else a browser blurs them into each other.
    text = text.replace("<image ", '<image style="image-rendering:pixelated" ')
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
