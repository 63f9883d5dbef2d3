"""Steps of the hand are taken back and made again, each whole."""

from itertools import pairwise

from simulator.scenario.addresses import NONE
from ui.session.undo import Undo


def dragged(undo: Undo, *values: int, key: str = "server.workers", changes: int = 1) -> None:
    """One gesture through these values."""
    for before, after in pairwise(values):
        undo.note(key, before, after, changes)
    undo.settle()


def test_a_drag_is_one_step() -> None:
    undo = Undo()
    dragged(undo, 1, 2, 3, 4)
    assert undo.undo() == {"server.workers": 1}
    assert undo.redo() == {"server.workers": 4}
    assert not undo.can_redo


def test_steps_are_taken_back_from_the_last() -> None:
    undo = Undo()
    dragged(undo, 1, 2)
    dragged(undo, 2, 5)
    assert undo.undo() == {"server.workers": 2}
    assert undo.undo() == {"server.workers": 1}
    assert undo.undo() == {}
    assert undo.redo() == {"server.workers": 2}


def test_a_new_step_makes_those_taken_back_unmakeable() -> None:
    undo = Undo()
    dragged(undo, 1, 2)
    undo.undo()
    dragged(undo, 1, 7)
    assert undo.redo() == {}
    assert undo.undo() == {"server.workers": 1}


def test_keys_that_are_set_together_go_together() -> None:
    undo = Undo()
    undo.note("a", 1, 2, 1)
    undo.note("b", None, "2s", 2)
    undo.settle()
    assert undo.undo() == {"b": NONE, "a": 1}


def test_a_drag_that_comes_back_is_none() -> None:
    undo = Undo()
    dragged(undo, 3, 9, 3)
    assert not undo.can_undo


def test_undo_in_the_midst_of_a_drag_takes_it_back() -> None:
    undo = Undo()
    undo.note("a", 1, 2, 1)
    assert undo.undo() == {"a": 1}


def test_a_branch_knows_only_what_came_before_it() -> None:
    undo = Undo()
    dragged(undo, 1, 2, changes=1)
    dragged(undo, 2, 3, changes=2)
    undo.branch(1)
    assert undo.undo() == {"server.workers": 1}
    assert not undo.can_undo


def test_what_came_before_a_restart_can_be_taken_back_after_it() -> None:
    undo = Undo()
    dragged(undo, 1, 2, changes=4)
    undo.restart()
    undo.branch(0)
    assert undo.undo() == {"server.workers": 1}
