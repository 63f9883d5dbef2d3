"""`--vary KEY=VALUES`: what a sweep varies, and the points that this makes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, prod
from typing import Any

from simulator.errors import Problem, ScenarioError, SimulatorError
from simulator.scenario import Scenario, keys
from simulator.scenario.validation import from_plain
from simulator.units import format_time, parse_time
from simulator.words import shown

_SOURCE = "--vary"
_RANGE = re.compile(r"\s*([^.,]+(?:\.[^.,]+)?)\.\.([^:]*?)\s*(?::\s*(.*?))?\s*")
_WHOLE = re.compile(r"[+-]?[0-9][0-9_]*")
_FORM = "must be KEY=VALUES, such as server.workers=1,2,4 or server.workers=1..32 or clients[0].network=10ms..200ms:5"
_FIXED = {"run.replications": "every point has the same: use --replications"}
MOST_STEPS = 1_000_000

Value = Any
"""A plain TOML value."""
Point = Mapping[str, Value]
"""A value for every key that varies."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All from `low` to `high`, both included: seconds, or numbers."""

    low: float
    high: float
    is_time: bool
    is_whole: bool

    def at(self, share: float) -> Value:
        """The value at 0..1 of the way, as TOML has it; whole numbers have equal shares of it."""
        if self.is_whole:
            return min(int(self.low) + int(share * (self.high - self.low + 1)), int(self.high))
        return self._value(self.low + share * (self.high - self.low))

    def steps(self, count: int) -> tuple[Value, ...]:
        """So many values at equal distances; whole ones are rounded, and then each comes once."""
        if count == 1:
            return (self._value(self.low),)
        width = (self.high - self.low) / (count - 1)
        return tuple(dict.fromkeys(self._value(self.low + index * width) for index in range(count)))

    def _value(self, number: float) -> Value:
        if self.is_time:
            return format_time(round(number, 9))
        return round(number) if self.is_whole else round(number, 12)


@dataclass(frozen=True, slots=True)
class Varied:
    """A key and its values in order; `interval` where all between two ends were named."""

    key: str
    values: Sequence[Value]
    """Empty where an interval has no number of steps."""
    interval: Interval | None = None

    def at(self, share: float) -> Value:
        """The value at 0..1 of the way through all of them."""
        if self.interval is not None:
            return self.interval.at(share)
        return self.values[min(int(share * len(self.values)), len(self.values) - 1)]


def parse_varied(text: str, scenario: Scenario) -> Varied:
    """From `server.workers=1,2,4`, `server.workers=1..32` or `clients[0].network=10ms..200ms:5`.

    Raises ScenarioError naming the key.
    """
    key, values = _parts(text, scenario)
    match = _RANGE.fullmatch(values)
    if match is not None:
        return _ranged(key, match[1], match[2], match[3], is_whole=_is_whole(scenario, key))
    return Varied(key, _listed(key, values))


def _parts(text: str, scenario: Scenario) -> tuple[str, str]:
    """The key, which is one that can vary, and what stands behind the equals sign."""
    try:
        key, _ = keys.parse_assignment(text)
    except ScenarioError as error:
        raise _refused(text, _FORM) from error
    try:
        current = keys.read(scenario, key)
    except ScenarioError as error:
        raise ScenarioError([Problem(each.message, each.key, source=_SOURCE) for each in error.problems]) from error
    if isinstance(current, Mapping) or key in _FIXED:
        raise _refused(key, _FIXED.get(key, "is a table: name one of its keys"))
    values = text[text.index(key) + len(key) :].partition("=")[2].strip()
    if not values:
        raise _refused(key, "has no values")
    return key, values


def _listed(key: str, text: str) -> tuple[Value, ...]:
    values: list[Value] = []
    for each in _split(text):
        value = keys.parse_assignment(f"{key}={each}")[1]
        if value == "":
            raise _refused(key, f"has an empty value, got {shown(text)}")
        if isinstance(value, str) and ".." in value:
            raise _refused(key, f"must be a list of values, or one range, got {shown(text)}")
        if any(_same(value, other) for other in values):
            raise _refused(key, f"has {shown(value)} twice")
        values.append(value)
    return tuple(values)


def _refused(key: str, message: str) -> ScenarioError:
    return ScenarioError(Problem(message, key, source=_SOURCE))


