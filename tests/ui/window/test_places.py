"""The diagram and the charts share the height of the window."""

import pytest

from ui.charts.kinds import ChartKind
from ui.main_window import MainWindow


def toggle(window: MainWindow) -> None:
    for kind in (ChartKind.WORKERS, ChartKind.QUEUES, ChartKind.SPREAD):
        window.commands[f"chart_{kind}"].trigger()
    window.grab()


@pytest.mark.parametrize(("size", "is_roomy"), [((1280, 720), False), ((1440, 900), True)])
def test_a_second_row_of_charts_takes_what_the_diagram_can_spare(
    window: MainWindow, size: tuple[int, int], is_roomy: bool
) -> None:
    window.resize(*size)
    window.places.arrange(window.size())
    window.grab()
    before = window.places.charts.height()
    toggle(window)
    least = window.places.charts.minimumHeight()
    assert (window.places.charts.height() > 1.2 * least) is is_roomy
    toggle(window)
    assert window.places.charts.height() == pytest.approx(before, rel=0.25)
