"""Differences are worked out as often as there is time for it, and for the instant at which time stands still."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.compare.test_duo import ASYNC, go_to
from ui.compare.duo import Duo
from ui.compare.figures import Figures
from ui.session import Session


@pytest.fixture
def figures(session: Session, duo: Duo) -> Figures:
    """Of two runs that went on for a while, worked out once."""
    assert duo.begin(ASYNC)
    go_to(session, duo, 5.0)
    made = Figures(duo, duo)
    made.read()
    return made


def test_while_time_goes_on_they_wait_for_their_turn(figures: Figures) -> None:
    read_s = figures._read_s
    assert not figures.refresh(read_s + 0.3, is_settled=False)
    assert figures.refresh(read_s + 0.6, is_settled=False)


def test_in_a_long_run_their_turn_comes_seldom(figures: Figures) -> None:
    figures._took_s = 0.1
    assert not figures.refresh(figures._read_s + 3.9, is_settled=False)
    assert figures.refresh(figures._read_s + 4.1, is_settled=False)


def test_what_is_shown_last_is_what_is_there(figures: Figures, session: Session, duo: Duo, qtbot: QtBot) -> None:
    figures._took_s = 0.01
    session.rewind(2.0)
    with qtbot.waitSignal(figures.came) as came:
        assert not figures.refresh(figures._read_s, is_settled=True)
    assert duo.paired is not None
    assert came.args == [duo.paired.figures(2.0)]
