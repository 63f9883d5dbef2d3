"""Where the clients stand, and below them the heap of what comes back without success. Pure.

The heap has its room from the start: the first that falls must not move a card.
"""

from random import Random
from typing import NamedTuple

from ui.diagram.boxes import ClientBox, PileBox
from ui.diagram.geometry import Point, Rect

MOST_CLIENT_CARDS = 12
TWO_LINES = 46.0
"""Height of a card without its route."""
_SHORTEST_CARD, _TALLEST_LINE, _LEAST_GAP, _MOST_GAP = 22.0, 30.0, 5.0, 34.0
_HEAP_ROWS = (10, 8, 6, 4, 2)
_HEAP_PITCH, _HEAP_RISE, _HEAP_WIDTH, _HEAP_TEXT, _ABOVE_HEAP = 11.0, 9.5, 132.0, 34.0, 12.0
_EPSILON = 1e-6
_MOST_LIFT = 32.0
"""Pixels by which cards may stand above uvicorn's axis for the sake of a higher heap."""


class Density(NamedTuple):
    """How client cards are drawn."""

    height: float
    gap: float
    """The least between two."""
    lines: int

    def total(self, count: int) -> float:
        """Height of so many, as close as they may be."""
        return count * self.height + (count - 1) * self.gap


def density(count: int, tall: float, room: float) -> Density:
    """The richest cards, at most `tall`, of which so many have room above the smallest heap."""
    count = min(count, MOST_CLIENT_CARDS)
    room -= _heap_height(1)
    for form in (Density(tall, 12.0, 3 if tall > TWO_LINES else 2), Density(TWO_LINES, 8.0, 2)):
        if form.total(count) <= room:
            return form
    height = (room - _LEAST_GAP * (count - 1)) / max(1, count)
    return Density(max(_SHORTEST_CARD, min(_TALLEST_LINE, height)), _LEAST_GAP, 1)


def client_boxes(
    area: Rect, middle: float, tall: float, count: int, widest_heap: float
) -> tuple[tuple[ClientBox, ...], PileBox]:
    """Cards around the axis at `middle`, or as near to it as the heap lets them, and the heap at the bottom.

    The heap has fewer rows where the cards would otherwise stand far above the axis.
    """
    form = density(count, tall, area.height)
    fitting = int((area.height - _heap_height(1) + form.gap + _EPSILON) // (form.height + form.gap))
    drawn = min(count, MOST_CLIENT_CARDS, max(1, fitting))
    rows = _heap_rows(area, middle, form.total(drawn))
    lowest = area.bottom - _heap_height(rows)
    return _cards(area, middle, lowest, form, (count, drawn)), _heap(area, rows, widest_heap)


def _heap_height(rows: int) -> float:
    """Pixels that a heap takes of the cards' room."""
    return _ABOVE_HEAP + _HEAP_RISE * rows + 3 + _HEAP_TEXT


def _heap_rows(area: Rect, middle: float, total: float) -> int:
    """The most that leave the cards room near the axis."""
    for rows in range(len(_HEAP_ROWS), 1, -1):
        lowest = area.bottom - _heap_height(rows)
        if lowest - total >= max(area.y, middle - total / 2 - _MOST_LIFT):
            return rows
    return 1


def _cards(area: Rect, middle: float, lowest: float, form: Density, counts: tuple[int, int]) -> tuple[ClientBox, ...]:
    """As far apart as lets them stand around the axis; of `counts`, groups and cards, the last card is for the rest."""
    count, drawn = counts
    around = 2 * min(lowest - middle, middle - area.y) - drawn * form.height
    gap = max(form.gap, min(_MOST_GAP, around / max(1, drawn - 1)))
    total = drawn * form.height + (drawn - 1) * gap
    top = max(area.y, min(middle - total / 2, lowest - total))
    members: list[tuple[int, ...]] = [(index,) for index in range(drawn)]
    if count > drawn:
        members[-1] = tuple(range(drawn - 1, count))
    return tuple(
        ClientBox(
            Rect(round(area.x), round(top + index * (form.height + gap)), round(area.width), round(form.height)),
            form.lines,
            who,
        )
        for index, who in enumerate(members)
    )


def _heap(area: Rect, rows: int, widest: float) -> PileBox:
    """In the lower left corner: shapes that settled, and below them room for two lines of counts."""
    base = area.bottom - _HEAP_TEXT
    places, seeded = [], Random(7)
    for row, number in enumerate(_HEAP_ROWS[:rows]):
        for index in range(number):
            # From the middle outwards, as a heap grows.
            step = (index + 1) // 2 * (1 if index % 2 else -1)
            x = area.centre.x + (step - (0.5 if number % 2 == 0 else 0.0)) * _HEAP_PITCH + seeded.uniform(-1, 1)
            places.append(Point(x, base - 5.5 - row * _HEAP_RISE + seeded.uniform(-0.4, 0.4)))
    top = base - _HEAP_RISE * rows - 3
    width = max(area.width, min(_HEAP_WIDTH, widest))
    rect = Rect(round(area.x), round(top), round(width), round(area.bottom - top))
    return PileBox(rect, tuple(places), base + 16)
