"""Which flags of changes stand on a timeline, and which of them have room for words. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.charts.changes import AppliedChange

_LABEL_GAP = 10.0
_TICK_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Flag:
    """A change, or several of one key that belong together: a drag of a slider."""

    change: AppliedChange
    """From the first value to the last, at the instant of the last."""
    x: float
    label: str
    """Empty where there is no room for it."""


def merged(changes: Sequence[AppliedChange], gap_s: float) -> list[AppliedChange]:
    """Changes of one key that follow each other closely are one, from the first value to the last."""
    kept: list[AppliedChange] = []
    last_of: dict[str, int] = {}
    for change in changes:
        at = last_of.get(change.key)
        if at is not None and change.time_s - kept[at].time_s < gap_s:
            kept[at] = AppliedChange(change.time_s, change.key, kept[at].before, change.after)
        else:
            last_of[change.key] = len(kept)
            kept.append(change)
    return sorted((change for change in kept if change.before != change.after), key=lambda change: change.time_s)


def placed(
    changes: Sequence[AppliedChange],
    place: Callable[[float], float],
    words: Callable[[AppliedChange], Sequence[str]],
    width: Callable[[str], float],
    right: float,
) -> list[Flag]:
    """Flags from left to right, each with the first of its words for which there is room.

    The later of two labels that would meet is the one that is read.
    """
    flags: list[Flag] = []
    limit = right
    for change in reversed(changes):
        x = place(change.time_s)
        label = next((text for text in words(change) if x + _LABEL_GAP + width(text) <= limit), "")
        flags.append(Flag(change, x, label))
        limit = x - _LABEL_GAP
    return flags[::-1]


def free_ticks(
    ticks: Sequence[tuple[float, str]],
    taken: Sequence[tuple[float, float]],
    width: Callable[[str], float],
) -> list[tuple[float, str]]:
    """The numbers, given by the x of their middles, that do not come near what is taken: ticks give way to flags."""
    free = []
    for x, text in ticks:
        half = width(text) / 2 + _TICK_GAP
        if all(x + half < left or x - half > right for left, right in taken):
            free.append((x, text))
    return free
