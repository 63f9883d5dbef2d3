"""Where every request is drawn at one instant: a pure function of the record, the layout and the figures."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.record import Moment, Stage
from ui.diagram.boxes import Detail
from ui.diagram.crew import Crew
from ui.diagram.dot_arrays import LEVELS, Dots, chosen, joined
from ui.diagram.falls import falling
from ui.diagram.flights import Legs, legs
from ui.diagram.geometry import Coordinates
from ui.diagram.moves import Moves
from ui.diagram.rest import READY_SIZE, Ground, Rest, anchors, in_clouds, rest
from ui.diagram.spots import ACTIVITY_OF, Activity, Spot
from ui.diagram.ways import along, ways_back, ways_of
from ui.diagram.whereabouts import NOWHERE, Indices, Whereabouts

_NEEDS_NO_WORKER = np.array([spot in (Spot.OUT, Spot.ACCEPT, Spot.BACK, Spot.PILE) for spot in Spot])
_LANE = 3.0
_LOOKED_AT = 1000
MOST_DROPPED = 24
"""So many at once of those that were dropped are seen to bounce off, or to come again."""
_FAN = 5.0
"""Pixels between requests that set out together on one link."""
_HANDSHAKE = 2 / 3
"""Part of the way to the server that a new connection takes before its request's bytes leave: two trips of three."""


def dot_positions(
    moment: Moment, where: Whereabouts, moves: Moves | None, crew: Crew, ground: Ground, *, travels: bool = True
) -> Dots:
    """All requests of a moment, and those that have just been answered and still fly back.

    `travels` False: nobody is drawn on a link (reduced motion, Fast, Express); links carry numbers instead.
    """
    standing = rest(where, moment.request_id, ground)
    flies = np.zeros(len(moment), dtype=bool)
    flights: list[Dots] = []
    drawn = [_at_services(moment, where, standing)]
    if travels:
        span_ns = 0 if moves is None else moves.span_ns
        if moves is not None:
            then = crew.locate(moves.then)
            flying = legs(moment, moves, then, crew, has_hops=_shows_hops(ground))
            flies[flying.now_row[flying.now_row != NOWHERE]] = True
            flights = [_flying(standing, flying, ground), falling(moment, moves, flying.request_id, crew, ground)]
        drawn.append(_setting_out(moment, where, ground, span_ns))
        if ground.in_clouds or where.is_dropped.any():
            drawn.append(_dropped(moment, where, ground, span_ns))
        drawn.append(_returning(moment, where, flies, ground))
    return joined([_dots(moment, [_standing(moment, where, standing, flies), *drawn], crew), *flights])


class _Drawn(NamedTuple):
    """Rows of the moment, and where each is drawn."""

    rows: Indices
    xy: Coordinates
    size: NDArray[np.int64]
    activity: NDArray[np.int8]


def _standing(moment: Moment, where: Whereabouts, standing: Rest, flies: NDArray[np.bool_]) -> _Drawn:
    travels = (where.spot == Spot.OUT.value) | (where.spot == Spot.BACK.value)
    activity = ACTIVITY_OF[moment.stored_stage]
    # A ghost stands where it is worked on, be it that its answer flies.
    rows = np.flatnonzero(standing.is_drawn & ~travels & ((activity == Activity.GHOST.value) | ~flies))
    return _Drawn(rows, standing.xy[rows], standing.size[rows], activity[rows])


def _at_services(moment: Moment, where: Whereabouts, standing: Rest) -> _Drawn:
    """Requests that hold a loop while a service works on them: beside the bead, they take a place at the service."""
    rows = np.flatnonzero((where.spot == Spot.HELD.value) & standing.is_served)
    activity = ACTIVITY_OF[moment.stored_stage[rows]]
    return _Drawn(rows, standing.at_service[rows], standing.size_at_service[rows], activity)


def _dots(moment: Moment, drawn: Sequence[_Drawn], crew: Crew) -> Dots:
    """Dots of these rows of the moment; how much is left of them is taken from it."""
    rows, xy, size, activity = (np.concatenate(parts) for parts in zip(*drawn, strict=True))
    is_worked_on = (activity == Activity.ON_CPU.value) | (activity == Activity.IN_IO.value)
    left = np.where(is_worked_on, _work_left(moment, rows), _patience_left(moment, rows, crew))
    return Dots(
        request_id=moment.request_id[rows],
        x=xy[:, 0],
        y=xy[:, 1],
        size=size,
        activity=activity.astype(np.int64),
        client=moment.client[rows].astype(np.int64),
        level=np.ceil(left * (LEVELS - 1) - 1e-9).astype(np.int64),
    )


def _work_left(moment: Moment, rows: Indices) -> NDArray[np.float64]:
    """Share of the stage that is still to come; 1 where its end was not known."""
    since, until = moment.since_ns[rows], moment.until_ns[rows]
    length = np.maximum(until - since, 1)
    return np.where(until > 0, np.clip((until - moment.time_ns) / length, 0.0, 1.0), 1.0)


def _patience_left(moment: Moment, rows: Indices, crew: Crew) -> NDArray[np.float64]:
    waited = (moment.time_ns - moment.sent_ns[rows]).astype(np.float64)
    return np.clip(1.0 - waited / crew.timeouts_ns[moment.client[rows]], 0.0, 1.0)


