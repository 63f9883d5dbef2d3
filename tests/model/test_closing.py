"""What becomes of those in flight when the run ends."""

import pytest

from simulator.model import System
from simulator.model.closing import parts_at
from simulator.record.requests import PARTS
from tests.model.stories import burst, closed, parts_add_up, poisson, route, server, told

CROWD = (
    poisson(900, more='keep_alive = false\nnetwork = "40ms"'),
    poisson(60, name="impatient", more='network = "exponential(5ms)"\ntimeout = "2s"\nretries = 2'),
    burst("100ms", users=30, name="burst", more="max_connections = 3"),
    closed(20, more='think_time = "3ms"\nnetwork = "1ms"'),
    server('workers = 2\nbacklog = 40\nrequest_cpu = "1ms"'),
)


@pytest.mark.parametrize("handler", ["blocking", "async", "threadpool"])
@pytest.mark.parametrize("duration", ["101ms", "640ms", "2900ms"])
def test_their_rows_have_the_parts_up_to_then(handler: str, duration: str) -> None:
    system = System(told(*CROWD, route(handler, "cpu 1ms", "io 30ms", "cpu 1ms"), duration=duration), seed=1)
    system.run_until(system.scenario.run.duration)
    end = system.now_ns
    expected = {request_id: parts_at(request, end) for request_id, request in system.in_flight.items()}
    system.finish()
    rows = system.record.requests.array()
    assert len(expected) > 10
    assert {request_id: rows[list(PARTS)][request_id - 1].tolist() for request_id in expected} == {
        request_id: tuple(parts) for request_id, parts in expected.items()
    }
    assert parts_add_up(rows, end)
