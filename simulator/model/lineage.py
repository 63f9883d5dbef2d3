"""The processes that had a worker's number before it: what a number did is theirs too."""

from typing import TYPE_CHECKING

from simulator.record.samples import WORKER_COLUMNS

if TYPE_CHECKING:
    from simulator.model.account import Account


class Lineage:
    """Figures of those who went before, also what the last of them still adds to them."""

    __slots__ = ("_figures", "_last")

    def __init__(self) -> None:
        self._last: Account | None = None
        self._figures: tuple[float, ...] = (0,) * len(WORKER_COLUMNS)

    def follow(self, previous: "Account") -> None:
        """Take the number of a process that went before."""
        self._last = previous

    def figures(self, now: int) -> tuple[float, ...]:
        """A row of WORKER_COLUMNS, of them all; of those who are gone only the sum is kept."""
        if self._last is None:
            return self._figures
        figures = tuple(self._last.figures(now))
        if self._last.died >= 0:
            self._figures, self._last = figures, None
        return figures
