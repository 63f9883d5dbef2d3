"""What the comparison says in words and numbers, in the language of the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from simulator.scenario import ArrivalKind, Scenario
from simulator.statistics.paired import Paired, PairedFigure
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
    elif figure.interval == (0.0, 0.0):
        note = QCoreApplication.translate("Compare", "the same")
    elif not figure.is_shown:
        note = QCoreApplication.translate("Compare", "no difference seen")
    return Row(
        names()[figure.name],
        _value(figure.name, figure.a),
        _value(figure.name, figure.b),
        signed(partial(_value, figure.name), figure.difference),
        better,
        note,
    )


def _value(name: str, value: float) -> str:
    if name.startswith("response"):
        return numbers.milliseconds(value)
    return numbers.amount(value * 100 if name == "loop_held" else value)


def signed(write: Callable[[float], str], value: float) -> str:
    """A difference as its sign and how large it is; none where what is written is that of zero."""
    text = write(abs(value))
    if text == write(0.0):
        return text
    return f"{'+' if value > 0 else '−'}{text}"


def warming_up(until_s: float) -> Verdict:
    """What is answered before an instant is not looked at."""
    detail = QCoreApplication.translate("Compare", "pairs count from {time} on, after the warm-up")
    title = QCoreApplication.translate("Compare", "Too early to tell")
    return Verdict("", title, detail.format(time=numbers.exact_time(until_s)))


def verdict(figures: Sequence[PairedFigure], answered: int) -> Verdict:
    """Who is quicker on average, by how much, and how sure that is."""
    mean = next((figure for figure in figures if figure.name == "response_mean"), None)
    pairs = QCoreApplication.translate("Compare", "{count} pairs of requests")
    if answered == 1:
        pairs = QCoreApplication.translate("Compare", "1 pair of requests")
    pairs = pairs.format(count=QLocale().toString(answered))
    if mean is None or mean.interval is None:
        return Verdict("", QCoreApplication.translate("Compare", "Too early to tell"), pairs)
    low, high = sorted(abs(each) for each in mean.interval)
    if all(figure.interval == (0.0, 0.0) for figure in figures):
        title = QCoreApplication.translate("Compare", "Exactly the same")
        return Verdict(
            "", title, QCoreApplication.translate("Compare", "zero difference · {pairs}").format(pairs=pairs)
        )
    if not mean.is_shown:
        detail = QCoreApplication.translate("Compare", "at most {time} either way, 95 % · {pairs}")
        title = QCoreApplication.translate("Compare", "No difference seen")
        return Verdict("", title, detail.format(time=numbers.exact_time(max(low, high)), pairs=pairs))
    title = QCoreApplication.translate("Compare", "{time} faster on average")
    detail = QCoreApplication.translate("Compare", "between {low} and {high}, 95 % · {pairs}")
    return Verdict(
        "B" if mean.difference < 0 else "A",
        title.format(time=numbers.exact_time(abs(mean.difference))),
        detail.format(low=numbers.exact_time(low), high=numbers.exact_time(high), pairs=pairs),
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


def likeness(variations: Sequence[Variation], scenario: Scenario) -> tuple[str, str]:
    """What is the same, and what is not; and the latter alone, where there is no room for both."""
    if not variations:
        differs = QCoreApplication.translate("Compare", "nothing differs")
    elif len(variations) == 1:
        differs = QCoreApplication.translate("Compare", "only {key} differs").format(key=variations[0].key)
    else:
        differs = QCoreApplication.translate("Compare", "{count} values differ").format(count=len(variations))
    return f"{_same_clients(scenario)}: {differs}", differs


def _same_clients(scenario: Scenario) -> str:
    """Who waits for an answer before the next request sends at other instants as soon as an answer differs."""
    if any(client.arrivals is ArrivalKind.CLOSED for client in scenario.clients):
        return QCoreApplication.translate("Compare", "Same clients, same draws")
    return QCoreApplication.translate("Compare", "Same clients, same arrivals, same draws")


def pairs_tip() -> str:
    """What a pair is, and why there are fewer than requests."""
    return QCoreApplication.translate(
        "Compare",
        "A pair is the same request in A and in B, with the same draws. Only requests that ended in both are compared, "
        "up to the first one that still waits: later ones with quick answers would count too often.",
    )


def arrivals_text(paired: Paired) -> str:
    """How many requests of A and B were sent at the same instant; empty before the first pair."""
    if not paired.pairs:
        return ""
    count = QLocale().toString
    if paired.alike == paired.pairs:
        text = QCoreApplication.translate("Compare", "✓ same arrivals: {count} of {count}")
        return text.format(count=count(paired.pairs))
    text = QCoreApplication.translate("Compare", "{alike} of {pairs} sent at the same instant")
    return text.format(alike=count(paired.alike), pairs=count(paired.pairs))
