"""A layout as arrays: where requests rest, and the ways between those places, for thousands of requests at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ui.diagram.boxes import Layout
from ui.diagram.geometry import SAMPLES, Coordinates, Curve, Grid, Point
from ui.diagram.whereabouts import NOWHERE, Indices

_LAST = SAMPLES - 1


class Paths(NamedTuple):
    """Curves by number, and whose they are; the anchors of workers and services."""

    curves: NDArray[np.float64]
    """Shape (curves, SAMPLES, 2), points at equal distances."""
    lengths: NDArray[np.float64]
    client: Indices
    """Number of the curve by client group."""
    worker: Indices
    """By worker."""
    service: Indices
    """Shape (services, workers)."""
    arcs: NDArray[np.float64]
    """By worker: x and y of the middle, radius."""
    ready: Coordinates
    """First request of the ready queue, by worker."""
    threads: Coordinates
    pools: Coordinates
    io: Coordinates
    services: Coordinates
    service_queues: Coordinates
    slots: Coordinates

    @classmethod
    def of(cls, layout: Layout) -> "Paths":
        """The arrays of a layout."""
        curves: list[Curve] = [*layout.client_links, *layout.worker_links]
        client = np.full(sum(len(box.members) for box in layout.clients), NOWHERE, dtype=np.int64)
        for number, box in enumerate(layout.clients):
            client[list(box.members)] = number
        link = np.array(layout.link_of_worker, dtype=np.int64)
        worker = link + len(layout.client_links)
        service = np.empty((len(layout.services), len(link)), dtype=np.int64)
        for index, links in enumerate(layout.service_links):
            service[index] = len(curves) + link
            curves.extend(links)
        points = np.array([curve.points() for curve in curves]).reshape(-1, SAMPLES, 2)
        steps = np.diff(points, axis=1)
        boxes = layout.workers
        return cls(
            curves=points,
            lengths=np.hypot(steps[..., 0], steps[..., 1]).sum(axis=1),
            client=client,
            worker=worker,
            service=service,
            arcs=np.array([(box.arc.x, box.arc.y, box.radius) for box in boxes]).reshape(-1, 3),
            ready=_points([(box.ready.x, box.ready.y) for box in boxes]),
            threads=_points([_middle(box.threads, box.arc) for box in boxes]),
            pools=_points([_middle(box.pool or box.threads, box.arc) for box in boxes]),
            io=_points(
                [(box.arc.x, box.arc.y) if box.io is None else (box.io.centre.x, box.io.centre.y) for box in boxes]
            ),
            services=_points([(box.rect.centre.x, box.cells.centre.y) for box in layout.services]),
            service_queues=_points(
                [
                    (box.rect.centre.x, box.cells.bottom) if box.queue is None else (box.queue.x, box.queue.y)
                    for box in layout.services
                ]
            ),
            slots=layout.uvicorn.slots.centres(),
        )

    def beads(self, shares: NDArray[np.float64]) -> Coordinates:
        """Heads of the arcs, filled to these shares, by worker."""
        angle = 2 * np.pi * np.clip(shares, 0.0, 1.0)
        x, y, radius = self.arcs.T
        return np.stack([x + radius * np.sin(angle), y - radius * np.cos(angle)], axis=1)

    def on_curve(self, number: Indices, fraction: NDArray[np.float64]) -> Coordinates:
        """Points at `fraction` of the length of each curve, shape (n, 2)."""
        return points_on(self.curves, number, fraction)

    def starts(self, number: Indices) -> Coordinates:
        """Where each curve begins."""
        points: Coordinates = self.curves[number, 0]
        return points

    def ends(self, number: Indices) -> Coordinates:
        """Where each curve ends."""
        points: Coordinates = self.curves[number, _LAST]
        return points


def points_on(curves: NDArray[np.float64], number: Indices, fraction: NDArray[np.float64]) -> Coordinates:
    """Points at `fraction` of the length of some of these curves, shape (n, 2); of the curve NOWHERE any."""
    at = np.clip(fraction, 0.0, 1.0) * _LAST
    before = np.minimum(at.astype(np.int64), _LAST - 1)
    rest = (at - before)[:, None]
    flat, index = curves.reshape(-1, 2), number * SAMPLES + before
    begin = flat.take(index, axis=0, mode="wrap")
    points: Coordinates = begin + (flat.take(index + 1, axis=0, mode="wrap") - begin) * rest
    return points


def _middle(grid: Grid | None, otherwise: Point) -> tuple[float, float]:
    if grid is None:
        return otherwise.x, otherwise.y
    return grid.x + grid.width / 2, grid.y + grid.height / 2


def _points(values: list[tuple[float, float]]) -> Coordinates:
    return np.array(values, dtype=np.float64).reshape(-1, 2)
