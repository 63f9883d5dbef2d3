"""Where the inspector opens: in the place of the charts, which come back when it closes."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

_LEAST, _MOST, _SHARE = 250, 400, 0.44


class InspectorSeat(QObject):
    """Keeps the actions of inspector and charts, their places and the heights in step."""

    def __init__(self, inspector: QAction, charts: QAction, place: QWidget, rows: QSplitter) -> None:
        super().__init__(rows)
        self._inspector, self._charts, self._place, self._rows = inspector, charts, place, rows
        self._had_charts = False
        self._height = 0
        inspector.toggled.connect(self._on_inspector)
        charts.toggled.connect(self._on_charts)

    def open(self) -> None:
        """Show the inspector."""
        self._inspector.setChecked(True)

    def _on_inspector(self, is_wanted: bool) -> None:
        if is_wanted:
            self._had_charts = self._charts.isChecked()
            self._charts.setChecked(False)
            self._place.show()
            self._give_room()
            return
        self._height = self._place.height()
        self._place.hide()
        if self._had_charts:
            self._charts.setChecked(True)

    def _give_room(self) -> None:
        whole = self._rows.height()
        height = self._height or min(_MOST, max(_LEAST, round(_SHARE * whole)))
        index = self._rows.indexOf(self._place)
        sizes = [height if number == index else 0 for number in range(self._rows.count())]
        sizes[0] = max(0, whole - height)
        self._rows.setSizes(sizes)

    def _on_charts(self, are_wanted: bool) -> None:
        if are_wanted and self._inspector.isChecked():
            self._had_charts = False
            self._inspector.setChecked(False)
