"""The table of all requests as Qt asks for it: a million rows, of which only what is seen becomes text."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from simulator.model import System
from simulator.record import Outcome
from ui.inspector import numbers, words
from ui.inspector.table_order import Filter, Order
from ui.inspector.table_rows import COLUMNS, PART_COLUMNS, UNKNOWN, Ints, RequestRows
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from simulator.scenario import Scenario

_NUMBERS = frozenset({"request", "worker", "sent", "response", *PART_COLUMNS})
_MOST_TEXTS = 4096
_Index = QModelIndex | QPersistentModelIndex
_NOTHING = "–"
_OUTCOME_TOKENS = {
    Outcome.COMPLETED: "state.ok_text",
    Outcome.REFUSED: "state.blocked_text",
    Outcome.REJECTED: "state.blocked_text",
    Outcome.FAILED: "state.blocked_text",
    Outcome.TIMED_OUT: "state.blocked_text",
}


class RequestTableModel(QAbstractTableModel):
    """Sorts and filters with numpy; grows while the run goes on, and what is selected stays selected."""

    count_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scenario: Scenario | None = None
        self._rows: RequestRows | None = None
        self._order: Order | None = None
        self._ids: Ints = np.empty(0, dtype=np.int64)
        self._texts: dict[int, tuple[str, ...]] = {}

    def restart(self, system: System) -> None:
        """Another run: its requests, all of them, as they were sorted and filtered before."""
        self.beginResetModel()
        before = self._order
        self._scenario, self._rows = system.record.scenario, RequestRows(system)
        self._order = Order(self._rows)
        if before is not None:
            self._order.column, self._order.is_descending = before.column, before.is_descending
        self._rows.news()
        self._ids = self._order.arrange()
        self._texts.clear()
        self.endResetModel()
        self.count_changed.emit()

    def refresh(self) -> None:
        """Take in what happened since."""
        if self._rows is None or self._order is None:
            return
        forgotten = self._rows.forgotten
        if len(self._ids) and int(self._ids.min()) <= forgotten:
            self._become(self._order.forget())
        new, ended = (ids[ids > forgotten] for ids in self._rows.news())
        # What is in flight may have come to a worker meanwhile.
        self._texts = {number: texts for number, texts in self._texts.items() if not self._rows.is_in_flight(number)}
        for request_id in ended.tolist():
            self._texts.pop(request_id, None)
        if self._order.is_as_sent and len(new):
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(new) - 1)
            self._ids = self._order.follow(new, ended)
            self.endInsertRows()
            self.count_changed.emit()
        elif len(new) or len(ended):
            self._become(self._order.follow(new, ended))
        if len(self._ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))

    # What is shown

    @property
    def total(self) -> int:
        """How many requests there are."""
        return self._rows.count if self._rows is not None else 0

    @property
    def ids(self) -> Ints:
        """The ids that are shown, in their order."""
        return self._ids

    def id_at(self, row: int) -> int:
        """The request in a row."""
        return int(self._ids[row])

    def row_of(self, request_id: int) -> int | None:
        """The row of a request; None where it is not shown."""
        found = np.nonzero(self._ids == request_id)[0]
        return int(found[0]) if len(found) else None

    def row(self, request_id: int) -> dict[str, int]:
        """The values of a request, by COLUMNS."""
        assert self._rows is not None, "there are rows"
        return self._rows.row(request_id)

    def set_filter(self, wanted: Filter) -> None:
        """Show only these."""
        if self._order is not None and wanted != self._order.filter:
            self._order.filter = wanted
            self._become(self._order.arrange())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._order is None or not 0 <= column < len(COLUMNS):
            return
        self._order.column = COLUMNS[column]
        self._order.is_descending = order is Qt.SortOrder.DescendingOrder
        self._permute(self._order.arrange(), self.total + 1)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """The column and the direction."""
        if self._order is None:
            return 0, Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if self._order.is_descending else Qt.SortOrder.AscendingOrder
        return COLUMNS.index(self._order.column), order

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme

    def retranslate(self) -> None:
        """The language changed."""
        self._texts.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    # From one list of ids to another: views want to hear of rows that go, come, or change places, one at a time.

    def _become(self, ids: Ints) -> None:
        size = max(int(ids.max(initial=0)), int(self._ids.max(initial=0))) + 1
        was, will = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
        was[self._ids], will[ids] = True, True
        gone, kept, come = self._ids[~will[self._ids]], ids[was[ids]], ids[~was[ids]]
        self._permute(np.concatenate([kept, gone]), size)
        if len(gone):
            self.beginRemoveRows(QModelIndex(), len(kept), len(self._ids) - 1)
            self._ids = kept
            self.endRemoveRows()
        if len(come):
            self._insert(kept, come, ids, size)
        self.count_changed.emit()

    def _insert(self, kept: Ints, come: Ints, ids: Ints, size: int) -> None:
        is_in_front = np.array_equal(ids[: len(come)], come)
        first = 0 if is_in_front and len(kept) else len(kept)
        self.beginInsertRows(QModelIndex(), first, first + len(come) - 1)
        self._ids = np.concatenate([come, kept] if first == 0 else [kept, come])
        self.endInsertRows()
        self._permute(ids, size)

    def _permute(self, ids: Ints, size: int) -> None:
        if np.array_equal(ids, self._ids):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        place = np.zeros(size, dtype=np.int64)
        place[ids] = np.arange(len(ids))
        moved = [self.index(int(place[self._ids[index.row()]]), index.column()) for index in before]
        self._ids = ids
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    # Qt

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        name = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts(self.id_at(index.row()))[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(name)
        if role == Qt.ItemDataRole.ForegroundRole and name == "outcome" and self._rows is not None:
            token = _OUTCOME_TOKENS.get(Outcome(self._rows.row(self.id_at(index.row()))["outcome"]))
            return self._theme.colour(token or "text.muted")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return None

    # Words

    def title(self, column: str) -> str:
        """What a column is called."""
        titles = {
            "request": self.tr("Request"),
            "client": self.tr("Client"),
            "route": self.tr("Route"),
            "worker": self.tr("Worker"),
            "outcome": self.tr("Outcome"),
            "sent": self.tr("Sent (s)"),
            "response": self.tr("Response (ms)"),
        }
        if column in titles:
            return titles[column]
        name = words.part_name(column)
        return f"{name[:1].upper()}{name[1:]} (ms)"

    def _head(self, column: str) -> str:
        """The title, with an arrow where the rows are sorted by it."""
        if self._order is None or self._order.column != column:
            return self.title(column)
        arrow = "↓" if self._order.is_descending else "↑"
        return f"{arrow} {self.title(column)}" if column in _NUMBERS else f"{self.title(column)} {arrow}"

    def outcome_name(self, outcome: Outcome) -> str:
        """What an outcome is called."""
        return {
            Outcome.UNFINISHED: self.tr("in flight"),
            Outcome.COMPLETED: self.tr("completed"),
            Outcome.REFUSED: self.tr("refused"),
            Outcome.REJECTED: self.tr("rejected"),
            Outcome.FAILED: self.tr("failed"),
            Outcome.TIMED_OUT: self.tr("timed out"),
        }[outcome]

    def texts(self, request_id: int) -> tuple[str, ...]:
        """A row as it is written."""
        texts = self._texts.get(request_id)
        if texts is None:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            texts = self._texts[request_id] = self._written(request_id)
        return texts

    def _written(self, request_id: int) -> tuple[str, ...]:
        assert self._rows is not None, "there are rows"
        assert self._scenario is not None, "there are rows"
        row = self._rows.row(request_id)
        named = {
            "request": numbers.count(request_id),
            "client": self._scenario.clients[row["client"]].name,
            "route": self._scenario.routes[row["route"]].path,
            "worker": str(row["worker"]) if row["worker"] > 0 else _NOTHING,
            "outcome": self.outcome_name(Outcome(row["outcome"])),
            "sent": numbers.instant(row["sent"]),
        }
        return tuple(named[name] if name in named else _time(row[name]) for name in COLUMNS)


def _alignment(column: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _time(length_ns: int) -> str:
    return _NOTHING if length_ns == UNKNOWN else numbers.milliseconds(length_ns)
