"""What stands below the diagrams of A | B: the charts, and beside them the table of differences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from ui.compare.charts import ComparedCharts
from ui.compare.table import DifferenceTable


class Lower(QSplitter):
    """Each of both is scrolled where it does not find the height that it needs."""

    def __init__(self, charts: ComparedCharts, table: DifferenceTable) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setAutoFillBackground(True)
        self._table = _scrolled(table)
        self._table.setMinimumWidth(table.minimumSizeHint().width())
        self.addWidget(_scrolled(charts))
        self.addWidget(self._table)

    def show_table(self, is_shown: bool) -> None:
        """Charts that are all shown need its room."""
        self._table.setVisible(is_shown)

    def begin_below(self, hangs: int) -> None:
        """Leave so many pixels to the badge, which hangs over the upper edge."""
        self.setContentsMargins(0, hangs, 0, 0)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
