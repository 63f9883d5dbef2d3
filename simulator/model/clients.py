"""Client groups: they send requests over the network and keep connections."""

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from simpy import Environment

from simulator.distributions import Distribution, DistributionKind
from simulator.model.arrivals import ArrivalKindless, User, arrivals_of
from simulator.model.costs import Cost
from simulator.model.draws import Draws, PerRequest, weights_by_route
from simulator.model.plan import Plan
from simulator.model.request import Connection, Request
from simulator.model.streams import Streams
from simulator.record.stages import Stage
from simulator.scenario import ClientScenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.server import Server

SHORTEST_ATTEMPT = 1_000
"""A client that is answered in the instant in which it sent goes on 1 us later, so that every run ends."""
