"""Parts of the contract whose behaviour is not built yet: a scenario that uses one is refused by name, never ignored."""

from collections.abc import Iterator

from simulator.errors import Problem
from simulator.scenario.clients import ArrivalKind
from simulator.scenario.problems import Location, key_text
from simulator.scenario.scenario import Scenario

_ARRIVALS = (ArrivalKind.MMPP, ArrivalKind.SCHEDULE)
_KEYS: dict[str, tuple[str, ...]] = {
    "clients": (
        "max_connections", "timeout", "retries", "retry_backoff", "retry_factor", "retry_jitter",
    ),
    "server": (
        "limit_concurrency", "limit_max_requests", "limit_max_requests_jitter", "timeout_graceful_shutdown", "syn_retry",
    ),
    "routes": ("background", "background_handler", "failure_rate"),
    "services": ("pool_size", "max_overflow", "pool_timeout", "hold", "concurrency"),
}  # fmt: skip
_TABLES = ("broker", "tasks", "faults")


def unbuilt(scenario: Scenario) -> list[Problem]:
    """A problem for every key with a value other than its default that no behaviour stands behind."""
    return [Problem("not built yet: this version cannot simulate it", key_text(at)) for at in _used(scenario)]


def unbuilt_locations(scenario: Scenario) -> list[Location]:
    """The same, as locations."""
    return list(_used(scenario))


def _used(scenario: Scenario) -> Iterator[Location]:
    for index, client in enumerate(scenario.clients):
        if client.arrivals in _ARRIVALS:
            yield ("clients", index, "arrivals")
    for table, keys in _KEYS.items():
        entries = getattr(scenario, table)
        for index, entry in enumerate(entries if isinstance(entries, tuple) else (entries,)):
            at: Location = (table, index) if isinstance(entries, tuple) else (table,)
            for key in keys:
                if getattr(entry, key) != type(entry).model_fields[key].default:
                    yield (*at, key)
    for index, route in enumerate(scenario.routes):
        for number, step in enumerate(route.steps):
            if step.enqueue is not None:
                yield ("routes", index, "steps", number, "enqueue")
    for table in _TABLES:
        if getattr(scenario, table):
            yield (table,)
    for index, change in enumerate(scenario.changes):
        table, _, _ = change.set.partition(".")
        last = change.set.rpartition(".")[2]
        if last in _KEYS.get(table.partition("[")[0], ()) or table.partition("[")[0] in _TABLES:
            yield ("changes", index, "set")
