"""Times that may vary from request to request: named distributions, drawn by inverse transform."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from simulator.errors import SimulatorError
from simulator.units import format_time, parse_time
from simulator.words import nearest, shown

Doubles = NDArray[np.float64]


class DistributionKind(StrEnum):
    """The kinds that a scenario can name."""

    CONSTANT = "constant"
    EXPONENTIAL = "exponential"
    UNIFORM = "uniform"
    NORMAL = "normal"
    LOGNORMAL = "lognormal"
    GAMMA = "gamma"
    PARETO = "pareto"
    EMPIRICAL = "empirical"


@dataclass(frozen=True)
class Distribution:
    """A distribution with the mean that was written.

    `shape` is what stays when the mean changes: uniform: lowest / mean; normal: sd / mean; lognormal and gamma: cv;
    pareto: its shape; else 0.
    """

    kind: DistributionKind
    mean_s: float
    shape: float = 0.0
    file: str = ""
    values_s: tuple[float, ...] = ()
    """The empirical values, in the file's order, once `read` has read them."""

    @classmethod
    def parse(cls, value: object) -> "Distribution":
        """From a time, or text such as "lognormal(50ms, cv=0.5)".

        Raises SimulatorError with the rule and the value.
        """
        if isinstance(value, Distribution):
            return value
        if isinstance(value, str) and (match := _CALL.fullmatch(value)):
            return _settled(_parse_call(match[1], match[2], value))
        return cls(DistributionKind.CONSTANT, parse_time(value))  # type: ignore[arg-type]  # it says what is wrong

    @property
    def text(self) -> str:
        """As a scenario file has it; `parse` reads it back."""
        return _TEXT[self.kind](self)

    def __str__(self) -> str:
        return self.text

    def with_mean(self, mean_s: float) -> "Distribution":
        """The same kind and shape with another mean (empirical: its values are scaled when drawn)."""
        return replace(self, mean_s=mean_s)

    def has_same_shape(self, other: "Distribution") -> bool:
        """Whether the two differ in their means only, so that they share unit variates."""
        return replace(self, mean_s=0.0) == replace(other, mean_s=0.0)

    @property
    def scv(self) -> float:
        """Squared coefficient of variation, variance / mean^2; inf for a pareto of shape <= 2."""
        return _SCV[self.kind](self)

    @property
    def variance_s2(self) -> float:
        """Variance in s^2."""
        return self.scv * self.mean_s**2

    def unit_variates(self, doubles: Doubles) -> Doubles:
        """Variates of mean 1, one for each double in [0, 1), by inverse transform; multiply by the mean."""
        return _UNIT[self.kind](self, doubles)

    def read(self, directory: Path) -> "Distribution":
        """With the values of its file, named relative to `directory`; other kinds as they are.

        Raises SimulatorError naming the file and the line.
        """
        if self.kind is not DistributionKind.EMPIRICAL or self.values_s:
            return self
        values = _read_times(directory / self.file, self.file)
        return replace(self, values_s=values, mean_s=math.fsum(values) / len(values))

    @cached_property
    def _normal_location(self) -> float:
        return _solve_truncated_normal(self.shape)

    @cached_property
    def _unit_values(self) -> Doubles:
        values = np.array(self.values_s)
        mean = values.mean()
        return values / mean if mean else np.zeros_like(values)

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        def validate(value: object) -> Distribution:
            try:
                return cls.parse(value)
            except SimulatorError as error:
                raise ValueError(str(error)) from error

        return core_schema.no_info_plain_validator_function(validate)

    @classmethod
    def __get_pydantic_json_schema__(cls, _: CoreSchema, __: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "anyOf": [{"type": "string"}, {"type": "number", "minimum": 0}],
            "description": 'A time such as "50ms", or a distribution such as "exponential(50ms)"',
        }


_CALL = re.compile(r"\s*([A-Za-z_]+)\s*\((.*)\)\s*", re.DOTALL)
_PARAMETERS = {
    DistributionKind.CONSTANT: ("mean",),
    DistributionKind.EXPONENTIAL: ("mean",),
    DistributionKind.UNIFORM: ("lowest", "highest"),
    DistributionKind.NORMAL: ("mean", "sd"),
    DistributionKind.LOGNORMAL: ("mean", "cv"),
    DistributionKind.GAMMA: ("mean", "cv"),
    DistributionKind.PARETO: ("mean", "shape"),
    DistributionKind.EMPIRICAL: ("file",),
}
assert set(_PARAMETERS) == set(DistributionKind)


_SHAPES = {
    DistributionKind.LOGNORMAL: (0.001, 100.0),
    DistributionKind.GAMMA: (0.001, 100.0),
    DistributionKind.PARETO: (1.0, 1e6),
}
"""Above the first, up to the second: beyond, doubles no longer hold the variates."""


def _settled(time: Distribution) -> Distribution:
    """The value whose text reads back as itself: a ratio of floats may lose a last digit on its way through text."""
    for _ in range(_MOST_TRIES):
        match = _CALL.fullmatch(time.text)
        again = _parse_call(match[1], match[2], time.text) if match else Distribution.parse(time.text)
        if again == time:
            return time
        time = again
    return time


