"""Options: long ones take lines; what the marks of an answer say is said in words too."""

from collections.abc import Callable, Mapping
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.lesson import Answer
from simulator.lesson.amounts import Unit
from ui.lessons.guesses import ChoiceGuess, GuessView, OrderGuess
from ui.lessons.knobs_view import written
from ui.lessons.numbers import glued
from ui.lessons.option_bars import OptionBars
from ui.theme.theme import Theme, ThemeName

LONG = {"a": "Short", "b": " ".join(["many words"] * 20), "c": "Also short"}
SHORT = {name: name.upper() for name in LONG}
NARROW = 300


def narrow(qtbot: QtBot, view: QWidget) -> int:
    """Shown in little room; how high it has become."""
    qtbot.addWidget(view)
    view.setFixedWidth(NARROW)
    view.show()
    QCoreApplication.processEvents()
    view.adjustSize()
    return view.height()


@pytest.mark.parametrize("kind", [ChoiceGuess, partial(OrderGuess, Theme(ThemeName.LIGHT))])
def test_a_long_option_takes_more_lines_and_no_more_room_to_the_side(
    qtbot: QtBot, kind: Callable[[Mapping[str, str]], GuessView]
) -> None:
    view = kind(LONG)
    height = narrow(qtbot, view)
    assert view.minimumSizeHint().width() <= NARROW
    assert height > narrow(qtbot, kind(SHORT)) + 40


def test_a_click_on_the_words_of_an_option_chooses_it(qtbot: QtBot) -> None:
    view = ChoiceGuess(LONG)
    narrow(qtbot, view)
    words = next(label for label in view.findChildren(QLabel) if label.text() == LONG["c"])
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert view.guess == "c"


def test_an_order_says_which_places_were_right_and_where_the_others_had_been_put() -> None:
    answer = Answer(is_right=False, right=("a", "c", "b"), values={"a": 3.0, "b": 1.0, "c": 2.0}, unit=Unit.RATE)
    labels = {name: name.upper() for name in ("a", "c", "b")}
    bars = OptionBars(Theme(ThemeName.LIGHT), labels, answer, ("a", "b", "c"))
    assert bars.accessibleName() == "1. A: 3/s; 2. C: 2/s, you put it in place 3; 3. B: 1/s, you put it in place 2"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("200ms", "200\u00a0ms"),
        ("1.5s", "1,5\u00a0s"),
        ("0s", "0\u00a0s"),
        ("2min", "2\u00a0min"),
        (0.5, "0,5"),
        (1500, "1.500"),
        ("threadpool", "def"),
        (True, "yes"),
        ("asyncio", "asyncio"),
    ],
)
def test_the_values_of_a_knob_are_written_as_the_language_has_them(
    restored: QApplication, value: object, text: str
) -> None:
    QLocale.setDefault(QLocale("pt_BR"))
    assert written(value) == text


def test_no_line_breaks_between_a_number_and_what_belongs_to_it() -> None:
    text = "E/S de 200 ms ou 2 s: 40 / 0,1 s, 5 % de I/O; 3 sementes e/ou 4 mais"
    assert glued(text).split(" ") == [
        "E/\u2060S",
        "de",
        "200\u00a0ms",
        "ou",
        "2\u00a0s:",
        "40\u00a0/\u00a00,1\u00a0s,",
        "5\u00a0%",
        "de",
        "I/\u2060O;",
        "3",
        "sementes",
        "e/ou",
        "4",
        "mais",
    ]


def test_a_choice_says_what_is_right_and_what_was_chosen() -> None:
    bars = OptionBars(Theme(ThemeName.LIGHT), SHORT, Answer(is_right=False, right="b"), "c")
    assert bars.accessibleName() == "A; B, right; C, your choice"
