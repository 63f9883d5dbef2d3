"""How many connections workers accept, read from the requests that came over them."""

import numpy as np

from simulator.model import System
from simulator.record import Outcome
from simulator.record.requests import NEVER
from ui.diagram.whereabouts import Indices


def accepted_between(system: System, first_ns: int, last_ns: int) -> int:
    """In (first, last], of what has happened."""
    assert system.trace is not None, "a session is traced"
    born = np.arange(system.trace.sent_by(first_ns) + 1, system.trace.sent_by(last_ns) + 1, dtype=np.int64)
    accepted = _accepted(system, np.concatenate([system.trace.at(first_ns).request_id, born]))
    return int(np.count_nonzero((accepted > first_ns) & (accepted <= last_ns)))


def _accepted(system: System, request_ids: Indices) -> Indices:
    """When the connection of each was accepted; NEVER for one that was kept from the request before."""
    table = system.record.requests
    has_row = request_ids <= table.count
    accepted = np.full(len(request_ids), NEVER, dtype=np.int64)
    accepted[has_row] = table.values("accepted", request_ids[has_row])
    is_open = np.ones(len(request_ids), dtype=bool)
    is_open[has_row] = table.values("outcome", request_ids[has_row]) == Outcome.UNFINISHED
    for index in np.flatnonzero(is_open).tolist():
        request = system.in_flight.get(int(request_ids[index]))
        accepted[index] = NEVER if request is None else request.accepted
    return accepted
