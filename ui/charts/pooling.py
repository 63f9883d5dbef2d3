"""Percentiles of several intervals together, from the percentiles of each. Pure."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RANKS = np.array([0.50, 0.95, 0.99])
_EDGES = np.array([0.0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0])
_MIDDLES, _WIDTHS = (_EDGES[1:] + _EDGES[:-1]) / 2, np.diff(_EDGES)
_ATOMS = len(_MIDDLES)


def pooled(percentiles: Floats, counts: Floats) -> Floats:
    """p50, p95 and p99 of all values of several intervals; NaN where there were none.

    `percentiles` has the shape (points, intervals, 3), `counts` (points, intervals): how many values each is of. Of few
    values the median and the two largest are known again from the percentiles exactly; between those, and where there
    are many, an exponential distribution is assumed. Checked against the values themselves: within a tenth.
    """
    values, weights = _atoms(percentiles, counts)
    order = np.argsort(values, axis=1)
    values = np.take_along_axis(values, order, axis=1)
    weights = np.take_along_axis(weights, order, axis=1)
    # A value of weight w stands for w ranks around its middle; of weight 1 for the rank itself.
    places = np.cumsum(weights, axis=1) - weights / 2 - 0.5
    whole = weights.sum(axis=1)
    result = np.full((len(values), len(RANKS)), np.nan)
    for row in np.flatnonzero(whole > 0):
        result[row] = np.interp(RANKS * (whole[row] - 1), places[row], values[row])
    return result


def _atoms(percentiles: Floats, counts: Floats) -> tuple[Floats, Floats]:
    """Values and their weights that stand for the intervals', shape (points, intervals x atoms)."""
    number = counts[..., None]
    index = np.arange(_ATOMS, dtype=np.float64)
    is_few = number <= _ATOMS
    weights = np.where(is_few, (index < number).astype(np.float64), number * _WIDTHS)
    p50, p95, p99 = (np.nan_to_num(percentiles[..., i])[..., None] for i in range(3))
    low, middle, high = (_depth(rank * (number - 1), number) for rank in RANKS)
    depths = np.where(is_few, _depth(np.minimum(index, number - 1), number), -np.log1p(-_MIDDLES))
    values = np.where(
        depths < middle,
        p50 + (depths - low) * (p95 - p50) / np.maximum(middle - low, 1e-9),
        p95 + (depths - middle) * (p99 - p95) / np.maximum(high - middle, 1e-9),
    )
    # Of so few, p95 and p99 both lie on the line between the two largest.
    step = (p99 - p95) / np.maximum((RANKS[2] - RANKS[1]) * (number - 1), 1e-9)
    largest = p95 + (index - RANKS[1] * (number - 1)) * step
    values = np.maximum(np.where(is_few & (index >= number - 2), largest, values), 0.0)
    # What weighs nothing goes to the end, where it disturbs no interpolation.
    beyond = np.nextafter(np.max(values, axis=(1, 2), keepdims=True), np.inf)
    values = np.where(weights > 0, values, beyond)
    return values.reshape(len(values), -1), weights.reshape(len(weights), -1)


def _depth(position: Floats, number: Floats) -> Floats:
    """Where the value at a position (from 0) of so many sorted ones lies, in means of an exponential distribution.

    The expected order statistic (Renyi 1953), its harmonic numbers by logarithms.
    """
    depth: Floats = np.log((number + 0.5) / np.maximum(number - 0.5 - position, 0.25))
    return depth
