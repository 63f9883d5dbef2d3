"""Numbers as people type and read them: "50", "50ms", "0,25", "1.5 s", "2,400"."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from simulator.errors import SimulatorError


class Unit(Enum):
    """What a field's bare number means: its sign, as it is shown, and how much one of it is in the model's unit."""

    MICROSECONDS = ("µs", 1e-6)
    MILLISECONDS = ("ms", 1e-3)
    SECONDS = ("s", 1.0)
    PER_SECOND = ("/s", 1.0)
    NONE = ("", 1.0)
    TIMES = ("×", 1.0)
    PERCENT = ("%", 0.01)

    def __init__(self, sign: str, size: float) -> None:
        self.sign = sign
        self.size = size


_TIMES = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0}
_RATES = {"/s": 1.0, "/min": 1 / 60, "/h": 1 / 3600}
_OTHERS: dict[Unit, dict[str, float]] = {
    Unit.MICROSECONDS: _TIMES,
    Unit.MILLISECONDS: _TIMES,
    Unit.SECONDS: _TIMES,
    Unit.PER_SECOND: _RATES,
    Unit.NONE: {},
    Unit.TIMES: {"x": 1.0, "×": 1.0},
    Unit.PERCENT: {"%": 0.01},
}
assert set(_OTHERS) == set(Unit)


class Refusal(Enum):
    """Why a typed value is not taken."""

    NO_NUMBER = auto()
    WRONG_UNIT = auto()
    NOT_WHOLE = auto()
    TOO_SMALL = auto()
    TOO_LARGE = auto()


class RefusedError(SimulatorError):
    """A typed value that cannot be taken; the old one stays."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name.lower())
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Limits:
    """What a scenario accepts, in the model's unit."""

    low: float
    high: float
    is_low_open: bool = False
    """Whether the value must be above `low`, not at it."""
    is_whole: bool = False

    def check(self, value: float) -> float:
        """The value.

        Raises RefusedError where the scenario would not take it.
        """
        if self.is_whole and not value.is_integer():
            raise RefusedError(Refusal.NOT_WHOLE)
        if value < self.low or (self.is_low_open and value == self.low):
            raise RefusedError(Refusal.TOO_SMALL)
        if value > self.high:
            raise RefusedError(Refusal.TOO_LARGE)
        return value

    def has(self, value: float) -> bool:
        """Whether a scenario takes the value."""
        return self.low <= value <= self.high and not (self.is_low_open and value == self.low)


@dataclass(frozen=True, slots=True)
class Notation:
    """How a language writes numbers."""

    point: str = "."
    group: str = ","


_TYPED = re.compile(r"([+\-−]?[0-9.,]+(?:[eE][+-]?[0-9]+)?)(.*)")
_DIGITS = 5
"""As many as a value is shown with; more would be noise."""
_LONGEST = len("999,999,999")
"""A field has room for so many characters; more digits than that nobody counts."""


def read(text: str, unit: Unit, notation: Notation) -> float:
    """The value of a typed text in the model's unit; a bare number is in `unit`.

    Raises RefusedError.
    """
    match = _TYPED.fullmatch("".join(text.split()))
    if match is None:
        raise RefusedError(Refusal.NO_NUMBER)
    number = _number(match[1].replace("−", "-"), notation)
    sign = match[2].lower()
    if sign in ("", unit.sign):
        return _times(number, unit.size)
    if sign not in _OTHERS[unit]:
        raise RefusedError(Refusal.WRONG_UNIT)
    return _times(number, _OTHERS[unit][sign])


def _number(text: str, notation: Notation) -> float:
    """Read in the language's own way where that fits, else as a number with one point or comma."""
    group, point = re.escape(notation.group), re.escape(notation.point)
    if re.fullmatch(rf"[+-]?[1-9][0-9]{{0,2}}({group}[0-9]{{3}})+({point}[0-9]*)?", text):
        text = text.replace(notation.group, "").replace(notation.point, ".")
    elif len(re.findall("[.,]", text)) <= 1:
        text = text.replace(",", ".")
    try:
        return float(text)
    except ValueError as error:
        raise RefusedError(Refusal.NO_NUMBER) from error


def _times(number: float, size: float) -> float:
    """Without the last digits that a product of floats adds."""
    return float(f"{number * size:.15g}")


def written(value: float, unit: Unit, notation: Notation) -> str:
    """A value of the model's unit as the field shows it, without the unit's sign."""
    number = value / unit.size
    whole = len(f"{abs(number):.0f}") if abs(number) >= 1 else 1
    text = f"{number:,.{max(_DIGITS - whole, 0)}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if not _is_faithful(text, number):
        text = _as_power(number)
    return text.translate({ord(","): notation.group, ord("."): notation.point})


def written_briefly(value: float, unit: Unit, notation: Notation) -> str:
    """The same, where a great number has too many digits as a power of ten: 1e12."""
    text = written(value, unit, notation)
    return text if len(text) <= _LONGEST else _as_power(value / unit.size).replace(".", notation.point)


def _as_power(number: float) -> str:
    digits, _, power = f"{number:.{_DIGITS - 1}e}".partition("e")
    return f"{digits.rstrip('0').rstrip('.')}e{int(power)}"


def _is_faithful(text: str, number: float) -> bool:
    """Whether a rounded number is still the number: a very small one would become 0."""
    return abs(float(text.replace(",", "")) - number) <= abs(number) * 0.01
