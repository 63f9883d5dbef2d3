"""The charts, from the beginning of the run."""

from functools import partial
from typing import TYPE_CHECKING

from ui.charts.kinds import ChartKind
from ui.charts.panel import ChartsPanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> ChartsPanel:
    """Make and wire them, those that were chosen the last time."""
    charts = ChartsPanel(window.appearance.theme)
    window.appearance.changed.connect(charts.use_theme)
    charts.choose(window.preferences.charts)
    charts.exported.connect(window.exports.chart)
    charts.shown_changed.connect(partial(_show_shown, window, charts))
    for kind in charts.subjects:
        # Not a partial: PySide gives that no argument.
        window.commands[f"chart_{kind}"].triggered.connect(
            lambda is_shown, kind=kind: _set_shown(window, charts, kind, is_shown=is_shown)
        )
    _show_shown(window, charts)
    window.animation.add_history(charts, charts.turns())
    return charts


def _set_shown(window: "MainWindow", charts: ChartsPanel, kind: ChartKind, *, is_shown: bool) -> None:
    before = charts.rows
    charts.set_shown(kind, is_shown=is_shown)
    window.places.share_with_charts(charts.rows / before)


def _show_shown(window: "MainWindow", charts: ChartsPanel) -> None:
    """Keep the actions in step, make room for the rows that there are, and remember the choice."""
    window.places.charts.setMinimumHeight(charts.minimumHeight())
    window.preferences.charts = charts.chosen_names
    for kind in charts.subjects:
        window.commands[f"chart_{kind}"].setChecked(kind in charts.shown)
