"""What can vary in a scenario, and values that are worth a first try. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.errors import SimulatorError
from simulator.scenario import Scenario, keys
from simulator.units import format_time, parse_time
from ui.parameters.specs import SPECS, Parameter
from ui.parameters.targets import Reason, targets

_DISTRIBUTION = re.compile(r"(\w+)\(([^,)]+)((?:,[^)]*)?)\)")
_FACTORS = (0.5, 1.0, 2.0, 4.0)
_MOST_PLANNED = 16
_GROWING = ("workers", "thread_limit", "cores", "pool_size", "concurrency")
"""Of which more is never worse: worth planning with."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A key that can vary."""

    parameter: Parameter
    key: str
    place: str
    """Of the route or group; nothing of the server."""
    values: str
    """Proposed, as `--vary` has them."""


def choices(scenario: Scenario) -> tuple[Choice, ...]:
    """In the order of the parameters' panel."""
    return tuple(_choices(scenario))


def _choices(scenario: Scenario) -> Iterator[Choice]:
    for spec in SPECS:
        found = targets(spec, scenario)
        if isinstance(found, Reason):
            continue
        for target in found:
            if target.is_together:
                continue
            (key,) = target.keys
            proposed = _proposed(keys.read(scenario, key))
            if spec.parameter is Parameter.WORKERS:
                proposed = "1,2,4,8"
            if spec.parameter is Parameter.HANDLER:
                proposed = "async,threadpool,blocking"
            if proposed:
                yield Choice(spec.parameter, key, target.name, proposed)


def planned(choice: Choice) -> str:
    """Values to look for the cheapest among."""
    if choice.key.rpartition(".")[2] not in _GROWING:
        return choice.values
    last = choice.values.rpartition(",")[2]
    return f"1..{max(_MOST_PLANNED, int(last)) if last.isdigit() else _MOST_PLANNED}"


def _proposed(value: object) -> str:
    """Around the present value; nothing where there is none, or no sensible way to vary it."""
    if isinstance(value, bool):
        return "true,false"
    if isinstance(value, int | float):
        return _numbers(value)
    if not isinstance(value, str):
        return ""
    if (match := _DISTRIBUTION.fullmatch(value)) and (mean := _seconds(match[2])):
        return ",".join(f"{match[1]}({time}{match[3]})" for time in _times(mean))
    seconds = _seconds(value)
    return ",".join(_times(seconds)) if seconds else ""


def _numbers(value: float) -> str:
    if not value:
        return ""
    is_whole = isinstance(value, int)
    numbers = [value * factor for factor in _FACTORS]
    texts = [f"{max(1, round(number))}" if is_whole else f"{number:.6g}" for number in numbers]
    return ",".join(dict.fromkeys(texts))


def _times(seconds: float) -> list[str]:
    return [format_time(round(seconds * factor, 9)) for factor in _FACTORS]


def _seconds(text: str) -> float | None:
    try:
        return parse_time(text)
    except SimulatorError:
        return None
