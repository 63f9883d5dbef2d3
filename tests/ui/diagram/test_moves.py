"""The transitions of the last flight are found, wherever in the record the instant is."""

from typing import Any

import pytest

from simulator.record import Stage
from ui.diagram.moves import MOST_ROWS, recent_moves

MS = 1_000_000


@pytest.fixture
def busy(story: Any) -> Any:
    for number in range(30_000):
        story.enter(number, story.send(number), Stage.ACCEPT_QUEUE, "listener")
        story.enter(number, number + 1, Stage.ANSWERED, "client:Cliente_1")
    return story


@pytest.mark.parametrize("at_ms", [3, 500, 17_001, 29_999, 40_000])
def test_rows_lie_in_the_span(busy: Any, at_ms: int) -> None:
    moves = recent_moves(busy.transitions, at_ms * MS, 100 * MS)
    assert moves is not None
    times = moves.rows["time"]
    expected = [time for time in range(max(0, at_ms - 99), min(at_ms, 29_999) + 1) for _ in range(2)]
    assert (times // MS).tolist() == expected
    assert moves.then.time_ns == (at_ms - 100) * MS


def test_without_a_span_nothing_flies(busy: Any) -> None:
    assert recent_moves(busy.transitions, 500 * MS, 0) is None


def test_flights_are_shorter_where_very_much_happens(busy: Any) -> None:
    moves = recent_moves(busy.transitions, 29_000 * MS, 20_000 * MS)
    assert moves is not None
    assert len(moves.rows) <= MOST_ROWS
    assert moves.span_ns < MOST_ROWS * MS
    assert moves.rows["time"].min() > moves.then.time_ns


def test_nothing_happened_yet(story: Any) -> None:
    moves = recent_moves(story.transitions, 0, 100)
    assert moves is not None
    assert len(moves.rows) == 0
