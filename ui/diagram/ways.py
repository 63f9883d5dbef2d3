"""The ways that requests fly: from a place, along up to two links, to another place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ui.diagram.flights import Legs
from ui.diagram.geometry import Coordinates
from ui.diagram.paths import Paths
from ui.diagram.rest import Ground, Rest, anchors
from ui.diagram.spots import Spot
from ui.diagram.whereabouts import NOWHERE, Indices


@dataclass(frozen=True, slots=True)
class Ways:
    """From a place along up to two curves to another place; NOWHERE: no curve. Arrays of one length."""

    origin: Coordinates
    goal: Coordinates
    first: Indices
    second: Indices
    is_first_reversed: NDArray[np.bool_]
    is_second_reversed: NDArray[np.bool_]


def along(paths: Paths, ways: Ways, fraction: NDArray[np.float64]) -> tuple[Coordinates, NDArray[np.bool_]]:
    """Points at `fraction` of the length of each way, shape (n, 2), and whether they are on a link there.

    A way is straight, a curve, straight, a curve, straight; what is straight is inside a box.
    """
    corners = [ways.origin]
    curve_lengths = []
    for number, is_reversed in ((ways.first, ways.is_first_reversed), (ways.second, ways.is_second_reversed)):
        has_curve = number != NOWHERE
        start, end = paths.starts(number), paths.ends(number)
        flip = is_reversed[:, None]
        enter, leave = np.where(flip, end, start), np.where(flip, start, end)
        corners.append(np.where(has_curve[:, None], enter, corners[-1]))
        corners.append(np.where(has_curve[:, None], leave, corners[-1]))
        curve_lengths.append(np.where(has_curve, paths.lengths[number], 0.0))
    corners.append(ways.goal)
    straight = [np.hypot(*(corners[at + 1] - corners[at]).T) for at in (0, 2, 4)]
    lengths = np.stack([straight[0], curve_lengths[0], straight[1], curve_lengths[1], straight[2]], axis=1)
    ends = np.cumsum(lengths, axis=1)
    travelled = np.clip(fraction, 0.0, 1.0) * ends[:, -1]
    piece = np.minimum((travelled[:, None] >= ends).sum(axis=1), 4)
    rows = np.arange(len(piece))
    length = lengths[rows, piece]
    inside = (travelled - (ends[rows, piece] - length)) / np.where(length > 0, length, 1.0)
    corner = np.stack(corners, axis=1)
    points: Coordinates = corner[rows, piece] * (1 - inside[:, None]) + corner[rows, piece + 1] * inside[:, None]
    for curve_piece, number, is_reversed in (
        (1, ways.first, ways.is_first_reversed),
        (3, ways.second, ways.is_second_reversed),
    ):
        here = piece == curve_piece
        part = np.where(is_reversed[here], 1 - inside[here], inside[here])
        points[here] = paths.on_curve(number[here], part)
    return points, (piece == 1) | (piece == 3)


def ways_back(origin: Coordinates, worker: Indices, client: Indices, paths: Paths) -> Ways:
    """From a worker to a client."""
    home = paths.client[client]
    is_reversed = np.ones(len(worker), dtype=bool)
    return Ways(origin, paths.starts(home), _curves(paths.worker, worker), home, is_reversed, is_reversed)


def _curves(table: Indices, index: Indices) -> Indices:
    """The numbers of curves; NOWHERE for an index that is NOWHERE."""
    return np.where(index != NOWHERE, table[index], NOWHERE) if len(table) else np.full_like(index, NOWHERE)


def ways_of(standing: Rest, before: Rest, flying: Legs, ground: Ground) -> Ways:
    """The way of each leg; `standing` and `before` are the places of requests now and before their flights."""
    paths = ground.paths
    client = _curves(paths.client, flying.client)
    origin = anchors(flying.origin, flying.origin_worker, flying.origin_service, ground)
    door, home = paths.ends(client), paths.starts(client)
    at_door = flying.origin == Spot.OUT
    origin[at_door] = door[at_door]
    origin[flying.is_from_client] = home[flying.is_from_client]
    was = flying.then_row != NOWHERE
    origin[was] = before.xy[flying.then_row[was]]
    goal = anchors(flying.goal, flying.goal_worker, flying.goal_service, ground)
    to_door, to_home = flying.goal == Spot.OUT, flying.goal == Spot.BACK
    goal[to_door], goal[to_home] = door[to_door], home[to_home]
    landing = flying.is_last & ~to_home
    goal[landing] = standing.xy[flying.now_row[landing]]
    first, second = _first_curves(flying, client, paths), _second_curves(flying, client, paths)
    return Ways(origin, goal, first, second, to_home | (flying.origin == Spot.SERVICE), to_home)


def _first_curves(flying: Legs, client: Indices, paths: Paths) -> Indices:
    origin_in, goal_in = _is_at_worker(flying.origin), _is_at_worker(flying.goal)
    from_service = flying.origin == Spot.SERVICE
    return np.select(
        [
            flying.is_from_client,
            from_service,
            ~origin_in & goal_in,
            origin_in & (flying.goal == Spot.BACK),
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
            flying.goal == Spot.BACK,
            flying.goal == Spot.SERVICE,
            flying.is_from_client & _is_at_worker(flying.goal),
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


def _is_at_worker(spot: NDArray[np.int8]) -> NDArray[np.bool_]:
    return ~np.isin(spot, (Spot.OUT, Spot.ACCEPT, Spot.SERVICE, Spot.BACK))
