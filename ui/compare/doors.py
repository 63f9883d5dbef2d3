"""Ways into the comparison from elsewhere in the window; what lies behind them is loaded when somebody goes in."""

from typing import TYPE_CHECKING

from ui.compare.sides import FIRST

if TYPE_CHECKING:
    from ui.compare.panel import ComparePanel
    from ui.main_window import MainWindow


def opened(window: "MainWindow") -> "ComparePanel":
    """The comparison, shown."""
    window.parts.show("compare")
    return _made(window)


def _made(window: "MainWindow") -> "ComparePanel":
    from ui.compare.panel import ComparePanel  # noqa: PLC0415

    panel = window.parts.need("compare")
    assert isinstance(panel, ComparePanel), "the part of that name"
    return panel


def show_ghost(window: "MainWindow") -> None:
    """As the action says: one diagram with a ghost, which opens the comparison; or both, whenever it is open."""
    if window.commands["ghost"].isChecked():
        opened(window).ghost_mode.choose(FIRST)
    elif window.parts.get("compare") is not None:
        _made(window).ghost_mode.choose("")
    else:
        window.preferences.compared_alone = ""


def swap_ghost(window: "MainWindow") -> None:
    """What was the ghost is shown."""
    opened(window).ghost_mode.swap()
