"""What `simulate calibrate --json` said, in the language of the window."""

import json
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from ui.reality.fits import FitShown

_MOST = 6


def made_words(text: str) -> str:
    """A line for each route that was fitted, and what could not be read or mapped."""
    told = json.loads(text)
    lines = [_fit(path, fit) for path, fit in list(told["fits"].items())[:_MOST]]
    if told["unread"]:
        said = QCoreApplication.translate("Reality", "{unread} of {lines} lines could not be read.")
        locale = QLocale()
        lines.append(said.format(unread=locale.toString(told["unread"]), lines=locale.toString(told["lines"])))
    if told["unmapped"]:
        said = QCoreApplication.translate("Reality", "Without a counterpart, and listed in the scenario: {count}.")
        lines.append(said.format(count=QLocale().toString(len(told["unmapped"]))))
    lines.append(QCoreApplication.translate("Reality", "The scenario is written."))
    return "\n".join(lines)


def made_fits(text: str) -> tuple[FitShown, ...]:
    """To be drawn; the route with the most times first."""
    fits: dict[str, dict[str, Any]] = json.loads(text)["fits"]
    busiest = sorted(fits.items(), key=lambda named: -int(named[1]["count"]))
    return tuple(_shown(path, fit["outline"]) for path, fit in busiest)


def _shown(path: str, drawn: dict[str, Any]) -> FitShown:
    measured, fitted = (tuple(map(float, drawn[name])) for name in ("measured", "fitted"))
    return FitShown(path, float(drawn["highest_s"]), measured, fitted, drawn["constant_s"])


def _fit(path: str, fit: dict[str, Any]) -> str:
    locale = QLocale()
    said = QCoreApplication.translate("Reality", "{path}: {count} times, mean {mean} ms, {kind}")
    if fit["count"] == 1:
        said = QCoreApplication.translate("Reality", "{path}: 1 time, of {mean} ms, {kind}")
    numbers = {"count": locale.toString(int(fit["count"])), "mean": locale.toString(fit["mean_s"] * 1e3, "f", 1)}
    return said.format(path=path, kind=_kinds()[fit["kind"]], **numbers)


def _kinds() -> dict[str, str]:
    return {
        "constant": QCoreApplication.translate("Reality", "constant"),
        "exponential": QCoreApplication.translate("Reality", "exponential"),
        "lognormal": QCoreApplication.translate("Reality", "lognormal"),
        "gamma": QCoreApplication.translate("Reality", "gamma"),
        "empirical": QCoreApplication.translate("Reality", "no named distribution: the times themselves"),
    }
