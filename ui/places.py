"""Where the parts of the window stand: bars above and below, the diagram between charts and parameters."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.preferences import Preferences

_BESIDE = (
    (QSize(2000, 1200), QSize(360, 300)),
    (QSize(1400, 800), QSize(300, 208)),
    (QSize(0, 0), QSize(272, 144)),
)
"""From which size of the window on, how wide the parameters and how high the charts are."""
_LEAST_DIAGRAM = QSize(640, 260)


class Places(QWidget):
    """The central widget. Parameters, charts, inspector and timeline have their places before they are there."""

    def __init__(self, bars: tuple[QWidget, QWidget], middle: tuple[QWidget, QWidget]) -> None:
        """`bars`: above and below all; `middle`: the diagram and its sentence."""
        super().__init__()
        self.setObjectName("central")
        self.charts, self.inspector, self.timeline, self.panel, upper = (QWidget() for _ in range(5))
        diagram, sentence = middle
        diagram.setMinimumSize(_LEAST_DIAGRAM)
        _column(upper, 0, diagram, sentence, self.timeline)
        for place in (self.charts, self.inspector, self.timeline, self.panel):
            _column(place, 0)
        self.rows, self._columns = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        self.rows.setObjectName("rows")
        self._columns.setObjectName("columns")
        for splitter, parts in (
            (self.rows, (upper, self.charts, self.inspector)),
            (self._columns, (self.rows, self.panel)),
        ):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            for part in parts:
                splitter.addWidget(part)
            splitter.setStretchFactor(0, 1)
            splitter.setStretchFactor(1, 0)
        self.inspector.hide()
        self.inspector.setMinimumHeight(200)
        self.charts.setMinimumHeight(120)
        self.panel.setMinimumWidth(240)
        _column(self, 1, bars[0], self._columns, bars[1])

    def fill(self, place: QWidget, part: QWidget) -> None:
        """Put a part where it belongs."""
        layout = place.layout()
        assert layout is not None, "places have one"
        layout.addWidget(part)

    def arrange(self, size: QSize) -> None:
        """Sizes that suit a window of this size."""
        beside = next(parts for least, parts in _BESIDE if least.boundedTo(size) == least)
        self._columns.setSizes([size.width() - beside.width(), beside.width()])
        self.rows.setSizes([size.height() - beside.height(), beside.height()])

    def restore(self, preferences: Preferences) -> bool:
        """Sizes as they were left; False where nothing is known of that."""
        rows, columns = preferences.bytes_of("rows"), preferences.bytes_of("columns")
        if rows is None or columns is None:
            return False
        return self.rows.restoreState(rows) and self._columns.restoreState(columns)

    def keep(self, preferences: Preferences) -> None:
        """Remember the sizes."""
        preferences.keep_bytes("rows", self.rows.saveState())
        preferences.keep_bytes("columns", self._columns.saveState())


def _column(place: QWidget, stretched: int, *parts: QWidget) -> None:
    """Parts from top to bottom; one of them takes what the others leave."""
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number, part in enumerate(parts):
        column.addWidget(part, 1 if number == stretched else 0)
