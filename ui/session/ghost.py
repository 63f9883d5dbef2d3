"""The run that was left where another branched off."""

from dataclasses import dataclass

from simulator.model import System


@dataclass(frozen=True, slots=True)
class Ghost:
    """It stands still beside the run that went on from an instant of it; to be read only."""

    system: System
    since_s: float
    """Where the two part: up to there they are the same."""
    end_s: float
    """How far it had come when it was left."""
