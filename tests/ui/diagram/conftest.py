"""A story told in transitions, and the ground that it is drawn on."""

from collections.abc import Callable
from typing import Any
from zlib import crc32

import numpy as np
import pytest
from PySide6.QtGui import QColor

from simulator.record import HOLDS_LOOP, Moment, Stage, Transitions
from simulator.scenario import HandlerKind
from ui.diagram.boxes import Contents, Layout
from ui.diagram.crew import Crew
from ui.diagram.dot_arrays import Dots
from ui.diagram.layout import arrange
from ui.diagram.motion import dot_positions
from ui.diagram.moves import recent_moves
from ui.diagram.rest import Ground
from ui.diagram.topology import ClientNode, RouteNode, ServiceNode, Topology

MS = 1_000_000
PATHS = ("/professor", "/professor/create", "/report")
KINDS = (HandlerKind.ASYNC, HandlerKind.BLOCKING, HandlerKind.THREADPOOL)


def text_width(text: str, size_px: int, weight: int = 400, *, is_code: bool = False) -> float:
    """Much like Inter."""
    return len(text) * size_px * (0.6 if is_code else 0.54 + weight / 20_000)


class Story:
    """Requests of three clients at a server with some workers and a database, told in milliseconds."""

    def __init__(self, workers: int = 4, size: tuple[float, float] = (1140, 516)) -> None:
        self.transitions = Transitions()
        self.topology = Topology(
            clients=tuple(ClientNode(f"Cliente_{i}", PATHS[:1], 10.0, None, None) for i in (1, 2, 3)),
            routes=tuple(
                RouteNode(path, kind, "time.sleep", has_io=True) for path, kind in zip(PATHS, KINDS, strict=True)
            ),
            services=(ServiceNode("database", 0.25, 0),),
            workers=workers,
            accept_capacity=33,
            thread_limit=40,
            loop="asyncio",
        )
        self.crew = Crew(self.topology, tuple(range(1, workers + 1)))
        self.layout = arrange(*size, contents(workers=workers), text_width)
        self.ground = Ground.of(self.layout).filled(np.full(workers, 0.25))
        self._count = 0

    def send(
        self, at_ms: float, client: int = 0, route: int = 0, stage: Stage | None = None, until_ms: float = 0
    ) -> int:
        """A request is born; with a stage it is on its client's side until `until_ms`."""
        self._count += 1
        self.transitions.born(self._count, client, route, round(at_ms * MS))
        if stage is not None:
            self.enter(at_ms, self._count, stage, f"client:Cliente_{client + 1}", until_ms)
        return self._count

    def enter(self, at_ms: float, request: int, stage: int, place: str, until_ms: float = 0) -> None:
        """The request comes to a stage."""
        at, until = round(at_ms * MS), round(until_ms * MS)
        self.transitions.enter(at, request, stage, self.transitions.place(place), until)

    def block(self, at_ms: float, request: int, worker: int, until_ms: float, place: str | None = None) -> None:
        """The request holds the worker's loop and only waits."""
        self.enter(at_ms, request, Stage.IN_IO | HOLDS_LOOP, place or f"worker:{worker}", until_ms)

    def moment(self, at_ms: float) -> Moment:
        """Where everybody is."""
        return self.transitions.at(round(at_ms * MS))

    def dots(self, at_ms: float, flight_ms: float = 0, *, travels: bool = True) -> Dots:
        """What is drawn."""
        moment = self.moment(at_ms)
        moves = recent_moves(self.transitions, moment.time_ns, round(flight_ms * MS))
        return dot_positions(moment, self.crew.locate(moment), moves, self.crew, self.ground, travels=travels)

    def where(self, request: int, at_ms: float, flight_ms: float = 0) -> tuple[float, float]:
        """The middle of the one dot of a request."""
        dots = self.dots(at_ms, flight_ms)
        (row,) = np.flatnonzero(dots.request_id == request)
        return float(dots.x[row]), float(dots.y[row])


def contents(clients: int = 3, workers: int = 4, services: int = 1) -> Contents:
    """What has to be placed."""
    return Contents(
        clients=tuple(f"Cliente_{number}" for number in range(1, clients + 1)),
        paths=PATHS[: min(clients, 3)],
        habits=(),
        workers=tuple(range(1, workers + 1)),
        services=tuple(f"service {number}" for number in range(1, services + 1)),
        accept_capacity=33,
        thread_limit=40,
        has_threads=True,
        has_loop_io=True,
        accept_label="Backlog (fila de aceitação)",
        ready_label="prontas",
    )


@pytest.fixture
def story() -> Story:
    """Four workers, nothing sent yet."""
    return Story()


@pytest.fixture
def told() -> Callable[..., Story]:
    """Makes a story with another number of workers or another size."""
    return Story


@pytest.fixture
def arranged() -> Callable[..., Layout]:
    """Lays contents out: size, numbers of clients, workers and services, and what else is said of them."""

    def arranged(size: tuple[float, float], *counts: int, **more: Any) -> Layout:
        known = {name: more.pop(name) for name in ("clients", "workers", "services") if name in more}
        return arrange(*size, contents(*counts, **known)._replace(**more), text_width)

    return arranged


class Greys:
    """A theme of which only the names of the colours matter: every token has a colour of its own."""

    is_dark = False

    def colour(self, token: str) -> QColor:
        """Any colour, the same for the same token."""
        return QColor.fromRgb(crc32(token.encode()) & 0xFFFFFF | 0xFF000000)


@pytest.fixture
def theme() -> Greys:
    """Colours told apart by their token."""
    return Greys()
