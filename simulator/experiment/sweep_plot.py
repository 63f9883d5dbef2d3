"""A picture of a sweep: lines over one key, a heat map over two; the only module that imports matplotlib."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.errors import ResultsError, SimulatorError
from simulator.experiment.sweep_table import Estimate, PointFigures, SweepTable, number
from simulator.whole import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = (".png", ".svg")
SHOWN: dict[str, tuple[str, str, float]] = {
    "mean": ("response_mean_s", "mean response time (ms)", 1000.0),
    "p50": ("response_p50_s", "p50 of response times (ms)", 1000.0),
    "p90": ("response_p90_s", "p90 of response times (ms)", 1000.0),
    "p95": ("response_p95_s", "p95 of response times (ms)", 1000.0),
    "p99": ("response_p99_s", "p99 of response times (ms)", 1000.0),
    "throughput": ("throughput_per_s", "throughput (per second)", 1.0),
    "goodput": ("goodput_per_s", "goodput (per second)", 1.0),
    "errors": ("errors", "errors (% of attempts)", 100.0),
    "utilisation": ("utilisation", "event loop busy (%)", 100.0),
    "in_flight": ("in_flight", "in flight", 1.0),
}
"""What a picture can show: column, label, factor."""
_MOST_KEYS = 2
_FEWEST_FOR_A_MAP = 3
_FEWEST_FOR_LOG = 10
"""Largest over smallest value, from which a scale is logarithmic."""
_STYLE = {"color": "#1f6feb", "marker": "o", "markersize": 4.0, "linewidth": 1.5, "capsize": 3.0}


def check(path: Path, shown: str, keys: "Sequence[str]") -> None:
    """Before the sweep: can it be drawn?

    Raises SimulatorError.
    """
    if path.suffix.lower() not in FORMATS:
        raise SimulatorError(f"--plot: the file must end with {' or '.join(FORMATS)}, got {path.name}")
    if shown not in SHOWN:
        raise SimulatorError(f"--show: must be one of {', '.join(SHOWN)}, got {shown}")
    if len(keys) > _MOST_KEYS:
        raise SimulatorError(f"--plot: can show one or two keys that vary, not {len(keys)}")
    if not path.parent.is_dir():
        raise SimulatorError(f"--plot: there is no folder {path.parent}")
    try:
        import matplotlib  # noqa: F401, PLC0415  # an extra
    except ImportError as error:
        raise SimulatorError("--plot: needs the extra: pip install 'vazao[plot]'") from error


def plot(table: SweepTable, title: str, shown: str, path: Path) -> None:
    """Write the picture.

    Raises ResultsError where it cannot be written.
    """
    import matplotlib as mpl  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    with mpl.rc_context({"svg.hashsalt": "vazao", "svg.fonttype": "none", "font.size": 10}):
        figure = Figure(figsize=(8, 5), dpi=120, layout="constrained")
        _draw(figure, table, title, shown)
        # Without the date the same sweep gives the same bytes.
        metadata = {"Date": None} if path.suffix.lower() == ".svg" else None
        try:
            with whole(path) as part:
                figure.savefig(part, format=path.suffix[1:].lower(), metadata=metadata)
        except OSError as error:
            raise ResultsError(f"cannot write results: {path}: {error.strerror or error}") from error


def _draw(figure: "Figure", table: SweepTable, title: str, shown: str) -> None:
    axes = figure.subplots()
    _, label, _ = SHOWN[shown]
    points = list(table.points())
    axes.set_title(title, loc="left", fontsize=11)
    axes.set_xlabel(_axis(table.keys[0], points))
    if len(table.keys) == 1:
        _line(axes, points, table.keys[0], shown, "")
        axes.set_ylabel(label)
        _settle(axes, points, table.keys[0], shown)
        return
    first, second = table.keys
    if _is_map(points, first, second):
        _heat_map(figure, axes, points, (first, second), shown)
        return
    if _is_grid(points, first, second):
        for value in _levels(points, second):
            group = [point for point in points if number(point.values[second]) == value]
            _line(axes, group, first, shown, f"{second} = {group[0].values[second]}")
        axes.legend(frameon=False, fontsize=8)
        axes.set_ylabel(label)
        _settle(axes, points, table.keys[0], shown)
        return
    _scatter(figure, axes, points, (first, second), shown)


def _axis(key: str, points: "Sequence[PointFigures]") -> str:
    """With the unit that `number` gives its values."""
    values = [point.values[key] for point in points]
    is_time = any(isinstance(value, str) and _is_number(number(value)) for value in values)
    return f"{key} (s)" if is_time else key


def _estimate(point: PointFigures, shown: str) -> Estimate | None:
    column, _, factor = SHOWN[shown]
    found = point.figures[column]
    if found is None:
        return None
    ends = found.ci95
    return Estimate(found.mean * factor, (ends[0] * factor, ends[1] * factor) if ends else None)


def _line(axes: "Axes", points: "Sequence[PointFigures]", key: str, shown: str, label: str) -> None:
    drawn = [(number(point.values[key]), found) for point in points if (found := _estimate(point, shown))]
    if all(_is_number(value) for value, _ in drawn):
        drawn.sort(key=lambda pair: float(pair[0]))
    places = [value if _is_number(value) else str(value) for value, _ in drawn]
    halves = [(found.ci95[1] - found.ci95[0]) / 2 if found.ci95 else 0.0 for _, found in drawn]
    style = dict(_STYLE)
    if label:
        del style["color"]
    axes.errorbar(places, [found.mean for _, found in drawn], yerr=halves, label=label or None, **style)  # type: ignore[arg-type]  # a text is a category


def _settle(axes: "Axes", points: "Sequence[PointFigures]", key: str, shown: str) -> None:
    axes.grid(visible=True, alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    means = [found.mean for point in points if (found := _estimate(point, shown)) and found.mean > 0]
    if means and max(means) > _FEWEST_FOR_LOG * min(means):
        axes.set_yscale("log")
    else:
        axes.set_ylim(bottom=0, top=1.1 * max(means, default=1.0))
    places = sorted({place for point in points if _is_number(place := _place(point.values[key]))})
    if 0 < len(places) <= _MOST_TICKS:
        axes.set_xticks(places, [_tick(place) for place in places])


def _is_number(value: Any) -> bool:  # noqa: ANN401  # a plain TOML value
    return isinstance(value, int | float) and not isinstance(value, bool)


def _levels(points: "Sequence[PointFigures]", key: str) -> list[Any]:
    return list(dict.fromkeys(number(point.values[key]) for point in points))


def _is_grid(points: "Sequence[PointFigures]", first: str, second: str) -> bool:
    return len(points) == len(_levels(points, first)) * len(_levels(points, second))


def _is_map(points: "Sequence[PointFigures]", first: str, second: str) -> bool:
    fewest = min(len(_levels(points, key)) for key in (first, second))
    return _is_grid(points, first, second) and fewest >= _FEWEST_FOR_A_MAP


def _heat_map(
    figure: "Figure", axes: "Axes", points: "Sequence[PointFigures]", keys: tuple[str, str], shown: str
) -> None:
    import numpy as np  # noqa: PLC0415

    columns, rows = (_levels(points, key) for key in keys)
    cells = np.full((len(rows), len(columns)), np.nan)
    for point in points:
        found = _estimate(point, shown)
        if found is not None:
            place = (rows.index(number(point.values[keys[1]])), columns.index(number(point.values[keys[0]])))
            cells[place] = found.mean
    image = axes.imshow(cells, origin="lower", aspect="auto", cmap="viridis", norm=_norm(cells))
    _ticks(axes, columns, rows)
    if cells.size <= _MOST_WRITTEN:
        _write(axes, cells)
    axes.set_ylabel(_axis(keys[1], points))
    figure.colorbar(image, ax=axes, label=SHOWN[shown][1])


def _norm(cells: Any) -> Any:  # noqa: ANN401  # an array; a matplotlib norm, or None
    from matplotlib.colors import LogNorm  # noqa: PLC0415

    present = [cell for cell in cells.flat if cell > 0]
    is_wide = len(present) == cells.size and max(present) > _FEWEST_FOR_LOG * min(present)
    return LogNorm() if is_wide else None


_MOST_TICKS = 12
_THOUSAND = 1000
_MOST_WRITTEN = 100
"""Cells; in more than these their numbers would touch."""


def _write(axes: "Axes", cells: Any) -> None:  # noqa: ANN401  # an array
    import numpy as np  # noqa: PLC0415
    from matplotlib.patheffects import withStroke  # noqa: PLC0415

    outline = [withStroke(linewidth=2, foreground="#00000090")]
    for (row, column), value in np.ndenumerate(cells):
        if not np.isnan(value):  # the point failed
            text = f"{value:.3g}" if value < _THOUSAND else f"{value:,.0f}"
            axes.text(column, row, text, ha="center", va="center", color="white", fontsize=8, path_effects=outline)


def _ticks(axes: "Axes", columns: "Sequence[Any]", rows: "Sequence[Any]") -> None:
    for levels, set_ticks in ((columns, axes.set_xticks), (rows, axes.set_yticks)):
        step = -(-len(levels) // _MOST_TICKS)
        places = range(0, len(levels), step)
        set_ticks(list(places), [_tick(levels[place]) for place in places])


def _tick(value: Any) -> str:  # noqa: ANN401  # a plain TOML value
    return f"{value:.4g}" if _is_number(value) else str(value)


def _scatter(
    figure: "Figure", axes: "Axes", points: "Sequence[PointFigures]", keys: tuple[str, str], shown: str
) -> None:
    import numpy as np  # noqa: PLC0415

    drawn = [(point, found.mean) for point in points if (found := _estimate(point, shown))]
    x, y = ([_place(point.values[key]) for point, _ in drawn] for key in keys)
    means = np.array([mean for _, mean in drawn])
    image = axes.scatter(x, y, c=means, cmap="viridis", norm=_norm(means), s=40)
    axes.set_ylabel(_axis(keys[1], points))
    figure.colorbar(image, ax=axes, label=SHOWN[shown][1])


def _place(value: Any) -> Any:  # noqa: ANN401  # a plain TOML value; a text is a category
    plain = number(value)
    return plain if _is_number(plain) else str(plain)
