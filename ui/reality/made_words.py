"""What `simulate calibrate --json` said, in the language of the window."""

import json
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

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


def _fit(path: str, fit: dict[str, Any]) -> str:
    locale = QLocale()
    said = QCoreApplication.translate("Reality", "{path}: {count} times, mean {mean} ms, {kind}")
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
