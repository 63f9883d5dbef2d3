"""Runs that were left: the newest of them are kept as scenarios, and can be run again up to where they stood."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from simulator.errors import SimulatorError
from simulator.scenario import Scenario, load
from ui.saved import write_whole

_MOST = 50


class PastRun(NamedTuple):
    """One of them."""

    path: Path
    scenario: Scenario
    left_at_s: float
    """Seconds since 1970."""

    @property
    def seed(self) -> int:
        """Of its random streams."""
        return self.scenario.run.seed or 0

    @property
    def simulated_s(self) -> float:
        """How far it had come."""
        return self.scenario.run.duration

    @property
    def changes(self) -> int:
        """How many values were changed in it."""
        return len(self.scenario.changes)


class PastRuns:
    """In a folder of their own; what cannot be read there is left alone, and left out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, text: str) -> None:
        """Keep a run, and let the oldest go where there are too many. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / f"{uuid4().hex}.toml", text)
        for path in self._paths()[_MOST:]:
            with suppress(OSError):
                path.unlink()

    def all(self) -> list[PastRun]:
        """The newest first."""
        found = []
        for path in self._paths():
            with suppress(OSError, SimulatorError):
                found.append(PastRun(path, load(path), path.stat().st_mtime))
        return found

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.toml"), key=_left_at, reverse=True)


def _left_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
