"""Times as people write them ("50ms"), as scenarios hold them (seconds) and as the model counts them (nanoseconds)."""

import math
import re
from decimal import Decimal

from simulator.errors import SimulatorError

NS_PER_S = 1_000_000_000
_UNITS = {
    "ns": Decimal("1e-9"),
    "us": Decimal("1e-6"),
    "ms": Decimal("1e-3"),
    "s": Decimal(1),
    "min": Decimal(60),
    "h": Decimal(3600),
}
_TIME = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*(ns|us|µs|ms|s|min|h)\s*")
LONGEST_S = 1e9
"""About 32 years: with whole nanoseconds a run still fits 64 bits."""


def parse_time(value: str | float) -> float:
    """Seconds of "250us", "50ms", "1.5s", "2min", or of a bare number, which is seconds already.

    Raises SimulatorError with the rule and the value.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise SimulatorError(f"must be a time such as \"50ms\", got {value!r}")
    if isinstance(value, str):
        match = _TIME.fullmatch(value)
        if match is None:
            raise SimulatorError(_explain(value))
        unit = match[2].replace("µ", "u")
        seconds = float(Decimal(match[1]) * _UNITS[unit])
    else:
        seconds = float(value)
    if not math.isfinite(seconds) or seconds < 0:
        raise SimulatorError(f"must be a time of 0 or more, got {value}")
    if seconds > LONGEST_S:
        raise SimulatorError(f"must be at most {LONGEST_S:g} s, got {value}")
    return seconds


def _explain(value: str) -> str:
    if re.fullmatch(r"\s*-.*", value):
        return f'must be a time of 0 or more, got "{value}"'
    if re.fullmatch(r"\s*[0-9.]+\s*", value):
        return f'needs a unit (ns us ms s min h), got "{value}"'
    return f'must be a time such as "50ms", "1.5s" or "2min", got "{value}"'


def format_time(seconds: float) -> str:
    """The shortest text with a unit that reads back as the same seconds: 0.05 -> "50ms"."""
    if seconds == 0:
        return "0s"
    exact = Decimal(repr(float(seconds)))
    for unit in ("s", "ms", "us", "ns"):
        number = exact / _UNITS[unit]
        if abs(number) >= 1 or unit == "ns":
            text = f"{number.normalize():f}{unit}"
            if parse_time(text) == seconds:
                return text
    return f"{exact:f}s"


def to_ns(seconds: float) -> int:
    """Whole nanoseconds, rounded half to even."""
    return round(seconds * NS_PER_S)


def to_s(nanoseconds: float) -> float:
    """Seconds."""
    return nanoseconds / NS_PER_S
