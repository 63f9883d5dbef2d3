"""From a moment to the items of the scene: dots in every picture, words twelve times a second at most."""

from typing import TYPE_CHECKING

import numpy as np

from ui.diagram.boxes import Detail, Layout
from ui.diagram.broker.dots import message_dots
from ui.diagram.broker.messages import holdings
from ui.diagram.contents import contents_of
from ui.diagram.crew import Crew
from ui.diagram.faces import client_faces, held_now
from ui.diagram.facts import Kind, Reading, Situation
from ui.diagram.frame import Frame
from ui.diagram.ghost.ghost_picture import GhostPicture
from ui.diagram.ink import text_width
from ui.diagram.layout import arrange
from ui.diagram.links import LinkFigures, Travel
from ui.diagram.motion import dot_positions
from ui.diagram.rest import Ground
from ui.diagram.scene import DiagramScene
from ui.diagram.sentence import Sentence, sentence
from ui.diagram.situation import bottleneck, situation
from ui.diagram.spots import Spot
from ui.diagram.steady import Held, LoopState, Steady, SteadyLoops
from ui.diagram.telling import Telling
from ui.diagram.topology import Topology

if TYPE_CHECKING:
    from ui.diagram.whereabouts import Whereabouts

WORDS_EVERY_S = 0.08
_WORDS_WITHIN_S = 0.06
_CLOSE_S = 0.04
"""Pictures that follow each other so closely share the boxes that have something new to say."""
_APART_S = 0.2
"""Pictures so far apart can be read one by one: the words of each are its own."""
LOOPS_HOLD_S, WORDS_HOLD_S = 0.15, 0.4
_MOST_FULL, _MOST_MEDIUM = 150, 600
_SMALLEST = (640.0, 240.0)
"""The least canvas that is laid out; a smaller widget shows a part of it."""
_WEIGHTS = {kind: -index for index, kind in enumerate(Kind)}


