"""The run that was left where another branched off."""

from typing import NamedTuple

from simulator.record import Samples


class Ghost(NamedTuple):
    """What is shown of it beside the run that went on from an instant of it; the rest of it need not stay."""

    samples: Samples
    """Only to be read."""
    since_s: float
    """Where the two part: up to there they are the same."""
    end_s: float
    """How far it had come when it was left."""
