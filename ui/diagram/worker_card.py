"""The card of a worker: its event loop, who waits for it, its threads, and what it waits for."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from ui.diagram import numbers, worker_texts
from ui.diagram.box_item import BoxItem
from ui.diagram.boxes import WorkerBox, WorkerKind
from ui.diagram.drawing import CARD_RADIUS, Brush, Pill, Words, on_pixels, pill_width
from ui.diagram.faces import WorkerFace
from ui.diagram.figures import WorkerLife
from ui.diagram.geometry import Grid
from ui.diagram.ink import Ink, text_width
from ui.diagram.steady import LoopState
from ui.diagram.worker_boxes import READY_MORE, READY_PITCH, SHOWN_READY

_ARC_TOKENS = {
    LoopState.FREE: "activity.on_cpu",
    LoopState.ON_CPU: "activity.on_cpu",
    LoopState.BLOCKED: "state.blocked",
}


_TITLE, _BEFORE_TITLE, _AFTER_TITLE = Words(13, "text.primary", 600), 8, 8
_MORE = Words(11, "text.primary", 600)
_LEAST_PATH = 62
"""Room for a path behind the title, px."""
_BLOCKED = Pill("state.blocked", "text.on_accent")
_FULL = Pill("state.overloaded_fill", "text.primary", "state.overloaded")


def ready_label() -> str:
    """The word before the ready queue."""
    return QCoreApplication.translate("Diagram", "ready")


def surface(face: WorkerFace | None) -> str:
    """What a worker's box is filled with."""
    if face is not None and face.is_blocked:
        return "state.blocked_fill"
    if face is not None and (face.is_out_of_threads or face.is_out_of_connections):
        return "state.overloaded_fill"
    return "surface.card"


class WorkerItem(BoxItem):
    """A worker in any size; its faces and its words."""

    def __init__(self, ink: Ink, box: WorkerBox) -> None:
        super().__init__(f"worker:{box.number}", ink)
        self.box = box
        self.short_name = f"W{box.number}"
        self.face: WorkerFace | None = None

    def arrange(self, box: WorkerBox) -> None:
        """Move to another place."""
        self.box = box
        self.put(box.rect)

    def show_face(self, face: WorkerFace) -> None:
        """Say this from now on."""
        if face != self.face:
            self.face = face
            self.update()

    def name(self) -> str:
        return "" if self.face is None else worker_texts.spoken(self.face)

    def explanation(self) -> list[str]:
        return [] if self.face is None else worker_texts.explanation(self.face)

    def tooltip_at(self, _point: QPointF) -> str:
        if self.face is None:
            return ""
        return "\n".join([worker_texts.title(self.face), *self.explanation()])

    def frame(self) -> QPen:
        """The border, by state."""
        face = self.face
        if face is not None and face.is_blocked:
            return self.border("state.blocked", 1.5)
        if face is not None and (face.is_out_of_threads or face.is_out_of_connections):
            return self.border("state.overloaded", 1.5)
        pen = self.border()
        if face is not None and face.life in (WorkerLife.STARTING, WorkerLife.CRASHED):
            pen = self.border("border.strong")
            pen.setDashPattern([4, 3])
        return pen

    def paint_arc(self, brush: Brush, face: WorkerFace) -> None:
        """The ring, as full as the share of the last second in which the loop was held."""
        box = self.box
        centre = QPointF(box.arc.x, box.arc.y)
        if face.life is WorkerLife.STARTING:
            brush.painter.setPen(self.ink.pen("border.strong", 1.5, (2, 4)))
            brush.painter.setBrush(Qt.BrushStyle.NoBrush)
            brush.painter.drawEllipse(centre, box.radius, box.radius)
            return
        brush.arc(centre, box.radius, face.percent / 100, _ARC_TOKENS[face.held.state], box.arc_width)


