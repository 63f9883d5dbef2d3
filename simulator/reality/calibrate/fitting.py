"""Which distribution fits measured times: constant, exponential, lognormal, gamma or the times themselves, by AIC."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.distributions import Distribution, DistributionKind

Times = NDArray[np.float64]
_SMALLEST_S = 1e-6
_CONSTANT_CV = 0.02
"""A constant is what stays within two per cent."""
_AS_GOOD = 2.0
"""Difference of AIC up to which two models have the same support (Burnham and Anderson 2002, p. 70)."""
_MOST_FITTED = 2_000
"""Of more times a sample is fitted: with a hundred thousand, every model of two parameters is refused."""
_MOST_BINS = 30
_FEWEST_FOR_BINS = 60
_SIGNIFICANT = 4


@dataclass(frozen=True)
class Fit:
    """The best of the candidates."""

    distribution: Distribution
    """Of kind EMPIRICAL without a file: whoever writes the scenario names one."""
    times: Times
    """What was fitted, seconds."""
    aic: dict[DistributionKind, float]
    """Akaike's criterion (1974): 2 k - 2 log L, the smaller the better."""

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        mean = float(self.times.mean())
        cv = float(self.times.std()) / mean if mean else 0.0
        aic = {kind.value: value for kind, value in self.aic.items()}
        return {"kind": self.distribution.kind.value, "count": len(self.times), "mean_s": mean, "cv": cv, "aic": aic}

    @property
    def words(self) -> str:
        """The choice and the next best."""
        best = self.distribution.kind
        ranked = sorted(self.aic, key=lambda kind: self.aic[kind])
        others = ", ".join(
            f"{kind.value} {self.aic[kind] - self.aic[best]:+,.0f}" for kind in ranked if kind is not best
        )
        mean = _milliseconds(float(self.times.mean()))
        cv = float(self.times.std() / self.times.mean()) if self.times.mean() else 0.0
        if best is DistributionKind.CONSTANT:
            if len(self.times) == 1:
                return f"a single time ({mean}): a constant"
            return f"{len(self.times):,} times hardly vary (mean {mean}, cv {round(cv, 6):.2g}): a constant"
        return (
            f"{best.value} fits {len(self.times):,} times best (mean {mean}, cv {cv:.2f}); AIC of the others: {others}"
        )


def _milliseconds(seconds: float) -> str:
    """Three digits that matter, and all before the point."""
    return f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds * 1e3:,.0f} ms"


def fit(times: Times, *, allow_empirical: bool = True) -> Fit:
    """Fit times in seconds; at least one."""
    times = np.maximum(np.asarray(times, dtype=np.float64), _SMALLEST_S)
    sample = (
        times if len(times) <= _MOST_FITTED else np.random.default_rng(0).choice(times, _MOST_FITTED, replace=False)
    )
    aic = {kind: criterion(sample) for kind, criterion in _CRITERIA.items()}
    if not allow_empirical or len(sample) < _FEWEST_FOR_BINS:
        del aic[DistributionKind.EMPIRICAL]
    best = _best(aic, sample)
    return Fit(_DISTRIBUTIONS[best](times), times, aic)


def _best(aic: dict[DistributionKind, float], times: Times) -> DistributionKind:
    """The smallest; of those that are as good, the first, which has the fewest parameters."""
    if float(times.std()) <= _CONSTANT_CV * float(times.mean()):
        return DistributionKind.CONSTANT
    least = min(aic.values())
    return next(kind for kind, value in aic.items() if value <= least + _AS_GOOD)


# Log likelihoods


def _constant(times: Times) -> float:
    mean = float(times.mean())
    deviation = max(_CONSTANT_CV * mean, _SMALLEST_S)
    squares = float((((times - mean) / deviation) ** 2).sum())
    return 2 * 1 + squares + 2 * len(times) * math.log(deviation * math.sqrt(2 * math.pi))


def _exponential(times: Times) -> float:
    return 2 * 1 + 2 * len(times) * (math.log(float(times.mean())) + 1)


