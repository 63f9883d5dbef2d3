"""How long the ghost's queues are and how its loops do, as marks at the places of the run that is shown. Pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from simulator.record import Stage
from ui.diagram.boxes import Layout, WorkerBox, WorkerKind
from ui.diagram.faces import PileFace, WorkerFace
from ui.diagram.geometry import Grid, Point, Rect
from ui.diagram.steady import LoopState
from ui.diagram.worker_boxes import SHOWN_READY

_RING = 5.0
"""Pixels around the arc of the shown run."""


class WorkerMarks(NamedTuple):
    """What is drawn of one of the ghost's workers."""

    rect: Rect
    is_cell: bool
    """Whether it is one of a crowd so large that nothing can be written in it."""
    ring: tuple[Point, float] | None
    """Middle and radius; None: it is drawn too small for one."""
    percent: int
    """Share of the last second in which its loop was held."""
    state: LoopState
    more: tuple[Point, int] | None
    """Where the number of those in its ready queue that have no place is written."""
    cells: tuple[Rect, ...]
    """Threads and connections that it has taken and the shown run has not."""


class Marks(NamedTuple):
    """All that is painted of a ghost but its requests."""

    workers: tuple[WorkerMarks, ...] = ()
    heap: tuple[tuple[Point, int, Stage], ...] = ()
    """Place, shape and end of those that came back without success beyond the heap of the shown run."""


def marks(
    layout: Layout, ghost: Sequence[WorkerFace], shown: Mapping[int, WorkerFace | None], piles: tuple[PileFace, int]
) -> Marks:
    """`ghost` in the order of the layout; `shown` by number; `piles`: the ghost's, and how many the shown one has."""
    pile, above = piles
    heap = tuple((place, *each) for place, each in zip(layout.pile.places, pile.drawn, strict=False))
    return Marks(
        tuple(_worker(box, face, shown.get(box.number)) for box, face in zip(layout.workers, ghost, strict=True)),
        heap[above:],
    )


def _worker(box: WorkerBox, face: WorkerFace, shown: WorkerFace | None) -> WorkerMarks:
    has_card = box.kind.is_card
    radius = min(box.radius + _RING, box.rect.height / 2 - 2)
    more = face.ready - SHOWN_READY
    # Where the shown run has such a number itself, there is room for one only.
    is_told = has_card and more > 0 and (shown is None or shown.ready <= SHOWN_READY)
    return WorkerMarks(
        box.rect,
        box.kind is WorkerKind.HEAT,
        (box.arc, radius) if has_card else None,
        face.percent,
        face.held.state,
        (Point(box.ready.x, box.ready_y), more) if is_told else None,
        _cells(box, face, shown) if has_card else (),
    )


def _cells(box: WorkerBox, face: WorkerFace, shown: WorkerFace | None) -> tuple[Rect, ...]:
    own = (0, 0) if shown is None else (shown.threads, shown.pools[0].taken if shown.pools else 0)
    cells = list(_beyond(box.threads, own[0], face.threads, face.thread_limit))
    if face.pools:
        cells += _beyond(box.pool, own[1], face.pools[0].taken, face.pools[0].size)
    return tuple(cells)


def _beyond(grid: Grid | None, own: int, count: int, limit: int) -> list[Rect]:
    """The cells that the ghost has taken beyond those of the shown run."""
    if grid is None:
        return []
    first, last = (each if grid.count >= limit else -(-each * grid.count // limit) for each in (own, count))
    return [grid.cell(index) for index in range(first, min(last, grid.count))]
