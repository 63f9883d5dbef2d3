"""Where the workers stand: cards for a few, tiles, small tiles and heat cells for a crowd, and what is inside each."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from ui.diagram.boxes import WorkerBox, WorkerKind
from ui.diagram.geometry import Grid, Point, Rect
from ui.diagram.tiling import Tiling, fit, fitted

MOST_CARDS = 8
MOST_TILES = 32
MOST_SMALL_TILES = 64
CROWD_TITLE = 40
"""Height kept above a crowd for its title and legend."""
THREAD_CELLS = 40
"""Cells drawn of a thread limiter; a larger limit shares them out."""
POOL_CELLS = 15
"""Cells drawn of a pool; a larger one shares them out."""
_POOL_COLUMNS, _POOL_LABEL = 5, 52.0
SHOWN_READY = 5
"""Requests drawn of a ready queue; the rest is a number."""
READY_PITCH = 14.5
_BEFORE_READY = 21
"""From the label of a ready queue to its first place: a 0 between stands clear of a ghost's requests."""
READY_MORE = SHOWN_READY * READY_PITCH - 4
"""From the first place of a ready queue to the number of those that have none."""
_NARROW, _NARROW_MARGIN, _NARROW_IO_WIDTH, _LEAST_TEXT = 250, 9, 37.0, 50
"""Cards beside a second diagram: a small arc without its percentage leaves room for the words."""
_LEAST_NAME = 66.0
"""A card that leaves less for a name is a narrow one, too."""
FULL_HEIGHT, _COMPACT_HEIGHT, _SLIM_HEIGHT = 74, 56, 38
"""From this height on a card has its full face; below, a smaller one, and a still smaller one."""


class Inside(NamedTuple):
    """What every worker box has inside."""

    thread_limit: int
    has_threads: bool
    """Whether a route uses threads; else their cells give way where room is short."""
    has_io: bool
    ready_label_width: float
    pool_cells: int = 0
    """Connections of the largest pool; 0: there is none."""


def worker_boxes(
    area: Rect, numbers: Sequence[int], gap: float, tallest: float, inside: Inside
) -> tuple[tuple[WorkerBox, ...], Rect]:
    """Boxes in order of number, and the frame around them with the title of a crowd."""
    count = len(numbers)
    if count <= MOST_CARDS:
        height = min(tallest, (area.height - gap * (count - 1)) / max(1, count))
        if height >= _SLIM_HEIGHT:
            return _cards(area, numbers, height, gap, inside)
    return _crowd(area, numbers, inside)


def _cards(
    area: Rect, numbers: Sequence[int], height: float, gap: float, inside: Inside
) -> tuple[tuple[WorkerBox, ...], Rect]:
    total = height * len(numbers) + gap * (len(numbers) - 1)
    top = area.y + (area.height - total) / 2
    boxes = tuple(
        card(number, Rect(area.x, round(top + index * (height + gap)), area.width, round(height)), inside)
        for index, number in enumerate(numbers)
    )
    return boxes, Rect(area.x, top, area.width, total)


def card(number: int, rect: Rect, inside: Inside) -> WorkerBox:
    """A card with its queue and threads, in the density that its height allows."""
    kind = (
        WorkerKind.FULL
        if rect.height >= FULL_HEIGHT
        else WorkerKind.COMPACT
        if rect.height >= _COMPACT_HEIGHT
        else WorkerKind.SLIM
    )
    if rect.width >= _NARROW:
        wide = _card(number, rect, kind, inside, is_narrow=False)
        if wide.text_right - wide.text_x >= _LEAST_NAME:
            return wide
    return _card(number, rect, kind, inside, is_narrow=True)


def _card(number: int, rect: Rect, kind: WorkerKind, inside: Inside, *, is_narrow: bool) -> WorkerBox:
    if is_narrow and kind is WorkerKind.FULL:
        kind = WorkerKind.COMPACT
    margin = _NARROW_MARGIN if is_narrow else 14
    middle = rect.y + rect.height / 2
    radius, title, path, ready = _LINES[kind]
    if kind is WorkerKind.FULL and rect.width >= 360:
        radius = min(30.0, rect.height / 2 - 14)
    elif kind is WorkerKind.SLIM:
        radius = min(17.0, rect.height / 2 - 6)
    if rect.height >= 110:
        title, path, ready = -22, -2, 26
    if is_narrow:
        radius = min(radius, 16.0)
    text_x = rect.x + margin + 2 * radius + (margin if is_narrow else 18)
    text_right, threads, pool, io = _right_side(rect, text_x, kind, inside, is_narrow=is_narrow)
    return WorkerBox(
        number=number,
        rect=rect,
        kind=kind,
        arc=Point(rect.x + margin + radius, middle),
        radius=radius,
        arc_width=5 if kind is WorkerKind.FULL else 4,
        text_x=text_x,
        title_y=middle + title,
        path_y=middle + path,
        ready=Point(text_x + inside.ready_label_width + (10 if is_narrow else _BEFORE_READY), middle + ready),
        ready_y=middle + ready + 4,
        threads=threads,
        pool=pool,
        io=io,
        text_right=text_right,
    )


