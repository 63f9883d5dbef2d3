"""What the facts say about each law: holds, fails, or too early to tell. Pure."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from simulator.capacity import capacity
from simulator.errors import SimulatorError, UnstableQueueError
from simulator.experiment.closed_forms import NoClosedFormError, closed_form
from simulator.statistics import LARGEST_EDGE
from simulator.statistics.intervals import BATCHES, SMALLEST_BATCH, Interval, batch_interval, has_enough, is_steady
from simulator.statistics.utilisation_law import law_of
from ui.trust.evidence import Facts


class Verdict(Enum):
    """What can be said."""

    HOLDS = auto()
    FAILS = auto()
    EARLY = auto()
    """Too early to tell: more of the run will."""
    SILENT = auto()
    """Nothing can be said of this run, however long it is."""


class Law(Enum):
    """What is held against the run, in the order of the panel."""

    LITTLE = auto()
    UTILISATION = auto()
    CONSERVATION = auto()
    CAPACITY = auto()
    MEAN = auto()
    P99 = auto()
    THEORY = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """One law."""

    law: Law
    verdict: Verdict
    value: float | None
    """What was measured."""
    expected: float | None = None
    """What the law says."""
    interval: Interval | None = None
    numbers: Mapping[str, float] = field(default_factory=dict)
    """What the expected value was made of, by name."""
    about: str = ""
    """Which resource, or which queue of theory."""
    why: str = ""
    """Why nothing can be said, where that is so; English, as the simulator says it."""


_ROUNDING = 1e-6
_CONFIDENCE = 0.999
"""Of theory's interval: it is looked at again and again."""
_NARROW, _WIDE = 0.10, 0.20
"""Half an interval as a share of its middle: a mean is known; an interval says something."""
_P99, _BEYOND = 0.99, 100
"""Values above a percentile that make it known."""
_FEWEST = 200
_SETTLING = 100.0
"""So many relaxation times until a queue has forgotten how it began."""
_LUCK = 5.0
"""Standard deviations that a rate may lie above what can be sustained."""


def findings(facts: Facts) -> tuple[Finding, ...]:
    """One a law."""
    return tuple(_judged(law, facts) for law in Law)


def _judged(law: Law, facts: Facts) -> Finding:
    try:
        return _JUDGES[law](facts)
    except SimulatorError:
        # What a law says of a scenario may depend on a file that was there when the run began.
        return Finding(law, Verdict.SILENT, None, why="the recording that it replays cannot be read any more")


def answer(found: tuple[Finding, ...]) -> Verdict:
    """Of all of them: can it be believed? It holds as soon as its mean is known, or cannot be for the load it has."""
    verdicts = {finding.law: finding.verdict for finding in found}
    if Verdict.FAILS in verdicts.values():
        return Verdict.FAILS
    return Verdict.HOLDS if verdicts.get(Law.MEAN) in (Verdict.HOLDS, Verdict.SILENT) else Verdict.EARLY


def _little(facts: Facts) -> Finding:
    """L = lambda W, and what hangs over the beginning: exact for every stretch (Little 1961)."""
    product, before = facts.spent_s / facts.seconds, facts.before_s / facts.seconds
    numbers = {"rate": facts.sent_per_s, "time": facts.mean_time_s, "before": before}
    if abs(facts.length - product - before) > _ROUNDING * max(1.0, facts.length):
        verdict = Verdict.FAILS
    elif not facts.sent or before + facts.unfinished_s / facts.seconds > LARGEST_EDGE * facts.length:
        verdict = Verdict.EARLY
    else:
        verdict = Verdict.HOLDS
    return Finding(Law.LITTLE, verdict, facts.length, product, numbers=numbers)


def _utilisation(facts: Facts) -> Finding:
    """U = X D / m of the busiest resource (Denning and Buzen 1978)."""
    law = law_of(facts.observed, facts.scenario)
    if law is None:
        why = "faults act on the server" if facts.scenario.faults else ""
        return Finding(Law.UTILISATION, Verdict.SILENT if why else Verdict.EARLY, None, why=why)
    verdict = {True: Verdict.HOLDS, False: Verdict.FAILS, None: Verdict.SILENT}[law.ok]
    if verdict is not Verdict.HOLDS and facts.answered < _FEWEST:
        verdict = Verdict.EARLY
    numbers = {"rate": law.throughput_per_s, "time": law.demand_s, "servers": law.servers}
    return Finding(Law.UTILISATION, verdict, law.measured, law.expected, None, numbers, law.resource, law.why)


