"""Line charts and bars as inline SVG; colours come from the page's style sheet."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Figures = Callable[[str], str]
"""Writes a number of English as the reader's language has it."""

_WIDTH, _HEIGHT = 720, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 8, 10, 24
_MOST_POINTS = 1000
_MOST_STEPS = 5
_STEPS = (1.0, 2.0, 5.0, 10.0)
"""Between numbers at an axis."""
_CLOSE = 40
"""So near to the right end a number would lie on the edge, px."""


def lines(x: Values, series: Mapping[str, Values], *, unit: str, x_unit: str = "s", figures: Figures = str) -> str:
    """Curves over x that begin at 0; gaps where there is no value. Each of the first four has a colour of its own."""
    highest = max((float(np.nanmax(values)) for values in series.values() if np.isfinite(values).any()), default=0.0)
    top = _round_up(highest)
    right = float(x[-1]) if len(x) and x[-1] > 0 else 1.0
    parts = [*_grid(top, right, unit, x_unit, figures)]
    for number, values in enumerate(series.values()):
        parts += [
            f'<polyline class="line c{number % 4}" points="{points}"/>' for points in _curves(x, values, top, right)
        ]
    names = ", ".join(series)
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(names)}">{"".join(parts)}</svg>'


def _curves(x: Values, values: Values, top: float, right: float) -> Iterator[str]:
    """Pieces between gaps, thinned to what can be seen."""
    every = max(1, -(-len(x) // _MOST_POINTS))
    across = _LEFT + (_WIDTH - _LEFT - _RIGHT) * x[::every] / right
    down = _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * values[::every] / top
    piece: list[str] = []
    for left, height in zip(across, down, strict=True):
        if math.isfinite(height):
            piece.append(f"{left:.1f},{height:.1f}")
        elif piece:
            yield " ".join(piece)
            piece = []
    if piece:
        yield " ".join(piece)


def _grid(top: float, right: float, unit: str, x_unit: str, figures: Figures) -> Iterator[str]:
    for value, is_last in _ticks(top):
        height = _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / top
        yield f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{height:.1f}" y2="{height:.1f}"/>'
        label = figures(_short(value)) + (f" {unit}" if is_last and unit else "")
        yield f'<text x="{_LEFT - 6}" y="{height + 4:.1f}" text-anchor="end">{escape(label)}</text>'
    for value, is_last in _ticks(right):
        across = _LEFT + (_WIDTH - _LEFT - _RIGHT) * value / right
        is_at_edge = across > _WIDTH - _RIGHT - _CLOSE / 2
        label = figures(_short(value)) + (f" {x_unit}" if is_last else "")
        at, anchor = (_WIDTH - _RIGHT, "end") if is_at_edge else (across, "middle")
        yield f'<text x="{at:.1f}" y="{_HEIGHT - 6}" text-anchor="{anchor}">{escape(label)}</text>'


def _ticks(end: float) -> Iterator[tuple[float, bool]]:
    """Round numbers from 0 to `end`, and whether each is the last."""
    step = _step(end)
    count = math.floor(end / step + 1e-9)
    for number in range(count + 1):
        yield number * step, number == count


def _step(end: float) -> float:
    """The smallest round step of which not too many come to `end`."""
    scale = 10.0 ** math.floor(math.log10(end / _MOST_STEPS))
    return next(step * scale for step in _STEPS if end / (step * scale) <= _MOST_STEPS + 1e-9)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"  # noqa: PLR2004  # nobody reads 1.2e+03


def _round_up(value: float) -> float:
    """The next number of an axis; 1 of nothing."""
    if not value > 0:
        return 1.0
    step = _step(value)
    return step * math.ceil(value / step - 1e-9)


def histogram(values: Values, label: str, of_bin: str, figures: Figures = str, bins: int = 60) -> str:
    """How many of the seconds fall into equal bins, up to the highest percentile that is not a lone outlier.

    `of_bin` has the slots low, high and count.
    """
    if not len(values):
        return lines(np.zeros(0), {label: np.zeros(0)}, unit="")
    highest = _round_up(float(np.percentile(values, 99.5)))
    counts, edges = np.histogram(values, bins=bins, range=(0.0, highest))
    top = _round_up(float(counts.max()))
    width = (_WIDTH - _LEFT - _RIGHT) / bins
    parts = [*_grid(top, highest, "", "s", figures)]
    for number, count in enumerate(counts):
        tall = (_HEIGHT - _TOP - _BOTTOM) * count / top
        at = f'x="{_LEFT + number * width:.1f}" y="{_HEIGHT - _BOTTOM - tall:.1f}"'
        size = f'width="{max(width - 1, 1):.1f}" height="{tall:.1f}"'
        low, high = (figures(f"{edge:.3g}") for edge in edges[number : number + 2])
        title = of_bin.format(low=low, high=high, count=count)
        parts.append(f'<rect class="bar" {at} {size}><title>{escape(title)}</title></rect>')
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(label)}">{"".join(parts)}</svg>'


def shares(parts: Sequence[tuple[int, str, float]], label: str, figures: Figures = str) -> str:
    """One bar divided by shares that add up to 1; each with the number of its colour."""
    at, drawn = 0.0, []
    for number, name, share in parts:
        title = f"{name}: {figures(f'{share * 100:.1f}')} %"
        x, width = f"{at * _WIDTH:.1f}", f"{share * _WIDTH:.1f}"
        drawn.append(
            f'<rect class="share s{number}" x="{x}" y="0" width="{width}" height="28">'
            f"<title>{escape(title)}</title></rect>"
        )
        at += share
    return f'<svg viewBox="0 0 {_WIDTH} 28" role="img" aria-label="{escape(label)}">{"".join(drawn)}</svg>'
