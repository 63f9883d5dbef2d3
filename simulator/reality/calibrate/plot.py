"""The fits as a picture: measured times beside the distribution that was chosen."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from simulator.distributions import DistributionKind
from simulator.errors import ResultsError, SimulatorError
from simulator.reality.calibrate.fitting import Fit
from simulator.whole import whole

FORMATS = (".png", ".svg")
_MOST = 12
_COLUMNS = 3
_BINS = 40


def check(path: Path) -> None:
    """Raises SimulatorError where it cannot be drawn."""
    if path.suffix.lower() not in FORMATS:
        raise SimulatorError(f"--plot: must end in {' or '.join(FORMATS)}, got {path.name}")
    try:
        import matplotlib  # noqa: F401, PLC0415  # is it there?
    except ImportError as error:
        raise SimulatorError("--plot: needs matplotlib: pip install 'vazao[plot]'") from error


def plot(fits: Mapping[str, Fit], path: Path) -> None:
    """The busiest routes, a panel each: a histogram, and the density of the chosen distribution.

    Raises ResultsError.
    """
    from matplotlib.figure import Figure  # noqa: PLC0415  # an extra

    shown = list(fits.items())[:_MOST]
    columns = min(_COLUMNS, len(shown))
    rows = -(-len(shown) // columns)
    figure = Figure(figsize=(4.2 * columns, 3.0 * rows), layout="constrained")
    for number, (name, fit) in enumerate(shown, 1):
        axes = figure.add_subplot(rows, columns, number)
        times = fit.times * 1e3
        highest = float(np.quantile(times, 0.995)) * 1.05
        axes.hist(times, bins=_BINS, range=(0, highest), density=True, color="#c9d7e8", label="measured")
        if fit.distribution.kind not in (DistributionKind.EMPIRICAL, DistributionKind.CONSTANT):
            # Drawn as the scenario would draw: by inverse transform, evenly over all probabilities.
            drawn = fit.distribution.unit_variates((np.arange(20_000) + 0.5) / 20_000) * fit.distribution.mean_s * 1e3
            density, edges = np.histogram(drawn, bins=_BINS * 2, range=(0, highest))
            width = edges[1] - edges[0]
            axes.plot(
                edges[:-1] + width / 2, density / (len(drawn) * width), color="#1f6feb", linewidth=1.5, label="fitted"
            )
        elif fit.distribution.kind is DistributionKind.CONSTANT:
            axes.axvline(fit.distribution.mean_s * 1e3, color="#1f6feb", linewidth=1.5, label="fitted")
        axes.set_title(f"{name}\n{fit.distribution.kind.value}, {len(times):,} times", fontsize=9)
        axes.set_xlabel("ms", fontsize=8)
        axes.set_yticks([])
        axes.tick_params(labelsize=8)
        axes.legend(fontsize=7, frameon=False)
    try:
        with whole(path) as part:
            figure.savefig(part, format=path.suffix[1:].lower())
    except OSError as error:
        raise ResultsError(f"cannot write {path}: {error.strerror or error}") from error
