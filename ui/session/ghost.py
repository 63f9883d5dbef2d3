"""The run that was left where another branched off."""

from dataclasses import dataclass

from simulator.record import Samples


@dataclass(frozen=True, slots=True)
class Ghost:
    """What is shown of it beside the run that went on from an instant of it; the rest of it need not stay."""

    samples: Samples
    """Only to be read."""
    since_s: float
    """Where the two part: up to there they are the same."""
    end_s: float
    """How far it had come when it was left."""
