"""What is said of a run at the end of every interval."""

import numpy as np
import pytest

from simulator.model.sampler import quantiles_of


@pytest.mark.parametrize("count", [1, 2, 3, 20, 101, 5000])
def test_quantiles_are_those_of_numpy_to_the_bit(count: int) -> None:
    values = np.random.default_rng(count).integers(0, 10**12, count)
    assert quantiles_of(values) == tuple(np.percentile(values, (50, 95, 99)).tolist())
