"""A | B as one diagram with a ghost: by click and by key, kept, swapped, and where two have no room."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window.comparing import go_to
from ui.compare.doors import opened
from ui.compare.panel import ComparePanel
from ui.main_window import MainWindow

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> ComparePanel:
    """Open on a pair of which A falls behind, in a window that has room for both."""
    window.resize(1440, 900)
    panel = opened(window)
    qtbot.mouseClick(panel.bar.pairs["blocking"], Qt.MouseButton.LeftButton)
    return panel


def seen(panel: ComparePanel) -> str:
    return "".join(letter for letter, half in panel.halves.items() if half.isVisible())


def test_by_click_b_is_shown_with_a_behind_it(panel: ComparePanel, qtbot: QtBot) -> None:
    go_to(panel, 10.0)
    qtbot.mouseClick(panel.halves["B"].ghost, Qt.MouseButton.LeftButton)
    assert seen(panel) == "B"
    diagram = panel.halves["B"].diagram
    assert diagram.drawn_ghosts > diagram.drawn_requests
    assert panel.halves["B"]._ghost_label.text() == "ghost: async def + time.sleep"
    qtbot.mouseClick(panel.halves["B"].ghost, Qt.MouseButton.LeftButton)
    assert seen(panel) == "AB"
    assert diagram.drawn_ghosts == 0


def test_another_scenario_is_haunted_by_no_moment_of_the_last(panel: ComparePanel, window: MainWindow) -> None:
    go_to(panel, 10.0)
    panel.ghost_mode.choose("B")
    go_to(panel, 10.5)
    for name in ("16_rolling_restart", "11_retry_storm"):
        assert window.session.open(name)
        assert panel.halves["B"].diagram.drawn_ghosts == 0
        go_to(panel, 3.0)


def test_closed_it_knows_nothing_of_what_is_opened_meanwhile(panel: ComparePanel, window: MainWindow) -> None:
    window.commands["compare"].setChecked(False)
    assert window.session.open("16_rolling_restart")
    opened(window)
    window.commands["compare"].setChecked(False)
    assert window.session.open("01_blocking")
    assert window.session.system is not None
    window.session.system.run_until(10.0)
    window.session._show()
    assert panel.halves["A"].diagram.frame is None
    # Sizes come before all else as it is shown again: what is drawn then must be of the scenario that it knows.
    window.resize(1600, 940)
    opened(window)
    assert seen(panel) == "AB"


def test_by_key_it_opens_with_a_ghost_is_swapped_and_ends(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL | SHIFT)
    panel = opened(window)
    assert seen(panel) == "B"
    assert panel.halves["B"].diagram.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_D, ALT)
    assert seen(panel) == "A"
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL | SHIFT)
    assert seen(panel) == "AB"


def test_by_space_on_its_buttons(panel: ComparePanel, qtbot: QtBot) -> None:
    half = panel.halves["A"]
    half.ghost.setFocus()
    qtbot.keyClick(half.ghost, Qt.Key.Key_Space)
    assert seen(panel) == "A"
    half.swap.setFocus()
    qtbot.keyClick(half.swap, Qt.Key.Key_Space)
    assert seen(panel) == "B"


def test_the_view_is_kept(panel: ComparePanel, window: MainWindow) -> None:
    panel.ghost_mode.choose("A")
    assert window.preferences.compared_alone == "A"
    assert window.commands["ghost"].isChecked()


def test_it_opens_as_it_was_left(window: MainWindow) -> None:
    window.resize(1440, 900)
    window.preferences.compared_alone = "A"
    assert seen(opened(window)) == "A"


def test_closed_it_opens_again_with_the_ghost_it_had(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    panel.ghost_mode.choose("A")
    window.commands["compare"].setChecked(False)
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL | SHIFT)
    assert seen(panel) == "A"
    assert window.commands["ghost"].isChecked()


def test_both_are_of_the_instant_that_is_looked_at(panel: ComparePanel) -> None:
    panel.ghost_mode.choose("B")
    go_to(panel, 8.0)
    panel.duo.a.rewind(3.0)
    own, other = (panel.halves[letter].diagram.frame for letter in "BA")
    assert own is not None
    assert other is not None
    assert own.moment.time_ns == other.moment.time_ns == 3_000_000_000
    assert panel.halves["B"].diagram._picture.ghost.frame is other


def test_alike_they_lie_on_each_other(panel: ComparePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.bar.like, Qt.MouseButton.LeftButton)
    panel.ghost_mode.choose("B")
    go_to(panel, 5.0)
    diagram = panel.halves["B"].diagram
    assert diagram.drawn_ghosts == diagram.drawn_requests > 0


def test_where_two_have_no_room_one_is_a_ghost(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1150, 700)
    assert panel.width() < 1272
    assert seen(panel) == "B"
    assert not panel.halves["B"].ghost.isEnabled()
    assert window.preferences.compared_alone == ""
    qtbot.mouseClick(panel.halves["B"].change, Qt.MouseButton.LeftButton)
    assert seen(panel) == "B"
    assert panel.halves["B"].diagram.width() >= 640
    window.resize(1440, 900)
    panel.halves["B"].change.setChecked(False)
    assert seen(panel) == "AB"


def test_the_parameters_go_with_the_side_that_is_seen(panel: ComparePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.halves["A"].change, Qt.MouseButton.LeftButton)
    panel.ghost_mode.choose("B")
    assert not panel.parameters.made["A"].isVisible()


def test_the_ghost_speaks_the_language_of_the_window(panel: ComparePanel, window: MainWindow, qtbot: QtBot) -> None:
    panel.ghost_mode.choose("B")
    go_to(panel, 10.0)
    window.language.set_code("pt_BR")
    half = panel.halves["B"]
    qtbot.waitUntil(lambda: half.ghost.text() == "Fantasma de A")
    assert half._ghost_label.text() == "fantasma: async def + time.sleep"
    assert "Por trás, como fantasma, A: " in half.diagram.accessibleDescription()
