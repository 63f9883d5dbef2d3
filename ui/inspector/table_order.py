"""Which requests a table shows, and in what order: kept while the run goes on, without sorting all again. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ui.inspector.table_rows import COLUMNS, UNKNOWN, Ints, RequestRows

_LAST = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Filter:
    """What a request must be to be shown."""

    equal: tuple[tuple[str, int], ...] = ()
    """Columns that must have these values."""
    least_response_ns: int = 0
    """Those in flight have none, and are shown only where this is 0."""
    words: tuple[tuple[str, frozenset[int]], ...] | None = None
    """One of these columns must have one of these values; None: no words were typed."""

    @property
    def is_open(self) -> bool:
        """Whether everything is shown."""
        return not self.equal and not self.least_response_ns and self.words is None

    def mask(self, count: int, values: Callable[[str], Ints]) -> NDArray[np.bool_]:
        """Which of `count` requests are shown, whose columns `values` gives."""
        shown = np.ones(count, dtype=bool)
        for column, value in self.equal:
            shown &= values(column) == value
        if self.least_response_ns:
            shown &= values("response") >= self.least_response_ns
        if self.words is not None:
            has_word = np.zeros(count, dtype=bool)
            for column, codes in self.words:
                if codes:
                    has_word |= _is_in(values(column), codes)
            shown &= has_word
        return shown


def _is_in(values: Ints, codes: frozenset[int]) -> NDArray[np.bool_]:
    found = np.zeros(len(values), dtype=bool)
    for code in codes:
        found |= values == code
    return found


class Order:
    """The ids that are shown, in order; `follow` takes in what happened since."""

    def __init__(self, rows: RequestRows) -> None:
        self._rows = rows
        self.filter = Filter()
        self.column = COLUMNS[0]
        self.is_descending = False
        self.ids: Ints = np.empty(0, dtype=np.int64)
        self._keys: Ints = np.empty(0, dtype=np.int64)

    @property
    def is_as_sent(self) -> bool:
        """Whether all are shown in the order in which they were sent: then what is new comes at the end."""
        return self.column == "request" and not self.is_descending and self.filter.is_open

    def arrange(self) -> Ints:
        """Filter and sort all; the ids."""
        rows, keys = self._rows, self._rows.column(self.column)
        if self.filter.is_open:
            ids = np.arange(rows.forgotten + 1, rows.count + 1, dtype=np.int64)
        else:
            ids = np.nonzero(self.filter.mask(rows.count, rows.column))[0].astype(np.int64) + 1
            ids = ids[ids > rows.forgotten]
        keys = keys[ids - 1]
        self._sort(ids, keys)
        return self.ids

    def forget(self) -> Ints:
        """Leave out who is not known any more; the ids."""
        stays = self.ids > self._rows.forgotten
        if not stays.all():
            self.ids, self._keys = self.ids[stays], self._keys[stays]
        return self.ids

    def follow(self, new: Ints, ended: Ints) -> Ints:
        """Take in requests that are new and those that ended; the ids."""
        if self.column == "request" and self.filter.is_open:
            self.ids = np.concatenate([new[::-1], self.ids] if self.is_descending else [self.ids, new])
            self._keys = self._signed(self.ids)
            return self.ids
        changed = np.concatenate([ended, new])
        stays = ~self.membership(changed)[self.ids]
        ids, keys = self.ids[stays], self._keys[stays]
        shown = changed[self.filter.mask(len(changed), lambda column: self._rows.values(column, changed))]
        its_keys = self._signed(self._rows.values(self.column, shown))
        order = np.lexsort((shown, its_keys))
        shown, its_keys = shown[order], its_keys[order]
        at = np.searchsorted(keys, its_keys, side="right")
        self.ids, self._keys = np.insert(ids, at, shown), np.insert(keys, at, its_keys)
        return self.ids

    def membership(self, ids: Ints) -> NDArray[np.bool_]:
        """By id, whether it is among these."""
        among = np.zeros(self._rows.count + 1, dtype=bool)
        among[ids] = True
        return among

    def _sort(self, ids: Ints, keys: Ints) -> None:
        keys = self._signed(keys)
        if self.column == "request":
            self.ids, self._keys = (ids[::-1].copy(), keys[::-1].copy()) if self.is_descending else (ids, keys)
            return
        order = _stable_order(keys)
        self.ids, self._keys = ids[order], keys[order]

    def _signed(self, keys: Ints) -> Ints:
        """What is sorted, rising; who has no value comes last in both directions."""
        if self.column == "request":
            return -keys if self.is_descending else keys
        # A request without a worker says 0, unless it is told as unknown.
        has_none = keys <= 0 if self.column == "worker" else keys == UNKNOWN
        signed: Ints = np.where(has_none, _LAST, -keys if self.is_descending else keys)
        return signed


def _stable_order(keys: Ints) -> NDArray[np.intp]:
    """Rising; equals stay in the order in which they were sent. Twice as fast as numpy's own stable sort."""
    order: NDArray[np.intp] = np.argsort(keys)
    rising = keys[order]
    is_same = rising[1:] == rising[:-1]
    (after,) = np.nonzero(is_same)
    if len(after) > len(keys) // 8:
        return np.argsort(keys, kind="stable")
    if len(after):
        tied = np.union1d(after, after + 1)
        its = order[tied]
        order[tied] = its[np.lexsort((its, rising[tied]))]
    return order