class WorkerCard(WorkerItem):
    """A worker of which there are few enough to show its queue and its threads."""

    def paint_box(self, brush: Brush) -> None:
        face = self.face
        brush.card(self.rect, surface(face), self.frame())
        if face is None:
            return
        if face.is_gone or (face.life is WorkerLife.LEAVING and not face.requests):
            brush.painter.setOpacity(0.5)
        if face.is_blocked:
            self._paint_hatch(brush)
        self.paint_arc(brush, face)
        self._paint_number(brush, face)
        self._paint_title(brush, face)
        if face.life is WorkerLife.STARTING:
            return
        self._paint_ready(brush, face)
        if self.box.threads is not None:
            self._paint_threads(brush, face, self.box.threads)
        if self.box.pool is not None and face.pools:
            self._paint_pool(brush, face, self.box.pool)
        self._paint_io(brush, face)
        brush.painter.setOpacity(1.0)
        self._paint_pills(brush, face)

    @property
    def absent_x(self) -> float:
        return self.box.text_x

    def free_x(self, *, is_blocked: bool, is_full: bool) -> float | None:
        """Behind the arc, on whose top may be a bead; in the corner where a word stands on that edge itself."""
        box = self.box
        if is_blocked:
            end = box.text_x + _TITLE.width(worker_texts.name_of(box.number)) + _AFTER_TITLE
            return box.text_x - _BEFORE_TITLE if self._has_room_behind(end, worker_texts.blocked()) else None
        return None if is_full and self._are_pills_beside_threads else box.text_x - _BEFORE_TITLE

    def _paint_hatch(self, brush: Brush) -> None:
        """Behind the arc, with a clear ring around it: blocked, without colour."""
        box, painter = self.box, brush.painter
        card, behind = QPainterPath(), QPainterPath()
        inner = on_pixels(self.rect).adjusted(0.75, 0.75, -0.75, -0.75)
        card.addRoundedRect(inner, CARD_RADIUS - 1, CARD_RADIUS - 1)
        behind.addRect(QRectF(box.rect.x, box.rect.y, 2 * (box.arc.x - box.rect.x) - 4, box.rect.height))
        # Not clipped: a clip inside of another one comes out wrong in SVG files.
        painter.fillPath(card & behind, self.ink.hatch("state.blocked_hatch"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink.colour("state.blocked_fill"))
        painter.drawEllipse(QPointF(box.arc.x, box.arc.y), box.radius + 7, box.radius + 7)

    def _paint_number(self, brush: Brush, face: WorkerFace) -> None:
        arc, kind = self.box.arc, self.box.kind
        label = f"W{face.number}"
        if kind is not WorkerKind.FULL:
            is_slim = kind is WorkerKind.SLIM
            label = str(face.number) if is_slim else label
            brush.text_at(arc.x, arc.y + 4, label, Words(11 if is_slim else 12, "text.primary", 600))
            return
        if face.life is WorkerLife.STARTING:
            brush.text_at(arc.x, arc.y + 4, label, Words(12, "text.primary", 600))
            return
        brush.text_at(arc.x, arc.y - 1, label, Words(12, "text.primary", 600))
        brush.text_at(arc.x, arc.y + 11.5, numbers.percent(face.percent / 100), Words(10, "text.secondary", 500))

    def _paint_title(self, brush: Brush, face: WorkerFace) -> None:
        box = self.box
        end = brush.text(box.text_x, box.title_y, worker_texts.title(face), _TITLE) + _AFTER_TITLE
        word = worker_texts.state(face)
        if face.is_blocked:
            end = self._paint_blocked(brush, end, word)
        elif end + text_width(word, 11) <= box.text_right + 4:
            end = brush.text(end, box.title_y, word, Words(11, "text.muted"))
        is_slim = box.kind is WorkerKind.SLIM
        x = end + 8 if is_slim else box.text_x
        room = box.text_right - x
        # Some letters of a path tell nothing.
        if room < (_LEAST_PATH if is_slim else 30):
            return
        token = "state.blocked_text" if face.is_blocked else "text.secondary"
        if face.held.path:
            brush.text_in(room, x, box.path_y, face.held.path, Words(11, token, is_code=True))
        elif not is_slim:
            words = Words(11, "text.muted")
            forms = worker_texts.second_line(face)
            brush.text_in(room, x, box.path_y, next((f for f in forms if words.width(f) <= room), forms[-1]), words)

    def _paint_blocked(self, brush: Brush, x: float, word: str) -> float:
        """The pill behind the title, or on the card's edge where it does not fit behind; returns where it ends."""
        box = self.box
        if self._has_room_behind(x, word):
            return brush.pill(x, box.title_y - 4.5, word, _BLOCKED)
        brush.pill(box.text_x, box.rect.y + 1, word, _BLOCKED)
        return x

    def _has_room_behind(self, x: float, word: str) -> bool:
        return x + pill_width(word) <= self.box.text_right + 8

    def _paint_ready(self, brush: Brush, face: WorkerFace) -> None:
        """The label; the first requests are dots; then how many more there are."""
        box = self.box
        end = brush.text(box.text_x, box.ready_y, ready_label(), Words(10, "text.muted"))
        if not face.ready:
            # Left of the first place, which requests come through on their way to a thread.
            brush.text(end + 3, box.ready_y, "0", Words(10, "text.secondary", 500))
            return
        # The places of those that are still on their way; who has come covers its own.
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(self.ink.colour("border.strong"))
        for place in range(min(face.ready, SHOWN_READY)):
            brush.painter.drawEllipse(QPointF(box.ready.x + place * READY_PITCH, box.ready.y), 1.5, 1.5)
        if face.ready > SHOWN_READY:
            more = f"+{numbers.count(face.ready - SHOWN_READY)}"
            x = min(box.ready.x + READY_MORE, box.rect.right - 3 - _MORE.width(more))
            brush.text(x, box.ready_y, more, _MORE)

    def has_room_for(self, x: float, ready: int) -> bool:
        """Whether so many that are ready leave room in their line for what would stand there from x on."""
        end = self.box.ready.x + (min(ready, SHOWN_READY) - 0.5) * READY_PITCH
        if ready > SHOWN_READY:
            end = self.box.ready.x + READY_MORE + _MORE.width(f"+{numbers.count(ready - SHOWN_READY)}")
        return end < x

    def _paint_threads(self, brush: Brush, face: WorkerFace, grid: Grid) -> None:
        kind = self.box.kind
        taken, computing, keeping = (
            count if grid.count >= face.thread_limit else -(-count * grid.count // face.thread_limit)
            for count in (face.threads, face.computing, face.keeping)
        )
        in_io = max(0, taken - computing - keeping)
        waiting = taken - computing - in_io
        parts = (computing, "activity.on_cpu"), (in_io, "activity.in_io"), (waiting, "activity.waiting")
        brush.cells(grid, *parts)
        figure = numbers.of(face.threads, face.thread_limit)
        if kind is WorkerKind.SLIM:
            return
        label = QCoreApplication.translate("Diagram", "threads")
        is_wide = grid.width >= text_width(label, 10) + text_width(figure, 10, 500) + 6
        brush.text(grid.x, grid.y - 6, label, Words(10, "text.muted"))
        if is_wide:
            brush.text_to(grid.x + grid.width, grid.y - 6, figure, Words(10, "text.secondary", 500))
        elif not face.thread_queue and self.has_room_for(grid.x, face.ready):
            brush.text(grid.x, grid.y + grid.height + 11, figure, Words(10, "text.secondary", 500))
        if face.thread_queue:
            end = self.rect.right - 6 if self.box.pool is None else self.box.pool.x - 8
            self._paint_queue(brush, grid.x, grid.y + grid.height + 11, face.thread_queue, end)

    def _paint_queue(self, brush: Brush, x: float, y: float, count: int, end: float) -> None:
        """How many wait; the number alone where words would reach beyond `end`."""
        brush.box(QRectF(x, y - 7, 6, 6), self.ink.colour("activity.waiting"), None, 1.5)
        waiting = QCoreApplication.translate("Diagram", "{count} wait").replace("{count}", numbers.count(count))
        if x + 10 + text_width(waiting, 10, 600) > end:
            waiting = numbers.count(count)
        brush.text(x + 10, y, waiting, Words(10, "text.primary", 600))

    def _paint_pool(self, brush: Brush, face: WorkerFace, grid: Grid) -> None:
        """Of several pools the fullest."""
        pool = face.pools[0]
        taken = pool.taken if grid.count >= pool.size else -(-pool.taken * grid.count // pool.size)
        brush.cells(replace(grid, count=min(grid.count, pool.size)), (taken, "activity.in_io"))
        if self.box.kind is WorkerKind.SLIM:
            return
        label, figure = QCoreApplication.translate("Diagram", "pool"), numbers.of(pool.taken, pool.size)
        brush.text(grid.x, grid.y - 6, label, Words(10, "text.muted"))
        y = grid.y + 3 * grid.pitch - (grid.pitch - grid.size) + 11
        right = self.rect.right - 14 if self.box.io is None else self.box.io.x - 16
        if text_width(label, 10) + text_width(figure, 10, 500) + 5 <= right - grid.x:
            brush.text_to(right, grid.y - 6, figure, Words(10, "text.secondary", 500))
        elif not pool.waiting:
            brush.text(grid.x, y, figure, Words(10, "text.secondary", 500))
        if pool.waiting:
            self._paint_queue(brush, grid.x, y, pool.waiting, right + 8)

    @property
    def _are_pills_beside_threads(self) -> bool:
        """Whether what there is no more of stands left of the threads, so that the corner is free."""
        return self.box.kind is not WorkerKind.FULL and self.box.threads is not None

    def _paint_pills(self, brush: Brush, face: WorkerFace) -> None:
        """On the card's edge: what there is no more of."""
        grid = self.box.threads
        right = grid.x - 8 if grid is not None and self._are_pills_beside_threads else self.rect.right - 12
        # A little below the edge: clear of the card above.
        middle = 2.5 if self.box.kind is WorkerKind.FULL else 1.5
        words = []
        if face.is_out_of_connections:
            words.append(QCoreApplication.translate("Diagram", "pool full"))
        if face.is_out_of_threads:
            words.append(QCoreApplication.translate("Diagram", "threads full"))
        for word in words:
            brush.pill(right - pill_width(word), self.rect.y + middle, word, _FULL)
            right -= pill_width(word) + 6

    def _paint_io(self, brush: Brush, face: WorkerFace) -> None:
        """The label above the area in which requests wait for I/O beside the loop; they are dots."""
        area = self.box.io
        if area is None or self.box.kind is WorkerKind.SLIM:
            return
        label, count = QCoreApplication.translate("Diagram", "in I/O"), numbers.count(face.loop_io)
        if text_width(label, 10) + text_width(count, 10, 500) + 6 > area.width:
            label = QCoreApplication.translate("Diagram", "I/O")
        brush.text(area.x, area.y - 6, label, Words(10, "text.muted"))
        brush.text_to(area.right, area.y - 6, count, Words(10, "text.secondary", 500))
        if not face.loop_io:
            self._paint_free_places(brush)

    def _paint_free_places(self, brush: Brush) -> None:
        area = self.box.io
        assert area is not None, "asked for by _paint_io only"
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(QColor(self.ink.colour("border.default")))
        for row in range(int(area.height // READY_PITCH) + 1):
            y = area.y + 6 + row * READY_PITCH
            if y + 6 > area.bottom + 1:
                break
            for column in range(4):
                brush.painter.drawEllipse(QPointF(area.x + 6 + column * READY_PITCH, y), 1.2, 1.2)
