"""Ways into the comparison from elsewhere in the window; what lies behind them is loaded when somebody goes in."""

from typing import TYPE_CHECKING

from ui.compare.sides import FIRST

if TYPE_CHECKING:
    from ui.compare.panel import ComparePanel
    from ui.main_window import MainWindow


def opened(window: "MainWindow") -> "ComparePanel":
    """The comparison, shown."""
    from ui.compare.panel import ComparePanel  # noqa: PLC0415

    panel = window.parts.show("compare")
    assert isinstance(panel, ComparePanel), "the part of that name"
    return panel


def show_ghost(window: "MainWindow") -> None:
    """One diagram with a ghost, or both again; where nothing is compared yet, as it was left, with a ghost."""
    was_open, action = window.commands["compare"].isChecked(), window.commands["ghost"]
    mode = opened(window).ghost_mode
    if was_open:
        mode.choose(FIRST if action.isChecked() else "")
    else:
        mode.choose(mode.chosen or FIRST)
        action.setChecked(True)


def swap_ghost(window: "MainWindow") -> None:
    """What was the ghost is shown."""
    opened(window).ghost_mode.swap()
