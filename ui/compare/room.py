"""How the height of A | B is shared out between diagrams and figures, also where there is little of it. Pure."""

from typing import NamedTuple

LEAST_DIAGRAM = 240
"""Pixels in which a diagram is whole."""
_HEAD = 46
"""Above a diagram: its letter and its buttons."""
_LOWER_SHARE, _LOWER_SHARE_OF_ALL = 0.38, 0.5
_LEAST_LOWER, _SCROLLED_LOWER = 232, 120
"""Pixels that all figures need, and those that are left of them where they are scrolled."""
_LOW_BELOW = 580
OVER_BORDER = 8
"""Pixels of the badge that lie on the diagrams; the rest hangs below their border."""


class Room(NamedTuple):
    """What each part has, px."""

    upper: int
    lower: int
    is_low: bool
    """Whether the badge is to take one line only."""


def room(height: int, *, are_all_shown: bool) -> Room:
    """Diagrams stay whole; what is below them gives way, and is scrolled in the end."""
    wanted = max(round(height * (_LOWER_SHARE_OF_ALL if are_all_shown else _LOWER_SHARE)), _LEAST_LOWER)
    lower = max(_SCROLLED_LOWER, min(wanted, height - LEAST_DIAGRAM - _HEAD))
    return Room(height - lower, lower, is_low=height < _LOW_BELOW)
