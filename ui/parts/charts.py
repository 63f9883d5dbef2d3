"""The charts, from the beginning of the run."""

from typing import TYPE_CHECKING

from ui.charts.panel import ChartsPanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> ChartsPanel:
    """Make and wire them."""
    charts = ChartsPanel(window.appearance.theme)
    window.appearance.changed.connect(charts.use_theme)
    window.animation.add_history(charts, charts.turns())
    return charts