_MOST_TRIES = 8


def _tidy(seconds: float) -> float:
    """Without the last digits that a product of floats adds."""
    return float(f"{seconds:.15g}")


def _parse_call(name: str, inside: str, text: str) -> Distribution:
    if name not in list(DistributionKind):
        hint = nearest(name, list(DistributionKind))
        raise SimulatorError(f"{shown(name)} is no distribution{hint}, got {shown(text)}")
    kind = DistributionKind(name)
    arguments = _arguments(kind, inside, text)
    if kind is DistributionKind.EMPIRICAL:
        return Distribution(kind, 0.0, file=arguments["file"].strip("'\" "))
    if kind is DistributionKind.UNIFORM:
        return _uniform(parse_time(arguments["lowest"]), parse_time(arguments["highest"]), text)
    mean = parse_time(arguments["mean"])
    if kind is DistributionKind.NORMAL:
        sd = parse_time(arguments["sd"])
        if sd > mean:
            raise SimulatorError(f"sd must not be above the mean, got {shown(text)}")
        return Distribution(kind, mean, sd / mean if mean else 0.0)
    return Distribution(kind, mean, _shape(kind, arguments, text) if kind in _SHAPES else 0.0)


def _uniform(low: float, high: float, text: str) -> Distribution:
    if low > high:
        raise SimulatorError(f"lowest must not be above highest, got {shown(text)}")
    mean = _tidy((low + high) / 2)
    return Distribution(DistributionKind.UNIFORM, mean, low / mean if mean else 1.0)


def _arguments(kind: DistributionKind, inside: str, text: str) -> dict[str, str]:
    wanted = _PARAMETERS[kind]
    found: dict[str, str] = {}
    for position, part in enumerate(inside.split(",") if inside.strip() else []):
        name, sign, value = part.partition("=")
        key = name.strip() if sign else (wanted[position] if position < len(wanted) else "")
        if key not in wanted or key in found:
            raise SimulatorError(f'{kind} takes ({", ".join(wanted)}), got "{text}"')
        found[key] = (value if sign else name).strip()
    if len(found) != len(wanted):
        raise SimulatorError(f'{kind} takes ({", ".join(wanted)}), got "{text}"')
    return found


def _shape(kind: DistributionKind, arguments: dict[str, str], text: str) -> float:
    name = _PARAMETERS[kind][1]
    lowest, highest = _SHAPES[kind]
    try:
        value = float(arguments[name])
    except ValueError as error:
        raise SimulatorError(f"{name} must be a number, got {shown(text)}") from error
    if not (lowest < value <= highest):
        raise SimulatorError(f"{name} must be above {lowest:g} and at most {highest:,.0f}, got {shown(text)}")
    return value


def _read_times(path: Path, name: str) -> tuple[float, ...]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise SimulatorError(f"cannot read {shown(name)}: {error.strerror}") from error
    except ValueError as error:  # not UTF-8, or a name with a zero byte
        raise SimulatorError(f"{shown(name)} is not a text file in UTF-8") from error
    values = list(_times_in(lines, name))
    if not values:
        raise SimulatorError(f"{shown(name)} has no times")
    return tuple(values)


def _times_in(lines: list[str], name: str) -> Iterator[float]:
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or (number == 1 and _is_header(text)):
            continue
        try:
            value = parse_time(float(text))
        except ValueError as error:
            raise SimulatorError(f"{shown(name)}, line {number}: must be seconds, got {shown(text)}") from error
        except SimulatorError as error:
            raise SimulatorError(f"{shown(name)}, line {number}: {error}") from error
        yield value


def _is_header(text: str) -> bool:
    """A word or two that is no number; a comma would make it two columns."""
    try:
        float(text)
    except ValueError:
        return "," not in text and text.isprintable()
    return False


def _solve_truncated_normal(cv: float) -> float:
    """Location at which a normal of standard deviation `cv`, truncated at 0, has mean 1 (0 < cv <= 1).

    The mean of a normal truncated at 0 is m + s phi(m/s) / Phi(m/s) (Johnson, Kotz and Balakrishnan 1994, 13.134).
    It is above 1 at m = 1 and cv sqrt(2/pi) < 1 at m = 0, so the location lies between.
    """
    from scipy.optimize import brentq  # noqa: PLC0415  # scipy takes 0.2 s; most scenarios do without
    from scipy.special import ndtr  # noqa: PLC0415

    def excess(location: float) -> float:
        ratio = location / cv
        density = math.exp(-ratio * ratio / 2) / math.sqrt(2 * math.pi)
        return location + cv * density / float(ndtr(ratio)) - 1.0

    return float(brentq(excess, 0.0, 1.0, xtol=1e-14))


