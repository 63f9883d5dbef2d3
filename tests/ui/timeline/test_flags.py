"""Flags that can be read: crowds are merged, labels do not meet, numbers give way."""

import pytest

from ui.charts.changes import AppliedChange
from ui.timeline.flags import Flag, clear_of, free_ticks, merged, placed


def change(time_s: float, before: int, after: int, key: str = "server.workers") -> AppliedChange:
    return AppliedChange(time_s, key, before, after)


def width(text: str) -> float:
    return 6.0 * len(text)


def words(applied: AppliedChange) -> tuple[str, ...]:
    return f"workers {applied.before} → {applied.after}", "workers"


def test_a_drag_is_one_change_from_its_first_value_to_its_last() -> None:
    drag = [change(10 + i / 10, i, i + 1) for i in range(1, 5)]
    assert merged([*drag, change(30, 5, 6)], gap_s=1) == [change(10.4, 1, 5), change(30, 5, 6)]


def test_changes_of_different_keys_stay_apart() -> None:
    both = [change(1, 1, 2), change(1.1, 10, 20, "clients[Cliente_1].rate"), change(1.2, 2, 3)]
    assert merged(both, gap_s=1) == [both[1], change(1.2, 1, 3)]


def test_a_drag_that_returns_to_where_it_was_is_no_change() -> None:
    assert merged([change(1, 1, 2), change(1.1, 2, 1)], gap_s=1) == []


def test_of_labels_that_would_meet_the_later_is_read_whole() -> None:
    changes = [change(0, 1, 2), change(60, 2, 3), change(200, 3, 4)]
    flags = placed(changes, lambda at: at, words, width, right=320)
    assert [flag.label for flag in flags] == ["", "workers 2 → 3", "workers 3 → 4"]


def test_a_label_without_room_is_said_shorter_or_not_at_all() -> None:
    changes = [change(0, 1, 2), change(90, 2, 3), change(110, 3, 4)]
    flags = placed(changes, lambda at: at, words, width, right=170)
    assert [flag.label for flag in flags] == ["workers", "", "workers"]
    assert [flag.x for flag in flags] == [0, 90, 110]


@pytest.mark.parametrize(
    ("playhead", "label", "is_left"),
    [
        (60.0, "longer words", False),  # before the flag
        (125.0, "longer words", True),  # on the words, with room at the left
        (250.0, "longer words", False),  # far behind
    ],
)
def test_a_label_is_never_under_the_playhead(playhead: float, label: str, is_left: bool) -> None:
    flag = Flag(AppliedChange(0.0, "server.workers", 1, 2), 110.0, "longer words")
    (cleared,) = clear_of([flag], playhead, 0.0, width)
    assert (cleared.label, cleared.is_label_left) == (label, is_left)
    begin, end = cleared.extent(width)
    assert not begin + 5 < playhead < end


def test_a_label_with_no_room_on_either_side_of_its_flag_is_left_out() -> None:
    flags = [Flag(AppliedChange(at, "server.workers", 1, 2), at, "words") for at in (60.0, 110.0)]
    first, second = clear_of(flags, 125.0, 0.0, width)
    assert first.label == "words"
    assert second.label == ""


def test_ticks_give_way_to_flags() -> None:
    ticks = [(0.0, "0"), (50.0, "10"), (100.0, "20 s")]
    assert free_ticks(ticks, [(40, 62)], width) == [(0.0, "0"), (100.0, "20 s")]
