"""A scenario that is right, to be spoilt one place at a time."""

import pytest

BASE = """\
format = 1
name = "base"

[run]
duration = "60s"

[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 15

[server]
workers = 1

[[routes]]
path = "/a"
handler = "blocking"
steps = [
  { cpu = "1ms" },
  { io = "50ms", service = "database" },
]

[[services]]
name = "database"
"""


@pytest.fixture
def base() -> str:
    return BASE
