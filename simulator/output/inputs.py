"""`scenario.toml` and `inputs/`: a run that can be run again, from any folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.distributions import Distribution, DistributionKind
from simulator.errors import ResultsError
from simulator.scenario import ClientScenario, Scenario, ServerScenario, Step, dumps
from simulator.scenario.broker import BrokerScenario

FOLDER = "inputs"

_DISTRIBUTION_KEYS = frozenset(
    name
    for table in (ClientScenario, ServerScenario, Step, BrokerScenario)
    for name, field in table.model_fields.items()
    if "Distribution" in str(field.annotation)
)


class Inputs:
    """A scenario as it was run, and what it read, under names in `inputs/`."""

    def __init__(self, scenario: Scenario) -> None:
        self.files: dict[str, bytes] = {}
        """Contents by name, `inputs/arrivals.csv`."""
        self._directory = scenario.directory
        self._names: dict[Path, str] = {}
        plain = scenario.plain()
        for client in plain["clients"]:
            if "file" in client:
                client["file"] = self._taken(client["file"])
        for change in plain["changes"]:
            change["to"] = self._moved(change["to"], change["set"].rpartition(".")[2])
        moved = {key: value if key == "changes" else self._moved(value, key) for key, value in plain.items()}
        self._scenario = Scenario.model_validate(moved)

    def text(self, replications: int) -> str:
        """`scenario.toml`, with as many replications as were finished."""
        run = self._scenario.run.model_copy(update={"replications": replications})
        return dumps(self._scenario.model_copy(update={"run": run}))

    def _moved(self, value: Any, key: str) -> Any:  # noqa: ANN401  # any plain TOML value
        if isinstance(value, Mapping):
            return {name: self._moved(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [self._moved(each, key) for each in value]
        if key in _DISTRIBUTION_KEYS and isinstance(value, str):
            return self._moved_distribution(value)
        return value

    def _moved_distribution(self, text: str) -> str:
        time = Distribution.parse(text)
        if time.kind is not DistributionKind.EMPIRICAL:
            return text
        return f"empirical({self._taken(time.file)})"

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
