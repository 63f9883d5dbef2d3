"""From an instant of the past a second run goes on: up to there it is the first, request by request."""

import gc
import random
import weakref
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from simulator.units import to_ns
from tests.ui.test_saved import CLIENTS, HEAD, MOVES, SERVER, ended, headless, raise_it, rows
from ui.pacing import Mode
from ui.session import Session


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    """A session of its own scenario, at 0."""
    path = tmp_path / "opened.toml"
    path.write_text(HEAD + CLIENTS + SERVER, encoding="utf-8")
    made = Session()
    made.failed.connect(raise_it)
    assert made.open(path)
    yield made
    made.stop()
    made.deleteLater()


def advance(session: Session, until_s: float) -> None:
    assert session.system is not None
    session.system.run_until(until_s)


def branched(qtbot: QtBot, session: Session, at_s: float, *values: tuple[str, object]) -> None:
    """Rewind, set values there (or only branch), and wait for the run that goes on."""
    session.rewind(at_s)
    with qtbot.waitSignal(session.ghost_changed, check_params_cb=lambda ghost: ghost is not None):
        for key, value in values:
            session.apply(key, value)
        session.branch()


def transitions(session: Session, until_s: float) -> np.ndarray:
    assert session.system is not None
    assert session.system.trace is not None
    all_rows = session.system.trace.rows()
    return all_rows[all_rows["time"] <= to_ns(until_s)]


@pytest.mark.parametrize("seed", range(4))
def test_up_to_the_instant_a_branch_is_the_same_run(seed: int, session: Session, qtbot: QtBot) -> None:
    chance = random.Random(seed)
    for _ in range(6):
        advance(session, session.now_s + chance.uniform(0.0, 0.6))
        key, options = chance.choice(MOVES)
        session.apply(key, chance.choice(options))
    advance(session, session.now_s + 0.5)
    at_s = chance.uniform(0.2, session.now_s)
    before, kept = transitions(session, at_s), [change for change in session.system.changes if change.at <= at_s]  # type: ignore[union-attr]  # it is open
    branched(qtbot, session, at_s)
    assert session.system is not None
    assert transitions(session, at_s).tobytes() == before.tobytes()
    assert session.system.changes == kept
    assert session.now_s == pytest.approx(at_s, abs=1e-8)
    assert not session.is_rewound


def test_a_change_of_the_past_begins_a_branch_and_the_first_run_stays_as_a_ghost(
    session: Session, qtbot: QtBot
) -> None:
    advance(session, 2.0)
    session.apply("server.workers", 5)
    advance(session, 4.0)
    assert session.system is not None
    seen = session.system.record.samples.table()
    branched(qtbot, session, 1.0, ("server.workers", 3))
    assert session.ghost is not None
    assert np.array_equal(session.ghost.samples.table(), seen, equal_nan=True)
    assert (session.ghost.since_s, session.ghost.end_s) == (1.0, 4.0)
    assert [(change.set, change.to) for change in session.system.changes] == [("server.workers", 3)]
    assert session.system.changes[0].at == pytest.approx(1.0, abs=2e-6)


