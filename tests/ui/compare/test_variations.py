"""What differs between two scenarios, and the typical pairs."""

import pytest

from simulator.scenario import bundled, load
from ui.compare.pairs import BY_NAME, PAIRS, Pair, fits
from ui.compare.variations import Variation, variations, varied


def test_nothing_differs_from_itself() -> None:
    assert variations(load("04_workers"), load("04_workers")) == ()


def test_a_variation_names_the_key_as_the_user_would_write_it() -> None:
    scenario = load("01_blocking")
    path = scenario.routes[0].path
    other = varied(scenario, {"server.workers": 3, f"routes[{path}].handler": "async"})
    assert variations(scenario, other) == (
        Variation("server.workers", 1, 3),
        Variation(f"routes[{path}].handler", "blocking", "async"),
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_differs_in_what_it_says_and_in_nothing_else(pair: Pair) -> None:
    fitting = [name for name in bundled() if fits(pair, load(name)) is not None]
    assert fitting or pair.name == "broker"
    for name in fitting:
        a, b = fits(pair, load(name)) or ({}, {})
        found = variations(varied(load(name), a), varied(load(name), b))
        assert {variation.key.partition(".steps")[0] for variation in found} <= {
            key.partition(".steps")[0] for key in (*a, *b)
        }
        assert found


def test_a_pool_is_not_offered_where_nobody_uses_a_service() -> None:
    assert fits(BY_NAME["pool"], load("03_threadpool")) is None or load("03_threadpool").services
