"""What must be said beside the figures of a run, so that nobody takes them for more than they are."""

from collections.abc import Iterator

from simulator.cli.digits import count, percent, significant, time
from simulator.scenario import Scenario
from simulator.statistics import LARGEST_EDGE, Summary
from simulator.statistics.intervals import is_steady
from simulator.statistics.utilisation_law import UtilisationLaw

MANY_UNFINISHED = 0.01
"""Share of attempts, above which the response times are too low to be used."""


def no_interval(summary: Summary, scenario: Scenario) -> str | None:
    """Why the mean response time has no interval; None where it has one."""
    if summary.response_time_s.ci95 is not None:
        return None
    if summary.replications > 1:
        return "no interval: fewer than two replications have answers"
    if not is_steady(scenario):
        return "no interval from one run, since the load or the server changes in it: try --replications 10"
    return "no interval from one run of fewer than 1,000 answers: try a longer one, or --replications 10"


def littles_law(summary: Summary) -> str:
    """The two accounts of what was in flight, and whether they agree."""
    law = summary.checks.littles_law
    sides = f"{significant(law.L)} in flight = {significant(law.lambda_W)} by the attempts"
    if abs(law.edge) >= 0.005:  # noqa: PLR2004  # less would be shown as 0.00
        sides += f" {'+' if law.edge > 0 else '-'} {significant(abs(law.edge))} over the edges"
    match law.ok:
        case True:
            return f"ok: {sides}"
        case False:
            return f"BROKEN: {sides}; please report this"
        case None:
            return f"{sides}: too early or not steady (edges above {percent(LARGEST_EDGE)})"


def utilisation_law(law: UtilisationLaw) -> str:
    """Whether the busiest resource was as busy as its answers made it."""
    product = f"{significant(law.throughput_per_s)} per second x {time(law.demand_s)}"
    sides = f"{law.resource} {percent(law.measured)} = {product}"
    if law.servers > 1:
        sides += f" / {count(law.servers)}"
    match law.ok:
        case True:
            return f"ok: {sides}"
        case False:
            return f"BROKEN: {sides} = {percent(law.expected)}; please report this"
        case None:
            return f"{sides.replace(' = ', ' against ')} = {percent(law.expected)}: {law.why}"


def conservation(summary: Summary) -> str:
    """Whether nothing was lost."""
    if summary.checks.conservation.ok:
        return "ok: every attempt has one outcome, and its parts fill its time"
    return "BROKEN: attempts or time were lost; please report this"


def caveats(summary: Summary) -> Iterator[str]:
    """What the response times leave out."""
    requests, censored = summary.requests, summary.response_time_s.censored
    if censored:
        share = percent(censored / requests.sent)
        yield f"without {count(censored)} attempts ({share}) that never got an answer"


def warnings(summary: Summary) -> Iterator[str]:
    """What makes the figures doubtful."""
    requests = summary.requests
    if requests.sent == 0:
        yield "nothing was sent after the warm-up, so there is nothing to measure."
    elif requests.unfinished > MANY_UNFINISHED * requests.sent:
        share = percent(requests.unfinished / requests.sent)
        yield (
            f"{share} of the attempts were unfinished when the run ended, so true response times are longer than "
            "these. A longer run, or run.drain, leaves fewer; in an overload nothing does."
        )
