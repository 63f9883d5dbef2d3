"""Runs to go on with: they stand still until somebody lets them go."""

from collections.abc import Callable

import pytest

from simulator.model import System
from simulator.scenario import load

MakeRun = Callable[..., System]


@pytest.fixture
def make_run() -> MakeRun:
    """Makes a bundled scenario's run as a session has it."""

    def make(name: str = "01_blocking", seed: int = 3) -> System:
        return System(load(name), seed=seed, trace=True, endless=True, sample_every_s=0.1)

    return make
