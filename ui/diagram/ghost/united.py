"""What two runs have together: the parts of the one that is shown first, then those that only its ghost has. Pure."""

from dataclasses import replace
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.record import Moment
from ui.diagram.crew import Crew
from ui.diagram.moves import Moves
from ui.diagram.topology import ServiceNode


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Node = TypeVar("_Node", bound=_Named)


class United(NamedTuple):
    """Three crews with the same numbers for the same parts."""

    all: Crew
    """What must be laid out."""
    ghost: Crew
    """As the ghost has it, in the order of all."""
    client_numbers: NDArray[np.uint16]
    """Of the ghost's client groups, among all."""
    only_ghost: frozenset[str]
    """Places that the shown run does not have."""


def united(own: Crew, other: Crew) -> United:
    """Join a crew and its ghost; the numbers of `own` stay what they are."""
    mine, theirs = own.topology, other.topology
    clients = _joined(mine.clients, theirs.clients)
    services = tuple(_larger(node, theirs.services) for node in _joined(mine.services, theirs.services))
    workers = (*own.workers, *(number for number in other.workers if number not in own.workers))
    consumers = (*own.consumers, *(number for number in other.consumers if number not in own.consumers))
    whole = mine._replace(
        clients=clients,
        services=services,
        routes=(*mine.routes, *theirs.routes),
        accept_capacity=max(mine.accept_capacity, theirs.accept_capacity),
        thread_limit=max(mine.thread_limit, theirs.thread_limit),
        broker=mine.broker or theirs.broker,
    )
    as_theirs = theirs._replace(clients=_told(clients, theirs.clients), services=_told(services, theirs.services))
    names = [client.name for client in clients]
    return United(
        Crew(whole, workers, consumers),
        Crew(as_theirs, workers, consumers),
        np.array([names.index(client.name) for client in theirs.clients], dtype=np.uint16),
        frozenset(_places(Crew(whole, workers, consumers))) - frozenset(_places(own)),
    )


def _joined(first: tuple[_Node, ...], second: tuple[_Node, ...]) -> tuple[_Node, ...]:
    """By name: those of `first`, then those that only `second` has."""
    known = {node.name for node in first}
    return (*first, *(node for node in second if node.name not in known))


def _told(nodes: tuple[_Node, ...], own: tuple[_Node, ...]) -> tuple[_Node, ...]:
    """Each as `own` has it, where it does."""
    known = {node.name: node for node in own}
    return tuple(known.get(node.name, node) for node in nodes)


def _larger(node: ServiceNode, others: tuple[ServiceNode, ...]) -> ServiceNode:
    """With the room that either has need of."""
    other = next((each for each in others if each.name == node.name), node)
    return node._replace(
        pool_size=max(node.pool_size, other.pool_size),
        concurrency=max(node.concurrency, other.concurrency),
        is_used=node.is_used or other.is_used,
    )


def _places(crew: Crew) -> tuple[str, ...]:
    broker = () if crew.topology.broker is None else ("broker", "consumers", "dead_letters")
    return (
        *(f"client:{node.name}" for node in crew.topology.clients),
        *(f"service:{node.name}" for node in crew.topology.services),
        *(f"worker:{number}" for number in crew.workers),
        *(f"consumer:{number}" for number in crew.consumers),
        *broker,
    )


def renumbered(moment: Moment, moves: Moves | None, numbers: NDArray[np.uint16]) -> tuple[Moment, Moves | None]:
    """A ghost's moment, and what has just happened, with the numbers that client groups have among all."""
    if (numbers == np.arange(len(numbers))).all():
        return moment, moves
    moved = replace(moment, client=numbers[moment.client])
    return moved, None if moves is None else moves._replace(then=replace(moves.then, client=numbers[moves.then.client]))
