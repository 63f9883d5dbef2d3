"""Where nothing is looked at and nothing can change, the model takes short ways: they lead to the same nanosecond."""

import pytest

from simulator.model.clients import NearbyGroup
from tests.model.stories import change, finished, poisson, route, server, told

STEPS = {
    "computing around a wait": ("cpu 1ms", "io exponential(5ms)", "cpu 1ms"),
    "two waits": ("io exponential(3ms)", "cpu 1ms", "io 2ms"),
    "computing only": ("cpu 2ms",),
    "computing that varies": ("cpu exponential(2ms)", "io 1ms"),
    "nothing": (),
}


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
@pytest.mark.parametrize("handler", ["async", "blocking", "threadpool"])
@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_short_ways_lead_to_the_same_rows(loop: str, handler: str, steps: tuple[str, ...]) -> None:
    parts = (
        poisson(900, more="keep_alive = false"),
        route(handler, *steps),
        server(f'workers = 2\nloop = "{loop}"\nbacklog = 30'),
    )
    short = finished(told(*parts, duration="1s"))
    seen = finished(told(*parts, duration="1s"), trace=True)
    ready_to_change = finished(told(*parts, change("900ms", "clients[open].rate", "900"), duration="1s"))
    rows = short.record.requests.array().tolist()
    assert isinstance(short.groups[0], NearbyGroup)
    assert not isinstance(seen.groups[0], NearbyGroup)
    assert not isinstance(ready_to_change.groups[0], NearbyGroup)
    assert rows == seen.record.requests.array().tolist() == ready_to_change.record.requests.array().tolist()
    assert len(rows) > 800
