"""What the palette offers, and which of it a query names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ui.palette.fuzzy import Match, match

_MOST = 60
_DETAIL_COUNTS = 0.3
"""What is found in a detail rather than in the title counts so much."""


class Kind(Enum):
    """What an entry is, in the order in which they are offered."""

    ACTION = auto()
    SCENARIO = auto()
    FILE = auto()
    LESSON = auto()
    PARAMETER = auto()
    CHART = auto()
    TOPIC = auto()
    KEY = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do."""

    kind: Kind
    title: str
    act: Callable[[], object]
    detail: str = ""
    """More words that it is found by; shown where there is room."""
    keys: str = ""
    """The shortcut that does the same."""
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a query names."""

    entry: Entry
    places: frozenset[int]
    """Of the letters of its title that were asked for."""


def find(query: str, entries: Iterable[Entry], recent: Sequence[str] = ()) -> list[Found]:
    """The entries that a query names, the best first; `recent` are titles chosen lately, the last one first."""
    lately = {title: len(recent) - number for number, title in enumerate(recent)}
    ranked: list[tuple[float, int, Found]] = []
    for number, entry in enumerate(entries):
        found = _named(query, entry) if entry.is_enabled else None
        if found is not None:
            # With nothing typed, all stand in their own order, behind what was chosen lately.
            score = found.score if query.strip() else 0.0
            ranked.append((-score - lately.get(entry.title, 0), number, Found(entry, found.places)))
    return [found for _, _, found in sorted(ranked, key=lambda each: each[:2])[:_MOST]]


def _named(query: str, entry: Entry) -> Match | None:
    in_title = match(query, entry.title)
    if in_title is not None or not entry.detail:
        return in_title
    both = match(query, f"{entry.title} {entry.detail}")
    if both is None:
        return None
    return Match(both.score * _DETAIL_COUNTS, frozenset(at for at in both.places if at < len(entry.title)))
