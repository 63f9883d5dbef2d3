"""What is shown of the session, and how often: the diagram at every tick, charts and figures less often."""

from collections import deque
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.model import System
from simulator.record import Moment
from simulator.scenario import Change
from simulator.units import to_ns
from ui.diagram.broker.reader import messages_of
from ui.diagram.figures import DiagramFigures
from ui.diagram.figures_reader import FiguresReader
from ui.diagram.links import Travel
from ui.diagram.moves import recent_moves
from ui.diagram.view import DiagramView
from ui.pacing import Mode, flight_s
from ui.session import SAMPLE_EVERY_S
from ui.session.ghost import Ghost
from ui.status_bar import Status

_FIGURES_EVERY_S, _HISTORIES_EVERY_S, _STATUS_EVERY_S = 0.06, 0.09, 0.1
_LATE, _LONG = 1.25, 1.5
_SECOND = 1.0
_UNSEEN = tuple(mode for mode in Mode if mode.is_running and not mode.is_paced)
"""Time goes so fast that requests are not seen one by one."""
Turn = Callable[[float, float], object]
"""A `refresh`, or a part of one; False: there was nothing to show."""


class Watched(Protocol):
    """A run that is shown: a session, or one that goes along with it."""

    @property
    def system(self) -> System | None:
        """None before there is one."""

    @property
    def ghost(self) -> Ghost | None:
        """The run that was left where this one branched off."""

    @property
    def mode(self) -> Mode:
        """What time does now."""

    @property
    def speed(self) -> float:
        """Simulated seconds per wall second that are asked for."""

    @property
    def reached_speed(self) -> float | None:
        """Those that are reached."""

    @property
    def is_limited_by_cpu(self) -> bool:
        """Whether they are fewer for want of processor time."""

    @property
    def now_s(self) -> float:
        """How far the run has come."""

    @property
    def shown_s(self) -> float:
        """The instant that the picture shows."""

    @property
    def is_rewound(self) -> bool:
        """Whether that is past."""

    def moment(self) -> Moment:
        """What there is to see then."""


class History(Protocol):
    """What reads the record of a run for itself: charts, timeline."""

    def restart(self, system: System) -> None:
        """A new run: forget everything, read this one."""

    def refresh(self, now_s: float, shown_s: float) -> None:
        """Show the run up to now, and which instant is looked at."""

    def mark_change(self, change: Change) -> None:
        """A value was changed."""