def _conservation(facts: Facts) -> Finding:
    """Nobody is lost, and nobody comes from nowhere."""
    counted = facts.ended_ever + facts.in_flight
    verdict = Verdict.HOLDS if counted == facts.sent_ever else Verdict.FAILS
    numbers = {"ended": facts.ended_ever, "in_flight": facts.in_flight}
    return Finding(Law.CONSERVATION, verdict, facts.sent_ever, counted, numbers=numbers)


def _capacity(facts: Facts) -> Finding:
    """No more is answered than the bottleneck can."""
    limit = capacity(facts.scenario)
    if math.isinf(limit.per_s):
        return Finding(Law.CAPACITY, Verdict.HOLDS, facts.answered_per_s, None)
    slack = 1 + _LUCK / math.sqrt(max(1, facts.answered))
    name = limit.bottleneck_name or ""
    if facts.answered < _FEWEST:
        verdict = Verdict.EARLY
    elif facts.scenario.faults:
        return Finding(Law.CAPACITY, Verdict.SILENT, facts.answered_per_s, limit.per_s, why="faults act on the server")
    else:
        verdict = Verdict.HOLDS if facts.answered_per_s <= limit.per_s * slack else Verdict.FAILS
    return Finding(Law.CAPACITY, verdict, facts.answered_per_s, limit.per_s, about=name)


def _mean(facts: Facts) -> Finding:
    """How well the mean response time is known, by batch means."""
    counted = float(facts.batch_counts.sum())
    mean = facts.responses.mean_s
    numbers = {"counted": counted, "wanted": BATCHES * SMALLEST_BATCH, "batches": BATCHES}
    if not is_steady(facts.scenario):
        return Finding(Law.MEAN, Verdict.SILENT, mean, numbers=numbers, why="the load changes with time")
    interval = batch_interval(facts.batch_sums_s, facts.batch_counts) if has_enough(counted) else None
    if mean is None or interval is None:
        return Finding(Law.MEAN, Verdict.EARLY, mean, numbers=numbers)
    centre = (interval[0] + interval[1]) / 2
    half = (interval[1] - interval[0]) / 2
    verdict = Verdict.HOLDS if half <= _NARROW * centre else Verdict.EARLY
    return Finding(Law.MEAN, verdict, centre, None, interval, {**numbers, "half": half})


def _p99(facts: Facts) -> Finding:
    """Whether there are enough answers beyond the percentile."""
    (value,) = facts.responses.percentiles_s((99,))
    beyond = math.floor(facts.responses.count * (1 - _P99) + 1e-9)
    numbers = {"beyond": beyond, "wanted": _BEYOND}
    if not is_steady(facts.scenario):
        return Finding(Law.P99, Verdict.SILENT, value, numbers=numbers, why="the load changes with time")
    return Finding(Law.P99, Verdict.HOLDS if beyond >= _BEYOND else Verdict.EARLY, value, numbers=numbers)


def _theory(facts: Facts) -> Finding:
    """The mean response time against the closed form, where there is one."""
    try:
        form = closed_form(facts.scenario)
    except UnstableQueueError:
        return Finding(Law.THEORY, Verdict.SILENT, None, why="more is asked for than can be answered")
    except NoClosedFormError as error:
        return Finding(Law.THEORY, Verdict.SILENT, None, why=str(error))
    mean, expected = facts.responses.mean_s, form.response_time_s
    counted = float(facts.batch_counts.sum())
    interval = batch_interval(facts.batch_sums_s, facts.batch_counts, _CONFIDENCE) if has_enough(counted) else None
    idle = 1.0 - (form.utilisation or 0.0)
    is_settled = facts.seconds > _SETTLING * expected / idle
    if mean is None or interval is None or interval[1] - interval[0] > 2 * _WIDE * expected or not is_settled:
        return Finding(Law.THEORY, Verdict.EARLY, mean, expected, interval, about=form.name)
    slack = 0.01 * expected
    is_inside = interval[0] - slack <= expected <= interval[1] + slack
    return Finding(Law.THEORY, Verdict.HOLDS if is_inside else Verdict.FAILS, mean, expected, interval, about=form.name)


_JUDGES: dict[Law, Callable[[Facts], Finding]] = {
    Law.LITTLE: _little,
    Law.UTILISATION: _utilisation,
    Law.CONSERVATION: _conservation,
    Law.CAPACITY: _capacity,
    Law.MEAN: _mean,
    Law.P99: _p99,
    Law.THEORY: _theory,
}
assert set(_JUDGES) == set(Law)
