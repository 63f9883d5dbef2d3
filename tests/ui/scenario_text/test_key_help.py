"""The pointer on a key of the text says what it means."""

import pytest

from simulator.scenario import bundled
from simulator.scenario.file import read_text
from ui.scenario_text.key_help import help_at, key_at

LINES = (
    'name = "x"',
    "[server]",
    "workers = 2  # backlog = 3",
    "backlog = 64",
    "[[routes]]",
    'steps = [{ cpu = "1ms" }, { io = "9ms" }]',
)


@pytest.mark.parametrize(
    ("row", "word", "key"),
    [
        (0, "name", ("", "name")),
        (2, "workers", ("server", "workers")),
        (3, "backlog", ("server", "backlog")),
        (5, "io", ("routes", "io")),
        (2, "backlog", None),
        (1, "server", None),
        (3, "64", None),
    ],
)
def test_the_key_at_a_place(row: int, word: str, key: tuple[str, str] | None) -> None:
    assert key_at(LINES, row, LINES[row].index(word)) == key


def test_a_fixed_key_says_why(qapp: object) -> None:
    assert help_at(LINES, 3, 1).endswith("Fixed: a real server takes it when it starts.")
    assert "Fixed" not in help_at(LINES, 2, 1)
    assert help_at(LINES, 3, 11) == ""


@pytest.mark.parametrize("name", bundled())
def test_every_key_at_the_beginning_of_a_line_is_explained(name: str, qapp: object) -> None:
    lines = read_text(name)[0].split("\n")
    keys = {row: key_at(lines, row, 0) for row in range(len(lines))}
    assert [key for row, key in keys.items() if key is not None and not help_at(lines, row, 0)] == []