_LINES = {
    WorkerKind.FULL: (24.0, -15, 2, 20),
    WorkerKind.COMPACT: (20.0, -14, 1, 18),
    WorkerKind.SLIM: (14.0, -4, -4, 10),
}
"""Radius of the arc; baselines of title and path and the middle of the ready queue, from the middle of the card."""


ROOM_FOR_TEXT = 150
"""Width that the title and the word BLOCKED need; where there is less the word moves onto the card's edge."""
_IO_WIDTH, _IO_ROOM = 55.5, {WorkerKind.FULL: 41.0, WorkerKind.COMPACT: 26.5, WorkerKind.SLIM: 26.5}
_GRID_TOP = {WorkerKind.FULL: -11.0, WorkerKind.COMPACT: -10.0, WorkerKind.SLIM: -11.0}
"""Upper edge of the cells, from the middle of the card."""


def _right_side(
    rect: Rect, text_x: float, kind: WorkerKind, inside: Inside, *, is_narrow: bool
) -> tuple[float, Grid | None, Grid | None, Rect | None]:
    """Where the text must end, the thread cells, the pool's cells and the I/O area to their right."""
    right, top = rect.right - 14, rect.y + rect.height / 2 + _GRID_TOP[kind]
    io = None
    if inside.has_io:
        width = _NARROW_IO_WIDTH if is_narrow else _IO_WIDTH
        io = Rect(right - width, top - (2 if kind is WorkerKind.SLIM else 0), width, _IO_ROOM[kind])
        right = io.x - (8 if is_narrow else 16)
    cells = min(THREAD_CELLS, inside.thread_limit)
    pool, edge = None, right
    for size, pitch in ((6.0, 8.2), (4.2, 5.8)):
        pool, edge = _pool(right, top, size, pitch, inside.pool_cells)
        left = edge - 10 * pitch + (pitch - size)
        is_wide = left - 12 - text_x >= ROOM_FOR_TEXT and kind is WorkerKind.FULL
        is_wanted = inside.has_threads and (not is_narrow or left - 12 - text_x >= _LEAST_TEXT)
        if is_wide or (size < 6 and (is_wanted or left - 12 - text_x >= ROOM_FOR_TEXT)):
            return left - 12, Grid(left, top, 10, cells, size, pitch), pool, io
    return edge - 12, None, pool, io


def _pool(right: float, top: float, size: float, pitch: float, connections: int) -> tuple[Grid | None, float]:
    """The cells of a pool that end at `right`, and where what is left of them must end."""
    if not connections:
        return None, right
    width = max(_POOL_COLUMNS * pitch - (pitch - size), _POOL_LABEL if size >= 6 else 0.0)
    grid = Grid(right - width, top, _POOL_COLUMNS, min(POOL_CELLS, connections), size, pitch)
    return grid, right - width - 14


def _crowd(area: Rect, numbers: Sequence[int], inside: Inside) -> tuple[tuple[WorkerBox, ...], Rect]:
    count = len(numbers)
    grid_area = Rect(area.x, area.y + CROWD_TITLE, area.width, area.height - CROWD_TITLE)
    kind, tiling = _tiling(grid_area, count)
    rows = math.ceil(count / tiling.columns)
    width = tiling.columns * (tiling.width + tiling.gap) - tiling.gap
    height = rows * (tiling.height + tiling.gap) - tiling.gap
    left = round(area.x + (area.width - width) / 2)
    top = round(grid_area.y + max(0.0, (grid_area.height - height) / 2))
    boxes = tuple(
        _tile(
            number,
            Rect(
                left + index % tiling.columns * (tiling.width + tiling.gap),
                top + index // tiling.columns * (tiling.height + tiling.gap),
                tiling.width,
                tiling.height,
            ),
            kind,
            inside,
        )
        for index, number in enumerate(numbers)
    )
    return boxes, Rect(left, top - CROWD_TITLE, width, height + CROWD_TITLE)


def _tiling(area: Rect, count: int) -> tuple[WorkerKind, Tiling]:
    """The richest kind that the number of workers allows and that fits."""
    if count <= MOST_TILES and (tiles := fit(area, count, (92, 104), (72, 48), 10)):
        return WorkerKind.TILE, tiles
    if count <= MOST_SMALL_TILES and (tiles := fit(area, count, (44, 44), (32, 32), 6)):
        return WorkerKind.SMALL_TILE, tiles
    return WorkerKind.HEAT, fitted(area, count)


def _tile(number: int, rect: Rect, kind: WorkerKind, inside: Inside) -> WorkerBox:
    arc, radius = Point(rect.x + 17, rect.y + 18), 8.5
    if kind is WorkerKind.SMALL_TILE:
        arc, radius = rect.centre, rect.width / 2 - 7
    elif kind is WorkerKind.HEAT:
        arc, radius = rect.centre, 0.0
    return WorkerBox(
        number=number,
        rect=rect,
        kind=kind,
        arc=arc,
        radius=radius,
        arc_width=3.5,
        text_x=rect.x + 31,
        title_y=rect.y + 22,
        path_y=rect.y + 22,
        ready=arc,
        ready_y=rect.y + 22,
        threads=Grid(rect.x + 10, rect.bottom - 14, 20, min(THREAD_CELLS, inside.thread_limit), 4, 5),
        pool=None,
        io=None,
        text_right=rect.right - 9,
    )
