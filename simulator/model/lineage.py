"""The processes that had a worker's number before it: what a number did is theirs too."""

from typing import TYPE_CHECKING

from simulator.record.samples import WORKER_COLUMNS

if TYPE_CHECKING:
    from simulator.model.account import Account


class Lineage:
    """Figures of those who went before, also what the last of them still adds to them."""

    __slots__ = ("gone", "last")

    def __init__(self) -> None:
        self.last: Account | None = None
        """Who went before, as long as anybody of the line lives."""
        self.gone: tuple[float, ...] = (0,) * len(WORKER_COLUMNS)
        """The figures of those before, who do not."""

    def follow(self, previous: "Account") -> None:
        """Take the number of a process that went before."""
        self.last = previous

    def figures(self, now: int) -> tuple[float, ...]:
        """A row of WORKER_COLUMNS, of them all; of those who are gone only the sum is kept."""
        line: list[tuple[Lineage, Account]] = []
        lineage = self
        while lineage.last is not None:
            line.append((lineage, lineage.last))
            lineage = lineage.last.lineage
        figures, are_gone = lineage.gone, True
        for lineage, last in reversed(line):  # no call for each: there may be thousands
            figures = tuple(map(sum, zip(figures, last.own_figures(now), strict=True)))
            are_gone = are_gone and last.died >= 0
            if are_gone:
                lineage.gone, lineage.last = figures, None
        return figures
