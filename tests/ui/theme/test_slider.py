"""The painted slider is a QSlider to hand, keyboard and screen reader."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import Theme, ThemeName
from ui.theme.slider import Slider


@pytest.fixture
def slider(qtbot: QtBot, light: Theme) -> Slider:
    """0 to 100, shown."""
    made = Slider(light)
    made.setRange(0, 100)
    made.resize(220, 24)
    qtbot.addWidget(made)
    made.show()
    return made


def middle(slider: Slider, value: int) -> QPoint:
    """Where the handle is for a value."""
    return QPointF(slider.handle_x(value), slider.height() / 2).toPoint()


def test_a_press_on_the_groove_takes_the_handle_there(slider: Slider, qtbot: QtBot) -> None:
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=middle(slider, 75))
    assert slider.value() == 75


def test_a_drag_begins_once_and_ends_once(slider: Slider, qtbot: QtBot) -> None:
    told: list[str] = []
    slider.sliderPressed.connect(lambda: told.append("pressed"))
    slider.valueChanged.connect(lambda value: told.append(str(value)))
    slider.sliderReleased.connect(lambda: told.append("released"))
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle(slider, 10))
    qtbot.mouseMove(slider, middle(slider, 40))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle(slider, 40))
    assert told == ["pressed", "10", "40", "released"]


def test_a_drag_beyond_the_end_stays_at_the_end(slider: Slider, qtbot: QtBot) -> None:
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle(slider, 50))
    qtbot.mouseMove(slider, QPoint(1000, 12))
    assert slider.value() == 100


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 51),
        (Qt.Key.Key_Left, 49),
        (Qt.Key.Key_PageUp, 60),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_it_goes_by_key(slider: Slider, qtbot: QtBot, key: Qt.Key, value: int) -> None:
    slider.setValue(50)
    qtbot.keyClick(slider, key)
    assert slider.value() == value


def wheel(slider: Slider) -> QWheelEvent:
    """One notch upward over the slider."""
    at = QPointF(slider.rect().center())
    return QWheelEvent(
        at, slider.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_the_wheel_scrolls_the_panel_instead(slider: Slider, qapp: QApplication) -> None:
    slider.clearFocus()
    event = wheel(slider)
    qapp.sendEvent(slider, event)
    assert (slider.value(), event.isAccepted()) == (0, False)


def test_a_place_and_its_value_agree(slider: Slider) -> None:
    assert [slider.value_at(slider.handle_x(value)) for value in range(101)] == list(range(101))


def test_a_range_of_one_value_is_no_harm(slider: Slider) -> None:
    slider.setRange(3, 3)
    assert slider.value_at(slider.handle_x(3)) == 3
    slider.grab()


@pytest.mark.parametrize(
    "change",
    [
        lambda slider: slider.setEnabled(False),
        lambda slider: slider.setFocus(),
        lambda slider: slider.set_mark(80),
        lambda slider: slider.use_theme(Theme(ThemeName.DARK)),
        lambda slider: slider.setValue(20),
    ],
    ids=["disabled", "focused", "marked", "dark", "moved"],
)
def test_what_matters_shows(slider: Slider, qtbot: QtBot, change: Callable[[Slider], None]) -> None:
    slider.clearFocus()
    before = slider.grab().toImage()
    change(slider)
    assert slider.grab().toImage() != before


def test_the_handle_is_round_and_in_the_accent(slider: Slider, light: Theme) -> None:
    slider.setValue(50)
    slider.clearFocus()
    slider.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    image, at = slider.grab().toImage(), middle(slider, 50)
    assert image.pixelColor(at) == light.colour("surface.card")
    assert image.pixelColor(slider.width() // 4, slider.height() // 2) == light.colour("accent.base")
    assert image.pixelColor(slider.width() * 3 // 4, slider.height() // 2) == light.colour("border.default")
