"""B goes along with A: the same clients, the same instants, whatever is done to either."""

from pytestqt.qtbot import QtBot

from simulator.model import System
from ui.compare.duo import Duo
from ui.pacing import Mode
from ui.session import Session

ASYNC = {"routes[/professor/create].handler": "async"}


def go_to(session: Session, duo: Duo, time_s: float) -> None:
    """Both, as a beat does it."""
    assert session.system is not None
    session.system.run_until(time_s)
    if duo.system is not None:
        duo.system.run_until(time_s)
    session.pause()
    session._show()


def rows(system: System | None) -> bytes:
    assert system is not None
    return system.record.requests.array().tobytes()


def test_b_without_a_difference_is_the_same_run(session: Session, duo: Duo) -> None:
    assert duo.begin()
    go_to(session, duo, 5.0)
    assert duo.variations == ()
    assert rows(duo.system) == rows(session.system)


def test_b_comes_as_far_as_a_has_come(session: Session, duo: Duo) -> None:
    assert duo.begin(ASYNC)
    go_to(session, duo, 5.0)
    assert duo.now_s == session.now_s == 5.0
    assert [variation.b for variation in duo.variations] == ["async"]


def test_a_beat_takes_both_along(session: Session, duo: Duo, qtbot: QtBot) -> None:
    assert duo.begin(ASYNC)
    session.set_speed(10.0)
    session.run()
    qtbot.waitUntil(lambda: session.now_s > 1.0)
    session.pause()
    qtbot.waitUntil(lambda: duo.now_s == session.now_s)


def test_a_pair_sets_both(session: Session, duo: Duo) -> None:
    assert duo.begin_pair("workers")
    assert session.system is not None
    assert duo.system is not None
    assert (session.system.scenario.server.workers, duo.system.scenario.server.workers) == (2, 4)


def test_what_is_changed_of_clients_is_changed_in_both(session: Session, duo: Duo) -> None:
    assert duo.begin(ASYNC)
    name = session.scenario().clients[0].name
    key = f"clients[{name}].network"
    go_to(session, duo, 1.0)
    duo.apply(key, "20ms")
    go_to(session, duo, 2.0)
    session.apply(key, "30ms")
    assert session.system is not None
    assert duo.system is not None
    assert session.system.scenario.clients[0] == duo.system.scenario.clients[0]
    assert session.system.changes == duo.system.changes


def test_a_change_of_a_makes_a_difference(session: Session, duo: Duo) -> None:
    assert duo.begin()
    go_to(session, duo, 1.0)
    session.apply("server.workers", 3)
    session.restart()
    assert [(variation.a, variation.b) for variation in duo.variations] == [(3, 1)]


def test_a_change_of_b_stays_over_a_restart(session: Session, duo: Duo) -> None:
    assert duo.begin()
    go_to(session, duo, 1.0)
    duo.apply("server.workers", 2)
    session.restart()
    assert [(variation.a, variation.b) for variation in duo.variations] == [(1, 2)]


def test_b_is_rewound_with_a(session: Session, duo: Duo) -> None:
    assert duo.begin(ASYNC)
    go_to(session, duo, 5.0)
    session.rewind(2.0)
    assert duo.moment().time_ns == session.moment().time_ns == 2_000_000_000


def test_b_goes_through_its_changes_again_where_a_branches(session: Session, duo: Duo, qtbot: QtBot) -> None:
    assert duo.begin(ASYNC)
    go_to(session, duo, 1.0)
    duo.apply("server.workers", 2)
    go_to(session, duo, 3.0)
    before = rows(duo.system)
    session.rewind(2.999999)
    session.branch()
    qtbot.waitUntil(lambda: not session.is_rewound and session.now_s > 2.9)
    qtbot.waitUntil(lambda: duo.now_s >= session.now_s)
    go_to(session, duo, 3.0)
    assert rows(duo.system) == before


def test_what_b_cannot_be_is_said_and_a_goes_on_alone(session: Session, duo: Duo) -> None:
    said: list[object] = []
    duo.failed.connect(said.append)
    assert not duo.begin({"server.wokers": 2})
    assert "server.workers" in str(said[0])
    assert not duo.is_on
    assert session.mode is Mode.PAUSED


def test_after_the_end_a_goes_alone(session: Session, duo: Duo) -> None:
    assert duo.begin(ASYNC)
    duo.end()
    go_to(session, duo, 2.0)
    assert not duo.is_on
    assert duo.paired is None
