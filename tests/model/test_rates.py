"""Arrivals of a rate that varies: schedules and bursts."""

import numpy as np
import pytest

from simulator.model import System
from simulator.model.arrivals import VaryingArrivals
from simulator.model.rates import Modulated
from tests.model.stories import MS, change, finished, route, served, told


def group(arrivals: str, more: str = "") -> str:
    return f'[[clients]]\nname = "g"\narrivals = "{arrivals}"\n{more}\n'


NO_OP = route("async")


@pytest.mark.parametrize(
    ("shape", "expected"),
    [("linear", [1250, 3750, 5000, 3125, 1250, 1250]), ("step", [0, 0, 5000, 5000, 1250, 1250])],
)
def test_a_schedule_goes_through_its_points_and_holds_the_last(shape: str, expected: list[int]) -> None:
    points = '[["0s", 0], ["10s", 1000], ["15s", 1000], ["20s", 250]]'
    rows = served(group("schedule", f'profile = {points}\nshape = "{shape}"'), NO_OP, duration="30s")
    found = np.histogram(rows["sent"] / 1e9, bins=[0, 5, 10, 15, 20, 25, 30])[0]
    assert np.abs(found - expected).max() <= 4 * np.sqrt(max(expected))
    assert (found == 0).tolist() == [count == 0 for count in expected]


def test_times_of_a_schedule_count_from_the_groups_start() -> None:
    more = 'profile = [["0s", 0], ["1s", 1000]]\nshape = "step"\nstart = "2s"\nstop = "4s"'
    sent = served(group("schedule", more), NO_OP, duration="10s")["sent"]
    assert 3000 * MS <= sent.min() < 3020 * MS
    assert 3980 * MS < sent.max() < 4000 * MS


def test_gaps_of_a_schedule_are_exponential_in_the_integral_of_its_rate() -> None:
    rows = served(group("schedule", 'profile = [["0s", 100], ["10s", 900]]'), NO_OP, duration="10s")
    at = rows["sent"] / 1e9
    gaps = np.diff(100 * at + 40 * at * at)
    ordered = np.sort(1 - np.exp(-gaps))
    assert np.abs(ordered - (np.arange(len(ordered)) + 0.5) / len(ordered)).max() < 1.63 / np.sqrt(len(ordered))


BURSTS = 'rate = 10\nburst_rate = 100\nburst_for = "exponential(1s)"\ncalm_for = "exponential(4s)"'


def test_an_mmpp_is_calm_and_bursts_by_turns() -> None:
    sent = served(group("mmpp", BURSTS), NO_OP, duration="4000s")["sent"] / 1e9
    assert len(sent) / 4000 == pytest.approx(28, rel=0.06)
    # Index of dispersion of counts in the long run (Fischer and Meier-Hellstern 1993, sec. 2), of a two-state MMPP.
    counts = np.histogram(sent, bins=np.arange(0, 4001, 50))[0]
    to_burst, to_calm, calm, hot = 0.25, 1.0, 10.0, 100.0
    limit = 1 + 2 * to_burst * to_calm * (hot - calm) ** 2 / (
        (to_burst + to_calm) ** 2 * (calm * to_calm + hot * to_burst)
    )
    assert counts.var() / counts.mean() == pytest.approx(limit, rel=0.4)


def test_an_mmpp_of_constant_stays_changes_at_their_ends() -> None:
    more = 'rate = 1\nburst_rate = 2000\nburst_for = "1s"\ncalm_for = "2s"'
    found = np.histogram(served(group("mmpp", more), NO_OP, duration="6s")["sent"] / 1e9, bins=[0, 2, 3, 5, 6])[0]
    assert found[0] < 12
    assert found[2] < 12
    assert 1800 < found[1] < 2200
    assert 1800 < found[3] < 2200


def test_a_new_rate_of_an_mmpp_stretches_what_is_left_of_the_gap() -> None:
    more = 'rate = 10\nburst_rate = 10\nburst_for = "1s"\ncalm_for = "1s"'
    plain = served(group("mmpp", more), NO_OP, duration="1s")["sent"]
    at = 1.0
    doubled = served(group("mmpp", more), change("500ms", "clients[g].rate", "20.0"), NO_OP, duration=f"{at}s")["sent"]
    before = plain[plain < 500 * MS]
    assert doubled[: len(before)].tolist() == before.tolist()
    after = plain[plain >= 500 * MS]
    expected = 500 * MS + (after - 500 * MS) / 2
    assert np.abs(doubled[len(before) : len(before) + len(after)] - expected).max() <= 100


def test_stays_that_hardly_last_are_looked_through_as_time_goes_on() -> None:
    more = 'rate = 0.5\nburst_rate = 0.5\nburst_for = "2us"\ncalm_for = "exponential(3us)"'
    system = System(told(group("mmpp", more), NO_OP, duration="1000s"), seed=1)
    assert not system.finish(budget_s=0.02)
    assert 0 < system.now_s < 100, "it stops to be asked whether to go on"
    system.run_until(0.4)
    arrivals = system.groups[0].arrivals
    assert isinstance(arrivals, VaryingArrivals)
    assert isinstance(arrivals._rate, Modulated)
    assert len(arrivals._rate._ends) < 1000, "what is over is forgotten"


def test_an_mmpp_of_equal_rates_is_a_poisson_process_however_often_it_changes() -> None:
    more = 'rate = 40\nburst_rate = 40\nburst_for = "20us"\ncalm_for = "exponential(30us)"'
    often = served(group("mmpp", more), NO_OP, duration="5s")["sent"]
    seldom = served(group("mmpp", more.replace("us", "s")), NO_OP, duration="5s")["sent"]
    assert len(often) == len(seldom)
    assert np.abs(often - seldom).max() <= 10


def test_the_same_seed_gives_the_same_bursts() -> None:
    scenario = told(group("mmpp", BURSTS), NO_OP, duration="60s")
    first, second, other = (finished(scenario, seed=seed).record.requests.array()["sent"] for seed in (1, 1, 2))
    assert first.tolist() == second.tolist()
    assert first.tolist() != other.tolist()


@pytest.mark.parametrize(
    ("arrivals", "more", "sent"),
    [
        ("poisson", "rate = 1e-300", 0),
        ("poisson", "rate = 5e-324", 0),
        ("constant", "rate = 1e-300", 1),
        ("schedule", 'profile = [["0s", 1e-300], ["1s", 0]]', 0),
        ("mmpp", 'rate = 1e-300\nburst_rate = 1e-300\nburst_for = "1s"\ncalm_for = "1s"', 0),
    ],
)
def test_a_rate_of_next_to_nothing_sends_nothing_and_the_run_ends(arrivals: str, more: str, sent: int) -> None:
    assert len(served(group(arrivals, more), NO_OP, duration="30s")) == sent
