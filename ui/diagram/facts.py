"""The facts that a sentence can be about, and a moment with all that has been read from it. Pure."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from simulator.record import Moment
from ui.diagram.broker.messages import Messages
from ui.diagram.crew import Crew
from ui.diagram.figures import DiagramFigures
from ui.diagram.whereabouts import Occupancy, Whereabouts

BUSY = 0.9
"""Share of time from which on a loop is called busy all the time."""


class Kind(Enum):
    """What there is to say, the worst first."""

    SERVICE_DOWN = "service down"
    SERVICE_HANGS = "service hangs"
    SERVICE_SLOW = "service slow"
    NOBODY_ACCEPTS = "nobody accepts"
    CRASHED = "crashed"
    DROPPED = "dropped"
    SERVICE_FULL = "service full"
    NO_CONNECTION = "no connection"
    BLOCKED = "blocked"
    ALL_BLOCKED = "all blocked"
    SOME_BLOCKED = "some blocked"
    NO_THREAD = "no thread"
    ACCEPT_FULL = "accept full"
    BROKER_FULL = "broker full"
    STARTING = "starting"
    LEAVING = "leaving"
    REJECTED = "rejected"
    FAILED = "failed"
    TIMED_OUT = "timed out"
    BUSY = "busy"
    MESSAGES_WAIT = "messages wait"
    ORPHANS = "orphans"
    WAITING = "waiting"
    NOBODY_WAITS = "nobody waits"
    NOTHING_YET = "nothing yet"


_COUNTS = ("waiting", "unaccepted", "in_io", "computing", "given_up", "orphans")
"""Fields of a situation of which only that there are any is in its words."""


class Situation(NamedTuple):
    """The facts of one sentence; those that its kind does not need are 0 or empty."""

    kind: Kind
    worker: int = 0
    """Number, from 1."""
    path: str = ""
    """Of the route that holds the loop."""
    call: str = ""
    """What it waits in."""
    waiting: int = 0
    """Requests that wait for it."""
    unaccepted: int = 0
    """Further requests, in the accept queue."""
    limit: int = 0
    workers: int = 0
    """How many it is about."""
    of_workers: int = 0
    utilisation: float = 0.0
    in_io: int = 0
    computing: int = 0
    """Requests in threads that need the processor."""
    service: str = ""
    factor: float = 0.0
    """How many times longer a slow service takes."""
    in_s: float | None = None
    """Seconds until it comes; None: not known."""
    given_up: int = 0
    """Of those who wait, those whose clients have left."""
    orphans: int = 0
    """All requests in work whose clients have left."""
    blocked: tuple[int, ...] = ()
    """Numbers of the workers that it calls blocked."""

    @property
    def words(self) -> "Situation":
        """The same but for how many: words are kept long enough to be read, their numbers are those of now."""
        some = {name: min(1, getattr(self, name)) for name in _COUNTS}
        return self._replace(**some, utilisation=0.0, in_s=None if self.in_s is None else 0.0)

    @property
    def places(self) -> tuple[str, ...]:
        """The boxes that it names, as `Moment.places` does."""
        worker = (f"worker:{self.worker}",) if self.worker else ()
        return (*worker, f"service:{self.service}") if self.service else worker


@dataclass(frozen=True, slots=True)
class Reading:
    """A moment with all that has been read from it; made once for a picture."""

    moment: Moment
    where: Whereabouts
    count: Occupancy
    crew: Crew
    figures: DiagramFigures
    messages: Messages | None = None

    @classmethod
    def of(
        cls,
        moment: Moment,
        figures: DiagramFigures,
        crew: Crew,
        where: Whereabouts | None = None,
        messages: Messages | None = None,
    ) -> "Reading":
        """Read a moment; `where` its requests are, where that is known."""
        where = crew.locate(moment) if where is None else where
        return cls(moment, where, crew.count(moment, where), crew, figures, messages)

    def held_by(self, worker: int) -> tuple[str, str]:
        """Path and call of the request that holds the loop of the worker at this index."""
        row = int(self.count.holder[worker])
        routes = self.crew.topology.routes
        route = int(self.moment.route[row]) if row >= 0 else len(routes)
        return (routes[route].path, routes[route].call) if route < len(routes) else ("", "")
