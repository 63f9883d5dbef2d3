"""Who is drawn: the topology's names and the workers' numbers, as tables for reading moments."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulator.record import Moment
from simulator.scenario import HandlerKind
from ui.diagram.topology import Topology
from ui.diagram.whereabouts import Occupancy, PlaceTable, Whereabouts, occupancy, place_table, whereabouts


@dataclass(frozen=True)
class Crew:
    """A topology and the numbers of the workers that are drawn."""

    topology: Topology
    workers: tuple[int, ...]

    @cached_property
    def runs_in_threads(self) -> NDArray[np.bool_]:
        """By route; a route that the topology does not know does not."""
        flags = [route.handler is HandlerKind.THREADPOOL for route in self.topology.routes]
        return np.array(flags, dtype=bool)

    @cached_property
    def _names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        clients = tuple(client.name for client in self.topology.clients)
        return clients, tuple(service.name for service in self.topology.services)

    @cached_property
    def timeouts_ns(self) -> NDArray[np.float64]:
        """By client group; infinite where it waits for ever."""
        timeouts = [client.timeout_s for client in self.topology.clients]
        return np.array([np.inf if timeout is None else timeout * 1e9 for timeout in timeouts])

    def places(self, names: tuple[str, ...]) -> PlaceTable:
        """What the names of a moment's places mean."""
        return place_table(names, *self._names)

    def locate(self, moment: Moment) -> Whereabouts:
        """The spot of every request of a moment."""
        return whereabouts(moment, self.places(moment.places), self.workers, self.runs_in_threads)

    def count(self, moment: Moment, where: Whereabouts) -> Occupancy:
        """How many requests of a moment are where."""
        topology = self.topology
        return occupancy(moment, where, len(self.workers), len(topology.services), len(topology.clients))
