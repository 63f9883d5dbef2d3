"""`scenario.toml` and `inputs/`: a run that can be run again, from any folder."""

from collections.abc import Iterator
from pathlib import Path

from simulator.errors import ResultsError
from simulator.scenario import Scenario, dumps
from simulator.scenario.named_files import with_files_renamed

FOLDER = "inputs"


class Inputs:
    """A scenario as it was run, and what it read, under names in `inputs/`."""

    def __init__(self, scenario: Scenario) -> None:
        self.files: dict[str, bytes] = {}
        """Contents by name, `inputs/arrivals.csv`."""
        self._directory = scenario.directory
        self._names: dict[Path, str] = {}
        self._scenario = with_files_renamed(scenario, self._taken)

    def text(self, replications: int) -> str:
        """`scenario.toml`, with as many replications as were finished."""
        run = self._scenario.run.model_copy(update={"replications": replications})
        return dumps(self._scenario.model_copy(update={"run": run}))

    def _taken(self, name: str) -> str:
        """Read a file, once, and give it a name of its own."""
        path = (self._directory / name).resolve()
        if path not in self._names:
            try:
                data = path.read_bytes()
            except OSError as error:
                raise ResultsError(f"cannot copy {name}: {error.strerror or error}") from error
            own = next(each for each in _candidates(path) if each not in self.files)
            self._names[path] = own
            self.files[own] = data
        return self._names[path]


def _candidates(path: Path) -> Iterator[str]:
    yield f"{FOLDER}/{path.name}"
    number = 2
    while True:
        yield f"{FOLDER}/{path.stem}_{number}{path.suffix}"
        number += 1
