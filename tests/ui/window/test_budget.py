"""A run that is too long to be kept whole: said, shown, and nothing in the window stumbles over it."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.record import Budget
from ui.main_window import MainWindow
from ui.pacing import Mode
from ui.preferences import Preferences
from ui.timeline.strip import TimelineStrip

SMALL = Budget(transitions=20_000, samples=400)


@pytest.fixture
def full(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window whose record has been full for a while, with the table of requests open."""
    window.files.open("05_overload")
    window.session.keep_within(SMALL)
    window.commands["inspector"].trigger()
    window.session.express()
    trace = window.session.system.trace  # type: ignore[union-attr]  # it is open
    assert trace is not None
    qtbot.waitUntil(lambda: trace.count > 4 * SMALL.transitions)
    window.session.pause()
    return window


def test_a_full_record_is_said_and_the_past_shows_what_there_is(full: MainWindow, qtbot: QtBot) -> None:
    session = full.session
    said = full.status.findChild(QLabel, "said")
    assert said is not None
    assert "only some instants" in said.toolTip()
    assert session.kept_since_s > 0
    for share in (0.0, 0.2, 0.5, 0.9):
        asked_s = session.kept_since_s * share
        session.rewind(asked_s)
        assert session.shown_s <= asked_s
        assert session.moment().time_ns / 1e9 == pytest.approx(session.shown_s)
        full.grab()
    session.rewind(session.kept_since_s + 0.001)
    assert session.shown_s == pytest.approx(session.kept_since_s + 0.001)
    strip = full.parts.get("timeline")
    assert isinstance(strip, TimelineStrip)
    strip.refresh(session.now_s, session.shown_s)
    words = strip._face.words_at(strip.rect().center().toPointF() - strip.rect().topLeft().toPointF())
    assert "record is full" in words
    session.step()
    assert session.mode is Mode.STEP


@pytest.mark.parametrize("width", [1280, 1440])
@pytest.mark.parametrize("language", ["english", "portuguese"])
def test_a_narrow_window_says_it_in_whole_words_in_the_past(
    full: MainWindow, qtbot: QtBot, width: int, language: str
) -> None:
    full.commands[language].trigger()
    said, pictures = full.status.findChild(QLabel, "said"), full.status.findChild(QLabel, "status_picture")
    assert said is not None
    assert pictures is not None
    full.resize(width, 720)
    full.session.rewind(full.session.kept_since_s / 2)
    assert not pictures.isVisible()
    qtbot.waitUntil(lambda: said.fontMetrics().horizontalAdvance(said.text()) <= said.width())
    assert full.width() == width
    full.session.return_to_now()
    assert pictures.isVisible()


def test_a_narrow_window_at_rest_has_room_for_a_long_sentence(window: MainWindow) -> None:
    said, pictures = window.status.findChild(QLabel, "said"), window.status.findChild(QLabel, "status_picture")
    assert said is not None
    assert pictures is not None
    window.status.keep_saying("Saved")
    assert pictures.isVisible()
    window.status.keep_saying(
        "Stopped at 76.916 s: loop_queue > 12 and in_flight > 20 (loop_queue = 13, in_flight = 22)"
    )
    window.grab()
    assert not pictures.isVisible()
    assert said.fontMetrics().horizontalAdvance(said.text()) <= said.width()


def test_requests_that_are_forgotten_are_no_longer_listed_or_told(full: MainWindow, qtbot: QtBot) -> None:
    system = full.session.system
    assert system is not None
    assert system.record.requests.forgotten >= 0
    full.diagram.request_clicked.emit(1)
    full.grab()
    full.diagram.request_clicked.emit(system.record.requests.count)
    full.grab()


def test_how_much_is_kept_can_be_set(preferences: Preferences) -> None:
    assert preferences.budget == Budget()
    preferences._settings.setValue("most_transitions", "250000")
    assert preferences.budget.transitions == 250_000
    preferences._settings.setValue("most_transitions", "-3")
    assert preferences.budget.transitions == 100_000
    preferences._settings.setValue("most_transitions", "much")
    assert preferences.budget == Budget()
