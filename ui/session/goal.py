"""Until when a run goes on by itself: an instant, or whenever a condition becomes true. Pure."""

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from simulator.model import System
from ui.session.figures import FIGURES

if TYPE_CHECKING:
    from ui.session.condition import Condition

_EVENTS_PER_LOOK = 64
_QUIET_EVENTS = 100_000
"""So many events without a request or message that goes on: nobody sends any more, nothing can become true."""


class Reached(NamedTuple):
    """Why a run stands still."""

    text: str
    """The condition; nothing where it was an instant."""
    time_s: float
    figures: tuple[tuple[str, float], ...] = ()
    """What the condition's figures are now."""
    is_met: bool = True
    """Whether it is true; else nothing more happens."""


class Goal(Protocol):
    """Where a run is to stop."""

    @property
    def text(self) -> str:
        """The condition; nothing where it is an instant."""

    def approach(self, system: System, budget_s: float) -> Reached | None:
        """Go on for so much wall time; None: not there yet."""


class TimeGoal(NamedTuple):
    """An instant: all that comes before it has happened."""

    time_s: float
    text: str = ""

    def approach(self, system: System, budget_s: float) -> Reached | None:
        """Go on."""
        return Reached("", system.now_s) if system.run_until(self.time_s, budget_s) else None


class ConditionGoal:
    """The first instant after whose events the condition is true; it is looked at after every one."""

    def __init__(self, condition: "Condition") -> None:
        self._condition = condition
        self._quiet = 0
        self._has_begun = False

    @property
    def text(self) -> str:
        """The condition."""
        return self._condition.text

    def approach(self, system: System, budget_s: float) -> Reached | None:
        """Go on."""
        if not self._has_begun and self._condition.holds(system):
            return self._reached(system)
        self._has_begun = True
        deadline = perf_counter() + budget_s
        while True:
            before = _moves(system)
            for _ in range(_EVENTS_PER_LOOK):
                if not system.step():
                    return self._reached(system, is_met=False)
                if system.next_event_s > system.now_s and self._condition.holds(system):
                    return self._reached(system)
            self._quiet = 0 if _moves(system) > before else self._quiet + _EVENTS_PER_LOOK
            if self._quiet > _QUIET_EVENTS:
                return self._reached(system, is_met=False)
            if perf_counter() > deadline:
                return None

    def _reached(self, system: System, *, is_met: bool = True) -> Reached:
        named = tuple((name, float(FIGURES[name](system))) for name in self._condition.figures)
        return Reached(self.text, system.now_s, named, is_met)


def _moves(system: System) -> int:
    """Changes of stage of requests and messages so far."""
    assert system.trace is not None, "a session is traced"
    return system.trace.count + (system.message_trace.count if system.message_trace is not None else 0)
