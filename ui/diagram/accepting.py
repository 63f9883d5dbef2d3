"""How many connections workers accept, read from the requests that came over them."""

import numpy as np

from simulator.model import System
from simulator.record import Outcome, Stage
from simulator.record.requests import NEVER
from ui.diagram.whereabouts import Indices

_IS_OUTSIDE = np.isin(np.arange(256), [int(each) for each in (Stage.CONNECTING, Stage.TRAVELLING, Stage.ACCEPT_QUEUE)])
"""By stage: whether no worker has accepted the request's connection yet, if it is a new one."""


def accepted_between(system: System, first_ns: int, last_ns: int) -> int:
    """In (first, last], of what has happened."""
    assert system.trace is not None, "a session is traced"
    born = np.arange(system.trace.sent_by(first_ns) + 1, system.trace.sent_by(last_ns) + 1, dtype=np.int64)
    before = system.trace.at(first_ns)
    accepted = _accepted(system, np.concatenate([before.request_id[_IS_OUTSIDE[before.stage]], born]))
    return int(np.count_nonzero((accepted > first_ns) & (accepted <= last_ns)))


def _accepted(system: System, request_ids: Indices) -> Indices:
    """When the connection of each was accepted; NEVER for one that was kept from the request before."""
    table = system.record.requests
    has_row = request_ids <= table.count
    accepted = np.full(len(request_ids), NEVER, dtype=np.int64)
    accepted[has_row] = table.values("accepted", request_ids[has_row])
    is_open = np.ones(len(request_ids), dtype=bool)
    is_open[has_row] = table.values("outcome", request_ids[has_row]) == Outcome.UNFINISHED
    in_flight = map(system.in_flight.get, request_ids[is_open].tolist())
    accepted[is_open] = [NEVER if request is None else request.accepted for request in in_flight]
    return accepted
