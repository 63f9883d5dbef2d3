"""A law that is broken is called broken."""

from dataclasses import replace

import pytest

from simulator.model import System
from simulator.scenario import ArrivalKind, load
from ui.trust.evidence import Evidence, Facts
from ui.trust.findings import Law, Verdict, findings


@pytest.fixture(scope="module")
def facts() -> Facts:
    system = System(load("02_async"), seed=5, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(70.0)
    evidence = Evidence(system)
    evidence.read()
    known = evidence.facts()
    assert known is not None
    return known


def verdict(facts: Facts, law: Law) -> Verdict:
    return next(finding.verdict for finding in findings(facts) if finding.law is law)


def test_this_run_holds(facts: Facts) -> None:
    assert all(
        verdict(facts, law) is Verdict.HOLDS for law in (Law.LITTLE, Law.UTILISATION, Law.CONSERVATION, Law.MEAN)
    )


def test_time_that_was_counted_nowhere_breaks_little(facts: Facts) -> None:
    assert verdict(replace(facts, length=facts.length * 1.01), Law.LITTLE) is Verdict.FAILS


def test_a_request_that_is_lost_breaks_conservation(facts: Facts) -> None:
    assert verdict(replace(facts, ended_ever=facts.ended_ever - 1), Law.CONSERVATION) is Verdict.FAILS


def test_a_loop_that_was_held_for_nothing_breaks_the_utilisation_law(facts: Facts) -> None:
    busier = replace(facts.observed, shares={**facts.observed.shares, "loop": 0.5})
    assert verdict(replace(facts, observed=busier, sent=0), Law.UTILISATION) in (Verdict.FAILS, Verdict.SILENT)


def test_of_a_recording_that_is_gone_the_capacity_is_not_known(facts: Facts) -> None:
    recorded = facts.scenario.clients[0].model_copy(update={"arrivals": ArrivalKind.REPLAY, "file": "gone.csv"})
    replayed = facts.scenario.model_copy(update={"clients": (recorded,)})
    assert verdict(replace(facts, scenario=replayed), Law.CAPACITY) is Verdict.SILENT


def test_more_than_the_capacity_is_too_much(facts: Facts) -> None:
    assert verdict(replace(facts, answered=facts.answered * 50), Law.CAPACITY) is Verdict.FAILS
