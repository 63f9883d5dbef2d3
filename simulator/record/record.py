"""All that one replication leaves behind."""

from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.record.message_transitions import MessageTransitions
from simulator.record.messages import MessageTable
from simulator.record.orphans import OrphanTable
from simulator.record.requests import RequestTable
from simulator.record.samples import Samples
from simulator.record.transitions import Transitions
from simulator.scenario import Scenario


class Untold(NamedTuple):
    """A stretch in which a request went on at a worker behind its client's back, and may have held the loop."""

    request: int
    worker: int
    begin_ns: int
    end_ns: int


@dataclass(slots=True)
class Record:
    """The single truth about a run; the model fills it, statistics, output and the window read it."""

    scenario: Scenario
    """As the run began (changes not applied)."""
    seed: int
    replication: int
    """From 1."""
    requests: RequestTable = field(default_factory=RequestTable)
    orphans: OrphanTable = field(default_factory=OrphanTable)
    samples: Samples = field(default_factory=Samples)
    """A row at the end of every `sample_every`, and at the end of the run."""
    marks: Samples = field(default_factory=Samples)
    """Two rows: at the end of the warm-up, and at `duration` (a run that ended earlier: at its end)."""
    transitions: Transitions | None = None
    """Only where they are read: the window and `--trace`."""
    untold: list[Untold] = field(default_factory=list)
    """Of a record that was read from files, which do not say who held a loop."""
    messages: MessageTable = field(default_factory=MessageTable)
    """A row for every message to the broker."""
    message_transitions: MessageTransitions | None = None
    """Beside `transitions`, where there is a broker."""
    broker_peaks: list[int] = field(default_factory=list)
    """Beside `marks`: the longest queue at the broker before each."""
    service_marks: list[tuple[float, ...]] = field(default_factory=list)
    """Beside `marks`: the time integral of requests in I/O at each service, request-ns since 0."""
    pool_marks: list[dict[tuple[int, str], tuple[int, int]]] = field(default_factory=list)
    """Beside `marks`: by worker number and service, connection-ns taken and had since 0."""
    workers: int = 0
    """As many workers as there ever were."""
    end_ns: int = 0
    """When the run ended, drain included; as far as it has come while it runs."""
    is_closed: bool = False
    """Whether the run is over: then the rows of unfinished attempts have been written too."""
