"""The strip is dragged, walked and told of what happens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.scenario import load
from ui.theme import Theme, ThemeName
from ui.timeline.picture import Strip
from ui.timeline.strip import TimelineStrip

NOW_S = 40.0


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def run() -> System:
    made = System(load("04_workers"), seed=3, trace=True, endless=True, sample_every_s=0.1)
    made.run_until(NOW_S)
    return made


@pytest.fixture
def strip(qtbot: QtBot, run: System) -> TimelineStrip:
    made = TimelineStrip(Theme(ThemeName.LIGHT))
    qtbot.addWidget(made)
    made.resize(1140, 66)
    made.show()
    made.restart(run)
    made.refresh(run.now_s, run.now_s)
    return made


def place(strip: TimelineStrip, time_s: float) -> QPoint:
    """Where an instant is; the axis of 40 s ends at 40 s."""
    parts = Strip.of(strip.width(), strip.height())
    return QPoint(round(parts.left + (parts.right - parts.left) * time_s / NOW_S), 40)


def press(qtbot: QtBot, strip: TimelineStrip, time_s: float) -> None:
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=place(strip, time_s))


def test_a_drag_asks_for_instants_once_a_frame_and_release_stays_there(qtbot: QtBot, strip: TimelineStrip) -> None:
    asked: list[float] = []
    strip.rewind_requested.connect(asked.append)
    press(qtbot, strip, 30)
    for time_s in (25, 20, 15, 10):
        qtbot.mouseMove(strip, place(strip, time_s))
    with qtbot.assertNotEmitted(strip.return_requested):
        qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=place(strip, 10))
    assert asked == [pytest.approx(30, abs=0.05), pytest.approx(10, abs=0.05)]


def test_while_the_button_is_down_the_picture_follows(qtbot: QtBot, strip: TimelineStrip) -> None:
    with qtbot.waitSignal(strip.rewind_requested) as asked:
        press(qtbot, strip, 25)
    assert asked.args == [pytest.approx(25, abs=0.05)]


def test_before_the_beginning_is_the_beginning(qtbot: QtBot, strip: TimelineStrip) -> None:
    with qtbot.waitSignal(strip.rewind_requested) as asked:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(0, 40))
    assert asked.args == [0]


def test_a_drag_that_ends_at_the_present_returns_to_it(qtbot: QtBot, strip: TimelineStrip) -> None:
    strip.refresh(NOW_S, 10.0)
    press(qtbot, strip, 10)
    qtbot.mouseMove(strip, place(strip, 39))
    with qtbot.waitSignal(strip.return_requested):
        qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() - 1, 40))
    with qtbot.assertNotEmitted(strip.rewind_requested, wait=50):
        pass


def test_a_double_click_returns_and_asks_for_nothing_else(qtbot: QtBot, strip: TimelineStrip) -> None:
    with qtbot.waitSignal(strip.return_requested):
        qtbot.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=place(strip, 10))
    with qtbot.assertNotEmitted(strip.rewind_requested, wait=50):
        qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=place(strip, 10))


@pytest.mark.parametrize(
    ("pressed", "shown_s", "expected_s"),
    [
        ((Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier), 40.0, 39.6),
        ((Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier), 40.0, 39.9),
        ((Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier), 10.0, 10.4),
        ((Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier), 10.0, 10.1),
        ((Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier), 10.0, 0.0),
    ],
)
def test_keys_walk_through_the_past(
    qtbot: QtBot,
    strip: TimelineStrip,
    pressed: tuple[Qt.Key, Qt.KeyboardModifier],
    shown_s: float,
    expected_s: float,
) -> None:
    strip.refresh(NOW_S, shown_s)
    with qtbot.waitSignal(strip.rewind_requested) as asked:
        qtbot.keyClick(strip, *pressed)
    assert asked.args == [pytest.approx(expected_s)]


def test_keys_that_come_quickly_add_up(qtbot: QtBot, strip: TimelineStrip) -> None:
    asked: list[float] = []
    strip.rewind_requested.connect(asked.append)
    for _ in range(3):
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked == [pytest.approx(39.6), pytest.approx(38.8)]


def test_the_playhead_is_where_the_hand_is_before_the_run_is_told(qtbot: QtBot, strip: TimelineStrip) -> None:
    press(qtbot, strip, 25)
    assert strip.is_rewound


def test_end_returns_to_the_present(qtbot: QtBot, strip: TimelineStrip) -> None:
    strip.refresh(NOW_S, 10.0)
    with qtbot.waitSignal(strip.return_requested):
        qtbot.keyClick(strip, Qt.Key.Key_End)


def test_right_in_the_present_goes_nowhere(qtbot: QtBot, strip: TimelineStrip) -> None:
    with qtbot.assertNotEmitted(strip.rewind_requested, wait=50):
        qtbot.keyClick(strip, Qt.Key.Key_Right)


def test_showing_an_instant_asks_for_nothing(qtbot: QtBot, strip: TimelineStrip) -> None:
    with qtbot.assertNotEmitted(strip.rewind_requested, wait=50):
        strip.refresh(NOW_S, 12.0)
    assert strip.is_rewound


def test_the_wheel_moves_nothing(qtbot: QtBot, strip: TimelineStrip) -> None:
    at = QPointF(place(strip, 10))
    none = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        at, at, QPoint(0, 0), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    with qtbot.assertNotEmitted(strip.rewind_requested, wait=50):
        QApplication.sendEvent(strip, turn)
    assert not turn.isAccepted()


def test_screen_readers_are_told_the_instant(strip: TimelineStrip) -> None:
    strip.refresh(NOW_S, 12.0)
    told = QAccessible.queryAccessibleInterface(strip)
    assert told.role() is QAccessible.Role.Slider
    assert told.text(QAccessible.Text.Name) == "Timeline"
    values = told.valueInterface()
    assert (values.currentValue(), values.maximumValue()) == (12_000, 40_000)


def test_changes_that_came_into_force_are_flagged(strip: TimelineStrip, run: System) -> None:
    assert strip.flag_labels == ("workers 1 → 2",)
    run.run_until(47)
    run.apply("clients[Cliente_1].rate", 30)
    strip.refresh(run.now_s, run.now_s)
    assert strip.flag_labels == ("workers 1 → 2", "workers 2 → 4", "arrival rate 13/s → 30/s")


def test_a_new_run_has_no_past(strip: TimelineStrip) -> None:
    strip.restart(System(load("01_blocking"), seed=1, trace=True, endless=True, sample_every_s=0.1))
    assert strip.flag_labels == ()
    assert strip.value() == 0


def test_themes_and_languages_are_painted(strip: TimelineStrip) -> None:
    for name in ThemeName:
        theme = Theme(name)
        strip.use_theme(theme)
        QApplication.sendEvent(strip, QEvent(QEvent.Type.LanguageChange))
        picture = strip.grab().toImage()
        assert picture.pixelColor(2, 2) == theme.colour("surface.panel")
        colours = {picture.pixelColor(x, 20).name() for x in range(90, 1000)}
        assert theme.colour("accent.base").name() in colours
