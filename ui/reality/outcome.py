"""What a check came to, from the process that made it. Pure."""

import json
from dataclasses import dataclass
from pathlib import Path

from simulator.reality.reasons import Cause, Reason
from simulator.record import Samples
from ui.reality.overlay import samples_of

EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: times in seconds, throughput per second, all else shares."""

    name: str
    measured: float | None
    simulated: float | None
    is_ok: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Measured beside simulated."""

    figures: tuple[Figure, ...]
    reasons: tuple[Reason, ...]
    samples: Samples
    """Measured, for the charts."""

    @property
    def missed(self) -> int:
        """Figures that do not agree."""
        return sum(not figure.is_ok for figure in self.figures)


def outcome_of(folder: Path) -> Outcome:
    """Of the folder that `simulate reality --out` wrote."""
    told = json.loads((folder / "reality.json").read_text(encoding="utf-8"))
    figures = tuple(
        Figure(each["figure"], each["measured"], each["simulated"], bool(each["ok"])) for each in told["figures"]
    )
    reasons = tuple(Reason(Cause(each["cause"]), float(each["amount"])) for each in told["reasons"])
    return Outcome(figures, reasons, samples_of(folder / "reality.csv", EVERY_S))
