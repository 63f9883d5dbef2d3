"""Where everything stands at one size of the canvas: columns, cards and links. Pure; computed again on every resize."""

from math import ceil
from typing import NamedTuple

from ui.diagram.boxes import Contents, Layout, ServiceBox, TextWidth, UvicornBox, WorkerBox
from ui.diagram.broker.boxes import GAP, broker_box, zone_height
from ui.diagram.client_boxes import client_boxes, density
from ui.diagram.geometry import Curve, Grid, Point, Rect
from ui.diagram.worker_boxes import MOST_CARDS, Inside, worker_boxes

WIDEST_CONTENT = 1800
_TIGHT_BELOW, _TIGHT_GAP = 780, 22
_ROOM_FOR_RATE = 46
"""Beside a client's name, in a card of one line."""
_BESIDE_HEAP = 8.0
"""From the widest heap to uvicorn, px."""
_ABOVE_SLOTS, _LEAST_SLOT_ROWS = 84, 2
_BESIDE_SLOTS = 221.0
"""Height of what stands above and below the slots of the accept queue: its names, five figures, a sentence."""
_LEAST_LEAN = 2.0
MOST_BANDS = 4
"""Links drawn to a crowd of workers; each stands for some rows of it."""


class _Scale(NamedTuple):
    """The sizes of one column of the grid table in the design notes."""

    pad: float
    client: tuple[float, float]
    uvicorn: tuple[float, float]
    tallest_worker: float
    worker_gap: float
    service: tuple[float, float]
    slot: tuple[float, float]
    stretch: float = 40.0
    """So much wider clients and uvicorn may be for long words."""
    inset: float = 16.0
    """From the edges of uvicorn to what is written in it."""


_TIGHT = _Scale(12, (102, 46), (158, 226), 84, 8, (84, 218), (9, 12), 14, 10)
"""Half of a window, where two servers are compared."""
_SMALL = _Scale(14, (132, 72), (175, 226), 84, 8, (112, 218), (11, 14))
_MEDIUM = _Scale(24, (132, 72), (200, 226), 88, 12, (112, 218), (11, 14))
_LARGE = _Scale(48, (160, 84), (260, 300), 120, 16, (160, 300), (13, 17))


def _scale(width: float, height: float) -> _Scale:
    if width >= 1600 and height >= 640:
        return _LARGE
    if width < _TIGHT_BELOW:
        return _TIGHT
    return _SMALL if width < 1100 or height < 440 else _MEDIUM


