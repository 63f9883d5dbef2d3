"""Amounts as lessons write them: a number, a time with its unit, a share in per cent."""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from simulator.errors import SimulatorError
from simulator.units import parse_time
from simulator.words import shown

_PERCENT = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*%\s*")


class Unit(StrEnum):
    """What a figure is counted in; the figure's name says it."""

    TIME = "time"
    SHARE = "share"
    RATE = "rate"
    COUNT = "count"


def parse_amount(value: Any) -> float:  # noqa: ANN401  # whatever TOML had there
    """A plain number, seconds of "200ms", or the share of "85%".

    Raises ValueError with the rule and the value.
    """
    if isinstance(value, str) and (percent := _PERCENT.fullmatch(value)):
        return float(percent[1]) / 100
    if isinstance(value, str):
        try:
            return parse_time(value)
        except SimulatorError as error:
            raise ValueError(
                f'must be a number, a time such as "50ms", or a share such as "85%", got {shown(value)}'
            ) from error
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f'must be a number, a time such as "50ms", or a share such as "85%", got {shown(value)}')  # noqa: TRY004  # pydantic wants a ValueError
    return float(value)


Amount = Annotated[float, BeforeValidator(parse_amount)]
