"""Requests that came back without success: they bounce off, and fall into the pile."""

import numpy as np
from numpy.typing import NDArray

from simulator.record import STAGE_MASK, Moment, Stage
from ui.diagram.crew import Crew
from ui.diagram.dot_arrays import LEVELS, Dots
from ui.diagram.geometry import Coordinates
from ui.diagram.moves import Moves
from ui.diagram.outcomes import IS_ONE
from ui.diagram.rest import Ground
from ui.diagram.spots import ACTIVITY_OF
from ui.diagram.whereabouts import NOWHERE, Indices

PILE_SIZE = 9
MOST_FALLING = 60
"""So many at once are seen to fall; the others are only counted."""
_HOP = 16.0
"""Pixels by which a request goes up before it falls."""
_NOBODY: Indices = np.empty(0, dtype=np.int64)


def falling(moment: Moment, moves: Moves, in_flight: Indices, crew: Crew, ground: Ground) -> Dots:
    """Those that ended within the span; who is still on its way back to its client falls when it is there."""
    rows = moves.rows[IS_ONE[moves.rows["stage"]]]
    if not len(rows):
        empty = np.empty(0)
        return Dots(_NOBODY, empty, empty, _NOBODY, _NOBODY, _NOBODY, _NOBODY)
    client = crew.places(moment.places).client[rows["place"].astype(np.int64)]
    ids = rows["request"].astype(np.int64)
    kept = (client != NOWHERE) & ~np.isin(ids, in_flight)
    rows, client, ids = (part[kept][-MOST_FALLING:] for part in (rows, client, ids))
    part = np.clip((moment.time_ns - rows["time"]) / max(moves.span_ns, 1), 0.0, 1.0)
    xy = _thrown(_origins(rows["stage"], client, ground), _goals(ids, ground), part)
    count = len(ids)
    return Dots(
        request_id=ids,
        x=xy[:, 0],
        y=xy[:, 1],
        size=np.where(part < 0.5, ground.detail.value, min(ground.detail.value, PILE_SIZE)).astype(np.int64),
        activity=ACTIVITY_OF[rows["stage"]].astype(np.int64),
        client=client,
        level=np.full(count, LEVELS - 1, dtype=np.int64),
    )


def _origins(stage: NDArray[np.uint8], client: Indices, ground: Ground) -> Coordinates:
    """Who got no connection bounces off the server's door; the others leave from their client."""
    curve = ground.paths.client[client]
    refused = (stage & STAGE_MASK) == Stage.REFUSED.value
    return np.where(refused[:, None], ground.paths.ends(curve), ground.paths.starts(curve))


def _goals(request_id: Indices, ground: Ground) -> Coordinates:
    places = np.array([(place.x, place.y) for place in ground.layout.pile.places])
    goals: Coordinates = places[request_id % len(places)]
    return goals


def _thrown(origin: Coordinates, goal: Coordinates, part: NDArray[np.float64]) -> Coordinates:
    """Up a little, then faster and faster down."""
    along = 1 - (1 - part) ** 2
    x = origin[:, 0] + (goal[:, 0] - origin[:, 0]) * along
    y = origin[:, 1] + (goal[:, 1] - origin[:, 1]) * part**2 - _HOP * 4 * part * (1 - part)
    return np.stack([x, y], axis=1)
