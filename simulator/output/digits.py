"""Columns of CSV text in bulk: exact decimal digits by table, a block of rows at a time.

A column is a matrix of bytes, a row each, as wide as its widest value; what a value does not fill is NUL, and `joined`
takes the NULs out. This writes about ten times as many rows a second as formatting them one by one.
"""

import csv
import io
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.uint8]

_COMMA, _NEWLINE, _POINT, _MINUS = b",\n.-"
_GROUP = 1000
_ZERO = np.frombuffer(b"0.000000", dtype=np.uint8)


def _padded(texts: Sequence[bytes]) -> Cells:
    width = max((len(text) for text in texts), default=0)
    cells = np.zeros((len(texts), width), dtype=np.uint8)
    for row, text in zip(cells, texts, strict=True):
        row[: len(text)] = np.frombuffer(text, dtype=np.uint8)
    return cells


_AFTER_DIGITS = [b"%03d" % number for number in range(_GROUP)]
_LEADING = [(b"%d" % number if number else b"").rjust(3, b"\0") for number in range(_GROUP)]
_THREE = _padded(_AFTER_DIGITS + _LEADING)
"""Three digits by number; from 1000 on those of number - 1000 where only zeros stand before it, and 0 is nothing."""


def integers(values: NDArray[np.integer]) -> Cells:
    """Whole numbers; negative ones stay empty."""
    return _whole(values.astype(np.int64), values >= 0)


def _whole(values: NDArray[np.int64], is_there: NDArray[np.bool_]) -> Cells:
    values = np.where(is_there, values, 0)
    groups = max(1, -(-len(str(int(values.max(initial=0)))) // 3))
    cells = np.zeros((len(values), 3 * groups), dtype=np.uint8)
    rest = values
    for group in range(groups - 1, -1, -1):
        above, three = np.divmod(rest, _GROUP)
        cells[:, 3 * group : 3 * group + 3] = _THREE.take(three + _GROUP * (above == 0), axis=0)
        rest = above
    cells[:, -1] |= np.where(values == 0, ord("0"), 0).astype(np.uint8)
    cells[~is_there] = 0
    return cells


def seconds(nanoseconds: NDArray[np.int64]) -> Cells:
    """Seconds with six digits, rounded half to even from whole nanoseconds; negative (NEVER) stays empty."""
    if not nanoseconds.any():  # as most waits of most runs are
        return np.broadcast_to(_ZERO, (len(nanoseconds), len(_ZERO)))
    micro, rest = np.divmod(nanoseconds, 1000)
    micro += (rest > 500) | ((rest == 500) & (micro & 1 == 1))  # noqa: PLR2004  # half a microsecond
    return _millionths(micro, nanoseconds >= 0)


def decimals(values: NDArray[np.float64]) -> Cells:
    """Numbers with six digits; NaN stays empty. Above 2^53 millionths the last digits are the double's."""
    is_there = ~np.isnan(values)
    micro = np.rint(np.where(is_there, values, 0.0) * 1e6).astype(np.int64)
    sign = np.where(micro < 0, _MINUS, 0).astype(np.uint8)[:, None]
    return np.hstack([sign, _millionths(np.abs(micro), is_there)])


def _millionths(micro: NDArray[np.int64], is_there: NDArray[np.bool_]) -> Cells:
    whole, fraction = np.divmod(np.where(is_there, micro, 0), 1_000_000)
    high, low = np.divmod(fraction, _GROUP)
    cells = np.zeros((len(micro), 7), dtype=np.uint8)
    cells[:, 0] = _POINT
    cells[:, 1:4] = _THREE.take(high, axis=0)
    cells[:, 4:7] = _THREE.take(low, axis=0)
    cells[~is_there] = 0
    return np.hstack([_whole(whole, is_there), cells])


def texts(names: Sequence[str], index: NDArray[np.integer]) -> Cells:
    """One of `names` in each row, quoted where CSV wants it, UTF-8."""
    cells: Cells = _padded([_quoted(name) for name in names])[index]
    return cells


def _quoted(name: str) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([name])
    return b"" if name == "" else line.getvalue().encode()


def joined(columns: Iterable[Cells]) -> bytes:
    """The rows as CSV lines."""
    parts: list[Cells] = []
    for cells in columns:
        comma = np.full((len(cells), 1), _COMMA, dtype=np.uint8)
        parts += [cells, comma]
    parts[-1] = np.full_like(parts[-1], _NEWLINE)
    return np.hstack(parts).tobytes().translate(None, b"\0")


def header(names: Iterable[str]) -> bytes:
    """The first line."""
    return ",".join(names).encode() + b"\n"
