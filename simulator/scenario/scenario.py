"""The whole scenario."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PrivateAttr

from simulator.scenario.broker import BrokerScenario, TaskScenario
from simulator.scenario.clients import KIND_KEYS, ArrivalKind, ClientScenario, keys_of
from simulator.scenario.events import Change, Fault
from simulator.scenario.frozen import Frozen, LocalisedText, localised
from simulator.scenario.routes import Route
from simulator.scenario.run import RunScenario
from simulator.scenario.server import ServerScenario
from simulator.scenario.services import ServiceScenario
from simulator.words import shown


def whole_one(value: Any) -> Any:  # noqa: ANN401  # whatever TOML had there
    """To Python true and 1.0 equal 1; to a reader of the file they do not."""
    if type(value) is not int:
        raise ValueError(f"must be 1, got {shown(value)}")
    return value


class Scenario(Frozen):
    """Everything the user asked for; times are float seconds, see SCENARIO format 1."""

    format: Annotated[Literal[1], BeforeValidator(whole_one)]
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

    def __eq__(self, other: object) -> bool:
        """The same values; where the file lay makes no difference."""
        return self.__dict__ == other.__dict__ if isinstance(other, Scenario) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # weights by path are a dict

    @property
    def directory(self) -> Path:
        """Where relative files are found."""
        return self._directory

    def in_directory(self, directory: Path) -> "Scenario":
        """The same scenario, its files relative to `directory`."""
        other = self.model_copy()
        other._directory = directory  # noqa: SLF001  # its own kind
        return other

    def with_changes(self, changes: tuple[Change, ...]) -> "Scenario":
        """The same scenario with these changes."""
        return self.model_copy(update={"changes": changes})

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
