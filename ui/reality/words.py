"""The figures of a check in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLocale

from simulator.reality.events import LOOKS_EVERY_S
from simulator.reality.figures import ALL_TIMES, RATES
from simulator.reality.reasons import Cause, Reason
from ui.reality.outcome import Figure


def name_of(figure: Figure) -> str:
    """What a figure is called."""
    worker = figure.name.partition("worker ")[2]
    if worker:
        return QCoreApplication.translate("Reality", "worker no. {number}").format(number=worker)
    return _names()[figure.name]


def _names() -> dict[str, str]:
    return {
        "throughput": QCoreApplication.translate("Reality", "throughput"),
        "goodput": QCoreApplication.translate("Reality", "goodput"),
        "mean": QCoreApplication.translate("Reality", "mean"),
        "p50": QCoreApplication.translate("Reality", "p50"),
        "p95": QCoreApplication.translate("Reality", "p95"),
        "p99": QCoreApplication.translate("Reality", "p99"),
        "completed": QCoreApplication.translate("Reality", "completed"),
        "refused": QCoreApplication.translate("Reality", "refused"),
        "rejected": QCoreApplication.translate("Reality", "rejected"),
        "failed": QCoreApplication.translate("Reality", "failed"),
        "timed_out": QCoreApplication.translate("Reality", "timed out"),
        "unfinished": QCoreApplication.translate("Reality", "unfinished"),
        "tasks": QCoreApplication.translate("Reality", "tasks completed"),
        "task wait": QCoreApplication.translate("Reality", "task: mean wait"),
        "task wait p95": QCoreApplication.translate("Reality", "task: p95 of waits"),
        "task run": QCoreApplication.translate("Reality", "task: mean execution"),
        "task completed": QCoreApplication.translate("Reality", "tasks: completed"),
        "task failed": QCoreApplication.translate("Reality", "tasks: failed"),
        "task dead_lettered": QCoreApplication.translate("Reality", "tasks: dead letters"),
        "task unfinished": QCoreApplication.translate("Reality", "tasks: unfinished"),
    }


def value(figure: Figure, number: float | None) -> str:
    """With its unit: 180 ms, 20.4/s, 97.1 %."""
    if number is None:
        return "–"
    locale = QLocale()
    if figure.name in ALL_TIMES:
        return f"{_three(number * 1e3)} ms"
    if figure.name in RATES:
        return f"{_three(number)}/s"
    return f"{locale.toString(number * 100, 'f', 1)} %"


def _three(number: float) -> str:
    """Three digits that matter."""
    decimals = 0 if number >= 99.95 else 1 if number >= 9.995 else 2
    return QLocale().toString(number, "f", decimals)


def difference(figure: Figure) -> str:
    """Simulated less measured, of the measured; shares in points."""
    if figure.measured is None or figure.simulated is None:
        return "–"
    is_share = figure.name not in (*ALL_TIMES, *RATES)
    by = (figure.simulated - figure.measured) * 100
    if not is_share:
        if not figure.measured:
            return "–"
        by /= figure.measured
    sign = "+" if by >= 0 else "−"
    number = QLocale().toString(abs(by), "f", 1)
    unit = QCoreApplication.translate("Reality", "pt") if is_share else "%"
    return f"{sign}{number} {unit}"


def said(reason: Reason) -> str:
    """Why figures may differ."""
    locale, amount = QLocale(), reason.amount
    numbers = {
        "share": locale.toString(round(amount * 100)),
        "precise": locale.toString(amount * 100, "f", 1),
        "answers": locale.toString(amount, "f", 1),
        "seconds": locale.toString(amount, "f", 2),
        "every": locale.toString(LOOKS_EVERY_S, "f", 1),
        "ms": locale.toString(amount * 1e3, "f", 1),
        "count": locale.toString(round(amount)),
    }
    return _reasons()[reason.cause].format(**numbers)


def _reasons() -> dict[Cause, str]:
    return {
        Cause.CUT: QCoreApplication.translate("Reality", "The run was cut short."),
        Cause.OTHERS: QCoreApplication.translate(
            "Reality", "Other programs took {share} % of the processors meanwhile: try again on a quiet computer."
        ),
        Cause.CLIENTS: QCoreApplication.translate(
            "Reality", "The clients were a bottleneck: they took {share} % of a processor."
        ),
        Cause.LATE: QCoreApplication.translate("Reality", "One request in a hundred was sent {ms} ms late, or more."),
        Cause.APART: QCoreApplication.translate(
            "Reality", "Connections of one burst were opened {ms} ms apart: by then another worker may have woken."
        ),
        Cause.SHARED: QCoreApplication.translate(
            "Reality", "A burst of connections was shared by {count} workers, where the model gives it to one."
        ),
        Cause.SERVER: QCoreApplication.translate(
            "Reality", "The server took {share} % of its processors, and the clients compete for them."
        ),
        Cause.BETWEEN: QCoreApplication.translate(
            "Reality",
            "A percentile lies where answers are few: on one side only {precise} % of them are between measured and "
            "simulated.",
        ),
        Cause.EDGES: QCoreApplication.translate(
            "Reality",
            "The throughputs are {answers} answers a run apart, and so many come together that they are counted or "
            "not as the measured time begins a moment earlier or later: a longer run tells more.",
        ),
        Cause.SATURATED: QCoreApplication.translate(
            "Reality",
            "A worker is busy {share} % of the time, for a quarter of the run or longer: near saturation the least "
            "difference counts much.",
        ),
        Cause.FEW: QCoreApplication.translate(
            "Reality", "So few answers were measured ({count}) that their percentiles are uncertain."
        ),
        Cause.CHANCE: QCoreApplication.translate(
            "Reality",
            "Which of the workers that wait gets a connection is the system's choice, where the model throws fair "
            "dice, and a connection that is kept keeps its worker.",
        ),
        Cause.HEEDED: QCoreApplication.translate(
            "Reality",
            "uvicorn acted up to {seconds} s after it was asked to, since it looks every {every} s: simulated at the "
            "instants at which it acted.",
        ),
        Cause.ONE_RUN: QCoreApplication.translate("Reality", "One run is no verdict: run it again."),
    }