class _Columns(NamedTuple):
    """Left edges and widths of the four columns; `service_x` is the right edge where there is no service."""

    client_x: float
    client_width: float
    uvicorn_x: float
    uvicorn_width: float
    worker_x: float
    worker_width: float
    service_x: float
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Height of the axis on which uvicorn stands."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """Of what may be drawn on."""
        return self.top + self.height


def arrange(width: float, height: float, contents: Contents, text_width: TextWidth) -> Layout:
    """The layout of `contents` on a canvas of this size, px."""
    scale = _scale(width, height)
    below = zone_height(height, is_large=scale is _LARGE) if contents.consumers else 0.0
    columns = _columns((width, height), below + GAP if below else 0.0, scale, contents, text_width)
    inside = Inside(
        contents.thread_limit,
        contents.has_threads,
        contents.has_loop_io,
        text_width(contents.ready_label, 10),
        contents.pool_cells,
    )
    area = Rect(columns.worker_x, columns.top, columns.worker_width, columns.height)
    workers, frame = worker_boxes(area, contents.workers, scale.worker_gap, scale.tallest_worker, inside)
    left = Rect(columns.client_x, columns.top, columns.client_width, height - scale.pad - columns.top)
    beside = columns.uvicorn_x - _BESIDE_HEAP - left.x
    clients, pile = client_boxes(left, columns.middle, scale.client[1], len(contents.clients), beside)
    uvicorn = _uvicorn(columns, scale, contents.accept_capacity)
    services = _services(columns, scale, len(contents.services), contents.limited_services)
    entries, exits, link_of_worker = _worker_ports(workers, frame)
    return Layout(
        size=(width, height),
        clients=clients,
        uvicorn=uvicorn,
        workers=workers,
        workers_frame=frame,
        services=services,
        client_links=tuple(
            Curve(leave := Point(client.rect.right, client.rect.centre.y), _port(uvicorn.rect.x, y, leave))
            for client, y in zip(clients, _ports(uvicorn.rect, len(clients), 30), strict=True)
        ),
        worker_links=tuple(
            Curve(_port(uvicorn.rect.right, y, entry), entry)
            for entry, y in zip(entries, _ports(uvicorn.rect, len(entries), 14), strict=True)
        ),
        link_of_worker=link_of_worker,
        service_links=tuple(
            tuple(
                Curve(exit_, _port(service.rect.x, y, exit_))
                for exit_, y in zip(exits, _ports(service.rect, len(exits), 26), strict=True)
            )
            for service in services
        ),
        pile=pile,
        broker=broker_box(_zone(columns, width, height, below, scale), frame, contents.consumers) if below else None,
    )


def _zone(columns: _Columns, width: float, height: float, tall: float, scale: _Scale) -> Rect:
    """From uvicorn to the right edge of all, at the bottom."""
    right = columns.client_x + min(width - 2 * scale.pad, WIDEST_CONTENT)
    return Rect(columns.uvicorn_x, round(height - scale.pad - tall), round(right - columns.uvicorn_x), tall)


def _columns(
    size: tuple[float, float], below: float, scale: _Scale, contents: Contents, text_width: TextWidth
) -> _Columns:
    """On a canvas of this size; `below`: what of its height all but the clients leave to the broker."""
    width, height = size
    content = min(width - 2 * scale.pad, WIDEST_CONTENT)
    left = (width - content) / 2
    client_width = _client_width(height - 2 * scale.pad, scale, contents, text_width)
    label_width = text_width(contents.accept_label, 11, 500)
    uvicorn_width = min(max(scale.uvicorn[0], label_width + 2 * scale.inset), scale.uvicorn[0] + scale.stretch)
    service_x = left + content - (scale.service[0] if contents.services else 0)
    if scale is _TIGHT:
        # The columns of the notes would lie on each other: the workers get what the others leave.
        uvicorn_x = left + client_width + _TIGHT_GAP
        worker_x = uvicorn_x + uvicorn_width + _TIGHT_GAP
        worker_width = service_x - worker_x - (_TIGHT_GAP if contents.services else 0)
    else:
        frame, frame_left = content + 2 * scale.pad, left - scale.pad
        if contents.services:
            worker_x, worker_width = frame_left + 0.482 * frame, min(430.0, 0.338 * frame)
            uvicorn_x = frame_left + 0.213 * frame
        else:
            worker_width = min(430.0, 0.42 * frame)
            worker_x = service_x - worker_width
            uvicorn_x = (left + client_width + worker_x - uvicorn_width) / 2
        if len(contents.workers) > MOST_CARDS:
            worker_x = uvicorn_x + uvicorn_width + 76
            worker_width = service_x - worker_x - (52 if contents.services else 0)
    return _Columns(
        left,
        client_width,
        round(uvicorn_x),
        uvicorn_width,
        round(worker_x),
        round(worker_width),
        service_x,
        scale.pad,
        height - below - 2 * scale.pad,
    )


def _client_width(room: float, scale: _Scale, contents: Contents, text_width: TextWidth) -> float:
    name_width = max((text_width(name, 13, 600) for name in contents.clients), default=0.0)
    path_width = max((text_width(path, 11, is_code=True) for path in contents.paths), default=0.0)
    lines = density(len(contents.clients), scale.client[1], room).lines
    beside_name = 44 if lines > 1 else 44 + _ROOM_FOR_RATE
    habit_width = max((text_width(habit, 11) for habit in contents.habits), default=0.0)
    below_name = max(path_width + 26, habit_width + 24) if lines == 3 else 0
    wanted = max(scale.client[0], name_width + beside_name, below_name)
    # Boxes stand on whole pixels: a name must not lose its middle for a part of one.
    return ceil(min(wanted, scale.client[0] + scale.stretch))


def _uvicorn(columns: _Columns, scale: _Scale, capacity: int) -> UvicornBox:
    height = min(scale.uvicorn[1], columns.height)
    rect = Rect(columns.uvicorn_x, round(columns.middle - height / 2), round(columns.uvicorn_width), round(height))
    size, pitch = scale.slot
    across = int((rect.width - 2 * scale.inset + pitch - size) // pitch)
    rows = max(_LEAST_SLOT_ROWS, int((height - _BESIDE_SLOTS) // pitch))
    slots = Grid(
        rect.x + scale.inset, rect.y + _ABOVE_SLOTS, min(across, capacity), min(rows * across, capacity), size, pitch
    )
    return UvicornBox(rect, slots, has_foot=height >= 216)


def _services(columns: _Columns, scale: _Scale, count: int, limited: tuple[bool, ...]) -> tuple[ServiceBox, ...]:
    gap = scale.worker_gap
    width, tall = scale.service
    inset = scale.inset - 2
    height = min(tall, (columns.height - gap * (count - 1)) / max(1, count))
    top = columns.middle - (count * height + gap * (count - 1)) / 2
    boxes = []
    for index in range(count):
        rect = Rect(round(columns.service_x), round(top + index * (height + gap)), width, round(height))
        is_limited = index < len(limited) and limited[index]
        deep = max(0.0, rect.height - 52 - 46 - 26 * is_limited)
        cells = Rect(rect.x + inset, rect.y + 52, rect.width - 2 * inset, deep)
        queue = Point(rect.x + inset + 6, rect.bottom - 50) if is_limited else None
        boxes.append(ServiceBox(rect, cells, queue))
    return tuple(boxes)


def _ports(rect: Rect, count: int, apart: float) -> list[float]:
    """Heights at which `count` links meet an edge of a box, around its middle."""
    step = min(apart, (rect.height - 48) / max(1, count - 1))
    return [rect.centre.y + (index - (count - 1) / 2) * step for index in range(count)]


def _port(x: float, y: float, other: Point) -> Point:
    """Where a link meets an edge of a box: level with its other end where it would lean by no more than a rounding."""
    return Point(x, other.y if abs(other.y - y) <= _LEAST_LEAN else y)


def _worker_ports(workers: tuple[WorkerBox, ...], frame: Rect) -> tuple[list[Point], list[Point], tuple[int, ...]]:
    """Where links enter and leave the workers, one each, or a few for the bands of a crowd; and whose is whose."""
    if not workers or workers[0].kind.is_card:
        entries = [Point(box.rect.x, box.rect.centre.y) for box in workers]
        exits = [Point(box.rect.right, box.rect.centre.y) for box in workers]
        return entries, exits, tuple(range(len(workers)))
    rows = sorted({box.rect.y for box in workers})
    bands = min(MOST_BANDS, len(rows))
    band_of = {y: index * bands // len(rows) for index, y in enumerate(rows)}
    entries, exits = [], []
    for band in range(bands):
        inside = [box.rect for box in workers if band_of[box.rect.y] == band]
        middle = (min(rect.y for rect in inside) + max(rect.bottom for rect in inside)) / 2
        entries.append(Point(frame.x, middle))
        exits.append(Point(max(rect.right for rect in inside), middle))
    return entries, exits, tuple(band_of[box.rect.y] for box in workers)
