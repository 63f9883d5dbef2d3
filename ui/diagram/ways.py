"""The ways that requests fly: from a place, along up to two links, to another place."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ui.diagram.flights import Legs, is_at_service, is_at_worker
from ui.diagram.geometry import Coordinates
from ui.diagram.paths import Paths
from ui.diagram.rest import Ground, Rest, anchors
from ui.diagram.spots import Spot
from ui.diagram.whereabouts import NOWHERE, Indices


class Ways(NamedTuple):
    """Along up to two links, or straight from `origin` to `goal` where there is none. Arrays of one length.

    Boxes are crossed in no time: what flies goes behind them, so that it never covers words.
    """

    origin: Coordinates
    goal: Coordinates
    first: Indices
    """Number of a curve; NOWHERE: none."""
    second: Indices
    is_first_reversed: NDArray[np.bool_]
    is_second_reversed: NDArray[np.bool_]

    @property
    def has_link(self) -> NDArray[np.bool_]:
        """Whether it leads along any link."""
        has_any: NDArray[np.bool_] = (self.first != NOWHERE) | (self.second != NOWHERE)
        return has_any


def along(paths: Paths, ways: Ways, fraction: NDArray[np.float64]) -> Coordinates:
    """Points at `fraction` of the length of each way, shape (n, 2)."""
    length_of = np.append(paths.lengths, 0.0)  # NOWHERE reads the last entry
    first, second = length_of[ways.first], length_of[ways.second]
    travelled = np.clip(fraction, 0.0, 1.0) * (first + second)
    in_second = (travelled > first) | (ways.first == NOWHERE)
    number = np.where(in_second, ways.second, ways.first)
    length = np.where(in_second, second, first)
    part = (travelled - np.where(in_second, first, 0.0)) / np.where(length > 0, length, 1.0)
    part = np.where(np.where(in_second, ways.is_second_reversed, ways.is_first_reversed), 1 - part, part)
    straight = ways.origin + (ways.goal - ways.origin) * np.clip(fraction, 0.0, 1.0)[:, None]
    return np.where(ways.has_link[:, None], paths.on_curve(number, part), straight)


def ways_back(origin: Coordinates, worker: Indices, client: Indices, paths: Paths) -> Ways:
    """From a worker to a client."""
    home = paths.client[client]
    is_reversed = np.ones(len(worker), dtype=bool)
    return Ways(origin, paths.starts(home), _curves(paths.worker, worker), home, is_reversed, is_reversed)


def _curves(table: Indices, index: Indices) -> Indices:
    """The numbers of curves; NOWHERE for an index that is NOWHERE."""
    return np.where(index != NOWHERE, table[index], NOWHERE) if len(table) else np.full_like(index, NOWHERE)


def ways_of(standing: Rest, flying: Legs, ground: Ground) -> Ways:
    """The way of each leg; `standing` are the places of requests now."""
    paths = ground.paths
    client = _curves(paths.client, flying.client)
    origin = anchors(flying.origin, flying.origin_worker, flying.origin_service, ground)
    door, home = paths.ends(client), paths.starts(client)
    at_door = flying.origin == Spot.OUT.value
    origin[at_door] = door[at_door]
    origin[flying.is_from_client] = home[flying.is_from_client]
    goal = anchors(flying.goal, flying.goal_worker, flying.goal_service, ground)
    to_door, to_home = flying.goal == Spot.OUT.value, _is_home(flying)
    goal[to_door], goal[to_home] = door[to_door], home[to_home]
    landing = flying.is_last & ~to_home
    goal[landing] = standing.xy[flying.now_row[landing]]
    first, second = _first_curves(flying, client, paths), _second_curves(flying, client, paths)
    return Ways(origin, goal, first, second, to_home | is_at_service(flying.origin), to_home)


def _is_home(flying: Legs) -> NDArray[np.bool_]:
    is_home: NDArray[np.bool_] = (flying.goal == Spot.BACK.value) | (flying.goal == Spot.PILE.value)
    return is_home


def _first_curves(flying: Legs, client: Indices, paths: Paths) -> Indices:
    origin_in, goal_in = is_at_worker(flying.origin), is_at_worker(flying.goal)
    from_service = is_at_service(flying.origin) & ~is_at_service(flying.goal)
    return np.select(
        [
            flying.is_from_client,
            from_service,
            ~origin_in & goal_in,
            origin_in & _is_home(flying),
        ],
        [
            client,
            _service_curves(paths, flying.origin_service, flying.origin_worker),
            _curves(paths.worker, flying.goal_worker),
            _curves(paths.worker, flying.origin_worker),
        ],
        NOWHERE,
    )


def _second_curves(flying: Legs, client: Indices, paths: Paths) -> Indices:
    return np.select(
        [
            _is_home(flying),
            is_at_service(flying.goal) & ~is_at_service(flying.origin),
            flying.is_from_client & is_at_worker(flying.goal),
        ],
        [
            client,
            _service_curves(paths, flying.goal_service, flying.goal_worker),
            _curves(paths.worker, flying.goal_worker),
        ],
        NOWHERE,
    )


def _service_curves(paths: Paths, service: Indices, worker: Indices) -> Indices:
    is_known = (service != NOWHERE) & (worker != NOWHERE)
    if not paths.service.size:
        return np.full_like(service, NOWHERE)
    return np.where(is_known, paths.service[service, worker], NOWHERE)
