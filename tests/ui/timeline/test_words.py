"""What a change is called in a word or two."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from ui.charts.changes import AppliedChange
from ui.timeline.words import change_words


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("key", "before", "after", "expected"),
    [
        ("server.workers", 1, 3, "workers 1 → 3"),
        (
            "routes[/professor/create.json].steps[1].io",
            "exponential(40ms)",
            "exponential(250ms)",
            "I/O latency 40 ms → 250 ms",
        ),
        ("routes[/x].steps[0].cpu", "1ms", 0.0, "CPU time 1 ms → 0"),
        ("routes[/x].handler", "blocking", "async", "handler blocking → async def"),
        ("clients[Cliente_1].rate", 9.0, 15, "arrival rate 9/s → 15/s"),
        ("clients[Cliente_1].keep_alive", True, False, "keep-alive on → off"),
        ("clients[Cliente_1].deadline", None, "300ms", "deadline → 300 ms"),
        ("server.hot_cpu_factor", 1.0, 0.75, "hot cpu factor 1 → 0.75"),
        ("routes[/x].steps", [], [{"cpu": "1ms"}], "steps"),
    ],
)
def test_changes_are_said_shortly(key: str, before: Any, after: Any, expected: str) -> None:
    assert change_words(AppliedChange(1.0, key, before, after))[0] == expected


def test_each_way_to_say_it_is_shorter() -> None:
    ways = change_words(AppliedChange(1.0, "clients[Cliente_1].think_time", "500ms", "2s"))
    assert ways == ("think time 500 ms → 2 s", "→ 2 s", "think time")
