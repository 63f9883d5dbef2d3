"""What each row of the panel shows: its targets in this run, its value now, and whether that changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.scenario import Scenario
from ui.parameters.specs import SPECS, Spec
from ui.parameters.targets import Reason, Target, Value, is_changed, targets, value_of


@dataclass(frozen=True, slots=True)
class Offer:
    """A parameter in one run."""

    spec: Spec
    targets: tuple[Target, ...]
    reason: Reason | None = None
    """Why there is no target."""

    def target(self, name: str | None) -> Target | None:
        """The target of that name, else the first."""
        return next((target for target in self.targets if target.name == name), next(iter(self.targets), None))

    def has(self, name: str) -> bool:
        """Whether there is a target of that name."""
        return any(target.name == name for target in self.targets)


@dataclass(frozen=True, slots=True)
class RowState:
    """What a row shows."""

    value: Value | None
    """None: there is nothing to set."""
    opening: Value | None
    """What it was when the run began."""
    is_changed: bool = False
    reason: Reason | None = None


def offers(scenario: Scenario) -> tuple[Offer, ...]:
    """All parameters in a run that begins with `scenario`, in the panel's order."""
    return tuple(_offer(spec, targets(spec, scenario)) for spec in SPECS)


def _offer(spec: Spec, found: tuple[Target, ...] | Reason) -> Offer:
    return Offer(spec, (), found) if isinstance(found, Reason) else Offer(spec, found)


def state(offer: Offer, target: Target | None, opening: Scenario, scenario: Scenario) -> RowState:
    """What the row of an offer shows of one of its targets."""
    if target is None:
        return RowState(None, None, reason=offer.reason)
    return RowState(
        value_of(offer.spec, target, scenario),
        value_of(offer.spec, target, opening),
        is_changed(offer.spec, target, opening, scenario),
    )


def changes(found: Iterable[Offer], opening: Scenario, scenario: Scenario) -> int:
    """How many values differ from those the run began with."""
    if opening is scenario:
        return 0
    return sum(
        is_changed(offer.spec, target, opening, scenario)
        for offer in found
        for target in offer.targets
        if not target.is_together
    )
