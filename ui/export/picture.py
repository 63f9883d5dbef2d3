"""The diagram as a picture file."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSaveFile
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from simulator.errors import ResultsError

_DENSITY = 2.0
"""Pixels of the picture for a pixel of the screen: sharp on paper and slides too."""


def export_picture(widget: QWidget, path: Path) -> None:
    """Write the widget as PNG, whole or not at all. Raises ResultsError."""
    picture = QPixmap(widget.size() * _DENSITY)
    picture.setDevicePixelRatio(_DENSITY)
    # Not the widget's own: that of a graphics view leaves out what is around its scene.
    QWidget.render(widget, picture, QPoint())
    file = QSaveFile(str(path))
    is_written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and picture.save(file, "PNG") and file.commit()
    if not is_written:
        raise ResultsError(f"{path}: {file.errorString()}")
