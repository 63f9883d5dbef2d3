"""Amounts in the language of the window, read and written."""

import re

from PySide6.QtCore import QLocale

from simulator.lesson import Claim
from simulator.lesson.amounts import Unit
from simulator.lesson.figures import unit_of
from simulator.lesson.texts import PLACEHOLDER

_DIGITS = 3
_PER_CENT, _MS = 100.0, 1000.0
NARROW, _JOINER = "\u00a0", "\u2060"
_SPACES = re.compile(r"(?<=\d) (?=(?:ms|s|%|/|×)(?!\w))|(?<=[/×]) (?=\d)")
_PAIRS = re.compile(r"\b(?:I/(?=O\b)|E/(?=S\b))")


def number(value: float) -> str:
    """Three digits, or all of a larger whole number."""
    locale = QLocale()
    if abs(value) >= _MS or value == int(value):
        return locale.toString(round(value))
    text = f"{value:.{_DIGITS}g}"
    decimals = len(text.partition(".")[2]) if "e" not in text else 6
    return locale.toString(value, "f", decimals)


def bare(value: float, unit: Unit) -> str:
    """As a text has it: rates are named by the words around them."""
    match unit:
        case Unit.TIME:
            return f"{number(value)}{NARROW}s" if abs(value) >= 1 else f"{number(value * _MS)}{NARROW}ms"
        case Unit.SHARE:
            return f"{number(value * _PER_CENT)}{NARROW}%"
        case _:
            return number(value)


def said(value: float, unit: Unit) -> str:
    """By itself."""
    return f"{number(value)}/s" if unit is Unit.RATE else bare(value, unit)


def sign(unit: Unit) -> str:
    """What stands beside a field."""
    return {Unit.TIME: "ms", Unit.SHARE: "%", Unit.RATE: "/s", Unit.COUNT: ""}[unit]


def scale(unit: Unit) -> float:
    """What a field shows of 1 in the figure's own unit."""
    return {Unit.TIME: _MS, Unit.SHARE: _PER_CENT}.get(unit, 1.0)


def read(text: str, unit: Unit) -> float | None:
    """What was typed beside `sign`, in the figure's own unit; None: no number of 0 or more."""
    plain = text.strip().removesuffix(sign(unit)).strip()
    locale = QLocale()
    value, is_number = locale.toDouble(plain)
    if not is_number:
        # Who types a point where the language has a comma means the same.
        value, is_number = QLocale.c().toDouble(plain)
    return value / scale(unit) if is_number and 0 <= value < 1e12 else None


def filled(text: str, claims: tuple[Claim, ...]) -> str:
    """A text with its claims written out, and no line broken between a number and its unit."""
    known = {claim.name: bare(claim.value, unit_of(claim.figure)) for claim in claims}
    return glued(PLACEHOLDER.sub(lambda match: known.get(match[1], match[0]), text))


def glued(text: str) -> str:
    """`200 ms`, `40 / 0.1 s` and `I/O` stay on one line."""
    return _PAIRS.sub(lambda match: f"{match[0]}{_JOINER}", _SPACES.sub(NARROW, text))
