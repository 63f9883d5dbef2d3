"""Times of the inspector as people of the window's language write them."""

from PySide6.QtCore import QCoreApplication, QLocale

from simulator.units import NS_PER_S

_NS_PER_MS = 1e6


def milliseconds(length_ns: float) -> str:
    """In ms with one decimal, for columns."""
    return QLocale().toString(length_ns / _NS_PER_MS, "f", 1)


def length(length_ns: float) -> str:
    """A time to be read in a sentence: three digits and their unit."""
    value = length_ns / _NS_PER_MS
    if value >= 10_000:
        return f"{QLocale().toString(value / 1000, 'f', 1)} s"
    if value >= 1000:
        return f"{QLocale().toString(value / 1000, 'f', 2)} s"
    if value >= 100:
        return f"{QLocale().toString(value, 'f', 0)} ms"
    if value >= 0.095:
        return f"{QLocale().toString(value, 'f', 1)} ms"
    return f"{QLocale().toString(length_ns / 1000, 'f', 0)} µs"


def instant(time_ns: float) -> str:
    """A simulated instant, to the millisecond."""
    return QLocale().toString(time_ns / NS_PER_S, "f", 3)


def count(number: int) -> str:
    """A whole number, thousands set apart."""
    return QLocale().toString(number)


def percent(share: float) -> str:
    """A share of 0..1."""
    return f"{QLocale().toString(round(100 * share))} %"


def request_name(request_id: int) -> str:
    """What a request is called."""
    return QCoreApplication.translate("Inspector", "Request {number}").replace("{number}", count(request_id))


def plain(value: float) -> str:
    """A number at an axis, as short as it is exact."""
    decimals = next((places for places in range(6) if abs(round(value, places) - value) < 1e-9), 6)
    return QLocale().toString(float(value), "f", decimals)
