"""`simulate` called as the console script calls it, in this process and in one of its own."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.cli import main

PROGRAM = "import sys; sys.argv[0] = 'simulate'; from simulator.cli import main; main()"
"""The console script, wherever the package was imported from."""
PLAIN = """\
format = 1
name = "One route"

[run]
duration = "5s"
seed = 1

[[clients]]
name = "c"
arrivals = "poisson"
rate = 20

[server]
workers = 1

[[routes]]
path = "/"
handler = "async"
steps = [{ io = "exponential(50ms)" }]
"""


@dataclass(frozen=True)
class Answer:
    """What a call left behind."""

    code: int
    out: str
    err: str


Simulate = Callable[..., Answer]


@pytest.fixture
def simulate(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Simulate:
    """Call it with these arguments."""

    def call(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["simulate", *(str(argument) for argument in arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Answer(end.value.code, printed.out, printed.err)

    return call


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """A small scenario in a folder of its own."""
    folder = tmp_path / "mine"
    folder.mkdir()
    file = folder / "plain.toml"
    file.write_text(PLAIN, encoding="utf-8")
    return file


def in_process(*arguments: str | Path, program: str = PROGRAM, before: tuple[str, ...] = ()) -> list[str]:
    """The command line of a process of its own."""
    return [*before, sys.executable, "-c", program, *(str(argument) for argument in arguments)]


def answered(command: list[str], **options: object) -> Answer:
    """Run it to its end."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, **options)  # type: ignore[call-overload]  # as run has them
    return Answer(done.returncode, done.stdout, done.stderr)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below, by its name."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
