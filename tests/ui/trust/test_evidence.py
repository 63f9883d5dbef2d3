"""What is known of a run bit by bit is what a finished one says of itself."""

import pytest

from simulator.model import System
from simulator.record.budget import Budget
from simulator.scenario import bundled, load, parse
from simulator.statistics import summarised, tallied
from simulator.statistics.utilisation_law import Observed
from ui.trust.evidence import Evidence, Facts
from ui.trust.findings import Law, Verdict, findings


def read(system: System, until_s: float, step_s: float = 1.03) -> Facts:
    evidence = Evidence(system)
    at_s = 0.0
    while at_s < until_s:
        at_s = min(until_s, at_s + step_s)
        system.run_until(at_s)
        evidence.read()
    while evidence.is_behind:
        evidence.read()
    facts = evidence.facts()
    assert facts is not None
    return facts


def session(name: str) -> System:
    return System(load(name), seed=5, trace=True, endless=True, sample_every_s=0.1)


def test_it_says_what_the_summary_says() -> None:
    scenario = load("01_blocking")
    finished = System(scenario, seed=5)
    finished.finish()
    summary = summarised(finished.record, tallied(finished.record))
    facts = read(session("01_blocking"), scenario.run.duration + 0.05)
    assert facts.since_s == scenario.run.warm_up
    assert facts.sent == summary.requests.sent
    assert facts.answered_per_s == pytest.approx(summary.throughput_per_s.mean)
    assert facts.length == pytest.approx(summary.in_flight.mean)
    expected = Observed.of(summary)
    assert facts.observed.shares == pytest.approx(expected.shares)
    assert facts.observed.answers_per_s == pytest.approx(expected.answers_per_s)


SOME = ("04_workers", "10_pool_exhausted", "12_orphans", "13_gil")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in SOME else pytest.mark.slow) for name in bundled()]
)
def test_no_law_fails_in_any_bundled_scenario(name: str) -> None:
    system = session(name)
    verdicts = {finding.law: finding.verdict for finding in findings(read(system, 25.0))}
    assert Verdict.FAILS not in verdicts.values()
    assert verdicts[Law.CONSERVATION] is Verdict.HOLDS


def test_a_change_begins_anew() -> None:
    system = session("02_async")
    evidence = Evidence(system)
    system.run_until(20.02)
    evidence.read()
    system.apply("server.workers", 2)
    system.run_until(31.0)
    evidence.read()
    facts = evidence.facts()
    assert facts is not None
    assert facts.since_s == pytest.approx(20.1)
    assert facts.scenario.server.workers == 2
    (little, *_) = findings(facts)
    assert little.value == pytest.approx((little.expected or 0) + little.numbers["before"])


def test_who_reads_little_at_once_begins_anew_when_the_change_has_been_reached() -> None:
    system = session("02_async")
    system.run_until(20.02)
    system.apply("server.workers", 2)
    system.run_until(31.0)
    at_once, bit_by_bit = Evidence(system), Evidence(system)
    at_once.read(most=system.trace.count if system.trace else 0)
    while True:
        bit_by_bit.read(most=500)
        if not bit_by_bit.is_behind:
            break
    little, much = bit_by_bit.facts(), at_once.facts()
    assert little is not None
    assert much is not None
    assert (little.since_s, little.sent, little.answered) == (much.since_s, much.sent, much.answered)
    assert findings(little) == findings(much)


def test_between_a_change_and_the_next_sample_the_facts_are_of_what_was() -> None:
    system = session("02_async")
    evidence = Evidence(system)
    system.run_until(20.02)
    evidence.read()
    system.apply("server.workers", 4)
    system.run_until(20.05)
    evidence.read()
    facts = evidence.facts()
    assert facts is not None
    assert facts.until_s == pytest.approx(20.0)
    assert facts.scenario.server.workers == 1


def test_before_anything_there_is_nothing() -> None:
    assert Evidence(session("01_blocking")).facts() is None


M_M_1 = """
format = 1
name = "M/M/1"
[run]
duration = "60s"
seed = 1
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = {rate}
keep_alive = false
[server]
loop = "uvloop"
[[routes]]
path = "/a"
handler = "blocking"
steps = [{{ io = "exponential(10ms)" }}]
"""


def queue(rate: int, until_s: float) -> dict[Law, Verdict]:
    system = System(parse(M_M_1.format(rate=rate)), seed=1, trace=True, endless=True, sample_every_s=0.1)
    return {finding.law: finding.verdict for finding in findings(read(system, until_s, 20.0))}


def test_theory_needs_time_then_agrees() -> None:
    assert queue(50, 3.0)[Law.THEORY] is Verdict.EARLY
    later = queue(50, 240.0)
    assert later[Law.THEORY] is later[Law.MEAN] is later[Law.P99] is Verdict.HOLDS


def test_too_much_has_no_steady_state() -> None:
    verdicts = queue(150, 60.0)
    assert verdicts[Law.THEORY] is Verdict.SILENT
    assert verdicts[Law.LITTLE] is Verdict.EARLY
    assert verdicts[Law.CAPACITY] is Verdict.HOLDS


def test_what_was_forgotten_unread_is_left_out() -> None:
    system = session("05_overload")
    budget = Budget(transitions=4_000, samples=100)
    for step in range(1, 81):
        system.run_until(step * 0.5)
        budget.keep(system.record, lambda: system.in_flight)
    evidence = Evidence(system)
    evidence.read()
    facts = evidence.facts()
    assert facts is not None
    assert facts.since_s > 10
    found = {finding.law: finding for finding in findings(facts)}
    assert found[Law.CONSERVATION].verdict is Verdict.HOLDS
    little = found[Law.LITTLE]
    assert little.value == pytest.approx((little.expected or 0) + little.numbers["before"])


def test_what_was_read_before_it_was_forgotten_is_kept() -> None:
    system = session("05_overload")
    budget = Budget(transitions=4_000, samples=100)
    evidence = Evidence(system)
    for step in range(1, 81):
        system.run_until(step * 0.5)
        evidence.read()
        budget.keep(system.record, lambda: system.in_flight)
    facts = evidence.facts()
    assert facts is not None
    assert facts.since_s == 0
    little = findings(facts)[0]
    assert little.value == pytest.approx((little.expected or 0) + little.numbers["before"])