def _unit_normal(time: Distribution, doubles: Doubles) -> Doubles:
    from scipy.special import ndtr, ndtri  # noqa: PLC0415

    if time.shape == 0:
        return np.ones_like(doubles)
    location = time._normal_location  # noqa: SLF001  # a cached part of the value itself
    below = ndtr(-location / time.shape)
    variates: Doubles = location + time.shape * ndtri(below + _open(doubles) * (1.0 - below))
    return np.maximum(variates, 0.0)


def _unit_lognormal(time: Distribution, doubles: Doubles) -> Doubles:
    from scipy.special import ndtri  # noqa: PLC0415

    variance = math.log1p(time.shape**2)
    variates: Doubles = np.exp(math.sqrt(variance) * ndtri(_open(doubles)) - variance / 2)
    return variates


def _unit_gamma(time: Distribution, doubles: Doubles) -> Doubles:
    from scipy.special import gammaincinv  # noqa: PLC0415

    shape = 1.0 / time.shape**2
    return np.asarray(gammaincinv(shape, doubles) / shape, dtype=np.float64)


def _unit_empirical(time: Distribution, doubles: Doubles) -> Doubles:
    assert time.values_s, "the file is read when the scenario is loaded"
    values = time._unit_values  # noqa: SLF001  # a cached part of the value itself
    return values[(doubles * len(values)).astype(np.int64)]


def _open(doubles: Doubles) -> Doubles:
    """In (0, 1): the generator may give 0, whose quantile is minus infinity."""
    return np.maximum(doubles, 2.0**-54)


_UNIT: dict[DistributionKind, Callable[[Distribution, Doubles], Doubles]] = {
    DistributionKind.CONSTANT: lambda _, doubles: np.ones_like(doubles),
    DistributionKind.EXPONENTIAL: lambda _, doubles: -np.log1p(-doubles),
    DistributionKind.UNIFORM: lambda time, doubles: time.shape + 2 * (1 - time.shape) * doubles,
    DistributionKind.NORMAL: _unit_normal,
    DistributionKind.LOGNORMAL: _unit_lognormal,
    DistributionKind.GAMMA: _unit_gamma,
    DistributionKind.PARETO: lambda time, doubles: (1 - 1 / time.shape) * (1 - doubles) ** (-1 / time.shape),
    DistributionKind.EMPIRICAL: _unit_empirical,
}
assert set(_UNIT) == set(DistributionKind)


def _truncated_normal_scv(time: Distribution) -> float:
    if time.shape == 0:
        return 0.0
    location = time._normal_location  # noqa: SLF001  # a cached part of the value itself
    # Mean 1: variance = s^2 - (1 - m), from Var = s^2 (1 - h (h + m/s)) with h = (1 - m)/s.
    return time.shape**2 - (1 - location)


def _empirical_scv(time: Distribution) -> float:
    return float(time._unit_values.var()) if time.values_s else 0.0  # noqa: SLF001  # as above


_LEAST_SHAPE_WITH_VARIANCE = 2


def _pareto_scv(shape: float) -> float:
    return 1 / (shape * (shape - 2)) if shape > _LEAST_SHAPE_WITH_VARIANCE else math.inf


_SCV: dict[DistributionKind, Callable[[Distribution], float]] = {
    DistributionKind.CONSTANT: lambda _: 0.0,
    DistributionKind.EXPONENTIAL: lambda _: 1.0,
    DistributionKind.UNIFORM: lambda time: (1 - time.shape) ** 2 / 3,
    DistributionKind.NORMAL: _truncated_normal_scv,
    DistributionKind.LOGNORMAL: lambda time: time.shape**2,
    DistributionKind.GAMMA: lambda time: time.shape**2,
    DistributionKind.PARETO: lambda time: _pareto_scv(time.shape),
    DistributionKind.EMPIRICAL: _empirical_scv,
}
assert set(_SCV) == set(DistributionKind)


def _uniform_text(time: Distribution) -> str:
    low = time.shape * time.mean_s
    return f"uniform({format_time(_tidy(low))}, {format_time(_tidy(2 * time.mean_s - low))})"


def _normal_text(time: Distribution) -> str:
    return f"normal({format_time(time.mean_s)}, sd={format_time(_tidy(time.shape * time.mean_s))})"


_TEXT: dict[DistributionKind, Callable[[Distribution], str]] = {
    DistributionKind.CONSTANT: lambda time: format_time(time.mean_s),
    DistributionKind.EXPONENTIAL: lambda time: f"exponential({format_time(time.mean_s)})",
    DistributionKind.UNIFORM: _uniform_text,
    DistributionKind.NORMAL: _normal_text,
    DistributionKind.LOGNORMAL: lambda time: f"lognormal({format_time(time.mean_s)}, cv={time.shape!r})",
    DistributionKind.GAMMA: lambda time: f"gamma({format_time(time.mean_s)}, cv={time.shape!r})",
    DistributionKind.PARETO: lambda time: f"pareto({format_time(time.mean_s)}, shape={time.shape!r})",
    DistributionKind.EMPIRICAL: lambda time: f"empirical({time.file})",
}
assert set(_TEXT) == set(DistributionKind)
