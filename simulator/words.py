"""The words of messages: values as the user would write them, and the nearest right word for a wrong one."""

import datetime
import math
from collections.abc import Iterable, Mapping

_LONGEST_VALUE = 60
_LARGEST_INT_BITS = 200
"""Longer whole numbers are not written out; Python refuses to from 4300 digits on."""


def nearest(word: str, words: Iterable[str], prefix: str = "") -> str:
    """` (did you mean PREFIXword?)`, or nothing where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake asks for it

    candidates = list(words)
    found = get_close_matches(word[:200].lower(), [candidate.lower() for candidate in candidates], n=1, cutoff=0.6)
    if not found:
        return ""
    right = next(candidate for candidate in candidates if candidate.lower() == found[0])
    return f" (did you mean {prefix}{right}?)"


def shown(value: object) -> str:
    """A value as TOML would have it, shortened, on one line."""
    text = _written(value)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 3] + "..."


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > _LARGEST_INT_BITS:
        return f"a number of about {int(value.bit_length() * math.log10(2)) + 1} digits"
    if value in ([], (), {}):
        return "an empty table" if value == {} else "an empty list"
    for kind, text in _FORMS:
        if isinstance(value, kind):
            return text.format(value)
    return str(value)


_FORMS: tuple[tuple[type, str], ...] = (
    (str, '"{}"'),
    (Mapping, "a table"),
    (list, "a list"),
    (tuple, "a list"),
    (datetime.date, "the date {}"),
    (datetime.time, "the time {}"),
)
