"""Changes pass at once, then at most every 30 ms, each once, and always the last."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.parameters.throttle import EVERY_MS, Throttle


@pytest.fixture
def throttle(qapp: Any) -> Throttle:
    """Its time passes by hand."""
    return Throttle()


@pytest.fixture
def passed(throttle: Throttle) -> list[tuple[str, object]]:
    """What came through."""
    through: list[tuple[str, object]] = []
    throttle.passed.connect(lambda key, value: through.append((key, value)))
    return through


def ask(throttle: Throttle, *values: int) -> None:
    """Ask for values of one key, one after another."""
    for value in values:
        throttle.ask("server.workers", value)
        throttle.go()


def test_the_first_passes_at_once_and_the_last_in_a_moment(throttle: Throttle, passed: list[Any]) -> None:
    ask(throttle, 2, 3, 4, 5)
    assert passed == [("server.workers", 2)]
    throttle._timer.timeout.emit()
    assert passed == [("server.workers", 2), ("server.workers", 5)]


def test_a_value_that_is_known_does_not_pass(throttle: Throttle, passed: list[Any]) -> None:
    throttle.know("server.workers", 2)
    ask(throttle, 2)
    assert passed == []


def test_there_and_back_again_ends_where_it_began(throttle: Throttle, passed: list[Any]) -> None:
    throttle.know("server.workers", 1)
    ask(throttle, 2, 3, 1)
    throttle.flush()
    assert [value for _, value in passed] == [2, 1]


def test_back_before_it_passed_is_nothing(throttle: Throttle, passed: list[Any]) -> None:
    ask(throttle, 2, 3, 2)
    throttle.flush()
    assert [value for _, value in passed] == [2]


def test_several_keys_pass_together(throttle: Throttle, passed: list[Any]) -> None:
    throttle.ask("a", 1)
    throttle.ask("b", 2)
    throttle.go()
    assert passed == [("a", 1), ("b", 2)]


def test_another_run_forgets_what_waits(throttle: Throttle, passed: list[Any]) -> None:
    ask(throttle, 2, 3)
    throttle.forget()
    throttle.flush()
    assert [value for _, value in passed] == [2]


def test_the_moment_is_30_ms(throttle: Throttle, passed: list[Any], qtbot: QtBot) -> None:
    ask(throttle, 2, 3)
    assert throttle._timer.interval() == EVERY_MS == 30
    qtbot.waitUntil(lambda: len(passed) == 2)
