"""Goals made of what people type: `90s`, `+10s`, `1000`, `accept_queue > 50`. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.errors import SimulatorError
from simulator.units import parse_time
from ui.session.goal import ConditionGoal, Goal, TimeGoal

COUNTED = ("sent", "finished", "completed")
"""Figures that a number of requests can mean."""
_MOST = 1_000_000_000


class Kind(StrEnum):
    """What a run can go on to."""

    TIME = "time"
    REQUESTS = "requests"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed, to be offered again."""

    kind: Kind = Kind.CONDITION
    time: str = "+60s"
    count: str = "1000"
    counted: str = COUNTED[0]
    condition: str = "accept_queue > 50"

    def goal(self, now_s: float) -> Goal:
        """What it means at an instant. Raises InstantError, CountError or ConditionError."""
        if self.kind is Kind.TIME:
            return time_goal(self.time, now_s)
        if self.kind is Kind.REQUESTS:
            return count_goal(self.count, self.counted)
        return condition_goal(self.condition)


class InstantError(SimulatorError):
    """A text that is no instant to come; `why` in words of the units, empty where the instant is past."""

    def __init__(self, text: str, now_s: float, why: str = "") -> None:
        self.text, self.now_s, self.why = text, now_s, why
        super().__init__(f"{text}: {why or 'is past'}")


class CountError(SimulatorError):
    """A text that is no number of requests."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"must be a whole number from 1 to {_MOST:,}, got {text}")


def time_goal(text: str, now_s: float) -> TimeGoal:
    """An instant, or with a plus sign so long from now; seconds where there is no unit. Raises InstantError."""
    plain = text.strip().replace(",", ".")
    is_relative = plain.startswith("+")
    plain = plain.removeprefix("+").strip()
    is_bare = plain.replace(".", "", 1).isdigit()
    try:
        seconds = parse_time(float(plain) if is_bare else plain)
    except SimulatorError as error:
        raise InstantError(text, now_s, str(error)) from error
    goal_s = now_s + seconds if is_relative else seconds
    if goal_s <= now_s:
        raise InstantError(text, now_s)
    return TimeGoal(goal_s)


def count_goal(text: str, counted: str) -> ConditionGoal:
    """So many requests. Raises CountError."""
    digits = "".join(sign for sign in text if sign not in " .,_\u00a0\u202f")
    if not digits.isdecimal() or not 1 <= int(digits[:20]) <= _MOST:
        raise CountError(text)
    return condition_goal(f"{counted} >= {int(digits)}")


def condition_goal(text: str) -> ConditionGoal:
    """When a condition is true. Raises ConditionError."""
    from ui.session import condition  # noqa: PLC0415  # its grammar takes time, and the first picture needs none

    return ConditionGoal(condition.parse(text))
