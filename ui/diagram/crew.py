"""Who is drawn: the topology's names and the workers' numbers, as tables for reading moments."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from simulator.record import Moment
from simulator.scenario import HandlerKind
from ui.diagram.topology import Topology
from ui.diagram.whereabouts import Habits, Occupancy, PlaceTable, Whereabouts, occupancy, place_table, whereabouts


@dataclass(frozen=True)
class Crew:
    """A topology and the numbers of the workers that are drawn."""

    topology: Topology
    workers: tuple[int, ...]
    consumers: tuple[int, ...] = ()
    """Of the broker, by number; none where there is no broker."""

    @cached_property
    def habits(self) -> Habits:
        """How requests go through the server."""
        routes, services = self.topology.routes, self.topology.services
        return Habits(
            in_threads=_flags(route.handler is HandlerKind.THREADPOOL for route in routes),
            in_threads_behind=_flags(route.background_handler is HandlerKind.THREADPOOL for route in routes),
            blocks=_flags(route.handler is HandlerKind.BLOCKING for route in routes),
            blocks_behind=_flags(route.background_handler is HandlerKind.BLOCKING for route in routes),
            has_pool=_flags(service.pool_size > 0 for service in services),
            holds_for_request=_flags(service.holds_for_request for service in services),
        )

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
        return whereabouts(moment, self.places(moment.places), self.workers, self.habits)

    def count(self, moment: Moment, where: Whereabouts) -> Occupancy:
        """How many requests of a moment are where."""
        topology = self.topology
        return occupancy(moment, where, self.habits, len(self.workers), len(topology.clients))


def _flags(values: Iterable[bool]) -> NDArray[np.bool_]:
    return np.fromiter(values, dtype=bool)
