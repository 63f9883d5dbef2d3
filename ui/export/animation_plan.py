"""How an animation is made of a span of simulated time: how many pictures, of which instants. Pure."""

from dataclasses import dataclass

MOST_PICTURES = 1500
RATES = (10, 20, 25)
"""Pictures a second: a GIF counts in hundredths of a second."""
WIDTHS = (800, 1280, 1920)
_LASTS_S = 8.0
"""So long an animation is that nobody asked otherwise of."""


@dataclass(frozen=True, slots=True)
class AnimationPlan:
    """What is asked for."""

    begin_s: float
    """Simulated time, as the end."""
    end_s: float
    speed: float
    """Simulated seconds for a second of the animation."""
    per_s: int
    width: int
    """Pixels."""

    @property
    def count(self) -> int:
        """Pictures; the first one and the last one are those of the ends."""
        if self.end_s <= self.begin_s:
            return 0
        return round((self.end_s - self.begin_s) / self.speed * self.per_s) + 1

    @property
    def lasts_s(self) -> float:
        """How long it is to look at."""
        return self.count / self.per_s

    @property
    def height(self) -> int:
        """Of the diagram with its sentence, as wide as it is; even, as some players want it."""
        return round(self.width * 0.45) // 2 * 2

    @property
    def is_possible(self) -> bool:
        """Whether there is something to show, and not more than a file should hold."""
        return 2 <= self.count <= MOST_PICTURES

    def instant_s(self, number: int) -> float:
        """The simulated instant of a picture, counted from 0."""
        return min(self.end_s, self.begin_s + number * self.speed / self.per_s)


def proposed(now_s: float, shown_s: float, speed: float) -> AnimationPlan:
    """Some seconds that end at the instant shown, or begin there where it is the beginning."""
    span = min(now_s, _LASTS_S * speed)
    end = min(now_s, max(shown_s, span))
    return AnimationPlan(round(end - span, 3), round(end, 3), speed, 20, 1280)