def _same(value: Value, other: Value) -> bool:
    return type(value) is type(other) and bool(value == other)


def _split(text: str) -> Iterator[str]:
    """At commas outside of brackets and quotes."""
    depth, begin, quote = 0, 0, ""
    for index, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "," and depth == 0:
            yield text[begin:index].strip()
            begin = index + 1
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(sign, 0)
    yield text[begin:].strip()


def _is_whole(scenario: Scenario, key: str) -> bool:
    """Whether the key takes whole numbers only."""
    plain = scenario.plain()
    keys.put(plain, key, 0.5)
    try:
        from_plain(plain, scenario.directory)
    except ScenarioError as error:
        return any("whole number" in problem.message for problem in error.problems)
    return False


def _ranged(key: str, low: str, high: str, count: str | None, *, is_whole: bool) -> Varied:
    interval = _interval(key, low.strip(), high.strip(), is_whole=is_whole)
    if count is not None:
        return Varied(key, interval.steps(_count(key, count)), interval)
    if is_whole:
        return Varied(key, range(int(interval.low), int(interval.high) + 1), interval)
    return Varied(key, (), interval)


def _interval(key: str, low: str, high: str, *, is_whole: bool) -> Interval:
    is_time = not (_is_number(low) and _is_number(high))
    try:
        ends = [parse_time(end) if is_time else float(end) for end in (low, high)]
    except SimulatorError as error:
        raise _refused(key, f"a range must be of numbers or times, such as 10ms..200ms: {error}") from error
    if is_whole and not (_WHOLE.fullmatch(low) and _WHOLE.fullmatch(high)):
        raise _refused(key, f"must be whole numbers, got {shown(f'{low}..{high}')}")
    if not all(isfinite(end) for end in ends):
        raise _refused(key, f"must be finite, got {shown(f'{low}..{high}')}")
    if ends[0] > ends[1]:
        raise _refused(key, f"is empty: {low} is above {high}")
    return Interval(ends[0], ends[1], is_time, is_whole)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _count(key: str, text: str) -> int:
    if not _WHOLE.fullmatch(text) or not 1 <= int(text) <= MOST_STEPS:
        raise _refused(key, f"the number of values must be 1 to {MOST_STEPS:,}, got {shown(text)}")
    return int(text)


def parse_all(texts: Sequence[str], scenario: Scenario) -> tuple[Varied, ...]:
    """All that varies.

    Raises ScenarioError with every problem.
    """
    varied: list[Varied] = []
    problems: list[Problem] = []
    for text in texts:
        try:
            each = parse_varied(text, scenario)
            plain = scenario.plain()
            places = [keys.locate(plain, other.key) for other in varied]
            if keys.locate(plain, each.key) in places:
                raise _refused(each.key, "varies twice")
            varied.append(each)
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(problems)
    return tuple(varied)


def count(varied: Sequence[Varied], samples: int | None = None) -> int:
    """How many points that makes.

    Raises ScenarioError where the grid has a range without a number of values.
    """
    if samples is not None:
        return samples
    for each in varied:
        if not each.values:
            raise _refused(each.key, "needs a number of values, such as 10ms..200ms:5, or --samples N")
    return prod(len(each.values) for each in varied)


def points(varied: Sequence[Varied], samples: int | None = None, seed: int = 0) -> Iterator[Point]:
    """Every combination, the last key changing fastest; or so many of a Latin hypercube (McKay et al. 1979)."""
    if samples is None:
        yield from _grid(varied)
        return
    from scipy.stats.qmc import LatinHypercube  # noqa: PLC0415  # a second that a grid need not wait for

    for shares in LatinHypercube(len(varied), rng=seed).random(samples):
        yield {each.key: each.at(float(share)) for each, share in zip(varied, shares, strict=True)}


def _grid(varied: Sequence[Varied]) -> Iterator[Point]:
    # itertools.product would make a tuple of every range first, however long.
    if not varied:
        yield {}
        return
    *outer, last = varied
    for point in _grid(outer):
        for value in last.values:
            yield {**point, last.key: value}


def at(scenario: Scenario, point: Point) -> Scenario:
    """The scenario at a point.

    Raises ScenarioError where it is none.
    """
    plain = scenario.plain()
    for key, value in point.items():
        keys.put(plain, key, value)
    return from_plain(plain, scenario.directory)
