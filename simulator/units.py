"""Times as people write them ("50ms"), as scenarios hold them (seconds) and as the model counts them (nanoseconds)."""

import re
from decimal import Decimal

from simulator.errors import SimulatorError
from simulator.words import shown

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
        raise SimulatorError(f'must be a time such as "50ms", got {shown(value)}')
    seconds = _seconds_of_text(value) if isinstance(value, str) else value
    if not seconds >= 0:
        raise SimulatorError(f"must be a time of 0 or more, got {shown(value)}")
    if seconds > LONGEST_S:
        raise SimulatorError(f"must be a time of at most {LONGEST_S:,.0f} s, got {shown(value)}")
    return float(seconds)


def time_parts(text: str) -> tuple[float, str] | None:
    """The number of a written time, and its unit; None where it is no time."""
    match = _TIME.fullmatch(text)
    return None if match is None else (float(match[1]), match[2])


def _seconds_of_text(text: str) -> float:
    match = _TIME.fullmatch(text)
    if match is None:
        raise SimulatorError(_explain(text))
    return float(Decimal(match[1]) * _UNITS[match[2].replace("µ", "u")])


def _explain(text: str) -> str:
    if re.match(r"\s*-[0-9.]", text):
        return f"must be a time of 0 or more, got {shown(text)}"
    if re.fullmatch(r"\s*[0-9.]+\s*", text):
        return f"needs a unit (ns us ms s min h), got {shown(text)}"
    return f'must be a time such as "50ms", "1.5s" or "2min", got {shown(text)}'


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
