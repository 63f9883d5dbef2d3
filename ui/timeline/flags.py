"""Which flags of changes stand on a timeline, and which of them have room for words. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ui.charts.changes import AppliedChange

_LABEL_GAP = 10.0
_TICK_GAP = 8.0
_PLAYHEAD_GAP = 7.0
_PENNANT, _BESIDE = 5.0, 8.0
"""Half of a pennant; from its pole to its label."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A change, or several of one key that belong together: a drag of a slider."""

    change: AppliedChange
    """From the first value to the last, at the instant of the last."""
    x: float
    label: str
    """Empty where there is no room for it."""
    is_label_left: bool = False
    """Whether it ends at the flag, instead of beginning there."""

    def extent(self, width: Callable[[str], float]) -> tuple[float, float]:
        """From where to where it reaches, with its label."""
        beside = _BESIDE + width(self.label) if self.label else _PENNANT
        return (self.x - beside, self.x + _PENNANT) if self.is_label_left else (self.x - _PENNANT, self.x + beside)


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


def clear_of(flags: Sequence[Flag], playhead: float, left: float, width: Callable[[str], float]) -> list[Flag]:
    """Labels that would lie under the playhead go to the left of their flag, or away where there is no room either."""
    cleared: list[Flag] = []
    for flag in flags:
        if not _meets(flag, playhead, width):
            cleared.append(flag)
            continue
        turned = replace(flag, is_label_left=True)
        taken = cleared[-1].extent(width)[1] + _PENNANT if cleared else left
        is_free = turned.extent(width)[0] >= taken and not _meets(turned, playhead, width)
        cleared.append(turned if is_free else replace(flag, label=""))
    return cleared


def _meets(flag: Flag, playhead: float, width: Callable[[str], float]) -> bool:
    begin, end = flag.extent(width)
    label = (begin, flag.x - _BESIDE) if flag.is_label_left else (flag.x + _BESIDE, end)
    return bool(flag.label) and label[0] - _PLAYHEAD_GAP < playhead < label[1] + _PLAYHEAD_GAP


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
