"""A step: all that happens at the next instant, or as much of it as anybody waits for at a key."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.model.stories import burst, route, told
from ui.pacing import Mode
from ui.session import Session
from ui.session import session as sessions
from ui.session.replay import begun
from ui.session.stepping import stepped

USERS = 2000


def test_a_step_goes_through_an_instant() -> None:
    system = begun(told(burst("1s", users=3), route("async", "io 10ms")), 1, 0.1)
    step = stepped(system, 60.0)
    assert (step.is_whole, system.now_s) == (True, 1.0)
    assert step.request_id in system.in_flight
    assert len(system.in_flight) == 3


def test_a_crowd_at_one_instant_is_left_for_later_where_it_takes_too_long() -> None:
    system = begun(told(burst("1s", users=USERS), route("async", "io 10ms")), 1, 0.1)
    step = stepped(system, 0.0)
    assert not step.is_whole
    assert 0 < len(system.in_flight) < USERS


def test_a_session_goes_on_in_slices_to_the_end_of_a_step(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "_STEP_S", 0.0)
    session = Session()
    session.begin(told(burst("1s", users=USERS), route("async", "io 10ms")), 1)
    session.step()
    assert session.mode is Mode.UNTIL
    qtbot.waitUntil(lambda: session.mode is Mode.PAUSED)
    assert session.system is not None
    assert session.system.next_event_s > 1.0
    assert session.now_s == pytest.approx(1.0)
    session.stop()
