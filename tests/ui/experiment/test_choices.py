"""What can vary, and what is proposed: every proposal is one that a sweep takes."""

import pytest

from simulator.errors import SimulatorError
from simulator.experiment.varying import parse_varied
from simulator.scenario import bundled, load
from ui.experiment.asked import MOST_RUNS, Asked, plan, sweep
from ui.experiment.choices import choices, planned


@pytest.mark.parametrize("name", bundled())
def test_every_proposal_is_taken(name: str) -> None:
    scenario = load(name)
    found = choices(scenario)
    assert "server.workers" in {choice.key for choice in found}
    for choice in found:
        for values in (choice.values, planned(choice)):
            assert len(parse_varied(f"{choice.key}={values}", scenario).values) > 1


def test_a_distribution_keeps_its_kind() -> None:
    proposed = {choice.key: choice.values for choice in choices(load("09_pool"))}
    assert proposed["routes[/professor/create].steps[1].io"].startswith("80ms,160ms")
    kept = {choice.key: choice.values for choice in choices(load("01_blocking"))}
    assert any(values.startswith("exponential(") or "ms" in values for values in kept.values())


def asked(*varied: tuple[str, str], duration: str = "10s") -> Asked:
    return Asked(load("01_blocking"), 1, duration, varied)


def test_fields_become_a_sweep_of_the_scenario_as_it_stands() -> None:
    wanted = sweep(asked(("server.workers", "1,2"), ("clients[Cliente_1].rate", "5..10:2")), 3)
    assert wanted.run_count == 12
    assert wanted.seed == 1
    assert wanted.scenario.run.duration == 10
    assert wanted.scenario.changes == ()


def test_fields_become_a_plan() -> None:
    wanted = plan(asked(("server.workers", "1..8")), "p95<300ms, errors < 1%", [("server.workers", "2,5")])
    assert [target.figure for target in wanted.targets] == ["p95", "errors"]
    assert wanted.costs == {"server.workers": 2.5}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (asked(("server.workers", "")), "no values"),
        (asked(("server.workers", "1,zwei")), 'server.workers: must be a whole number, got "zwei"'),
        (asked(("server.workers", "0..4")), "server.workers: must be at least 1, got 0"),
        (asked(("clients[Cliente_1].rate", "5,viel")), "clients.*rate: must be a number"),
        (asked(("server.worker", "1")), "workers"),
        (asked(("server.workers", "1,2"), ("server.workers", "3,4")), "twice"),
        (asked(("server.workers", "1"), duration="soon"), "duration"),
        (asked(("clients[Cliente_1].rate", "1..9")), "number of values"),
        (asked(("clients[Cliente_1].rate", "1..9:9000")), f"at most {MOST_RUNS:,}"),
    ],
)
def test_what_is_wrong_is_said(fields: Asked, said: str) -> None:
    with pytest.raises(SimulatorError, match=said):
        sweep(fields, 1)


@pytest.mark.parametrize(
    ("targets", "price", "said"), [("", "", "target"), ("p95<", "", "p95"), ("p95<1s", "-3", "price")]
)
def test_a_plan_wants_targets_and_prices(targets: str, price: str, said: str) -> None:
    with pytest.raises(SimulatorError, match=said):
        plan(asked(("server.workers", "1..4")), targets, [("server.workers", price)])
