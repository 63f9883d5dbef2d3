"""Where the broker's parts stand: the queue, the consumers and the dead letters in a zone below the server. Pure."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from ui.diagram.geometry import Curve, Grid, Point, Rect
from ui.diagram.tiling import fitted

GAP = 14
"""Between the zone and what stands above it, px."""
SHAPE, PITCH = 12.0, 16.0
"""Of messages in slots, in a consumer's hands and among dead letters, px."""
_SHORTEST_CARD, _TALLEST_CARD, _NARROWEST_CARD = 21.0, 34.0, 116.0
_MOST_COLUMNS = 3
_LONG_NAME_FROM, _LONG_NAME, _SHORT_NAME = 206.0, 112.0, 34.0
"""Width of a card from which on the name is written out; room for it behind the arc, written out and not."""
_ROOM_FOR_MORE = 30.0
"""Behind the last message drawn, for the number of the others."""


class ConsumerBox(NamedTuple):
    """One consumer, as a card or, in a crowd, as a cell."""

    number: int
    rect: Rect
    arc: Point
    radius: float
    has_long_name: bool
    hands: Grid
    """Places of the messages that it works on, and behind them of those that it has reserved."""


class BrokerBox(NamedTuple):
    """The zone and all that stands in it."""

    zone: Rect
    queue: Rect
    slots: Grid
    consumers: tuple[ConsumerBox, ...]
    consumers_frame: Rect
    has_cards: bool
    """Whether each consumer has a card; else they are cells."""
    has_own_links: bool
    """Whether each has links of its own, as in a single column; else they share one."""
    dead: Rect
    dead_places: Grid
    publish_link: Curve
    """From the app to the queue."""
    queue_links: tuple[Curve, ...]
    """From the queue to each consumer, or to the crowd of them."""
    dead_links: tuple[Curve, ...]
    """From each consumer, or from their crowd, to the dead letters."""


def zone_height(height: float, is_large: bool) -> float:
    """Of the zone, on a canvas of this height."""
    if is_large:
        return 140.0
    return 104.0 if height >= 440 else 84.0 if height >= 330 else 66.0


def broker_box(zone: Rect, workers: Rect, numbers: Sequence[int]) -> BrokerBox:
    """All parts, for these consumers; `workers` is the frame of what stands above."""
    above, below = (19.0, 15.0) if zone.height >= 84 else (13.0, 8.0)
    top, height = zone.y + above, zone.height - above - below
    inside = zone.width - 36
    queue = Rect(round(zone.x + 18), round(top), round(0.29 * inside), round(height))
    dead_width = round(min(max(166.0, 0.17 * inside), 0.25 * inside))
    dead = Rect(round(zone.right - 18 - dead_width), queue.y, dead_width, queue.height)
    apart = 0.055 * inside
    left, right = queue.right + apart, dead.x - apart
    boxes, frame, has_cards = _consumers(Rect(round(left), queue.y, round(right - left), queue.height), numbers)
    has_own_links = has_cards and len({box.rect.x for box in boxes}) == 1
    entries = [box.rect for box in boxes] if has_own_links else [_around([box.rect for box in boxes])]
    return BrokerBox(
        zone=zone,
        queue=queue,
        slots=_slots(queue),
        consumers=boxes,
        consumers_frame=frame,
        has_cards=has_cards,
        has_own_links=has_own_links,
        dead=dead,
        dead_places=_places(Rect(dead.x + 12, dead.y + 30, dead.width - 24, dead.height - 34)),
        publish_link=Curve(
            Point(workers.x + min(40.0, workers.width / 3), workers.bottom),
            Point(queue.right - 18, queue.y),
            is_upright=True,
        ),
        queue_links=tuple(Curve(Point(queue.right, queue.centre.y), Point(rect.x, rect.centre.y)) for rect in entries),
        dead_links=tuple(Curve(Point(rect.right, rect.centre.y), Point(dead.x, dead.centre.y)) for rect in entries),
    )


def _around(rects: Sequence[Rect]) -> Rect:
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    return Rect(left, top, max(rect.right for rect in rects) - left, max(rect.bottom for rect in rects) - top)


def _slots(queue: Rect) -> Grid:
    """A row of slots, or two where the zone is high."""
    row = Rect(queue.x + 12, queue.y + 30, queue.width - 24 - _ROOM_FOR_MORE, queue.height - 34)
    return _places(row)


def _places(area: Rect) -> Grid:
    columns = max(1, int((area.width + PITCH - SHAPE) // PITCH))
    rows = max(1, int((area.height + PITCH - SHAPE) // PITCH))
    return Grid(area.x, area.y, columns, columns * min(2, rows), SHAPE, PITCH)


def _consumers(area: Rect, numbers: Sequence[int]) -> tuple[tuple[ConsumerBox, ...], Rect, bool]:
    for columns in range(1, _MOST_COLUMNS + 1):
        rows = math.ceil(len(numbers) / columns)
        gap = 8.0 if rows < 3 else 3.0
        height = min(_TALLEST_CARD, (area.height - gap * (rows - 1)) / max(1, rows))
        width = (area.width - 10 * (columns - 1)) / columns
        if height >= _SHORTEST_CARD and width >= _NARROWEST_CARD:
            return _cards(area, numbers, columns, (round(width), round(height), gap))
    return _cells(area, numbers)


def _cards(
    area: Rect, numbers: Sequence[int], columns: int, size: tuple[float, float, float]
) -> tuple[tuple[ConsumerBox, ...], Rect, bool]:
    width, height, gap = size
    rows = math.ceil(len(numbers) / columns)
    total = rows * height + (rows - 1) * gap
    top = round(area.centre.y - total / 2)
    boxes = []
    for index, number in enumerate(numbers):
        row, column = index % rows, index // rows
        rect = Rect(area.x + column * (width + 10), top + row * (height + gap), width, height)
        boxes.append(_card(number, rect))
    return tuple(boxes), Rect(area.x, top, area.width, total), True


def _card(number: int, rect: Rect) -> ConsumerBox:
    radius = min(9.0, rect.height / 2 - 4)
    is_long = rect.width >= _LONG_NAME_FROM
    left = rect.x + 10 + 2 * radius + (_LONG_NAME if is_long else _SHORT_NAME)
    columns = max(1, int((rect.right - _ROOM_FOR_MORE - left + PITCH - SHAPE) // PITCH))
    hands = Grid(left, rect.centre.y - SHAPE / 2, columns, columns, SHAPE, PITCH)
    return ConsumerBox(number, rect, Point(rect.x + 10 + radius, rect.centre.y), radius, is_long, hands)


def _cells(area: Rect, numbers: Sequence[int]) -> tuple[tuple[ConsumerBox, ...], Rect, bool]:
    grid = Rect(area.x, area.y + 18, area.width, area.height - 18)
    tiling = fitted(grid, len(numbers))
    columns, side, pitch = tiling.columns, tiling.width, tiling.width + tiling.gap
    boxes = []
    for index, number in enumerate(numbers):
        row, column = divmod(index, columns)
        rect = Rect(round(grid.x) + column * pitch, round(grid.y) + row * pitch, side, side)
        boxes.append(ConsumerBox(number, rect, rect.centre, 0.0, False, Grid(rect.x, rect.y, 0, 0, SHAPE, PITCH)))
    rows = math.ceil(len(numbers) / columns)
    width = columns * pitch - (pitch - side)
    return tuple(boxes), Rect(area.x, area.y, max(width, 150.0), 18 + rows * pitch - (pitch - side)), False
