"""When measured and simulated agree, each by the mean of the runs.

Throughput within 3 % where the server leaves half of the cores to the clients; p50 and p95 within the tolerances of the
measured cases (tests/fidelity/expected.json).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from simulator.reality.check import Checked
from simulator.reality.figures import Beside
from simulator.reality.reasons import reasons
from tests.fidelity.judge import allowed, expected

JUDGED = ("throughput", "p50", "p95")
MOST_SERVER_CPU = 0.5
THROUGHPUT = 0.03
_OF_THE_CASE = ("mean", "p50", "p95", "rejected", "failed")


@dataclass(frozen=True)
class Verdict:
    """Of one scenario."""

    name: str
    figures: tuple[Beside, ...]
    reasons: tuple[str, ...]
    unjudged: Mapping[str, str]
    """Why a figure is not judged."""
    others: float
    """Largest share of the processors that other programs took."""

    @property
    def missed(self) -> list[Beside]:
        """Of those that are judged."""
        return [each for each in self._off if each.figure in JUDGED]

    @property
    def also(self) -> list[Beside]:
        """Of the others."""
        return [each for each in self._off if each.figure not in JUDGED]

    @property
    def _off(self) -> list[Beside]:
        return [each for each in self.figures if not each.is_ok and each.figure not in self.unjudged]

    @property
    def agrees(self) -> bool:
        """In all that is judged."""
        return not self.missed


def verdict_of(name: str, checked: Checked) -> Verdict:
    """The case of tests/fidelity with that name has tolerances of its own."""
    busy = max(run.server_cpu for run in checked.measured)
    case = expected().get(name.partition("_")[0], {})
    figures = tuple(_by_the_case(each, case.get("tolerance", {})) for each in checked.beside)
    unjudged = {"throughput": f"the server took {busy:.0%} of the cores"} if busy >= MOST_SERVER_CPU else {}
    others = max(run.others for run in checked.measured)
    return Verdict(name, figures, _reasons(checked, figures), unjudged, others)


def _by_the_case(each: Beside, tolerance: Mapping[str, Any]) -> Beside:
    if each.figure == "throughput":
        return replace(each, tolerance=THROUGHPUT * (each.measured or 0.0))
    if each.figure in _OF_THE_CASE and each.figure in tolerance and each.measured is not None:
        return replace(each, tolerance=allowed(each.figure, tolerance[each.figure], each.measured))
    return each


def _reasons(checked: Checked, figures: Sequence[Beside]) -> tuple[str, ...]:
    return tuple(reason.text for reason in reasons(checked, figures))
