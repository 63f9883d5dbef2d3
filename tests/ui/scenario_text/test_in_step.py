"""A text and a session that both change come out with the same values."""

from simulator.scenario import parse
from simulator.scenario.keys import replace
from tests.ui.scenario_text.test_edits import TEXT
from ui.scenario_text.in_step import InStep

COMMENTED = TEXT.replace("workers = 2", "workers = 2  # for now")


def opened() -> InStep:
    """In step with the commented text."""
    made = InStep()
    assert made.open(parse(COMMENTED), COMMENTED, "mine.toml") == COMMENTED
    return made


def test_a_change_elsewhere_comes_into_the_text_and_leaves_its_comments() -> None:
    step = opened()
    now = replace(parse(COMMENTED), "server.workers", 4)
    reading = step.read(COMMENTED)
    assert reading.live == reading.fixed == ()
    assert step.agreed(COMMENTED, reading, now) == COMMENTED.replace("workers = 2", "workers = 4")


def test_what_is_typed_is_asked_for_once() -> None:
    step = opened()
    typed = COMMENTED.replace("rate = 5", "rate = 6")
    reading = step.read(typed)
    assert [(edit.key, edit.value) for edit in reading.live] == [("clients[A].rate", 6.0)]
    now = replace(parse(COMMENTED), "clients[A].rate", 6.0)
    assert step.agreed(typed, reading, now) == typed
    assert step.read(typed).live == ()


def test_a_fixed_key_waits_and_survives_changes_elsewhere() -> None:
    step = opened()
    typed = COMMENTED.replace("[server]", "[server]\nbacklog = 64")
    reading = step.read(typed)
    assert [edit.key for edit in reading.fixed] == ["server.backlog"]
    now = replace(parse(COMMENTED), "server.workers", 3)
    text = step.agreed(typed, reading, now)
    assert text == typed.replace("workers = 2", "workers = 3")
    assert [edit.key for edit in step.read(text).fixed] == ["server.backlog"]


def test_a_broken_text_stays_and_is_reconciled_when_it_is_mended() -> None:
    step = opened()
    broken = COMMENTED.replace("rate = 5", "rat = 5")
    reading = step.read(broken)
    assert [(problem.line, problem.key) for problem in reading.problems] == [
        (6, "clients[0].rate"),
        (9, "clients[0].rat"),
    ]
    now = replace(parse(COMMENTED), "server.workers", 4)
    assert step.agreed(broken, reading, now) == broken
    mended = COMMENTED.replace("rate = 5", "rate = 9")
    reading = step.read(mended)
    assert [edit.key for edit in reading.live] == ["clients[A].rate"]
    now = replace(now, "clients[A].rate", 9.0)
    assert step.agreed(mended, reading, now) == mended.replace("workers = 2", "workers = 4")


def test_what_the_session_does_not_take_waits_for_a_restart() -> None:
    step = opened()
    typed = COMMENTED.replace("rate = 5", "rate = 6")
    reading = step.read(typed)
    assert step.agreed(typed, reading, parse(COMMENTED)) == typed
    again = step.read(typed)
    assert again.live == ()
    assert [edit.key for edit in again.fixed] == ["clients[A].rate"]
