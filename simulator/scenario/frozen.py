"""The base of all scenario models, and the types of their values."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from simulator.distributions import Distribution
from simulator.errors import SimulatorError
from simulator.units import format_time, parse_time
from simulator.words import shown


class Frozen(BaseModel):
    """A table of the scenario file: its keys are the attributes, others are refused, nothing changes afterwards."""

    # The whole scenario checks its tables as well as itself: the table's own checks are made when somebody makes one.
    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True, defer_build=True)


def _time(value: Any) -> float:  # noqa: ANN401  # whatever TOML had there
    try:
        return parse_time(value)
    except SimulatorError as error:
        raise ValueError(str(error)) from error


_TIME_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": r"^\s*[0-9.]+\s*(ns|us|µs|ms|s|min|h)\s*$"},
        {"type": "number", "minimum": 0},
    ],
    "description": 'A time such as "50ms", "1.5s", "2min"; a bare number is seconds',
}

Time = Annotated[
    float,
    BeforeValidator(_time),
    PlainSerializer(format_time, return_type=str, when_used="always"),
    WithJsonSchema(_TIME_SCHEMA),
]
"""Seconds in the model, a text with a unit in the file."""

D = Annotated[Distribution, PlainSerializer(lambda time: time.text, return_type=str, when_used="always")]
"""A distribution in the model, a text in the file."""

Text = Annotated[str, Field(strict=True)]
NAME_PATTERN = r"^[^\[\]\x00-\x1f\x7f]*$"
"""Names stand in brackets in dotted keys, and in one line of a message."""
WORD_PATTERN = r"^[A-Za-z0-9_-]*$"
PATH_PATTERN = r"^/[^\s\[\]]*$"
Name = Annotated[str, Field(strict=True, min_length=1, max_length=200, pattern=NAME_PATTERN)]
Line = Annotated[str, Field(strict=True, min_length=1, max_length=1000)]
"""A key, a file's name."""
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000)]
Probability = Annotated[float, Field(strict=True, ge=0, le=1, allow_inf_nan=False)]
Rate = Annotated[float, Field(strict=True, gt=0, le=1e6, allow_inf_nan=False)]
Weight = Annotated[float, Field(strict=True, ge=0, le=1e9, allow_inf_nan=False)]

LANGUAGES = ("en", "pt_BR")


def _localised(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Mapping):
        wrong = [key for key in value if key not in LANGUAGES]
        if wrong or not value or not all(isinstance(text, str) for text in value.values()):
            raise ValueError(f"must be a text, or a table of texts with the keys {' and '.join(LANGUAGES)}")
        return dict(value)
    if not isinstance(value, str):
        raise ValueError(f"must be a text, got {shown(value)}")  # noqa: TRY004  # pydantic wants a ValueError
    return value


LocalisedText = Annotated[str | dict[str, str], BeforeValidator(_localised)]
"""One text, or a text for each language."""


def localised(text: str | dict[str, str], language: str) -> str:
    """The text in `language` ("en", "pt_BR"), else in English, else in any."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get("en") or next(iter(text.values()))
