"""A small lesson in a folder, to be broken one way at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

TABLE = """\
format = 1
minutes = 5

[[steps]]
name = "first"
scenario.from = "01_blocking"
scenario.set = { "run.duration" = "10s" }
spotlight = "worker:1"
prediction = { kind = "number", figure = "throughput_per_s.mean" }

[[steps.claims]]
name = "sent"
figure = "requests.sent"
value = 105
within = "50%"

[[steps]]
name = "second"
scenario.set = { "server.workers" = 2 }

[steps.prediction]
kind = "choice"
figure = "workers_that_answered"
options = [{ name = "one", below = 2 }, { name = "two", at_least = 2 }]

[[steps.knobs]]
name = "workers"
key = "server.workers"
values = [1, 2]
"""
TEXT = """\
# Title

Summary.

## first: The first

Some {sent} come.

### question

How many?

### why

Because.

## second: The second

Text.

### question

How many work?

### option one: One

### option two: Two

### why

Because.

### knob workers: Workers

Turn it.
"""
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A lesson with these files in place of its own; None: without the file."""

    def make(name: str = "mine", **files: str | None) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        texts = {"table": TABLE, "en": TEXT, "pt_BR": TEXT, **files}
        for key, text in texts.items():
            path = folder / ("lesson.toml" if key == "table" else f"{key}.md")
            path.unlink(missing_ok=True)
            if text is not None:
                path.write_text(text, encoding="utf-8")
        return folder

    return make
