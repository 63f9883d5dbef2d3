"""The whole scenario."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from simulator.scenario.broker import BrokerScenario, TaskScenario
from simulator.scenario.clients import KIND_KEYS, ArrivalKind, ClientScenario, keys_of
from simulator.scenario.events import Change, Fault
from simulator.scenario.frozen import Frozen, LocalisedText, localised
from simulator.scenario.routes import Route
from simulator.scenario.run import RunScenario
from simulator.scenario.server import ServerScenario
from simulator.scenario.services import ServiceScenario


class Scenario(Frozen):
    """Everything the user asked for; times are float seconds, see SCENARIO format 1."""

    format: Literal[1]
    name: LocalisedText
    description: LocalisedText = ""
    run: RunScenario
    clients: Annotated[tuple[ClientScenario, ...], Field(min_length=1, max_length=1000)]
    server: ServerScenario = ServerScenario()
    routes: Annotated[tuple[Route, ...], Field(min_length=1, max_length=1000)]
    services: tuple[ServiceScenario, ...] = ()
    broker: BrokerScenario | None = None
    tasks: tuple[TaskScenario, ...] = ()
    changes: tuple[Change, ...] = ()
    faults: tuple[Fault, ...] = ()

    _directory: Path = PrivateAttr(default_factory=Path)

    @property
    def directory(self) -> Path:
        """Where relative files are found."""
        return self._directory

    def in_directory(self, directory: Path) -> "Scenario":
        """The same scenario, its files relative to `directory`."""
        other = self.model_copy()
        other._directory = directory
        return other

    def title(self, language: str) -> str:
        """The name in "en" or "pt_BR"."""
        return localised(self.name, language)

    def text(self, language: str) -> str:
        """The description in "en" or "pt_BR"."""
        return localised(self.description, language)

    def plain(self) -> dict[str, Any]:
        """The TOML form: times and distributions as texts, None left out."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        for client in plain["clients"]:
            for key in KIND_KEYS - set(keys_of(ArrivalKind(client["arrivals"]))):
                client.pop(key, None)
        for table in ("routes", "tasks"):
            for entry in plain[table]:
                for step in (*entry["steps"], *entry.get("background", ())):
                    _drop_meaningless(step)
        return plain


def _drop_meaningless(step: dict[str, Any]) -> None:
    if "enqueue" not in step:
        step.pop("count", None)
    if not step["label"]:
        del step["label"]