class Picture:
    """Keeps the crew, the layout and what is shown; knows no widget."""

    def __init__(self, scene: DiagramScene) -> None:
        self._scene = scene
        self._crew: Crew | None = None
        self._ground: Ground | None = None
        self._size = _SMALLEST
        self._detail = Detail.FULL
        self._loops = SteadyLoops(LOOPS_HOLD_S)
        self._situation: Steady[Situation] = Steady(WORDS_HOLD_S)
        self._said = Situation(Kind.NOTHING_YET)
        """The last facts of which the words were shown."""
        self._bottleneck: Steady[str | None] = Steady(WORDS_HOLD_S)
        self._telling = Telling(_WORDS_WITHIN_S)
        self._named: tuple[str, ...] = ()
        """The boxes in the sentence: those that it names no longer are told with it, too."""
        self._words_s = self._shown_s = -1.0
        self.travel = Travel.MOVING
        self.frame: Frame | None = None
        self.ghost = GhostPicture(scene)
        self._where: Whereabouts | None = None
        self.sentence: Sentence | None = None
        self.is_behind = False
        """Whether words are not those of the last frame: then show them once more, a little later."""

    @property
    def size(self) -> tuple[float, float]:
        """Of the canvas that is laid out, px."""
        return self._size

    @property
    def layout(self) -> Layout | None:
        """The layout that is shown."""
        return None if self._ground is None else self._ground.layout

    # What there is

    def cast(self, topology: Topology, workers: tuple[int, ...], consumers: tuple[int, ...] = ()) -> None:
        """Draw these from now on."""
        if topology.broker is not None and not consumers:
            consumers = tuple(range(1, topology.broker.consumers + 1))
        crew = Crew(topology, workers, consumers if topology.broker is not None else ())
        if crew != self._crew:
            self._crew, self._where = crew, None
            self.arrange()

    def resize(self, width: float, height: float) -> None:
        """Lay out for a canvas of this size."""
        self._size = (max(width, _SMALLEST[0]), max(height, _SMALLEST[1]))
        self.arrange()

    def arrange(self) -> None:
        """Lay out again: the size, the cast or the language changed."""
        crew = self._crew
        if crew is None:
            return
        whole = self.ghost.united(crew)
        layout = arrange(*self._size, contents_of(whole), text_width)
        self._ground = Ground.of(layout, self._detail)
        self._telling.forget()
        self._scene.arrange(whole, layout, self.ghost.absent)
        self.ghost.arrange(layout, self._detail)
        self._words_s = -1.0

    def forget(self) -> None:
        """Another run begins: nothing of what was shown matters."""
        self.frame = None
        self.ghost.forget()
        self._settle()

    def _settle(self) -> None:
        self._loops.forget()
        self._situation.forget()
        self._bottleneck.forget()
        self._words_s = -1.0

    # The ghost

    def haunt(self, topology: Topology | None, name: str) -> bool:
        """Show another run's moments behind those of this one, None: nobody's; whether that is another than before."""
        is_another = self.ghost.cast(topology, name)
        if is_another:
            self.arrange()
        return is_another

    def show_ghost(self, frame: Frame, wall_s: float, *, is_settled: bool) -> bool:
        """Show a moment of the other run; whether all stands otherwise for it, so that this run must be shown again."""
        ghost, before = self.ghost, self.ghost.parts
        ghost.frame = frame
        if ghost.parts != before:
            self.arrange()
            return True
        self._show_ghost_again(wall_s, is_settled=is_settled)
        return False

    def _show_ghost_again(self, wall_s: float, *, is_settled: bool) -> None:
        self.ghost.show(wall_s, self._detail, is_settled=is_settled, travels=self.travel is Travel.MOVING)

    # Pictures

    def keep(self, frame: Frame) -> None:
        """Show this when it is time to."""
        self.frame, self._where = frame, None

    def show(self, frame: Frame, wall_s: float, *, is_settled: bool) -> None:
        """Show a frame. `is_settled`: time stands still, words are those of this very instant."""
        self.keep(frame)
        if self._crew is None:
            return
        self.cast(
            self._crew.topology,
            tuple(worker.number for worker in frame.figures.workers) or self._crew.workers,
            () if frame.messages is None else tuple(each.number for each in frame.messages.consumers),
        )
        is_close, is_apart = wall_s - self._shown_s < _CLOSE_S, wall_s - self._shown_s >= _APART_S
        self._shown_s = wall_s
        if is_settled or is_apart:
            self._settle()
        self._show_dots(frame)
        if is_settled:
            # Nothing may follow, and the ghost's places may have become others.
            self._show_ghost_again(wall_s, is_settled=True)
        is_first = self._words_s < 0
        if not is_first and wall_s - self._words_s < WORDS_EVERY_S:
            self._telling.go_on(wall_s)
            self.is_behind = True
        elif is_close and not is_first:
            self._begin_words(wall_s)
        else:
            self.show_words(wall_s)

    def _show_dots(self, frame: Frame) -> None:
        crew, ground = self._crew, self._ground
        assert crew is not None, "cast before shown"
        assert ground is not None, "arranged as it was cast"
        shares = {worker.number: worker.loop_share for worker in frame.figures.workers}
        ground = ground._replace(detail=self._detail)
        filled = np.zeros(len(ground.layout.workers))
        filled[: len(crew.workers)] = [shares.get(number, 0.0) for number in crew.workers]
        self._ground = ground = ground.filled(filled)
        self._where = where = crew.locate(frame.moment)
        travels = self.travel is Travel.MOVING
        dots = dot_positions(frame.moment, where, frame.moves, crew, ground, travels=travels)
        # Who waits in a cloud has a size of its own, and does not make the others smaller.
        detail = detail_for(len(dots) - (ground.in_clouds if travels else 0), self._detail)
        if detail is not self._detail:
            self._detail = detail
            self._ground = ground = ground._replace(detail=detail)
            dots = dot_positions(frame.moment, where, frame.moves, crew, ground, travels=travels)
        self._scene.dots.show_dots(dots)
        box, messages = ground.layout.broker, frame.messages
        if box is not None and messages is not None:
            held = holdings(messages.moment, crew.consumers)
            self._scene.messages.show_dots(message_dots(messages, held, box, crew.consumers, travels=travels))

    def reading(self) -> Reading | None:
        """The last frame, read."""
        if self.frame is None or self._crew is None:
            return None
        frame, crew = self.frame, self._crew
        return Reading.of(frame.moment, frame.figures, crew, self._where, frame.messages)

    def show_words(self, wall_s: float) -> None:
        """Tell the boxes what to say of the last frame, and find the sentence and the bottleneck."""
        self._begin_words(wall_s)
        self._telling.finish()
        self.is_behind = self._loops.is_behind or self._situation.is_behind or self._bottleneck.is_behind
        self.ghost.show_marks(wall_s)

    def _begin_words(self, wall_s: float) -> None:
        """The same, but boxes are told with the next pictures."""
        reading = self.reading()
        if reading is None:
            return
        self._words_s = wall_s
        facts = situation(reading)
        if self._situation.show(facts.words, _WEIGHTS[facts.kind], wall_s) == facts.words:
            self._said = facts
        said = self._said
        self.sentence = sentence(said)
        held = self._loops.show(held_now(reading), wall_s, said.blocked)
        seats = () if self._ground is None else self._ground.service_seats
        steps = self._scene.tellings(reading, held, tuple(seat.detail for seat in seats))
        self._telling.begin(steps, wall_s, (*self._named, *said.places))
        self._named = said.places
        place = bottleneck(reading)
        shown = self._bottleneck.show(place, 0 if place is None else 1, wall_s)
        self._scene.show_bottleneck(shown, is_blocked=_is_blocked(shown, held))
        self._show_links(reading)
        self.is_behind = True

    def _show_links(self, reading: Reading) -> None:
        layout = self.layout
        if layout is None or self.travel is Travel.MOVING:
            self._scene.links.show_figures(Travel.MOVING, LinkFigures())
            return
        spot, client = reading.where.spot, reading.moment.client
        travels = np.bincount(
            client[(spot == Spot.OUT.value) | (spot == Spot.BACK.value)],
            minlength=sum(len(box.members) for box in layout.clients),
        )
        # Not those of the cards: they are told later.
        faces = client_faces(reading, layout)
        self._scene.links.show_figures(
            self.travel,
            LinkFigures(
                on_client_links=tuple(int(travels[list(box.members)].sum()) for box in layout.clients),
                clients_per_s=tuple(face.per_s for face in faces),
                answered_per_s=reading.figures.answered_per_s,
            ),
        )


def detail_for(dots: int, now: Detail) -> Detail:
    """How much of each of so many requests is drawn; a little slow to show more again, so that it does not flicker."""
    slack = {Detail.FULL: (1.0, 1.0), Detail.MEDIUM: (0.8, 1.0), Detail.SMALL: (0.8, 0.8)}[now]
    if dots <= _MOST_FULL * slack[0]:
        return Detail.FULL
    return Detail.MEDIUM if dots <= _MOST_MEDIUM * slack[1] else Detail.SMALL


def _is_blocked(place: str | None, held: dict[int, Held]) -> bool:
    kind, _, number = (place or "").partition(":")
    is_drawn = kind == "worker" and number.isdigit() and int(number) in held
    return is_drawn and held[int(number)].state is LoopState.BLOCKED
