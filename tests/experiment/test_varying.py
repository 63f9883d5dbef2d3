"""What `--vary` understands, and what it refuses."""

from itertools import islice

import pytest

from simulator.errors import ScenarioError
from simulator.experiment import varying
from simulator.experiment.varying import Varied, parse_all, parse_varied, points
from simulator.scenario import Scenario

NETWORK = "clients[0].network"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("server.workers=1,2,4", (1, 2, 4)),
        ("server.workers = 3", (3,)),
        ("server.workers=1..4", (1, 2, 3, 4)),
        ("server.workers=1..32:4", (1, 11, 22, 32)),
        ("server.workers=1..3:9", (1, 2, 3)),
        ("clients[c].rate=10..20:5", (10.0, 12.5, 15.0, 17.5, 20.0)),
        ("clients[0].rate=0.1..0.3:3", (0.1, 0.2, 0.3)),
        ("routes[/].steps[1].io=10ms..200ms:3", ("10ms", "105ms", "200ms")),
        ("routes[/].steps[1].io=900us..1.1ms:3", ("900us", "1ms", "1.1ms")),
        ("routes[/].steps[1].io=normal(50ms, sd=10ms),exponential(5ms)", ("normal(50ms, sd=10ms)", "exponential(5ms)")),
        ("routes[/].handler=async,blocking", ("async", "blocking")),
        ("clients[0].keep_alive=true,false", (True, False)),
        ("clients[0].routes={'/' = 1},{'/' = 2}", ({"/": 1}, {"/": 2})),
        ("name='a, b',c", ("a, b", "c")),
        (f"{NETWORK}=0..0.2:2", (0.0, 0.2)),
    ],
)
def test_values(small: Scenario, text: str, values: tuple[object, ...]) -> None:
    assert tuple(parse_varied(text, small).values) == values


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("server.wokers=1,2", "--vary: server.wokers: unknown key (did you mean server.workers?)"),
        ("routes[/x].handler=async", "--vary: routes[/x].handler: there is no \"/x\" in routes"),
        ("server=1,2", "--vary: server: is a table: name one of its keys"),
        ("server.workers", "--vary: server.workers: must be KEY=VALUES, such as"),
        ("server.workers=", "--vary: server.workers: has no values"),
        ("server.workers=1,,2", "--vary: server.workers: has an empty value, got \"1,,2\""),
        ("server.workers=2,1,2", "--vary: server.workers: has 2 twice"),
        ("server.workers=32..1", "--vary: server.workers: is empty: 32 is above 1"),
        ("server.workers=1..2.5", "--vary: server.workers: must be whole numbers, got \"1..2.5\""),
        ("server.workers=1ms..2ms:2", "--vary: server.workers: must be whole numbers"),
        ("server.workers=1..4:0", "--vary: server.workers: the number of values must be 1 to 1,000,000, got \"0\""),
        ("server.workers=1..4:x", "--vary: server.workers: the number of values must be"),
        ("server.workers=1,3..5", "--vary: server.workers: must be a list of values, or one range"),
        ("clients[0].rate=1..inf:3", "--vary: clients[0].rate: must be finite"),
        (f"{NETWORK}=10..200parsecs:5", f"--vary: {NETWORK}: a range must be of numbers or times"),
        ("run.replications=1,2", "--vary: run.replications: every point has the same: use --replications"),
    ],
)  # fmt: skip
def test_refusals(small: Scenario, text: str, message: str) -> None:
    with pytest.raises(ScenarioError) as refusal:
        parse_varied(text, small)
    assert str(refusal.value).startswith(message)


def test_all_that_is_wrong_is_said_at_once(small: Scenario) -> None:
    with pytest.raises(ScenarioError) as refusal:
        parse_all(["server.wokers=1", "clients[0].rate=1,2", "clients[c].rate=3", "x"], small)
    assert [problem.key for problem in refusal.value.problems] == ["server.wokers", "clients[c].rate", "x"]


def test_a_grid_has_every_combination_the_last_key_fastest(small: Scenario) -> None:
    varied = parse_all(["server.workers=1,2", "clients[0].rate=5..15:3"], small)
    assert [tuple(point.values()) for point in points(varied)] == [
        (1, 5.0), (1, 10.0), (1, 15.0), (2, 5.0), (2, 10.0), (2, 15.0),
    ]  # fmt: skip
    assert varying.count(varied) == 6


def test_a_grid_needs_a_number_of_values(small: Scenario) -> None:
    varied = parse_all([f"{NETWORK}=1ms..2ms"], small)
    with pytest.raises(ScenarioError, match="needs a number of values"):
        varying.count(varied)


def test_a_huge_grid_is_counted_without_being_made(small: Scenario) -> None:
    varied = parse_all(["server.workers=1..1000000000", "server.backlog=1..1000000000"], small)
    assert varying.count(varied) == 10**18
    assert list(islice(points(varied), 1)) == [{"server.workers": 1, "server.backlog": 1}]


def test_a_latin_hypercube_takes_every_slice_of_every_key_once(small: Scenario) -> None:
    varied = parse_all(["server.workers=1..10", "clients[0].rate=0..100", "clients[0].keep_alive=true,false"], small)
    sampled = list(points(varied, samples=20, seed=4))
    assert len(sampled) == 20
    assert sorted(point["server.workers"] for point in sampled) == sorted([*range(1, 11)] * 2)
    assert sorted(int(point["clients[0].rate"] // 5) for point in sampled) == list(range(20))
    assert sum(point["clients[0].keep_alive"] for point in sampled) == 10
    assert sampled == list(points(varied, samples=20, seed=4))
    assert sampled != list(points(varied, samples=20, seed=5))


def test_a_scenario_at_a_point_keeps_the_rest(small: Scenario) -> None:
    changed = varying.at(small, {"server.workers": 3, NETWORK: "10ms"})
    assert (changed.server.workers, changed.clients[0].network.mean_s) == (3, 0.010)
    assert changed.routes == small.routes


def test_values_that_are_no_scenario_are_refused(small: Scenario) -> None:
    varied = [Varied("server.workers", (0,))]
    with pytest.raises(ScenarioError, match=r"server\.workers: must be at least 1, got 0"):
        varying.at(small, next(points(varied)))
