"""Figures of a run by the names that `summary.json` has them under, and a few that are reckoned from those."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from simulator.experiment.targets import FIGURES as TARGETS
from simulator.lesson.amounts import Unit
from simulator.record import PARTS
from simulator.scenario import Scenario
from simulator.statistics import Summary
from simulator.words import nearest, shown

_PART = re.compile(r"\.?([A-Za-z0-9_]+)|\[([^\]]+)\]")


def _busy(summary: Summary) -> float:
    """How many workers answered anything."""
    return sum(1 for worker in summary.workers if worker.completed)


def _loops(summary: Summary) -> float | None:
    loops = [worker.utilisation.loop for worker in summary.workers if worker.utilisation.loop is not None]
    return sum(loops) / len(loops) if loops else None


DERIVED: dict[str, tuple[Unit, Callable[[Summary], float | None]]] = {
    "errors": (Unit.SHARE, TARGETS["errors"].of),
    "utilisation": (Unit.SHARE, TARGETS["utilisation"].of),
    "loop_utilisation": (Unit.SHARE, _loops),
    "workers_that_answered": (Unit.COUNT, _busy),
}
"""Errors: refused, rejected, failed and timed out, of all sent. Utilisation: of the busiest kind of resource; of loops:
the mean over workers."""


def unit_of(name: str) -> Unit:
    """What a figure is counted in."""
    if name in DERIVED:
        return DERIVED[name][0]
    words = _words(name) or []
    if any(word.endswith("_per_s") for word in words):
        return Unit.RATE
    if any(word.endswith("_s") for word in words):
        return Unit.TIME
    return Unit.SHARE if words[-1:] == ["utilisation"] or "utilisation" in words or "pools" in words else Unit.COUNT


def figure(summary: Summary, name: str) -> float | None:
    """What a run has; None where nothing was measured. The name is one that `wrong_figure` finds nothing wrong with."""
    if name in DERIVED:
        return DERIVED[name][1](summary)
    value: Any = summary
    for word in _words(name) or []:
        if isinstance(value, tuple):
            value = next((entry for entry in value if str(entry.worker) == word), None)
        elif isinstance(value, dict):
            value = value.get(word)
        else:
            value = getattr(value, word, None)
    return None if value is None else float(value)


def wrong_figure(name: str, scenario: Scenario) -> str | None:
    """Why a scenario's runs have no such figure."""
    words = _words(name)
    if words is None:
        return f"must be a figure such as throughput_per_s.mean or workers[1].utilisation.loop, got {shown(name)}"
    if name in DERIVED:
        return None
    kind: Any = Summary
    for number, word in enumerate(words):
        names = list(_names(kind, scenario, words[:number]))
        if word not in names:
            names += DERIVED if not number else ()
            return f"there is no figure {shown(name)}: {shown(word)} is unknown{nearest(word, names)}"
        kind = _below(kind, word)
    return (
        None if _is_number(kind) else f"{shown(name)} is no number: it has {', '.join(_names(kind, scenario, words))}"
    )


def _words(name: str) -> list[str] | None:
    matches = list(_PART.finditer(name))
    if not matches or "".join(match[0] for match in matches) != name:
        return None
    return [match[1] or match[2] for match in matches]


def _names(kind: Any, scenario: Scenario, above: list[str]) -> Iterable[str]:  # noqa: ANN401  # a type
    if is_dataclass(kind):
        return [each.name for each in fields(kind)]
    names: dict[str, Iterable[str]] = {
        "by_route": [route.path for route in scenario.routes],
        "by_client": [client.name for client in scenario.clients],
        "services": [service.name for service in scenario.services],
        "workers": [str(number + 1) for number in range(scenario.server.workers)],
        "pools": [service.name for service in scenario.services if service.pool_size],
        "parts_s": PARTS,
    }
    return names.get(above[-1], ()) if above else ()


def _below(kind: Any, word: str) -> Any:  # noqa: ANN401
    if is_dataclass(kind):
        assert isinstance(kind, type), "types are walked"
        return _bare(get_type_hints(kind)[word])
    entries = get_args(kind)
    return _bare(entries[1] if get_origin(kind) is dict else entries[0])


def _bare(kind: Any) -> Any:  # noqa: ANN401
    """X of `X | None`."""
    arguments = [each for each in get_args(kind) if each is not type(None)]
    return arguments[0] if type(None) in get_args(kind) and arguments else kind


def _is_number(kind: Any) -> bool:  # noqa: ANN401
    return kind in (int, float)
