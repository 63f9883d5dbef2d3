"""Workers in a crowd: tiles, small tiles, and one item for all heat cells."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from ui.diagram import numbers, worker_texts
from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import WorkerBox
from ui.diagram.drawing import Brush, Words, on_pixels
from ui.diagram.faces import WorkerFace
from ui.diagram.geometry import Grid, Rect
from ui.diagram.ink import Ink
from ui.diagram.worker_card import WorkerItem, surface

_CELL, _PITCH = 5.0, 6.6
THREADS, POOL = "t", "p"
"""Of the bars, as the title of the crowd explains; both words are said so in either language."""
_BAR = 11.0
"""Height that a bar takes."""


def requests_a_cell(most: int, cells: int) -> int:
    """How many requests one cell of a tile stands for, so that the fullest tile has room: 1, 2, 5, 10, 20, ..."""
    scale = 1
    while True:
        for step in (1, 2, 5):
            if most <= cells * step * scale:
                return step * scale
        scale *= 10


def shades_text() -> str:
    """What the shades of heat cells mean, in a light theme and in a dark one."""
    return QCoreApplication.translate(
        "Diagram", "the stronger the colour, the more of the last second the loop was held"
    )


class WorkerTile(WorkerItem):
    """An arc, the number of requests, and a cell for every so many of them."""

    radius = 8.0

    def __init__(self, ink: Ink, box: WorkerBox) -> None:
        super().__init__(ink, box)
        self._requests_a_cell = 1
        self._has_threads = self._has_pool = False

    def count_by(self, requests_a_cell: int, *, has_threads: bool, has_pool: bool) -> None:
        """What a cell stands for, and which bars there are, the same in all tiles."""
        shown = (requests_a_cell, has_threads, has_pool)
        if shown != (self._requests_a_cell, self._has_threads, self._has_pool):
            self._requests_a_cell, self._has_threads, self._has_pool = shown
            self.update()

    def cells(self) -> Grid:
        """Cells for requests."""
        rect = self.rect
        bottom = rect.bottom - 9 - _BAR * (self._has_threads + self._has_pool)
        columns = int((rect.width - 20 + _PITCH - _CELL) // _PITCH)
        rows = max(0, int((bottom - (rect.y + 34) + _PITCH - _CELL) // _PITCH))
        left = rect.x + (rect.width - (columns * _PITCH - _PITCH + _CELL)) / 2
        return Grid(left, rect.y + 34, columns, columns * rows, _CELL, _PITCH)

    def paint_box(self, brush: Brush) -> None:
        face, rect = self.face, self.rect
        brush.card(rect, surface(face), self.frame(), self.radius)
        if face is None:
            return
        if face.is_blocked:
            self._paint_hatch(brush)
        self.paint_arc(brush, face)
        brush.text(rect.x + 31, rect.y + 22, f"W{face.number}", Words(10, "text.secondary", 500))
        brush.text_to(rect.right - 9, rect.y + 22, numbers.count(face.requests), Words(12, "text.primary", 600))
        self._paint_cells(brush, face)
        bars = []
        if self._has_threads:
            bars.append((THREADS, face.threads / max(1, face.thread_limit), bool(face.thread_queue)))
        if self._has_pool:
            pool = face.pools[0] if face.pools else None
            share = 0.0 if pool is None else pool.taken / pool.size
            bars.append((POOL, share, pool is not None and bool(pool.waiting)))
        for index, (letter, share, has_queue) in enumerate(bars):
            self._paint_bar(brush, letter, share, rect.bottom - 9 - _BAR * (len(bars) - 1 - index), has_queue=has_queue)

    def _paint_hatch(self, brush: Brush) -> None:
        strip = on_pixels(Rect(self.rect.x, self.rect.y, self.rect.width, 34)).adjusted(1, 1, -1, 0)
        brush.box(strip, self.ink.hatch("state.blocked_hatch"), None, self.radius - 1)
        clear = self.ink.colour("state.blocked_fill")
        brush.box(QRectF(self.rect.x + 5, self.rect.y + 6, self.rect.width - 10, 24), clear, None, 12)

    def _paint_cells(self, brush: Brush, face: WorkerFace) -> None:
        """Waiting first, then in I/O, then free."""
        grid = self.cells()
        waiting = -(-face.waiting // self._requests_a_cell)
        busy = -(-max(0, face.requests - face.waiting) // self._requests_a_cell)
        colours = (
            self.ink.colour("activity.waiting"),
            self.ink.colour("activity.in_io"),
            self.ink.colour("chart.band"),
        )
        brush.painter.setPen(Qt.PenStyle.NoPen)
        for index in range(grid.count):
            kind = 0 if index < waiting else 1 if index < waiting + busy else 2
            cell = grid.cell(index)
            brush.painter.setBrush(colours[kind])
            brush.painter.drawRoundedRect(QRectF(cell.x, cell.y, cell.width, cell.height), 1.2, 1.2)

    def _paint_bar(self, brush: Brush, letter: str, share: float, middle: float, *, has_queue: bool) -> None:
        """How many threads, or connections, are taken; full, and somebody waits: in the colour of those who wait."""
        rect = self.rect
        brush.text(rect.x + 9, middle + 3.5, letter, Words(10, "text.muted"))
        bar = QRectF(rect.x + 18, middle - 2, rect.width - 28, 4)
        brush.box(bar, self.ink.colour("chart.band"), None, 2)
        if share:
            bar.setWidth(max(4.0, bar.width() * min(1.0, share)))
            brush.box(bar, self.ink.colour("activity.waiting" if has_queue else "activity.in_io"), None, 2)


class SmallWorkerTile(WorkerItem):
    """An arc and a number."""

    radius = 8.0

    def paint_box(self, brush: Brush) -> None:
        face = self.face
        brush.card(self.rect, surface(face), self.frame(), self.radius)
        if face is None:
            return
        if face.is_blocked:
            brush.box(on_pixels(self.rect).adjusted(1, 1, -1, -1), self.ink.hatch("state.blocked_hatch"), None, 7)
            brush.painter.setBrush(self.ink.colour("state.blocked_fill"))
            brush.painter.drawEllipse(QPointF(self.box.arc.x, self.box.arc.y), self.box.radius + 3, self.box.radius + 3)
        self.paint_arc(brush, face)
        brush.text_at(self.box.arc.x, self.box.arc.y + 4, str(face.number), Words(11, "text.primary", 600))


class HeatMap(BoxItem):
    """A cell for every worker, the stronger in colour the more of the last second its loop was held."""

    def __init__(self, ink: Ink) -> None:
        super().__init__("workers", ink)
        self._boxes: tuple[WorkerBox, ...] = ()
        self._faces: dict[int, WorkerFace] = {}
        self._chosen: str | None = None

    def arrange(self, boxes: tuple[WorkerBox, ...]) -> None:
        """Move to other places."""
        self._boxes = boxes
        left, top = min(box.rect.x for box in boxes), min(box.rect.y for box in boxes)
        right, bottom = max(box.rect.right for box in boxes), max(box.rect.bottom for box in boxes)
        self.put(Rect(left, top, right - left, bottom - top))

    def show_faces(self, faces: tuple[WorkerFace, ...]) -> None:
        """Say this from now on."""
        shown = {face.number: face for face in faces}
        if shown != self._faces:
            self._faces = shown
            self.update()

    def choose_place(self, place: str | None) -> None:
        """Show one worker as selected."""
        if place != self._chosen:
            self._chosen = place
            self.update()

    def name(self) -> str:
        text = QCoreApplication.translate("Diagram", "{count} workers")
        return text.replace("{count}", numbers.count(len(self._boxes)))

    def explanation(self) -> list[str]:
        return [shades_text()]

    def _box_at(self, point: QPointF) -> WorkerBox | None:
        return next((box for box in self._boxes if box.rect.contains(point.x(), point.y())), None)

    def place_at(self, point: QPointF) -> str:
        box = self._box_at(point)
        return self.place if box is None else f"worker:{box.number}"

    def tooltip_at(self, point: QPointF) -> str:
        box = self._box_at(point)
        face = None if box is None else self._faces.get(box.number)
        if face is None:
            return super().tooltip_at(point)
        return "\n".join([worker_texts.title(face), *worker_texts.explanation(face)])

    def paint_box(self, brush: Brush) -> None:
        painter = brush.painter
        painter.setPen(Qt.PenStyle.NoPen)
        shades = [self.ink.mixed("chart.band", "activity.on_cpu", step / 20) for step in range(21)]
        blocked = self.ink.colour("state.blocked")
        for box in self._boxes:
            face = self._faces.get(box.number)
            if face is None and self._faces:
                brush.absent_cell(box.rect)
                continue
            cell = QRectF(box.rect.x, box.rect.y, box.rect.width, box.rect.height)
            painter.setBrush(self._shade(face, shades, blocked))
            painter.drawRoundedRect(cell, 1.5, 1.5)
            if face is not None and face.is_blocked and cell.width() >= 9:
                painter.setBrush(self.ink.colour("state.blocked_fill"))
                painter.drawRect(cell.adjusted(cell.width() * 0.3, cell.width() * 0.3, *(-cell.width() * 0.3,) * 2))
            if self._chosen == f"worker:{box.number}":
                brush.box(cell.adjusted(-1, -1, 1, 1), None, self.ink.pen("accent.base", 2), 2)
                painter.setPen(Qt.PenStyle.NoPen)

    def _shade(self, face: WorkerFace | None, shades: list[QColor], blocked: QColor) -> QColor:
        if face is None:
            return shades[0]
        return blocked if face.is_blocked else shades[min(20, max(0, round(face.percent / 5)))]
