"""Short words for a change, in the window's language: workers 1 → 3."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from simulator.distributions import Distribution
from simulator.errors import SimulatorError
from ui.charts.changes import AppliedChange
from ui.diagram import numbers

_TIMES = ("io", "cpu", "think_time", "network", "request_cpu", "connection_cpu", "nagle_delay")
_DURATIONS = ("timeout", "deadline", "timeout_keep_alive")


def change_words(change: AppliedChange) -> tuple[str, ...]:
    """What changed, from what to what; and shorter ways to say it."""
    key = change.key.rpartition(".")[2]
    name = _names().get(key, key.replace("_", " "))
    before, after = _value(key, change.before), _value(key, change.after)
    if not after:
        return (name,)
    return (f"{name} {before} → {after}" if before else f"{name} → {after}", f"→ {after}", name)


def _names() -> dict[str, str]:
    return {
        "workers": QCoreApplication.translate("Timeline", "workers"),
        "rate": QCoreApplication.translate("Timeline", "arrival rate"),
        "users": QCoreApplication.translate("Timeline", "users"),
        "io": QCoreApplication.translate("Timeline", "I/O latency"),
        "cpu": QCoreApplication.translate("Timeline", "CPU time"),
        "handler": QCoreApplication.translate("Timeline", "handler"),
        "think_time": QCoreApplication.translate("Timeline", "think time"),
        "network": QCoreApplication.translate("Timeline", "network"),
        "timeout": QCoreApplication.translate("Timeline", "patience"),
        "deadline": QCoreApplication.translate("Timeline", "deadline"),
        "routes": QCoreApplication.translate("Timeline", "mix of routes"),
        "steps": QCoreApplication.translate("Timeline", "steps"),
        "thread_limit": QCoreApplication.translate("Timeline", "threads"),
        "cores": QCoreApplication.translate("Timeline", "cores"),
        "keep_alive": QCoreApplication.translate("Timeline", "keep-alive"),
    }


def _value(key: str, value: Any) -> str:  # noqa: ANN401  # any TOML value
    """As short as it can be said; nothing of what is too long to say."""
    if isinstance(value, bool):
        yes, no = QCoreApplication.translate("Timeline", "on"), QCoreApplication.translate("Timeline", "off")
        return yes if value else no
    if key == "rate" and isinstance(value, int | float):
        return numbers.rate(float(value))
    if key in (*_TIMES, *_DURATIONS) and value is not None:
        return _time(value)
    if isinstance(value, int | float):
        return QLocale().toString(value) if isinstance(value, int) else QLocale().toString(value, "g", 4)
    if key == "handler":
        return _handlers().get(str(value), str(value))
    return value if isinstance(value, str) else ""


def _handlers() -> dict[str, str]:
    return {
        "async": "async def",
        "threadpool": "def",
        "blocking": QCoreApplication.translate("Timeline", "blocking"),
    }


def _time(value: object) -> str:
    """The mean of a time that may vary."""
    try:
        mean_s = Distribution.parse(value).mean_s
    except SimulatorError:
        return ""
    return numbers.duration(mean_s) or "0"
