"""What the comparison says in words and numbers, in the language of the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from simulator.statistics.paired import PairedFigure
from ui.charts import numbers
from ui.compare.variations import Variation

_HANDLERS = {"blocking": "async def + time.sleep", "threadpool": "def", "async": "async def"}
_LONGEST = 34
_LESS_IS_BETTER = {"goodput": -1, "threads_used": 0}
"""1 where it is not named."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in the table, as it is written."""

    name: str
    a: str
    b: str
    difference: str
    is_better: bool | None
    """Whether B is better by it; None: neither, or nothing is shown."""
    note: str
    """Where there is nothing to be seen: why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the badge says."""

    letter: str
    """A or B, whichever is quicker; empty: neither."""
    title: str
    detail: str


def names() -> dict[str, str]:
    """Of the figures, by their names in the statistics."""
    return {
        "response_mean": QCoreApplication.translate("Compare", "mean response, ms"),
        "response_p95": QCoreApplication.translate("Compare", "p95 response, ms"),
        "goodput": QCoreApplication.translate("Compare", "goodput, /s"),
        "errors": QCoreApplication.translate("Compare", "errors, /s"),
        "loop_held": QCoreApplication.translate("Compare", "loop held, %"),
        "threads_used": QCoreApplication.translate("Compare", "threads used, mean"),
        "accept_queue": QCoreApplication.translate("Compare", "accept queue, mean"),
    }


def row(figure: PairedFigure) -> Row:
    """A figure's row."""
    sign = _LESS_IS_BETTER.get(figure.name, 1)
    better = figure.difference * sign < 0 if figure.is_shown and sign else None
    note = ""
    if figure.interval is None:
        note = QCoreApplication.translate("Compare", "too early to tell")
    elif not figure.is_shown:
        note = QCoreApplication.translate("Compare", "no difference seen")
    return Row(
        names()[figure.name],
        _value(figure.name, figure.a),
        _value(figure.name, figure.b),
        _signed(figure.name, figure.difference),
        better,
        note,
    )


def _value(name: str, value: float) -> str:
    if name.startswith("response"):
        return numbers.milliseconds(value)
    return numbers.amount(value * 100 if name == "loop_held" else value)


def _signed(name: str, value: float) -> str:
    text = _value(name, abs(value))
    if text == _value(name, 0.0):
        return text
    return f"{'+' if value > 0 else '−'}{text}"


def verdict(figures: Sequence[PairedFigure], answered: int) -> Verdict:
    """Who is quicker on average, by how much, and how sure that is."""
    mean = next((figure for figure in figures if figure.name == "response_mean"), None)
    pairs = QCoreApplication.translate("Compare", "{count} pairs of requests")
    pairs = pairs.format(count=QLocale().toString(answered))
    if mean is None or mean.interval is None:
        return Verdict("", QCoreApplication.translate("Compare", "Too early to tell"), pairs)
    low, high = sorted(abs(each) for each in mean.interval)
    if not mean.is_shown:
        widest = numbers.milliseconds(max(low, high))
        detail = QCoreApplication.translate("Compare", "at most {ms} ms either way, 95 % · {pairs}")
        title = QCoreApplication.translate("Compare", "No difference seen")
        return Verdict("", title, detail.format(ms=widest, pairs=pairs))
    title = QCoreApplication.translate("Compare", "{ms} ms faster on average")
    detail = QCoreApplication.translate("Compare", "between {low} and {high} ms, 95 % · {pairs}")
    return Verdict(
        "B" if mean.difference < 0 else "A",
        title.format(ms=numbers.milliseconds(abs(mean.difference))),
        detail.format(low=numbers.milliseconds(low), high=numbers.milliseconds(high), pairs=pairs),
    )


def value_text(key: str, value: Any) -> str:  # noqa: ANN401  # any TOML value
    """A value as people write it: a handler as its code."""
    if value is None:
        return QCoreApplication.translate("Compare", "none")
    if key.endswith("handler"):
        return _HANDLERS.get(str(value), str(value))
    text = QLocale().toString(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def side_text(variations: Sequence[Variation], side: str) -> str:
    """What one side has that the other has not; empty where they are alike."""
    told = []
    for variation in variations:
        value = variation.a if side == "A" else variation.b
        text = value_text(variation.key, value)
        name = variation.key.rpartition(".")[2]
        told.append(text if name == "handler" else f"{name} = {text}")
    return ", ".join(dict.fromkeys(told))


def likeness(variations: Sequence[Variation]) -> str:
    """What is the same, and what is not."""
    if not variations:
        return QCoreApplication.translate("Compare", "Same clients, same arrivals, same draws: nothing differs")
    if len(variations) == 1:
        text = QCoreApplication.translate("Compare", "Same clients, same arrivals, same draws: only {key} differs")
        return text.format(key=variations[0].key)
    text = QCoreApplication.translate("Compare", "Same clients, same arrivals, same draws: {count} values differ")
    return text.format(count=len(variations))
