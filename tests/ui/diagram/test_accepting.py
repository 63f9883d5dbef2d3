"""Connections accepted, against what the rows of the requests say."""

import numpy as np
import pytest

from simulator.model import System
from simulator.units import NS_PER_S
from tests.model.stories import finished, poisson, route, server, told
from ui.diagram.accepting import accepted_between


@pytest.mark.parametrize("handler", ["async", "blocking"])
@pytest.mark.parametrize("keep_alive", ["true", "false"])
def test_accepted_is_what_the_rows_say(handler: str, keep_alive: str) -> None:
    story = told(
        poisson(40, more=f'network = "2ms"\nkeep_alive = {keep_alive}'),
        route(handler, "io exponential(30ms)", "cpu 1ms"),
        server("workers = 2"),
        duration="4s",
    )
    whole = finished(story, trace=True)
    system = System(story, seed=whole.record.seed, trace=True)
    for last_s in (1.0, 1.5, 3.0):
        system.run_until(last_s)
        first, last = round((last_s - 1) * NS_PER_S), round(last_s * NS_PER_S)
        accepted = whole.record.requests.array()["accepted"]
        expected = int(np.count_nonzero((accepted > first) & (accepted <= last)))
        assert accepted_between(system, first, last) == accepted_between(whole, first, last) == expected
    assert (accepted >= 0).sum() > 20 * (keep_alive == "false")
