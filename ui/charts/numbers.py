"""Figures of the charts as people of the window's language write them, none longer than five signs where it can be."""

from math import isfinite

from PySide6.QtCore import QCoreApplication, QLocale

NOTHING = "–"
WIDEST = "888.8"
"""Readouts have the room of this, so that nothing beside them moves."""


def amount(value: float) -> str:
    """A rate or a mean length: one decimal below a thousand, none above; nothing of NaN and infinity."""
    if not isfinite(value):
        return NOTHING
    return _text(value, 1 if round(value, 1) < 1000 else 0)


def milliseconds(seconds: float) -> str:
    """A response time in ms, three digits while it is below a second."""
    if not isfinite(seconds):
        return NOTHING
    value = seconds * 1e3
    return _text(value, 0 if value >= 99.95 else 1 if value >= 9.995 else 2)


def seconds_text(seconds: float) -> str:
    """A response time in s."""
    if not isfinite(seconds):
        return NOTHING
    return _text(seconds, 0 if seconds >= 999.5 else 1 if seconds >= 99.95 else 2)


def percent(share: float) -> str:
    """A share as whole per cent."""
    return f"{_text(share * 100, 0)} %" if isfinite(share) else NOTHING


def whole(count: float) -> str:
    """A number of things."""
    return _text(count, 0)


def short_time(seconds: float) -> str:
    """A length of time with its unit, as short as three digits are."""
    if not isfinite(seconds):
        return NOTHING
    if seconds >= 1:
        return f"{_significant(seconds)} s"
    if seconds >= 1e-3:
        return f"{_significant(seconds * 1e3)} ms"
    return f"{_significant(seconds * 1e6)} µs"


def exact_time(seconds: float) -> str:
    """A length of time with its unit, to three digits."""
    if not isfinite(seconds):
        return NOTHING
    size, unit = (1.0, "s") if seconds >= 1 else (1e3, "ms") if seconds >= 1e-3 or seconds == 0 else (1e6, "µs")
    value = seconds * size
    return f"{_text(value, 0 if value >= 99.95 else 1 if value >= 9.995 else 2)} {unit}"


def _significant(value: float) -> str:
    """Two digits, three where there are as many before the point."""
    return tick(float(f"{value:.3g}" if value >= 99.5 else f"{value:.2g}"))


def tick(value: float) -> str:
    """A number at an axis, as short as it is exact."""
    decimals = 0
    while decimals < 3 and abs(round(value, decimals) - value) > 1e-9:
        decimals += 1
    return _text(value, decimals)


def time_ticks(ticks_s: list[float], length_s: float) -> list[tuple[float, str]]:
    """Instants with their numbers, in the unit that suits the axis; the last one says which.

    Half minutes are written as on a clock.
    """
    size, unit = _unit(length_s)
    if size == 60 and any(at % 60 for at in ticks_s):
        return [(at, f"{int(at // 60)}:{round(at % 60):02d}") for at in ticks_s]
    texts = [tick(at / size) for at in ticks_s]
    if texts:
        texts[-1] = f"{texts[-1]} {unit}"
    return list(zip(ticks_s, texts, strict=True))


def span(seconds: float) -> str:
    """A length of time with its unit, such as 2 s or 5 min."""
    size, unit = _unit(seconds)
    return f"{tick(seconds / size)} {unit}"


def _unit(length_s: float) -> tuple[float, str]:
    if length_s < 120:
        return 1.0, "s"
    if length_s < 7200:
        return 60.0, "min"
    return 3600.0, QCoreApplication.translate("Charts", "h")


def clock(seconds: float) -> str:
    """Simulated time to the millisecond."""
    return f"{_text(seconds, 3)} s"


def _text(value: float, decimals: int) -> str:
    # PySide takes no int for a float here; a difference of sums may be a little below 0, and -0.0 is nothing to read.
    return QLocale().toString(float(round(value, decimals)) + 0.0, "f", decimals)