def _lognormal(times: Times) -> float:
    logs = np.log(times)
    deviation = max(float(logs.std()), 1e-9)
    likelihood = -float(logs.sum()) - len(times) * (math.log(deviation * math.sqrt(2 * math.pi)) + 0.5)
    return 2 * 2 - 2 * likelihood


def _gamma(times: Times) -> float:
    from scipy import stats  # noqa: PLC0415  # scipy takes its time

    shape, scale = _gamma_parameters(times)
    return 2 * 2 - 2 * float(stats.gamma.logpdf(times, shape, scale=scale).sum())


def _gamma_parameters(times: Times) -> tuple[float, float]:
    """Maximum likelihood: log k - digamma(k) = log(mean) - mean(log) (Choi and Wette 1969, eq. 2.1)."""
    from scipy.optimize import brentq  # noqa: PLC0415
    from scipy.special import digamma  # noqa: PLC0415

    mean = float(times.mean())
    gap = math.log(mean) - float(np.log(times).mean())
    if gap <= 1e-12:  # noqa: PLR2004  # all the same
        return 1e12, mean / 1e12
    shape = float(brentq(lambda k: math.log(k) - float(digamma(k)) - gap, 1e-4, 1e12))
    return shape, mean / shape


def _empirical(times: Times) -> float:
    """A histogram of equally full bins: as many parameters as bins less one, and the edges between them."""
    count = min(_MOST_BINS, max(2, round(2 * len(times) ** (1 / 3))))
    edges = np.unique(np.quantile(times, np.linspace(0, 1, count + 1)))
    if len(edges) < 3:  # noqa: PLR2004  # two values at most: no density
        return math.inf
    counts, _ = np.histogram(times, edges)
    density = counts / (len(times) * np.diff(edges))
    full = counts > 0
    likelihood = float((counts[full] * np.log(density[full])).sum())
    return 2 * 2 * (len(counts) - 1) - 2 * likelihood


_CRITERIA: dict[DistributionKind, Callable[[Times], float]] = {
    DistributionKind.CONSTANT: _constant,
    DistributionKind.EXPONENTIAL: _exponential,
    DistributionKind.LOGNORMAL: _lognormal,
    DistributionKind.GAMMA: _gamma,
    DistributionKind.EMPIRICAL: _empirical,
}


# Distributions; the mean is that of the times, whatever the shape, so that throughput comes out right.


def rounded(value: float) -> float:
    """Four digits are more than any measurement has."""
    return float(f"{value:.{_SIGNIFICANT}g}")


def _mean(times: Times) -> float:
    return rounded(float(times.mean()))


def _shape(cv: float) -> float:
    return min(100.0, max(0.0011, rounded(cv)))


def _fitted_lognormal(times: Times) -> Distribution:
    cv = math.sqrt(math.expm1(min(9.0, float(np.log(times).var()))))
    return Distribution(DistributionKind.LOGNORMAL, _mean(times), _shape(cv))


def _fitted_gamma(times: Times) -> Distribution:
    return Distribution(DistributionKind.GAMMA, _mean(times), _shape(_gamma_parameters(times)[0] ** -0.5))


_DISTRIBUTIONS: dict[DistributionKind, Callable[[Times], Distribution]] = {
    DistributionKind.CONSTANT: lambda times: Distribution(DistributionKind.CONSTANT, _mean(times)),
    DistributionKind.EXPONENTIAL: lambda times: Distribution(DistributionKind.EXPONENTIAL, _mean(times)),
    DistributionKind.LOGNORMAL: _fitted_lognormal,
    DistributionKind.GAMMA: _fitted_gamma,
    DistributionKind.EMPIRICAL: lambda times: Distribution(
        DistributionKind.EMPIRICAL, _mean(times), file="times.csv", values_s=tuple(times.tolist())
    ),
}
assert set(_CRITERIA) == set(_DISTRIBUTIONS)