def _setting_out(moment: Moment, where: Whereabouts, ground: Ground, span_ns: int) -> _Drawn:
    """Requests on their way to the server, evenly along their client's link; with a span, no faster than a flight."""
    rows = np.flatnonzero((where.spot == Spot.OUT.value) & ~where.is_dropped)
    sent, until = moment.sent_ns[rows], moment.until_ns[rows]
    to_the_end = (until - sent) / np.where(moment.stage[rows] == Stage.CONNECTING.value, _HANDSHAKE, 1.0)
    duration = np.maximum(np.where(until > 0, to_the_end, 0.0), span_ns)
    fraction = (moment.time_ns - sent) / np.maximum(duration, 1.0)
    xy = ground.paths.on_curve(ground.paths.client[moment.client[rows]], fraction)
    xy[:, 1] += _fanned(moment.client[rows].astype(np.int64), sent) * np.sin(np.pi * np.clip(fraction, 0.0, 1.0))
    xy[:, 1] -= _lane(ground)
    return _travelling(moment, rows, xy, ground)


def _dropped(moment: Moment, where: Whereabouts, ground: Ground, span_ns: int) -> _Drawn:
    """Connections that found the accept queue full: they bounce off, and wait half way until they come again.

    The others, for whom there is no room, are only counted.
    """
    rows = np.flatnonzero(where.is_dropped)
    # Clouds have room for fewer, and those who come again last would not be drawn.
    if len(rows) > _LOOKED_AT:
        rows = rows[np.argpartition(moment.until_ns[rows], _LOOKED_AT)[:_LOOKED_AT]]
    rows = rows[np.argsort(moment.until_ns[rows], kind="stable")]
    link = ground.paths.client[moment.client[rows]]
    places, size, is_seated = in_clouds(link, moment.request_id[rows], ground)
    since = (moment.time_ns - moment.since_ns[rows]).astype(np.float64)
    left = (moment.until_ns[rows] - moment.time_ns).astype(np.float64)
    span = max(span_ns, 1)
    moves = (since < span) | (left < span)
    moves[np.flatnonzero(moves)[MOST_DROPPED:]] = False
    back = 1 - (1 - np.clip(since / span, 0.0, 1.0)) ** 2
    away = back * np.clip(left / span, 0.0, 1.0)
    doors = ground.paths.ends(link)
    xy = doors + (places - doors) * away[:, None]
    # Large enough for the stroke of who is refused.
    size[moves] = np.minimum(ground.detail.value, np.maximum(size[moves], Detail.MEDIUM.value))
    activity = np.where(since < span, Activity.REFUSED, Activity.WAITING).astype(np.int8)
    drawn = np.flatnonzero(moves | is_seated)
    return _Drawn(rows[drawn], xy[drawn], size[drawn], activity[drawn])


def _fanned(client: Indices, sent_ns: Indices) -> NDArray[np.float64]:
    """Pixels aside for requests that one client group sent at one instant, around 0; they are in order of sending."""
    order = np.argsort(client.astype(np.uint16), kind="stable")
    is_first = np.ones(len(order), dtype=bool)
    is_first[1:] = (client[order][1:] != client[order][:-1]) | (sent_ns[order][1:] != sent_ns[order][:-1])
    index = np.arange(len(order))
    first = np.maximum.accumulate(np.where(is_first, index, 0)) if len(order) else index
    size = np.bincount(first, minlength=len(order))[first]
    aside = np.empty(len(order))
    aside[order] = (index - first - (size - 1) / 2) * np.minimum(_FAN, 60 / np.maximum(size, 1))
    return aside


def _returning(moment: Moment, where: Whereabouts, flies: NDArray[np.bool_], ground: Ground) -> _Drawn:
    """Answers on their way, evenly from their worker to their client."""
    rows = np.flatnonzero((where.spot == Spot.BACK.value) & ~flies)
    worker, client = where.worker[rows], moment.client[rows].astype(np.int64)
    origin = anchors(where.spot[rows], worker, where.service[rows], ground)
    ways = ways_back(origin, worker, client, ground.paths)
    xy = along(ground.paths, ways, 1.0 - _work_left(moment, rows))
    xy[:, 1] += _lane(ground)
    return _travelling(moment, rows, xy, ground)


def _travelling(moment: Moment, rows: Indices, xy: Coordinates, ground: Ground) -> _Drawn:
    size = np.full(len(rows), ground.detail.value, dtype=np.int64)
    return _Drawn(rows, xy, size, ACTIVITY_OF[moment.stored_stage[rows]])


def _flying(standing: Rest, flying: Legs, ground: Ground) -> Dots:
    ways = ways_of(standing, flying, ground)
    xy = along(ground.paths, ways, flying.fraction)
    xy[:, 1] += _lane(ground) * np.where(ways.has_link, np.where(ways.is_first_reversed, 1.0, -1.0), 0.0)
    is_known = (flying.client != NOWHERE) & (_has_worker(flying.goal, flying.goal_worker))
    return chosen(
        Dots(
            request_id=flying.request_id,
            x=xy[:, 0],
            y=xy[:, 1],
            size=np.where(ways.has_link, ground.detail.value, READY_SIZE),
            activity=flying.activity.astype(np.int64),
            client=flying.client,
            level=np.full(len(xy), LEVELS - 1, dtype=np.int64),
        ),
        is_known,
    )


def _has_worker(spot: NDArray[np.int8], worker: Indices) -> NDArray[np.bool_]:
    has_its_own: NDArray[np.bool_] = (worker != NOWHERE) | _NEEDS_NO_WORKER[spot]
    return has_its_own


def _lane(ground: Ground) -> float:
    """Pixels aside of the middle of a link: in a crowd, those that come would cover those that go."""
    return 0.0 if ground.detail is Detail.FULL else _LANE


def _shows_hops(ground: Ground) -> bool:
    return ground.layout.worker_kind.is_card and ground.detail is Detail.FULL
