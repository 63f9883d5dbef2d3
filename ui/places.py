"""Where the parts of the window stand: bars above and below, the diagram between charts and parameters."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.parts.table import Place
from ui.preferences import Preferences
from ui.side_place import SidePlace
from ui.status_bar import StatusBar

_BESIDE = (
    (QSize(2000, 1200), QSize(360, 300)),
    (QSize(1400, 800), QSize(300, 208)),
    (QSize(0, 0), QSize(272, 144)),
)
"""From which size of the window on, how wide the parameters and how high the charts are."""
_LEAST_DIAGRAM = QSize(640, 260)
_GOOD_ABOVE = 480
"""Height in which the diagram, with its sentence and the timeline, shows all of its cards."""
_SIDE_BESIDE_FROM = 1800
"""In a window so wide, the side stands beside the parameters instead of under them."""
_SIDE_WIDTH = 400
_NARROWEST_SIDE = 324
"""Under the parameters: what a line of text or of figures needs."""
_ABOVE_SIDE = 0.36
"""The share that the parameters keep: the first of them, and the search for the others."""


class Places(QWidget):
    """The central widget. Parameters, charts, inspector and timeline have their places before they are there."""

    def __init__(self, bars: tuple[QWidget, StatusBar], middle: tuple[QWidget, QWidget]) -> None:
        """`bars`: above and below all; `middle`: the diagram and its sentence."""
        super().__init__()
        self.setObjectName("central")
        self.charts, self.inspector, self.timeline, self.panel, upper = (QWidget() for _ in range(5))
        self._filled = {
            Place.PANEL: self.panel,
            Place.TIMELINE: self.timeline,
            Place.CHARTS: self.charts,
            Place.INSPECTOR: self.inspector,
            Place.STATUS: bars[1].seat,
        }
        self.side = SidePlace()
        diagram, sentence = middle
        diagram.setMinimumSize(_LEAST_DIAGRAM)
        _column(upper, 0, diagram, sentence, self.timeline)
        for place in self._filled.values():
            _column(place, 0)
        self.rows, self._right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        self._columns, self._pages = QSplitter(Qt.Orientation.Horizontal), QStackedWidget()
        for splitter, name, parts in (
            (self.rows, "rows", (upper, self.charts, self.inspector)),
            (self._right, "right", (self.panel, self.side)),
            (self._columns, "columns", (self.rows, self._right)),
        ):
            _split(splitter, name, parts)
        self._right.setStretchFactor(1, 1)
        for place in (self.inspector, self.side):
            place.hide()
        self.side.occupied.connect(self._show_side)
        self.inspector.setMinimumHeight(200)
        self.charts.setMinimumHeight(120)
        self.panel.setMinimumWidth(240)
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        _split(self._beside, "beside", (self._columns,))
        self._pages.addWidget(self._beside)
        _column(self, 1, bars[0], self._pages, bars[1])

    def fill(self, place: Place, part: QWidget) -> None:
        """Put a part where it belongs."""
        layout = self._filled[place].layout()
        assert layout is not None, "places have one"
        layout.addWidget(part)

    def show_panel(self, is_shown: bool) -> None:
        """Show the parameters, or not."""
        self.panel.setVisible(is_shown)
        self._show_right()

    def _show_side(self, is_shown: bool) -> None:
        was_shown = not self.side.isHidden()
        width = self.panel.width()
        self.side.setVisible(is_shown)
        self._show_right()
        if is_shown and not was_shown:
            self._share_right()
        elif was_shown and not is_shown and self._is_wide:
            self._columns.setSizes([self._columns.width() - width, width])

    def _share_right(self) -> None:
        """Under the parameters the side has more room than they have; beside them, the diagram makes room for it."""
        if self._is_wide:
            width = self.panel.width()
            self._columns.setSizes([self._columns.width() - width - _SIDE_WIDTH, width + _SIDE_WIDTH])
            self._right.setSizes([width, _SIDE_WIDTH])
        else:
            if 0 < self._right.width() < _NARROWEST_SIDE:
                self._columns.setSizes([self._columns.width() - _NARROWEST_SIDE, _NARROWEST_SIDE])
            height = max(1, self._right.height())
            self._right.setSizes([round(height * _ABOVE_SIDE), round(height * (1 - _ABOVE_SIDE))])

    @property
    def _is_wide(self) -> bool:
        return self._right.orientation() is Qt.Orientation.Horizontal

    def _show_right(self) -> None:
        """A splitter whose parts are all hidden would still take room."""
        self._right.setHidden(self.panel.isHidden() and self.side.isHidden())

    def show_guide(self, part: QWidget | None) -> None:
        """Show a part at the left of the diagram, whose room it takes; None: none."""
        for place in range(self._beside.count()):
            other = self._beside.widget(place)
            if other is not None and other is not self._columns:
                other.setVisible(other is part)
        if part is not None and self._beside.indexOf(part) < 0:
            self._beside.insertWidget(0, part)
            self._beside.setStretchFactor(0, 0)
            self._beside.setStretchFactor(1, 1)
            width = part.sizeHint().width()
            self._beside.setSizes([width, max(1, self.width() - width)])

    def show_whole(self, part: QWidget | None) -> None:
        """Show a part in place of all that is between the bars; None: all that again."""
        if part is not None and self._pages.indexOf(part) < 0:
            self._pages.addWidget(part)
        self._pages.setCurrentWidget(self._beside if part is None else part)

    @property
    def whole(self) -> QWidget | None:
        """What is shown in place of all that is between the bars."""
        shown = self._pages.currentWidget()
        return None if shown is self._beside else shown

    def arrange(self, size: QSize) -> None:
        """Sizes that suit a window of this size."""
        beside = next(parts for least, parts in _BESIDE if least.boundedTo(size) == least)
        self._columns.setSizes([size.width() - beside.width(), beside.width()])
        self.rows.setSizes([size.height() - beside.height(), beside.height()])

    def share_with_charts(self, times: float) -> None:
        """So many times as many rows of charts want as much more height, as far as the diagram can spare it."""
        above, charts, below = self.rows.sizes()
        if times == 1 or not charts:
            return
        most = max(above + charts - _GOOD_ABOVE, self.charts.minimumHeight())
        wanted = min(round(charts * times), most)
        self.rows.setSizes([above + charts - wanted, wanted, below])

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= _SIDE_BESIDE_FROM
        if is_wide is not self._is_wide:
            self._right.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
            if not self.side.isHidden():
                self._share_right()


def _split(splitter: QSplitter, name: str, parts: tuple[QWidget, ...]) -> None:
    """Parts that share what there is; the first one takes what is left over."""
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part in parts:
        splitter.addWidget(part)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 0)


def _column(place: QWidget, stretched: int, *parts: QWidget) -> None:
    """Parts from top to bottom; one of them takes what the others leave."""
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number, part in enumerate(parts):
        column.addWidget(part, 1 if number == stretched else 0)
