"""`python -m tests.benchmarks.intervals`: how often the 95 % interval holds the true mean.

M/M/1 at 0.8, whose mean response time is known; 100,000 requests a run, 400 runs: batch means of each run, and the
t-interval over five of them at a time. An honest interval holds it in 90 to 98 % of the cases.
"""

import argparse
from math import sqrt

from simulator import theory
from simulator.experiment.executors import local, run_all
from simulator.experiment.runs import Run
from simulator.scenario import Scenario, parse
from simulator.statistics.intervals import Interval, t_interval

_RATE = 80.0
_SERVICE_S = 0.010
_TOGETHER = 5
_HONEST = (0.90, 0.98)

M_M_1 = """\
format = 1
name = "M/M/1 at 0.8"

[run]
duration = {duration}
warm_up = {warm_up}
drain = "1h"
seed = 1

[[clients]]
name = "c"
arrivals = "poisson"
rate = 80

[server]
workers = 1

[[routes]]
path = "/"
handler = "blocking"
steps = [{{ io = "exponential(10ms)" }}]
"""


def scenario_of(requests: int) -> Scenario:
    """With about so many requests after a warm-up of a twentieth."""
    measured = requests / _RATE
    return parse(M_M_1.format(duration=1.05 * measured, warm_up=0.05 * measured))


def told(name: str, intervals: list[Interval | None], true: float) -> bool:
    """Print the share that holds it; whether that is honest."""
    present = [each for each in intervals if each is not None]
    share = sum(low <= true <= high for low, high in present) / len(present)
    error = sqrt(share * (1 - share) / len(present))
    half = sum(high - low for low, high in present) / len(present) / 2
    is_honest = _HONEST[0] <= share <= _HONEST[1]
    print(
        f"{name}: {len(present)} intervals, {share:.1%} hold the true mean (give or take {error:.1%}), "
        f"on average ±{half / true:.1%}: {'honest' if is_honest else 'NOT within 90 .. 98 %'}"
    )
    return is_honest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=400)
    parser.add_argument("--requests", type=int, default=100_000)
    asked = parser.parse_args()
    scenario = scenario_of(asked.requests)
    true = theory.m_m_1(_RATE, _SERVICE_S).response_time_s
    with local(asked.jobs) as executor:
        results = dict(run_all((Run(scenario, 1, number) for number in range(1, asked.runs + 1)), executor))
    summaries = [results[index].summary for index in range(asked.runs)]
    times = [summary.response_time_s for summary in summaries if summary is not None]
    means = [each.mean for each in times if each.mean is not None]
    print(f"M/M/1 at 0.8, {asked.runs} runs of {asked.requests:,} requests, true mean {true * 1000:g} ms")
    print(f"mean of all runs: {sum(means) / len(means) * 1000:.3f} ms")
    together = [t_interval(means[first : first + _TOGETHER]) for first in range(0, len(means), _TOGETHER)]
    is_honest = told("batch means of one run", [each.ci95 for each in times], true)
    told(f"t-interval over {_TOGETHER} runs", together, true)
    raise SystemExit(0 if is_honest else 1)


if __name__ == "__main__":
    main()
