"""The fits as a picture: measured times beside the distribution that was chosen."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from simulator.errors import ResultsError, SimulatorError
from simulator.reality.calibrate.fitting import Fit
from simulator.reality.calibrate.outline import BINS, outline
from simulator.whole import whole

FORMATS = (".png", ".svg")
_MOST = 12
_COLUMNS = 3


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
        drawn = outline(fit)
        width = drawn.highest_s * 1e3 / BINS
        middles = (np.arange(BINS) + 0.5) * width
        axes.bar(middles, drawn.measured, width=width, color="#c9d7e8", label="measured")
        if drawn.fitted:
            axes.plot(middles, drawn.fitted, color="#1f6feb", linewidth=1.5, label="fitted")
        elif drawn.constant_s is not None:
            axes.axvline(drawn.constant_s * 1e3, color="#1f6feb", linewidth=1.5, label="fitted")
        axes.set_title(f"{name}\n{fit.distribution.kind.value}, {len(fit.times):,} times", fontsize=9)
        axes.set_xlabel("ms", fontsize=8)
        axes.set_yticks([])
        axes.tick_params(labelsize=8)
        axes.legend(fontsize=7, frameon=False)
    try:
        with whole(path) as part:
            figure.savefig(part, format=path.suffix[1:].lower())
    except OSError as error:
        raise ResultsError(f"cannot write {path}: {error.strerror or error}") from error
