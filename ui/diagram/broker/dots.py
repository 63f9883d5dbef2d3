"""Where every message is drawn at one instant: a pure function of the record and the layout."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.record.message_transitions import MessageMoment
from simulator.record.stages import MessageStage
from ui.diagram.broker.boxes import SHAPE, BrokerBox
from ui.diagram.broker.messages import BROKER, Holdings, Messages, owner_of, owners
from ui.diagram.dot_arrays import LEVELS, Dots, joined
from ui.diagram.geometry import Coordinates
from ui.diagram.moves import Moves
from ui.diagram.paths import points_on
from ui.diagram.shapes import MESSAGE, MESSAGE_AGAIN
from ui.diagram.spots import Activity
from ui.diagram.whereabouts import NOWHERE, Indices, drawn_index

_MOST_LARGE, _SMALL_SHAPE = 150, 9
_ON_LINK = 0.75
"""Share of a flight that is spent on the link."""
_ACTIVITIES = {
    MessageStage.BROKER_QUEUE: Activity.WAITING,
    MessageStage.HIDDEN: Activity.GHOST,
    MessageStage.RESERVED: Activity.WAITING,
    MessageStage.ON_CPU: Activity.ON_CPU,
    MessageStage.IN_IO: Activity.IN_IO,
    MessageStage.POOL_QUEUE: Activity.WAITING,
    MessageStage.SERVICE_QUEUE: Activity.WAITING,
    MessageStage.DONE: Activity.ANSWERED,
    MessageStage.FAILED: Activity.REFUSED,
    MessageStage.DEAD_LETTERED: Activity.REFUSED,
}
assert set(_ACTIVITIES) == set(MessageStage)
_ACTIVITY_OF = np.zeros(max(MessageStage) + 1, dtype=np.int64)
for _stage, _activity in _ACTIVITIES.items():
    _ACTIVITY_OF[_stage] = _activity


def message_dots(
    messages: Messages, held: Holdings, box: BrokerBox, consumers: tuple[int, ...], *, travels: bool = True
) -> Dots:
    """All messages of a moment that have a place of their own, and those that fly to one.

    `travels` False: nobody flies (reduced motion, Fast, Express).
    """
    moment = messages.moment
    xy, is_drawn = _places(held, box)
    if not travels or messages.moves is None:
        return _dots(moment, np.flatnonzero(is_drawn), xy)
    trips = _trips(moment, messages.moves)
    flying = _flying(moment, messages.moves, trips, _ways(trips, box, consumers, (xy, is_drawn)))
    flies = np.zeros(len(moment), dtype=bool)
    flies[trips.row[trips.row != NOWHERE]] = True
    return joined([_dots(moment, np.flatnonzero(is_drawn & ~flies), xy), flying])


def _places(held: Holdings, box: BrokerBox) -> tuple[Coordinates, NDArray[np.bool_]]:
    """The place of each message, and whether there is one for it; the others are only counted."""
    xy, is_drawn = np.zeros((len(held.owner), 2)), np.zeros(len(held.owner), dtype=bool)
    for index, grid in ((NOWHERE, box.slots), *((index, each.hands) for index, each in enumerate(box.consumers))):
        rows = np.flatnonzero((held.owner == index) & (held.rank < grid.count))
        xy[rows] = grid.centres()[held.rank[rows]] if len(rows) else xy[rows]
        is_drawn[rows] = True
    return xy, is_drawn


def _dots(moment: MessageMoment, rows: Indices, xy: Coordinates) -> Dots:
    activity = _ACTIVITY_OF[moment.stage[rows]]
    since, until = moment.since_ns[rows], moment.until_ns[rows]
    left = np.clip((until - moment.time_ns) / np.maximum(until - since, 1), 0.0, 1.0)
    is_known = ((activity == Activity.ON_CPU.value) | (activity == Activity.IN_IO.value)) & (until > 0)
    return Dots(
        request_id=moment.copy_id[rows],
        x=xy[rows, 0],
        y=xy[rows, 1],
        size=np.full(len(rows), int(SHAPE), dtype=np.int64),
        activity=activity,
        client=_shapes(moment.delivery[rows]),
        level=np.where(is_known, np.ceil(left * (LEVELS - 1) - 1e-9), LEVELS - 1).astype(np.int64),
    )


def _shapes(delivery: Indices) -> Indices:
    return np.where(delivery > 1, MESSAGE_AGAIN, MESSAGE).astype(np.int64)


class _Trips(NamedTuple):
    """Messages that came to another owner within the span, in order of id, an entry each."""

    ids: Indices
    owner: Indices
    came_from: Indices
    """NOWHERE: it was published."""
    time_ns: Indices
    dies: NDArray[np.bool_]
    row: Indices
    """In the moment; NOWHERE: it is gone."""

    def only(self, which: NDArray[np.bool_]) -> "_Trips":
        """Some of them."""
        return _Trips(
            self.ids[which],
            self.owner[which],
            self.came_from[which],
            self.time_ns[which],
            self.dies[which],
            self.row[which],
        )


def _trips(moment: MessageMoment, moves: Moves) -> _Trips:
    order = np.argsort(moves.rows["request"], kind="stable")
    rows = moves.rows[order]
    owner, ids = owner_of(moment.places, rows["place"]), rows["request"].astype(np.int64)
    row = np.searchsorted(moment.copy_id, ids)
    row = np.where(np.append(moment.copy_id, NOWHERE)[row] == ids, row, NOWHERE)
    dies = rows["stage"] == MessageStage.DEAD_LETTERED.value
    # At a service a message is still in its consumer's hands; who is done flies no more.
    trips = _Trips(ids, owner, owner, rows["time"], dies, row).only((owner != NOWHERE) & (dies | (row != NOWHERE)))
    is_first = np.ones(len(trips.ids), dtype=bool)
    is_first[1:] = trips.ids[1:] != trips.ids[:-1]
    came_from = np.where(is_first, _owner_then(trips.ids, moves, moment.places), np.roll(trips.owner, 1))
    trips = trips._replace(came_from=came_from).only((came_from != trips.owner) | trips.dies)
    # Of several changes the last is shown.
    is_last = np.ones(len(trips.ids), dtype=bool)
    is_last[:-1] = trips.ids[1:] != trips.ids[:-1]
    return trips.only(is_last)


def _owner_then(ids: Indices, moves: Moves, places: tuple[str, ...]) -> Indices:
    """Whose each was before the span; NOWHERE: it had not been published."""
    then = moves.then
    if not len(then):
        return np.full(len(ids), NOWHERE, dtype=np.int64)
    row = np.minimum(np.searchsorted(then.request_id, ids), len(then) - 1)
    return np.where(then.request_id[row] == ids, owners(places, then.place, then.from_place)[row], NOWHERE)


def _flying(moment: MessageMoment, moves: Moves, trips: _Trips, ways: "_Ways") -> Dots:
    part = np.clip((moment.time_ns - trips.time_ns) / max(moves.span_ns, 1), 0.0, 1.0)
    xy = ways.at(1 - (1 - part) ** 2)
    count = len(trips.ids)
    published = np.where(trips.came_from == NOWHERE, Activity.TRAVELLING, Activity.WAITING)
    delivery = np.append(moment.delivery, 1)[trips.row]  # NOWHERE reads the last entry
    return Dots(
        request_id=trips.ids,
        x=xy[:, 0],
        y=xy[:, 1],
        size=np.full(count, int(SHAPE) if count <= _MOST_LARGE else _SMALL_SHAPE, dtype=np.int64),
        activity=np.where(trips.dies, Activity.REFUSED, published).astype(np.int64),
        client=_shapes(delivery),
        level=np.full(count, LEVELS - 1, dtype=np.int64),
    )


class _Ways(NamedTuple):
    """Along a link, and from its end straight to the place of its own; an entry each."""

    curves: NDArray[np.float64]
    number: Indices
    is_back: NDArray[np.bool_]
    goal: Coordinates

    def at(self, part: NDArray[np.float64]) -> Coordinates:
        """Points at these parts of the ways, shape (n, 2)."""
        along, rest = np.clip(part / _ON_LINK, 0.0, 1.0), np.clip((part - _ON_LINK) / (1 - _ON_LINK), 0.0, 1.0)
        on_link = points_on(self.curves, self.number, np.where(self.is_back, 1 - along, along))
        return on_link + (self.goal - on_link) * rest[:, None]


def _ways(
    trips: _Trips, box: BrokerBox, consumers: tuple[int, ...], places: tuple[Coordinates, NDArray[np.bool_]]
) -> _Ways:
    """From the app to the queue, from there to a consumer and back, or to the dead letters."""
    curves = np.array([link.points() for link in (box.publish_link, *box.queue_links, *box.dead_links)])
    holder = np.where(trips.owner == BROKER, trips.came_from, trips.owner)
    index = np.maximum(drawn_index(holder, consumers), 0)
    link = index if box.has_own_links else index * 0
    number = np.where(trips.dies, 1 + len(box.queue_links) + link, 1 + link)
    number[(trips.came_from == NOWHERE) & ~trips.dies] = 0
    is_back = (trips.owner == BROKER) & (trips.came_from > BROKER) & ~trips.dies
    ends = points_on(curves, number, np.where(is_back, 0.0, 1.0))
    xy, is_drawn = places
    has_place = trips.row != NOWHERE
    goal = ends.copy()
    goal[has_place] = np.where(is_drawn[trips.row[has_place]][:, None], xy[trips.row[has_place]], ends[has_place])
    return _Ways(curves, number, is_back, goal)
