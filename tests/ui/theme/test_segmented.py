"""Choices in one frame, by pointer and by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.theme import Theme, ThemeName
from ui.theme.icons import icon
from ui.theme.segmented import Choice, Segmented

HANDLERS = (
    Choice("async", "async def", is_code=True),
    Choice("threadpool", "def", is_code=True),
    Choice("blocking", "blocking"),
)


@pytest.fixture
def handlers(qtbot: QtBot, light: Theme) -> Segmented:
    """Three choices, the first one current."""
    made = Segmented(light)
    made.set_choices(HANDLERS)
    made.set_value("async")
    qtbot.addWidget(made)
    made.resize(260, 28)
    made.show()
    return made


@pytest.fixture
def modes(qtbot: QtBot, light: Theme) -> Segmented:
    """Three modes that act, none of them current."""
    made = Segmented(light, acts=True, height=32)
    made.set_choices(tuple(Choice(name, name.title(), icon(name, light), "F5") for name in ("step", "run", "until")))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_chooses(handlers: Segmented, qtbot: QtBot) -> None:
    with qtbot.waitSignal(handlers.chosen) as chosen:
        qtbot.mouseClick(handlers.segment("blocking"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["blocking"]
    assert handlers.value == "blocking"


def test_the_current_one_again_is_no_news(handlers: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(handlers.chosen):
        qtbot.mouseClick(handlers.segment("async"), Qt.MouseButton.LeftButton)
    assert handlers.value == "async"


def test_arrows_choose_and_go_round(handlers: Segmented, qtbot: QtBot) -> None:
    chosen: list[object] = []
    handlers.chosen.connect(chosen.append)
    handlers.segment("async").setFocus()
    for here in ("async", "threadpool", "blocking"):
        qtbot.keyClick(handlers.segment(here), Qt.Key.Key_Right)
    assert chosen == ["threadpool", "blocking", "async"]


def test_arrows_pass_by_what_cannot_be_chosen(handlers: Segmented, qtbot: QtBot) -> None:
    handlers.segment("threadpool").setEnabled(False)
    handlers.segment("async").setFocus()
    qtbot.keyClick(handlers.segment("async"), Qt.Key.Key_Right)
    assert handlers.value == "blocking"


def test_a_value_that_is_set_is_not_a_choice(handlers: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(handlers.chosen):
        handlers.set_value("blocking")
    assert handlers.value == "blocking"
    handlers.set_value(None)
    assert handlers.value is None


def test_tab_stops_once_at_the_current_one(handlers: Segmented) -> None:
    handlers.set_value("blocking")
    stops = [each.value for each in HANDLERS if handlers.segment(each.value).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["blocking"]


def test_screen_readers_meet_radio_buttons(handlers: Segmented) -> None:
    spoken = QAccessible.queryAccessibleInterface(handlers.segment("async"))
    assert spoken is not None
    assert spoken.role() is QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "async def"
    assert spoken.state().checked


def test_new_words_keep_the_value_and_nothing_jumps(handlers: Segmented) -> None:
    widths = [handlers.segment(each.value).sizeHint().width() for each in HANDLERS]
    handlers.set_value("threadpool")
    handlers.set_choices(HANDLERS)
    assert handlers.value == "threadpool"
    assert [handlers.segment(each.value).sizeHint().width() for each in HANDLERS] == widths


def test_fewer_choices_drop_the_rest(handlers: Segmented) -> None:
    handlers.set_choices(HANDLERS[:2])
    with pytest.raises(KeyError):
        handlers.segment("blocking")


def test_a_mode_acts_at_every_press_and_never_makes_itself_current(modes: Segmented, qtbot: QtBot) -> None:
    pressed: list[object] = []
    modes.chosen.connect(pressed.append)
    for _ in range(2):
        qtbot.mouseClick(modes.segment("step"), Qt.MouseButton.LeftButton)
    assert (pressed, modes.value) == (["step", "step"], None)


def test_arrows_among_modes_move_only_the_focus(modes: Segmented, qtbot: QtBot) -> None:
    pressed: list[object] = []
    modes.chosen.connect(pressed.append)
    modes.segment("step").setFocus()
    qtbot.keyClick(modes.segment("step"), Qt.Key.Key_Right)
    assert pressed == []
    qtbot.keyClick(modes.segment("run"), Qt.Key.Key_Return)
    qtbot.keyClick(modes.segment("run"), Qt.Key.Key_Space)
    assert pressed == ["run", "run"]


def test_hints_take_room_only_while_they_show(modes: Segmented) -> None:
    wide = modes.sizeHint().width()
    modes.show_hints(are_shown=False)
    assert modes.sizeHint().width() < wide


def test_a_theme_shows_at_once(handlers: Segmented) -> None:
    handlers.use_theme(Theme(ThemeName.DARK))
    image = handlers.grab().toImage()
    assert image.pixelColor(130, 4) == Theme(ThemeName.DARK).colour("surface.sunken")
