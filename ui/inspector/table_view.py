"""The table of all requests with its search and filters."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from simulator.model import System
from simulator.record import Outcome
from ui.inspector import numbers
from ui.inspector.rows_view import RowsView
from ui.inspector.table_csv import csv_of
from ui.inspector.table_model import RequestTableModel
from ui.inspector.table_order import Filter
from ui.inspector.table_rows import COLUMNS, PART_COLUMNS
from ui.keys import ENTER
from ui.theme.icons import icon
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from simulator.scenario import Scenario

_NS_PER_MS = 1_000_000
_NEEDS = (238, 150, 133, 160, 150, 118)
"""Widths of the search and the filters, by their longest words in either language."""
_LEAST_SEARCH, _LEAST_FILTER, _GAP, _MARGIN = 120, 60, 6, 14
_ONE_ROW = _LEAST_SEARCH + sum(_NEEDS[1:]) + (len(_NEEDS) - 1) * _GAP + 2 * _MARGIN
_TWO_ROWS = 520
_TIMES = frozenset({"response", *PART_COLUMNS})
_MOST_SELECTED = 1000
"""A larger selection would be carried along row by row through every sort."""
_MOST_COPIED = 100_000


class RequestTable(QWidget):
    """All requests, sorted by a click on a header, filtered by words, client, route, outcome, worker and time."""

    request_opened = Signal(int)
    """Double click, or Enter."""
    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RequestTableModel(theme, self)
        self.view = RowsView(self.model)
        self.search = QLineEdit()
        self._glass = QAction(self.search)
        self.client, self.route, self.outcome, self.worker = (QComboBox() for _ in range(4))
        self.slower = QDoubleSpinBox()
        self.count = QLabel()
        self.copy = QToolButton()
        self._filters = QGridLayout()
        self._scenario: Scenario | None = None
        self._workers = self._placed = 0
        self._arrange()
        self._connect()
        self.use_theme(theme)
        self._retranslate()

    def _arrange(self) -> None:
        self.search.setProperty("role", "search")
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.count.setProperty("role", "caption")
        self.copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for box in self._combos:
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.slower.setRange(0, 1e9)
        self.slower.setDecimals(0)
        self.slower.setSingleStep(100)
        self.slower.setKeyboardTracking(False)
        self._filters.setSpacing(_GAP)
        for part in (self.search, *self._combos, self.slower):
            # How wide they are is said below; what they want themselves must not hold the window open.
            part.setMinimumWidth(_LEAST_FILTER)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 6)
        column.setSpacing(8)
        column.addLayout(self._filters)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self._place_filters()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_filter)
        for box in self._combos:
            box.activated.connect(self._on_filter)
        self.slower.valueChanged.connect(self._on_filter)
        self.copy.clicked.connect(self.copy_rows)
        self.view.horizontalHeader().sectionClicked.connect(self.sort_by)
        self.view.doubleClicked.connect(self._on_double_click)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.model.count_changed.connect(self._show_count)
        sort = QShortcut(QKeySequence("S"), self.view)
        sort.setContext(Qt.ShortcutContext.WidgetShortcut)
        sort.activated.connect(self._sort_by_current)

    @property
    def _combos(self) -> tuple[QComboBox, ...]:
        return self.client, self.route, self.outcome, self.worker

    def _place_filters(self) -> None:
        """In one row where there is room, else in two or three."""
        parts: tuple[QWidget, ...] = (self.search, *self._combos, self.slower)
        across = self._placed = self._across
        # Where two stand side by side, the first and the last have a row of their own.
        wide = (self.search, self.slower) if across == 2 else ()
        place = 0
        for part in parts:
            self._filters.removeWidget(part)
            span = 2 if part in wide else 1
            self._filters.addWidget(part, place // across, place % across, 1, span)
            place += span
        for column in range(len(parts)):
            self._filters.setColumnStretch(column, 1 if column < across else 0)

    def _share_row(self) -> None:
        """The search gives way first: in it words may be longer than the field, of a filter they must be seen."""
        left = self.width() - 2 * _MARGIN - (len(_NEEDS) - 1) * _GAP - sum(_NEEDS[1:])
        for column, need in enumerate((min(left, _NEEDS[0]), *_NEEDS[1:])):
            self._filters.setColumnStretch(column, need)

    @property
    def _across(self) -> int:
        """So many stand side by side."""
        return len(_NEEDS) if self.width() >= _ONE_ROW else 3 if self.width() >= _TWO_ROWS else 2

    # A run

    def restart(self, system: System) -> None:
        """Another run."""
        self._scenario, self._workers = system.record.scenario, 0
        self.model.restart(system)
        self._offer(len(system.all_workers))
        self._on_filter()

    def refresh(self, workers: int) -> None:
        """Take in what happened since; there have been so many workers."""
        if workers != self._workers:
            self._offer(workers)
        self.model.refresh()

    def select(self, request_id: int) -> None:
        """Go to the row of a request, where it is shown."""
        row = self.model.row_of(request_id)
        if row is None:
            return
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.scrollTo(index)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self.model.use_theme(theme)
        self._glass.setIcon(icon("search", theme, "text.muted"))
        self.copy.setIcon(icon("copy", theme))
        self.view.viewport().update()

    # Filters

    def _offer(self, workers: int) -> None:
        """What can be chosen in each list; what is chosen stays so."""
        scenario = self._scenario
        if scenario is None:
            return
        self._workers = workers
        worker = self.tr("Worker {number}")
        _fill(self.client, self.tr("All clients"), ((client.name, i) for i, client in enumerate(scenario.clients)))
        _fill(self.route, self.tr("All routes"), ((route.path, i) for i, route in enumerate(scenario.routes)))
        _fill(
            self.outcome,
            self.tr("All outcomes"),
            ((self.model.outcome_name(outcome), int(outcome)) for outcome in Outcome),
        )
        numbered = ((worker.replace("{number}", str(number)), number) for number in range(1, workers + 1))
        _fill(self.worker, self.tr("All workers"), numbered)

    def _on_filter(self) -> None:
        names = ("client", "route", "outcome", "worker")
        equal = tuple(
            (name, int(box.currentData()))
            for name, box in zip(names, self._combos, strict=True)
            if box.currentData() is not None
        )
        self._forget_large_selection()
        self.model.set_filter(Filter(equal, round(self.slower.value() * _NS_PER_MS), self._words()))

    def _words(self) -> tuple[tuple[str, frozenset[int]], ...] | None:
        """What the typed words can mean."""
        words, scenario = self.search.text().strip().casefold(), self._scenario
        if not words or scenario is None:
            return None
        number = words.lstrip("#").replace(".", "").replace(",", "")
        return (
            ("request", frozenset({int(number)} if number.isdecimal() else ())),
            ("client", _matching(words, (client.name for client in scenario.clients))),
            ("route", _matching(words, (route.path for route in scenario.routes))),
            ("outcome", _matching(words, (self.model.outcome_name(outcome) for outcome in Outcome))),
        )

    def sort_by(self, column: int) -> None:
        """Sort by a column; by the same one again the other way round. Times begin with the longest."""
        now, order = self.model.sorted_by
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if column == now:
            wanted = falling if order is rising else rising
        else:
            wanted = falling if COLUMNS[column] in _TIMES else rising
        self._forget_large_selection()
        self.model.sort(column, wanted)
        current = self.view.currentIndex()
        if current.isValid():
            self.view.scrollTo(current)
        else:
            self.view.scrollToTop()

    def _sort_by_current(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.sort_by(index.column())

    def _forget_large_selection(self) -> None:
        parts = self.view.selectionModel().selection().toList()
        if sum(part.height() for part in parts) > _MOST_SELECTED:
            self.view.clearSelection()

    def _selected_rows(self) -> list[int]:
        parts = self.view.selectionModel().selection().toList()
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    # What is done with rows

    def _on_double_click(self, index: QModelIndex) -> None:
        self.request_opened.emit(self.model.id_at(index.row()))

    def copy_rows(self) -> None:
        """The selected rows as CSV; where there is at most one, all that are shown."""
        rows = self._selected_rows()
        ids = self.model.ids[rows] if len(rows) > 1 else self.model.ids
        if self._scenario is None:
            return
        QGuiApplication.clipboard().setText(csv_of(self.model, ids[:_MOST_COPIED], self._scenario))
        text = self.tr("Copied %n row(s) as CSV", "", min(len(ids), _MOST_COPIED))
        self.count.setText(text)
        self.said.emit(text)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        index = self.view.indexAt(at)
        if index.isValid():
            menu.addAction(self.tr("Go to this request"), lambda: self._on_double_click(index))
            menu.addAction(self.tr("Sort by this column (S)"), lambda: self.sort_by(index.column()))
        menu.addAction(self.tr("Copy as CSV"), self.copy_rows)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))

    # Qt and words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.view.currentIndex()
        if event.key() in ENTER and self.view.hasFocus() and index.isValid():
            self._on_double_click(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._across != self._placed:
            self._place_filters()
        if self._across == len(_NEEDS):
            self._share_row()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.model.retranslate()
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Number, client, route, outcome"))
        self.search.setAccessibleName(self.tr("Search requests"))
        self.slower.setSpecialValueText(self.tr("Any time"))
        self.slower.setPrefix("≥ ")
        self.slower.setSuffix(" ms")
        self.slower.setToolTip(self.tr("Only requests whose answer took at least this long"))
        self.slower.setAccessibleName(self.tr("Shortest response time"))
        self.copy.setToolTip(self.tr("Copy as CSV"))
        self.copy.setAccessibleName(self.tr("Copy as CSV"))
        self.view.setAccessibleName(self.tr("All requests"))
        for box, name in zip(
            self._combos, (self.tr("Client"), self.tr("Route"), self.tr("Outcome"), self.tr("Worker")), strict=True
        ):
            box.setAccessibleName(name)
        self._offer(self._workers)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = len(self.model.ids), self.model.total
        if shown == total:
            self.count.setText(self.tr("%n request(s)", "", total).replace(str(total), numbers.count(total)))
        else:
            text = self.tr("{shown} of {total} requests")
            self.count.setText(text.replace("{shown}", numbers.count(shown)).replace("{total}", numbers.count(total)))


def _fill(box: QComboBox, everything: str, entries: Iterable[tuple[str, int]]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(everything, None)
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)


def _matching(words: str, names: Iterable[str]) -> frozenset[int]:
    return frozenset(number for number, name in enumerate(names) if words in name.casefold())
