"""States of the panels that are opened by an action: the scenario's text, and what follows it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ui.main_window import MainWindow
from ui.palette.palette import Palette
from ui.scenario_text.panel import ScenarioTextPanel

if TYPE_CHECKING:
    from tests.screenshots.window import WindowStudio

State = Callable[["WindowStudio", MainWindow], None]


def panel_states(paused: State) -> dict[str, State]:
    """By the names of their pictures; each begins with a run that stands still."""

    def text(studio: "WindowStudio", window: MainWindow) -> None:
        paused(studio, window)
        window.parts.show("scenario_text")

    def broken_text(studio: "WindowStudio", window: MainWindow) -> None:
        text(studio, window)
        _type_over(window, "workers =", "wokers =")
        _type_over(window, 'name = "Cliente_2"', 'name = "Cliente_2"\nratee = "many"')

    def waiting_text(studio: "WindowStudio", window: MainWindow) -> None:
        text(studio, window)
        _type_over(window, "backlog = 32", 'backlog = 64\nloop = "uvloop"')

    def palette(studio: "WindowStudio", window: MainWindow) -> None:
        paused(studio, window)
        window.commands["palette"].trigger()

    def palette_found(studio: "WindowStudio", window: MainWindow) -> None:
        palette(studio, window)
        shown = window.findChild(Palette)
        assert shown is not None, "it was opened"
        shown.field.setText("work")

    def animation(studio: "WindowStudio", window: MainWindow) -> None:
        paused(studio, window)
        window.commands["animate"].trigger()

    return {
        "animation": animation,
        "palette": palette,
        "palette-found": palette_found,
        "text": text,
        "text-broken": broken_text,
        "text-waiting": waiting_text,
    }


def _type_over(window: MainWindow, old: str, new: str) -> None:
    panel = window.findChild(ScenarioTextPanel)
    assert panel is not None, "it was opened"
    panel.bring_in_step()
    panel.editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert panel.editor.find(old), old
    panel.editor.insertPlainText(new)
    panel.bring_in_step()
