"""Figures as people of the window's language write them, rounded for reading."""

from PySide6.QtCore import QCoreApplication, QLocale


def count(value: int) -> str:
    """A whole number, thousands set apart."""
    return QLocale().toString(value)


def rate(per_s: float) -> str:
    """Per second; one decimal below a hundred, none above and none where it is whole."""
    is_whole = per_s >= 100 or per_s == round(per_s)
    return f"{QLocale().toString(per_s, 'f', 0 if is_whole else 1)}/s"


def duration(seconds: float) -> str:
    """A time with its unit: 250 ms, 1.5 s, 200 µs; nothing of 0."""
    if seconds <= 0:
        return ""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size or unit == "µs":
            return f"{_short(seconds / size)} {unit}"
    return ""


def seconds(value: float) -> str:
    """A time that runs down: one decimal, so that it does not jump."""
    return f"{QLocale().toString(value, 'f', 1)} s"


def plain(value: float) -> str:
    """A factor or the like."""
    return _short(value)


def percent(share: float) -> str:
    """A share of 0..1."""
    return f"{QLocale().toString(round(100 * share))} %"


def of(part: int, whole: int) -> str:
    """So many of so many."""
    return f"{count(part)}/{count(whole)}"


def _short(value: float) -> str:
    text = QLocale().toString(value, "f", 0 if value >= 100 else 1 if value >= 10 else 2)
    point = QLocale().decimalPoint()
    return text.rstrip("0").rstrip(point) if point in text else text


def requests(number: int) -> str:
    """A number of requests."""
    if number == 1:
        return QCoreApplication.translate("Diagram", "1 request")
    return QCoreApplication.translate("Diagram", "{count} requests").replace("{count}", count(number))