@runtime_checkable
class ShowsGhost(Protocol):
    """A history that can draw the run that was left beside the one that goes on."""

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Draw it from where the two part; None: there is none. Always comes after `restart`."""


class Animation(QObject):
    """Reads the session for the diagram, for histories (charts, timeline) and for the status bar."""

    status_changed = Signal(object)
    """The Status; ten times a second at most."""

    def __init__(self, session: Watched, diagram: DiagramView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._diagram = session, diagram
        self._reader: FiguresReader | None = None
        self._figures = DiagramFigures(())
        self._figures_s = self._status_s = 0.0
        self._time_ns = 0
        self._histories: list[History] = []
        self._turns: list[Turn] = []
        self._shown_s: dict[int, float] = {}
        """When each turn was taken last, wall time, by its place among them."""
        self._round: deque[int] = deque()
        """Whose turn is still to come after a picture that nothing follows."""
        self._is_behind = False
        """Whether there was another such picture since the round began."""
        self._frames: deque[float] = deque()
        self._has_reduced_motion = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._go_round)
        self._between = QTimer(self)
        self._between.setSingleShot(True)
        self._between.timeout.connect(self._use_gap)

    def add_history(self, history: History, turns: Sequence[Turn] = ()) -> None:
        """Show this as well, from the beginning of the present run; `turns` are its `refresh` in smaller pieces."""
        self._histories.append(history)
        self._turns += turns or (history.refresh,)
        if self._session.system is not None:
            history.restart(self._session.system)
            for change in self._session.system.changes:
                history.mark_change(change)
            if isinstance(history, ShowsGhost):
                history.show_ghost(self._session.ghost)
            history.refresh(self._session.now_s, self._session.shown_s)

    # What happens in the session

    def on_opened(self) -> None:
        """A new run begins."""
        system = self._session.system
        assert system is not None, "something was opened"
        self._reader = FiguresReader(system, to_ns(SAMPLE_EVERY_S))
        self._figures_s = self._status_s = 0.0
        self._shown_s.clear()
        self._round.clear()
        self._diagram.restart()
        for history in self._histories:
            history.restart(system)

    def on_ghost(self, ghost: Ghost | None) -> None:
        """Another run is the one that was left."""
        for history in self._histories:
            if isinstance(history, ShowsGhost):
                history.show_ghost(ghost)

    def on_change(self, change: Change) -> None:
        """A value was changed: histories mark it, and the next picture shows it."""
        self._figures_s = 0.0
        for history in self._histories:
            history.mark_change(change)

    def on_mode(self, mode: Mode) -> None:
        """Time goes otherwise."""
        self._frames.clear()
        self._figures_s = self._status_s = 0.0
        if mode is not Mode.STEP:
            self._diagram.select_request(None)
            self._diagram.select_place(None)
        self._choose_travel()

    def on_speed(self) -> None:
        """Another speed is asked for: said at once, be it that time stands still."""
        self._show_status(perf_counter())

    def on_tick(self, moment: Moment) -> None:
        """Draw an instant."""
        system = self._session.system
        if self._reader is None or system is None or system.trace is None:
            return
        wall_s = perf_counter()
        is_settled = not self._session.mode.is_running
        self._time_ns = moment.time_ns
        if is_settled or not self._figures_s or self._session.mode in _UNSEEN:
            self._read_figures(wall_s)
        flight_ns = self._flight_ns()
        moves = recent_moves(system.trace, moment.time_ns, flight_ns)
        messages = messages_of(system, moment.time_ns, flight_ns)
        self._diagram.show_moment(moment, self._figures, moves, messages, is_settled=is_settled)
        self._count_frame(wall_s)
        self._refresh(wall_s, is_settled=is_settled)

    def on_stepped(self, request_id: int) -> None:
        """Frame the request that went on, and the place where it is now."""
        moment = self._session.moment()
        self._diagram.select_request(request_id)
        rows = (moment.request_id == request_id).nonzero()[0]
        place = moment.places[int(moment.place[rows[0]])].partition("/")[0] if len(rows) else None
        self._diagram.select_place(place)

    def reduce_motion(self, is_reduced: bool) -> None:
        """Numbers on the links instead of requests that move."""
        self._has_reduced_motion = is_reduced
        self._choose_travel()

    def _choose_travel(self) -> None:
        if self._session.mode in _UNSEEN:
            self._diagram.set_travel(Travel.RIBBONS)
        else:
            self._diagram.set_travel(Travel.COUNTED if self._has_reduced_motion else Travel.MOVING)

    def _flight_ns(self) -> int:
        """After a step all stand where they came to; where time is not paced nobody could be followed."""
        return 0 if self._session.mode in (Mode.STEP, *_UNSEEN) else to_ns(flight_s(self._session.speed))

    # How often

    def _count_frame(self, wall_s: float) -> None:
        self._frames.append(wall_s)
        while wall_s - self._frames[0] > _SECOND:
            self._frames.popleft()

    def _read_figures(self, wall_s: float) -> None:
        assert self._reader is not None, "there is a run"
        self._figures_s = wall_s
        self._figures = self._reader.read(self._time_ns)

    def _refresh(self, wall_s: float, *, is_settled: bool) -> None:
        is_due = is_settled or not self._status_s
        if self._session.mode in _UNSEEN:
            # Pictures are so far apart that nothing needs to take turns.
            self._catch_up()
            is_due |= wall_s - self._status_s >= _STATUS_EVERY_S
        elif not is_settled:
            # The picture comes first, so that pictures are evenly apart whatever else is to be shown.
            # Begun anew it would never come where pictures take longer than they are apart.
            if not self._between.isActive():
                self._between.start()
        else:
            # Nothing may follow: what is shown last must be what is there.
            self._is_behind = True
            self._late.start()
        if is_due:
            self._show_status(wall_s)

    def _use_gap(self) -> None:
        """Read figures for the next picture, or show a history, in the time that is left until then."""
        if self._reader is None:
            return
        wall_s = perf_counter()
        waited_s = wall_s - self._figures_s
        if wall_s - self._status_s >= _STATUS_EVERY_S:
            self._show_status(wall_s)
            # Where gaps are far apart there is a status to show in every one of them.
            if waited_s < _LATE * _FIGURES_EVERY_S:
                return
        is_due = waited_s >= _FIGURES_EVERY_S
        if is_due:
            self._read_figures(wall_s)
        # A gap in which figures were read has done enough, unless somebody has waited for long.
        self._show_oldest(wall_s, _HISTORIES_EVERY_S * (_LONG if is_due else 1.0))

    def _show_oldest(self, wall_s: float, every_s: float) -> None:
        """One turn a picture: all at once would hold the next picture up."""
        for number in sorted(range(len(self._turns)), key=lambda each: self._shown_s.get(each, 0.0)):
            if wall_s - self._shown_s.get(number, 0.0) < every_s or self._take_turn(number, wall_s):
                return

    def _go_round(self) -> None:
        """One turn as well, so that a hand that drags is answered in between; a round is of one picture."""
        if not self._round and self._is_behind:
            self._round.extend(range(len(self._turns)))
            self._is_behind = False
        if self._round:
            self._take_turn(self._round.popleft(), perf_counter())
            self._late.start()

    def _catch_up(self) -> None:
        for number in range(len(self._turns)):
            self._take_turn(number, perf_counter())

    def _take_turn(self, number: int, wall_s: float) -> bool:
        """Whether it showed something."""
        self._shown_s[number] = wall_s
        return self._turns[number](self._session.now_s, self._session.shown_s) is not False

    def _show_status(self, wall_s: float) -> None:
        session, system = self._session, self._session.system
        if system is None or system.trace is None:
            return
        self._status_s = wall_s
        is_running = session.mode.is_running
        sent = system.trace.sent_by(to_ns(session.shown_s))
        self.status_changed.emit(
            Status(
                time_s=session.shown_s,
                is_rewound=session.is_rewound,
                speed=None if session.mode in _UNSEEN else session.speed,
                reached_speed=session.reached_speed if is_running else None,
                is_limited_by_cpu=session.is_limited_by_cpu,
                frames_per_s=self._frames_per_s() if is_running else None,
                sent=sent,
                in_flight=len(session.moment()) if session.is_rewound else len(system.in_flight),
            )
        )

    def _frames_per_s(self) -> float | None:
        if len(self._frames) < 2 or self._frames[-1] == self._frames[0]:
            return None
        return (len(self._frames) - 1) / (self._frames[-1] - self._frames[0])
