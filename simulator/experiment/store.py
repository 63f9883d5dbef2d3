"""Finished runs in a file, line by line, so that a sweep that was ended in its middle goes on."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from simulator.errors import ResultsError
from simulator.experiment.edition import edition
from simulator.scenario import Scenario
from simulator.scenario.named_files import with_files_renamed

NAME = ".sweep.jsonl"

Figures = dict[str, Any]
"""Numbers by name; None where there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What is left of a run: its figures, or its error."""

    figures: Figures
    error: str = ""


def key_of(scenario: Scenario) -> str:
    """The same for scenarios that run alike: by their values, by what their files hold, and by the code of this
    package. Seeds count, the number of replications does not."""
    digest = hashlib.sha256(edition().encode())

    def add(name: str) -> str:
        with suppress(OSError):  # then the run will say so
            digest.update((scenario.directory / name).read_bytes())
        return name

    with_files_renamed(scenario, add)
    plain = scenario.plain()
    del plain["run"]["replications"]
    digest.update(json.dumps(plain, sort_keys=True).encode())
    return digest.hexdigest()[:24]


class Store:
    """Keeps finished runs by the key of their scenario and their replication; open while entered.

    A process may be killed while it writes: a line without an end is not read. Raises ResultsError where the file
    cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._runs: dict[tuple[str, int], Finished] = {}
        self._seeds: dict[str, int] = {}
        self.added = 0
        """Runs that came since it was opened."""

    def __enter__(self) -> "Store":
        with self._explained():
            self._file = self._path.open("a+b")
            self._file.seek(0)
            whole = self._read(self._file.read())
            self._file.truncate(whole)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._file is not None, "entered before"
        with self._explained():  # what did not fit on the disk is tried once more
            self._file.close()
        if not self._runs:
            self.remove()

    def _read(self, data: bytes) -> int:
        """How many bytes are whole lines."""
        whole = data.rfind(b"\n") + 1
        for line in data[:whole].splitlines():
            # Whatever else it is, it is no run of ours.
            with suppress(ValueError, KeyError, TypeError):
                self._take(json.loads(line))
        return whole

    def _take(self, entry: dict[str, Any]) -> None:
        if "drawn_for" in entry:
            self._seeds[str(entry["drawn_for"])] = int(entry["seed"])
        else:
            run = (str(entry["scenario"]), int(entry["replication"]))
            self._runs[run] = Finished(dict(entry["figures"]), str(entry["error"]))

    def seed(self, scenario: Scenario, drawn: int) -> int:
        """The seed of a scenario that has none: the one that was drawn when it was first run, else `drawn`."""
        key = key_of(scenario)
        if key not in self._seeds:
            self._seeds[key] = drawn
            self._write({"drawn_for": key, "seed": drawn})
        return self._seeds[key]

    def find(self, key: str, replication: int) -> Finished | None:
        """A run that was finished before."""
        return self._runs.get((key, replication))

    def add(self, key: str, replication: int, finished: Finished) -> None:
        """Keep a run, on the disk before this returns as far as the system lets us."""
        self._runs[key, replication] = finished
        entry = {"figures": finished.figures, "error": finished.error}
        self._write({"scenario": key, "replication": replication, **entry})
        self.added += 1

    def _write(self, entry: dict[str, Any]) -> None:
        assert self._file is not None, "open while entered"
        with self._explained():
            self._file.write(json.dumps(entry).encode() + b"\n")
            self._file.flush()

    def remove(self) -> None:
        """There is nothing to go on with."""
        with self._explained():
            self._path.unlink(missing_ok=True)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise ResultsError(f"cannot keep finished runs: {self._path}: {error.strerror or error}") from error