def test_of_the_run_that_was_left_no_more_stays_than_is_shown(session: Session, qtbot: QtBot) -> None:
    advance(session, 4.0)
    left = weakref.ref(session.system)
    branched(qtbot, session, 1.0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


def test_a_branch_is_saved_and_replays(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    advance(session, 1.0)
    session.apply("routes[/a].handler", "blocking")
    advance(session, 3.0)
    branched(qtbot, session, 2.1234567, ("server.workers", 4))
    advance(session, 4.0)
    assert session.has_unsaved_changes
    session.save(tmp_path / "saved.toml")
    assert rows(headless(tmp_path / "saved.toml")) == rows(ended(session))


def test_values_that_come_while_a_branch_is_made_wait_for_it(session: Session, qtbot: QtBot) -> None:
    advance(session, 3.0)
    values = [("server.workers", 2), ("server.workers", 3), ("routes[/a].handler", "blocking"), ("server.workers", 5)]
    branched(qtbot, session, 1.0, *values)
    assert session.system is not None
    assert [(change.set, change.to) for change in session.system.changes] == [
        ("routes[/a].handler", "blocking"), ("server.workers", 5),
    ]  # fmt: skip


def test_a_branch_that_is_cancelled_changes_nothing(session: Session, qtbot: QtBot) -> None:
    advance(session, 3.0)
    first = session.system
    session.rewind(1.0)
    told: list[object] = []
    session.scenario_changed.connect(told.append)
    session.apply("server.workers", 3)
    session.cancel_branch()
    qtbot.wait(50)
    assert session.system is first
    assert session.is_rewound
    assert session.shown_s == 1.0
    assert [scenario.server.workers for scenario in told] == [2]  # type: ignore[attr-defined]  # scenarios
    assert session.ghost is None


@pytest.mark.parametrize("act", [Session.return_to_now, Session.run, Session.step, Session.restart])
def test_whatever_else_is_asked_for_ends_the_making_of_a_branch(act: object, session: Session, qtbot: QtBot) -> None:
    advance(session, 3.0)
    session.rewind(1.0)
    shares: list[float | None] = []
    session.branching.connect(shares.append)
    session.branch()
    act(session)  # type: ignore[operator]  # a method
    session.pause()
    assert (shares[0], shares[-1]) == (0.0, None)
    assert session.ghost is None


def test_time_goes_on_in_a_branch_where_it_went_before(session: Session, qtbot: QtBot) -> None:
    advance(session, 3.0)
    session.express()
    branched(qtbot, session, 1.0)
    assert session.mode is Mode.EXPRESS
    session.pause()
    branched(qtbot, session, 0.5)
    assert session.mode is Mode.PAUSED


def test_undo_of_a_branch_knows_what_came_before_it(session: Session, qtbot: QtBot) -> None:
    advance(session, 1.0)
    session.apply("server.workers", 3)
    advance(session, 2.0)
    session.apply("server.workers", 5)
    advance(session, 3.0)
    branched(qtbot, session, 1.5)
    session.undo()
    assert session.scenario().server.workers == 2
    assert not session.values.undo_steps.can_undo


def test_the_past_is_told_with_the_values_that_held_then(session: Session) -> None:
    told: list[int] = []
    session.scenario_changed.connect(lambda scenario: told.append(scenario.server.workers))
    advance(session, 1.0)
    session.apply("server.workers", 3)
    advance(session, 2.0)
    session.apply("server.workers", 5)
    advance(session, 3.0)
    for at_s in (2.5, 1.5, 1.4, 0.5):
        session.rewind(at_s)
    session.return_to_now()
    assert told == [3, 5, 3, 2, 5]


def test_changes_of_the_scenario_itself_are_told(qapp: object) -> None:
    session = Session()
    session.failed.connect(raise_it)
    assert session.open("04_workers")
    told: list[int] = []
    session.scenario_changed.connect(lambda scenario: told.append(scenario.server.workers))
    for until_s in (10.0, 30.0, 50.0):
        advance(session, until_s)
        session.step()
    session.rewind(5.0)
    assert told == [2, 4, 1]
    session.deleteLater()


def test_undo_and_redo_are_further_changes_now(session: Session) -> None:
    advance(session, 1.0)
    session.apply("server.workers", 4)
    advance(session, 2.0)
    session.undo()
    advance(session, 3.0)
    session.redo()
    assert session.system is not None
    assert [(change.at, change.to) for change in session.system.changes] == [(1.0, 4), (2.0, 2), (3.0, 4)]


def test_a_value_that_is_there_already_is_no_change(session: Session) -> None:
    session.apply("server.workers", 2)
    assert session.system is not None
    assert session.system.changes == []
    assert not session.has_unsaved_changes


def test_reset_goes_back_to_how_the_run_began_in_one_step(session: Session) -> None:
    advance(session, 1.0)
    began = session.scenario()
    session.apply("server.workers", 4)
    session.apply("clients[Cliente_1].timeout", "2s")
    session.apply("server.workers", 5)
    session.reset()
    assert session.scenario() == began
    session.undo()
    assert session.scenario().server.workers == 5
    assert session.scenario().clients[0].timeout == 2.0
    assert session.values.undo_steps.can_redo
