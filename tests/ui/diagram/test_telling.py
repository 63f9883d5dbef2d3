"""Boxes are told in turns, each of them once a round."""

from functools import partial
from itertools import pairwise

from ui.diagram.telling import Telling

EVERYBODY = list("abcdefghi")


def begun(told: list[str], named: str = "") -> Telling:
    telling = Telling(within_s=0.06)
    telling.begin({name: partial(told.append, name) for name in EVERYBODY}, 1.0, named)
    return telling


def test_no_picture_tells_all_and_none_is_left_out() -> None:
    told: list[str] = []
    telling = begun(told)
    counts = [len(told)]
    for picture in (1.016, 1.032, 1.048, 1.064):
        telling.go_on(picture)
        counts.append(len(told))
    assert max(after - before for before, after in pairwise(counts)) <= 3
    assert telling.is_over
    assert sorted(told) == EVERYBODY


def test_who_is_named_in_the_sentence_is_told_with_it_and_only_once() -> None:
    told: list[str] = []
    telling = begun(told, "f")
    assert told == ["f"]
    telling.finish()
    assert sorted(told) == EVERYBODY


def test_a_picture_that_comes_late_tells_all_that_are_left() -> None:
    told: list[str] = []
    telling = begun(told)
    telling.go_on(1.016)
    telling.go_on(2.0)
    assert sorted(told) == EVERYBODY


def test_the_round_is_finished_where_no_picture_follows() -> None:
    told: list[str] = []
    telling = begun(told)
    telling.go_on(1.016)
    telling.finish()
    telling.finish()
    assert sorted(told) == EVERYBODY


def test_boxes_that_went_are_not_told() -> None:
    told: list[str] = []
    telling = begun(told)
    telling.forget()
    telling.go_on(2.0)
    assert telling.is_over
    assert told == []
