"""Which worker a process was: a replacement has its predecessor's number, as in the model."""

import pytest

from simulator.reality.workers import worker_numbers

LINES = {
    "+": "INFO:     Started server process [{}]",
    "-": "INFO:     Terminated child process [{}]",
    "x": "INFO:     Child process [{}] died",
    ".": "INFO:     Finished server process [{}]",
    "f": "ERROR:    Child process [{}] failed to start, stopping the parent process.",
}


def said(life: str) -> bytes:
    """`+7` started, `-7` was terminated, `x7` died, `.7` finished."""
    return "\n".join(LINES[word[0]].format(word[1:]) for word in life.split()).encode()


@pytest.mark.parametrize(
    ("life", "numbers"),
    [
        ("+11 +12", {11: 1, 12: 2}),
        ("+11 +12 +13 -11 .11 +14 -12 .12", {11: 1, 12: 2, 13: 1, 14: 2}),  # SIGHUP
        ("+11 +12 x12 +13", {11: 1, 12: 2, 13: 2}),  # a crash
        ("+11 +12 .12 .11 x11 +13 x12 +14", {11: 1, 12: 2, 13: 1, 14: 2}),  # limit_max_requests
        ("+11 +12 +13 +14", {11: 1, 12: 2, 13: 3, 14: 4}),  # SIGTTIN
        ("+11 +12 -12 .12 +13", {11: 1, 12: 2, 13: 2}),  # SIGTTOU, SIGTTIN
        ("+11 +12 f12", {11: 1, 12: 2}),
        ("", {}),
    ],
)
def test_numbers(life: str, numbers: dict[int, int]) -> None:
    assert worker_numbers(said(life), 2) == numbers


def test_who_was_ended_before_it_began_was_never_there() -> None:
    assert worker_numbers(said("+11 +12 -11 .11 +13"), 1, {11}) == {12: 1, 13: 2}
