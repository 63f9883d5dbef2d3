"""The line of every key, however TOML lets one write it."""

import pytest

from simulator.scenario.positions import line_of, lines_of

TEXT = """\
# a comment
format = 1
run.duration = "5s"

[[clients]]
name = "A"
routes = { "/a" = 1, '/b' = 2 }
[[clients]]
name = "B"

[[routes]]
path = "/a"
steps = [
  { cpu = 1 }, # the first
  # between
  { io = 2,
    label = "x" },
]
[server]
workers = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 2),
        (("run", "duration"), 3),
        (("clients",), 5),
        (("clients", 0), 5),
        (("clients", 0, "name"), 6),
        (("clients", 0, "routes", "/a"), 7),
        (("clients", 0, "routes", "/b"), 7),
        (("clients", 1), 8),
        (("clients", 1, "name"), 9),
        (("routes", 0, "steps"), 13),
        (("routes", 0, "steps", 0, "cpu"), 14),
        (("routes", 0, "steps", 1), 16),
        (("routes", 0, "steps", 1, "io"), 16),
        (("server", "workers"), 20),
        (("server", "loop"), 19),
        (("clients", 1, "rate"), 8),
        (("name",), 1),
    ],
)
def test_a_key_has_its_line_and_a_missing_one_its_table_s(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(path, lines_of(TEXT)) == line
