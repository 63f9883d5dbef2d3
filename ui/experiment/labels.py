"""Names and figures of an experiment, in the language of the window."""

from collections.abc import Callable
from math import isfinite

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from simulator.experiment.sweep_table import Estimate
from simulator.experiment.targets import FIGURES, Target, Unit
from simulator.experiment.trials import Reached
from simulator.experiment.varying import Value
from ui.charts import numbers
from ui.experiment.outcome import SHARES, TIMES, Shown

_NAMES = {
    Shown.P95: QT_TRANSLATE_NOOP("Experiment", "p95 of the response time"),
    Shown.MEAN: QT_TRANSLATE_NOOP("Experiment", "mean response time"),
    Shown.P50: QT_TRANSLATE_NOOP("Experiment", "p50 of the response time"),
    Shown.P99: QT_TRANSLATE_NOOP("Experiment", "p99 of the response time"),
    Shown.THROUGHPUT: QT_TRANSLATE_NOOP("Experiment", "throughput"),
    Shown.ERRORS: QT_TRANSLATE_NOOP("Experiment", "errors"),
    Shown.UTILISATION: QT_TRANSLATE_NOOP("Experiment", "loop busy"),
}
assert set(_NAMES) == set(Shown)


def name_of(shown: Shown) -> str:
    """What is shown."""
    return QCoreApplication.translate("Experiment", str(_NAMES[shown]))


def amount(value: float, shown: Shown) -> str:
    """A figure with its unit."""
    if not isfinite(value):
        return numbers.NOTHING
    if shown in TIMES:
        return numbers.short_time(value)
    if shown in SHARES:
        return share(value)
    return f"{numbers.amount(value)}/s"


def estimated(found: Estimate, shown: Shown) -> str:
    """With half of its interval, where there is one."""
    text = amount(found.mean, shown)
    if found.ci95 is None:
        return text
    return f"{text} ± {amount((found.ci95[1] - found.ci95[0]) / 2, shown)}"


def share(value: float) -> str:
    """Per cent, with a digit more where there are few."""
    if not value or value >= 0.1:
        return numbers.percent(value)
    return f"{QLocale().toString(value * 100, 'g', 2)} %"


def value_text(value: Value) -> str:
    """A value as it stands in a scenario."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return QLocale().toString(float(value), "g", 6)
    return str(value)


def reached(target: Target, found: Reached) -> str:
    """The mean and its interval."""
    low, high = (max(0.0, end) for end in found.interval)
    write = _WRITERS[FIGURES[target.figure].unit]
    return f"{write(found.value)} ({write(low)} – {write(high)})"


def _rate(value: float) -> str:
    return f"{numbers.amount(value)}/s"


_WRITERS: dict[Unit, Callable[[float], str]] = {Unit.TIME: numbers.short_time, Unit.SHARE: share, Unit.RATE: _rate}
assert set(_WRITERS) == set(Unit)


def span(seconds: float) -> str:
    """A time to wait for."""
    if seconds < 90:
        return f"{numbers.whole(max(1.0, seconds))} s"
    return f"{numbers.whole(seconds / 60)} min"
