"""The rows of the table of requests: how wide, how high, how they are gone through."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.inspector.table_model import RequestTableModel
from ui.inspector.table_rows import COLUMNS

_ROW = 24
_WIDTHS = {"request": 96, "client": 88, "route": 132, "worker": 58, "outcome": 116, "sent": 80, "response": 120}
_ARROW = 18
"""Beside a heading, where rows are sorted by it."""


class RowsView(QTableView):
    """Rows, without Qt's search by typing, which would ask for the text of a million of them."""

    def __init__(self, model: RequestTableModel) -> None:
        super().__init__()
        self._model = model
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
        self._is_fitted = False

    def _fit(self) -> None:
        """As wide as what may stand there, and as the heading, which for times is wider."""
        self._is_fitted, head = True, self.horizontalHeader()
        with_arrow, _ = self._model.sorted_by
        for number, name in enumerate(COLUMNS):
            heading = head.sectionSizeHint(number) + (0 if number == with_arrow else _ARROW)
            self.setColumnWidth(number, max(_WIDTHS.get(name, 0), heading))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_fitted:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._is_fitted = False
            if self.isVisible():
                self._fit()

    def keyboardSearch(self, search: str) -> None:
        """There is a field for that."""
