"""What is shown of a run keeps up with it, however slowly pictures come."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.record import Moment
from simulator.scenario import load
from ui.animation import Animation
from ui.diagram.view import DiagramView
from ui.pacing import Mode
from ui.session import SAMPLE_EVERY_S
from ui.theme.theme import Theme, ThemeName


class Running:
    """A run that goes on."""

    ghost = None
    mode = Mode.RUN
    speed = reached_speed = 1.0
    is_limited_by_cpu = is_rewound = False

    def __init__(self) -> None:
        self.system = System(load("01_blocking"), seed=1, trace=True, endless=True, sample_every_s=SAMPLE_EVERY_S)

    @property
    def now_s(self) -> float:
        return self.system.now_s

    shown_s = now_s

    def moment(self) -> Moment:
        assert self.system.trace is not None
        return self.system.trace.at(self.system.now_ns)


@pytest.mark.parametrize("apart_s", [1 / 60, 0.08, 0.11, 0.3])
def test_figures_are_read_however_far_apart_pictures_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, apart_s: float
) -> None:
    wall_s, shown = 100.0, []
    monkeypatch.setattr("ui.animation.perf_counter", lambda: wall_s)
    run, diagram = Running(), DiagramView(Theme(ThemeName.LIGHT))
    qtbot.addWidget(diagram)
    animation = Animation(run, diagram)
    animation.on_opened()
    while wall_s < 103:
        wall_s += apart_s
        run.system.run_until(wall_s - 95)
        animation.on_tick(run.moment())
        animation._use_gap()
        assert diagram.frame is not None
        shown.append(diagram.frame.figures)
    read = sum(before is not after for before, after in pairwise(shown))
    assert read >= 0.8 * min(len(shown) - 1, 3 / 0.09)
