"""From the moments of another run to its pale requests and marks on the ground of the one that is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ui.diagram.boxes import Detail, Layout
from ui.diagram.broker.dots import message_dots
from ui.diagram.broker.messages import holdings
from ui.diagram.crew import Crew
from ui.diagram.dot_arrays import LEVELS, Dots
from ui.diagram.faces import held_now, pile_face, worker_faces
from ui.diagram.facts import Reading
from ui.diagram.ghost import words
from ui.diagram.ghost.marks import marks
from ui.diagram.ghost.united import United, renumbered, united
from ui.diagram.motion import dot_positions
from ui.diagram.rest import Ground
from ui.diagram.scene import DiagramScene
from ui.diagram.steady import SteadyLoops
from ui.diagram.topology import Topology

if TYPE_CHECKING:
    from ui.diagram.frame import Frame

_MARKS_EVERY_S, _LOOPS_HOLD_S = 0.08, 0.15


class GhostPicture:
    """The ghost behind a picture; while there is none, it does nothing."""

    def __init__(self, scene: DiagramScene) -> None:
        self._scene = scene
        self._loops = SteadyLoops(_LOOPS_HOLD_S)
        self._topology: Topology | None = None
        self._own: Crew | None = None
        self._crews: United | None = None
        self._ground: Ground | None = None
        self._reading: Reading | None = None
        self._marks_s = -1.0
        self.name = ""
        """Of the other run, as it is called in words."""
        self.frame: Frame | None = None

    @property
    def is_there(self) -> bool:
        """Whether another run stands behind this one."""
        return self._topology is not None

    @property
    def parts(self) -> tuple[object, ...]:
        """What of its last frame there must be room for."""
        return (self._numbers, self._consumers)

    @property
    def _numbers(self) -> tuple[int, ...]:
        """Of its workers."""
        drawn = () if self.frame is None else tuple(worker.number for worker in self.frame.figures.workers)
        return drawn or (() if self._topology is None else tuple(range(1, self._topology.workers + 1)))

    @property
    def _consumers(self) -> tuple[int, ...]:
        broker = None if self._topology is None else self._topology.broker
        messages = None if self.frame is None else self.frame.messages
        drawn = () if messages is None else tuple(each.number for each in messages.consumers)
        return drawn or (() if broker is None else tuple(range(1, broker.consumers + 1)))

    def cast(self, topology: Topology | None, name: str) -> bool:
        """A run, or none; whether it is another one, so that what was laid out before is not good any more."""
        if (topology, name) == (self._topology, self.name):
            return False
        self._topology, self.name = topology, name
        self._scene.have_ghost(topology is not None)
        if topology is None:
            self.forget()
        return True

    def forget(self) -> None:
        """Another run begins."""
        self.frame = self._reading = None
        self._loops.forget()
        self._scene.show_ghost(None, None)
        self._scene.pile.haunt(is_haunted=False)
        self._marks_s = -1.0

    # Where it stands

    def united(self, own: Crew) -> Crew:
        """What must be laid out where `own` is shown."""
        topology = self._topology
        if topology is None:
            self._crews = None
            return own
        self._own = Crew(topology, self._numbers, self._consumers)
        self._crews = united(own, self._own)
        return self._crews.all

    @property
    def absent(self) -> dict[str, str]:
        """What is said of the places that only the other run has."""
        return {} if self._crews is None else {place: words.only_in(self.name) for place in self._crews.only_ghost}

    def arrange(self, layout: Layout, detail: Detail) -> None:
        """The boxes stand otherwise."""
        self._ground = Ground.of(layout, detail) if self.is_there else None
        self._reading = None
        self._scene.ghost_marks.arrange(layout)
        self._marks_s = -1.0

    # Pictures

    def show(self, wall_s: float, detail: Detail, *, is_settled: bool, travels: bool) -> None:
        """Draw its last frame."""
        frame, crews, ground = self.frame, self._crews, self._ground
        if frame is None or crews is None or ground is None:
            return
        if is_settled:
            self._loops.forget()
            self._marks_s = -1.0
        moment, moves = renumbered(frame.moment, frame.moves, crews.client_numbers)
        shares = {worker.number: worker.loop_share for worker in frame.figures.workers}
        ground = ground._replace(detail=detail).filled(
            np.array([shares.get(each, 0.0) for each in crews.ghost.workers])
        )
        where = crews.ghost.locate(moment)
        dots = dot_positions(moment, where, moves, crews.ghost, ground, travels=travels)
        messages, box, sent = frame.messages, ground.layout.broker, None
        if messages is not None and box is not None:
            held = holdings(messages.moment, crews.ghost.consumers)
            sent = _flat(message_dots(messages, held, box, crews.ghost.consumers, travels=travels))
        self._scene.show_ghost(_flat(dots), sent)
        self._reading = Reading.of(moment, frame.figures, crews.ghost, where, messages)
        if wall_s - self._marks_s >= _MARKS_EVERY_S:
            self.show_marks(wall_s)

    def show_marks(self, wall_s: float) -> None:
        """Compare what it has with what the boxes say of the run that is shown."""
        reading, ground = self._reading, self._ground
        if reading is None or ground is None:
            return
        self._marks_s = wall_s
        held = self._loops.show(held_now(reading), wall_s)
        shown = {worker.box.number: worker.face for worker in self._scene.workers}
        pile = self._scene.pile.face
        heap = pile_face(reading)
        piles = heap, 0 if pile is None else len(pile.drawn)
        self._scene.pile.haunt(is_haunted=bool(heap.drawn))
        self._scene.ghost_marks.show_marks(marks(ground.layout, worker_faces(reading, held), shown, piles))

    # Words

    def text_of(self, place: str) -> str:
        """What is said of the ghost in the tooltip of a box; nothing where there is nothing to say."""
        if self._reading is None:
            return ""
        said = words.place_text(self._reading, place)
        return f"{self.name}: {said}" if said else ""

    @property
    def spoken(self) -> str:
        """What goes on in it, for screen readers."""
        frame, own = self.frame, self._own
        if frame is None or own is None or not self.is_there:
            return ""
        return words.spoken(self.name, Reading.of(frame.moment, frame.figures, own, messages=frame.messages))


def _flat(dots: Dots) -> Dots:
    """A ghost shows neither patience nor work left."""
    return replace(dots, level=np.full(len(dots), LEVELS - 1, dtype=np.int64))
