"""The rows of the table of requests: how wide, how high, how they are gone through."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.inspector.table_model import RequestTableModel
from ui.inspector.table_rows import COLUMNS

_ROW = 24
_WIDTHS = {"request": 96, "client": 88, "route": 132, "worker": 58, "outcome": 116, "sent": 80, "response": 120}
_OTHER_WIDTH = 128


class RowsView(QTableView):
    """Rows, without Qt's search by typing, which would ask for the text of a million of them."""

    def __init__(self, model: RequestTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(4 * _ROW)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        # Qt's own arrow is painted over the words; ours is one of them.
        head.setSortIndicatorShown(False)
        for number, name in enumerate(COLUMNS):
            self.setColumnWidth(number, _WIDTHS.get(name, _OTHER_WIDTH))

    def keyboardSearch(self, search: str) -> None:
        """There is a field for that."""
