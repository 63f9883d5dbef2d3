"""Three M/M/c whose smallest c for a mean waiting time is known (Erlang C); `python -m tests.experiment.textbook`
plans each with 20 seeds and prints what was found."""

from dataclasses import dataclass
from time import perf_counter

from simulator import theory
from simulator.experiment.executors import RunExecutor, local
from simulator.experiment.planning import Plan, plan
from simulator.experiment.targets import parse_targets
from simulator.experiment.varying import parse_all
from simulator.scenario import Scenario, parse

SERVICE_S = 0.100
SEEDS = 20
_REQUESTS = 4000


@dataclass(frozen=True, slots=True)
class Textbook:
    """Requests of an exponential service time of 100 ms that are to wait less than this on average."""

    rate: float
    waiting_s: float

    @property
    def workers(self) -> int:
        """The smallest number of workers, by Erlang C."""
        enough = int(self.rate * SERVICE_S) + 1
        while theory.m_m_c(self.rate, SERVICE_S, enough).waiting_time_s >= self.waiting_s:
            enough += 1
        return enough

    @property
    def scenario(self) -> Scenario:
        """With so many requests in a run."""
        length = _REQUESTS / self.rate
        return parse(
            f"""
format = 1
name = "M/M/c"
[run]
duration = {1.2 * length}
warm_up = {0.2 * length}
[[clients]]
name = "c"
arrivals = "poisson"
rate = {self.rate}
keep_alive = false
[server]
loop = "uvloop"
[[routes]]
path = "/"
handler = "blocking"
steps = [{{ io = "exponential({SERVICE_S}s)" }}]
"""
        )


CASES = (Textbook(30, 0.020), Textbook(80, 0.010), Textbook(150, 0.050))


def planned(case: Textbook, seed: int, executor: RunExecutor) -> Plan:
    """The cheapest of up to 32 workers."""
    scenario = case.scenario
    targets = parse_targets([f"mean<{(SERVICE_S + case.waiting_s) * 1000:g}ms"])
    return plan(scenario, targets, parse_all(["server.workers=1..32"], scenario), executor, seed=seed)


def main() -> None:
    """Print a line a case."""
    with local() as executor:
        for case in CASES:
            begun = perf_counter()
            plans = [planned(case, seed, executor) for seed in range(1, SEEDS + 1)]
            found = [int((each.answer or {"server.workers": 0})["server.workers"]) for each in plans]
            sure = [each.is_confident for each in plans]
            near = sum(abs(number - case.workers) <= 1 for number in found)
            wrong = sum(is_sure and number != case.workers for is_sure, number in zip(sure, found, strict=True))
            print(
                f"a = {case.rate * SERVICE_S:g}, Wq < {case.waiting_s * 1000:g} ms: c = {case.workers}; "
                f"found {sorted(found)}; within one worker {near} of {SEEDS}; "
                f"confident {sum(sure)}, of these wrong {wrong}; {(perf_counter() - begun) / SEEDS:.1f} s a plan"
            )


if __name__ == "__main__":
    main()
