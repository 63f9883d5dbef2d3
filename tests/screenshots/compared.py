"""A | B in its states: a pair, a side that is being changed, the past, and nothing that differs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.screenshots.cases import LESSON
from ui.charts.kinds import ChartKind
from ui.compare.charts import FIRST
from ui.compare.panel import ComparePanel

if TYPE_CHECKING:
    from tests.screenshots.window import WindowStudio
    from ui.main_window import MainWindow

State = Callable[["WindowStudio", "MainWindow"], None]
_UNTIL_S, _LONGEST_S = 42.3, 5.0


def _compared(studio: "WindowStudio", window: "MainWindow", pair: str) -> ComparePanel:
    studio.open(window, LESSON)
    panel = window.parts.show("compare")
    assert isinstance(panel, ComparePanel), "the part of that name"
    if pair:
        panel.bar.pairs[pair].click()
    window.session.pause()
    for system in (panel.duo.a.system, panel.duo.system):
        assert system is not None, "both have begun"
        system.run_until(_UNTIL_S)
    came: list[object] = []
    panel.figures.came.connect(came.append)
    window.session.run()
    studio.wait(_LONGEST_S, until=lambda: bool(came))
    studio.wait()
    return panel


def _pair(studio: "WindowStudio", window: "MainWindow") -> None:
    _compared(studio, window, "blocking")


def _alike(studio: "WindowStudio", window: "MainWindow") -> None:
    _compared(studio, window, "")


def _changed(studio: "WindowStudio", window: "MainWindow") -> None:
    _compared(studio, window, "workers").halves["B"].change.click()


def _past(studio: "WindowStudio", window: "MainWindow") -> None:
    _compared(studio, window, "async").duo.a.rewind(20.0)


def _ghost(pair: str, letter: str) -> State:
    def show(studio: "WindowStudio", window: "MainWindow") -> None:
        _compared(studio, window, pair).ghost_mode.choose(letter)
        studio.wait()

    return show


def _chart(kind: ChartKind) -> State:
    def show(studio: "WindowStudio", window: "MainWindow") -> None:
        _compared(studio, window, "blocking").charts.choose(kind)

    return show


def _all(studio: "WindowStudio", window: "MainWindow") -> None:
    _compared(studio, window, "blocking").charts.all.click()


COMPARED: dict[str, State] = {
    "compare": _pair,
    "compare-alike": _alike,
    "compare-change": _changed,
    "compare-rewound": _past,
    "compare-all": _all,
    "compare-ghost": _ghost("blocking", "B"),
    "compare-ghost-swapped": _ghost("blocking", "A"),
    "compare-ghost-workers": _ghost("workers", "A"),
    **{f"compare-{kind.value}": _chart(kind) for kind in ChartKind if kind is not FIRST},
}
