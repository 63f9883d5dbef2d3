"""What the picture shows of a run: the present, or an instant of its past with the values that held then. Pure."""

from simulator.model import System
from simulator.record import Moment
from simulator.scenario import Scenario
from simulator.units import NS_PER_S, to_ns
from ui.charts.changes import ChangeLog


class Past:
    """Of one system."""

    def __init__(self, system: System) -> None:
        assert system.trace is not None, "a session is traced"
        self._system, self._trace = system, system.trace
        self._log = ChangeLog(system)
        self._rewound_ns: int | None = None

    @property
    def is_rewound(self) -> bool:
        """Whether the past is shown."""
        return self._rewound_ns is not None

    @property
    def shown_ns(self) -> int:
        """The instant that is shown."""
        return self._system.now_ns if self._rewound_ns is None else self._rewound_ns

    @property
    def shown_s(self) -> float:
        """The same in seconds."""
        return self._system.now_s if self._rewound_ns is None else self._rewound_ns / NS_PER_S

    @property
    def kept_since_s(self) -> float:
        """From here on every instant is known."""
        return self._trace.kept_since_ns / NS_PER_S

    def rewind(self, time_s: float) -> None:
        """Show this instant; of what is forgotten the last one before it that is kept."""
        self._rewound_ns = self._trace.kept_ns(min(max(0, to_ns(time_s)), self._system.now_ns))

    def return_to_now(self) -> None:
        """Show the present."""
        self._rewound_ns = None

    def moment(self) -> Moment:
        """Where everybody is at the instant shown."""
        return self._trace.at(self.shown_ns)

    def scenario(self) -> Scenario:
        """The values as they stand at the instant shown; the same object as long as none changed."""
        self._log.read(self._system.now_s)
        return self._system.scenario if self._rewound_ns is None else self._log.scenario_at(self.shown_s)
