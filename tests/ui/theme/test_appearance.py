"""One look for the whole application, light or dark, switched while it is open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from ui.theme import Theme, ThemeName
from ui.theme.appearance import Appearance
from ui.theme.fonts import font, load_fonts
from ui.theme.icons import app_icon
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet


def test_a_new_theme_is_announced_and_shown_at_once(appearance: Appearance, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(appearance.changed) as changed:
        appearance.set_name(ThemeName.DARK)
    assert changed.args == [appearance.theme]
    assert appearance.theme.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == appearance.theme.colour("surface.panel")


def test_the_same_theme_again_is_no_news(appearance: Appearance, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_name(ThemeName.LIGHT)


def test_toggling_twice_comes_back(appearance: Appearance) -> None:
    appearance.toggle()
    appearance.toggle()
    assert appearance.theme.name is ThemeName.LIGHT


def test_a_button_wears_the_theme(appearance: Appearance, qtbot: QtBot) -> None:
    button = QPushButton()
    button.setProperty("primary", True)
    button.resize(80, 30)
    qtbot.addWidget(button)
    appearance.set_name(ThemeName.DARK)
    button.show()
    assert button.grab().toImage().pixelColor(40, 15) == appearance.theme.colour("accent.base")


def test_a_spin_box_keeps_room_for_its_number(appearance: Appearance, qtbot: QtBot) -> None:
    box = QDoubleSpinBox()
    qtbot.addWidget(box)
    box.resize(78, 26)
    box.show()
    field = box.findChild(QLineEdit)
    assert field is not None
    assert (field.x(), field.width()) == (9, 78 - 2 * 9 + 1)


def test_fields_lists_and_buttons_beside_each_other_are_equally_high(appearance: Appearance, qtbot: QtBot) -> None:
    controls = (QLineEdit(), QDoubleSpinBox(), QComboBox(), QPushButton("Choose"))
    for control in controls:
        qtbot.addWidget(control)
        control.show()
    assert {control.height() for control in controls} == {28}


def test_the_line_below_headings_goes_as_far_as_the_table(appearance: Appearance, qtbot: QtBot) -> None:
    appearance.set_name(ThemeName.DARK)
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setHorizontalHeaderLabels(["Request"])
    table.resize(400, 120)
    table.show()
    head = table.horizontalHeader()
    picture = head.grab().toImage()
    line, inside = picture.height() - 1, picture.height() // 2
    colours = {picture.pixelColor(x, line).name() for x in (3, head.width() - 3)}
    assert colours == {appearance.theme.colour("border.default").name()}
    assert picture.pixelColor(3, inside) == appearance.theme.colour("surface.card")


def test_a_question_has_an_icon_of_ours(appearance: Appearance, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setIcon(QMessageBox.Icon.Question)
    box.ensurePolished()
    picture = box.iconPixmap().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert appearance.theme.colour("accent.base").name() in colours


DENSE = """
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QTabBar, QTabWidget
from ui.theme.appearance import Appearance, make_application
from ui.theme.icons import tinted

appearance = Appearance(make_application("dense"))
tabs = QTabWidget()
tabs.setTabsClosable(True)
tabs.addTab(QLabel("inside"), "Guide")
tabs.show()


def painted(image: QImage) -> int:
    pixels = (image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel != image.pixel(0, 0) for pixel in pixels)


cross = tabs.tabBar().tabButton(0, QTabBar.ButtonPosition.RightSide).grab().toImage()
drawn = tinted("close", appearance.theme.colour("text.secondary"), 32).toImage()
print(painted(cross), painted(drawn))
"""


def test_the_cross_of_a_tab_is_drawn_for_a_dense_screen_not_blown_up() -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    told = subprocess.run([sys.executable, "-c", DENSE], env=environment, capture_output=True, text=True, check=True)
    cross, drawn = map(int, told.stdout.split())
    assert cross == drawn > 100


def test_labels_have_roles(appearance: Appearance, qtbot: QtBot) -> None:
    label = QLabel("Parameters")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert (label.font().pixelSize(), label.font().weight()) == (13, QFont.Weight.DemiBold)


@pytest.mark.parametrize("name", ThemeName)
def test_the_style_sheet_leaves_no_token_open(name: ThemeName, qapp: QApplication, tmp_path: Path) -> None:
    text = style_sheet(Theme(name), tmp_path)
    assert "$" not in text
    assert Theme(name).css("accent.base") in text
    assert (tmp_path / f"check-{name}.svg").is_file()


@pytest.mark.parametrize("name", ThemeName)
def test_disabled_text_differs(name: ThemeName, qapp: QApplication) -> None:
    made, theme = palette(Theme(name)), Theme(name)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.colour("text.disabled")
    assert made.color(QPalette.ColorRole.Text) == theme.colour("text.primary")


def test_our_fonts_are_the_ones_used(qapp: QApplication) -> None:
    assert {"Inter", "JetBrains Mono"} <= set(load_fonts())
    assert QFontInfo(font(12, 600)).family() == "Inter"
    assert QFontInfo(font(11, is_code=True)).fixedPitch()


def test_digits_are_equally_wide(qapp: QApplication) -> None:
    load_fonts()
    letters = QFontMetricsF(font(12))
    assert letters.horizontalAdvance("111") == letters.horizontalAdvance("888")


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_words_with_a_hyphen_do_not_fall_apart(qapp: QApplication, weight: int) -> None:
    load_fonts()
    letters = QFontMetricsF(font(12, weight))
    assert letters.horizontalAdvance("time-out") < letters.horizontalAdvance("time0out") - 2


@pytest.mark.parametrize("weights", [(400, 500), (500, 600)])
def test_weights_are_told_apart(qapp: QApplication, weights: tuple[int, int]) -> None:
    load_fonts()
    lighter, heavier = (QFontMetricsF(font(30, weight)).horizontalAdvance("Vazão") for weight in weights)
    assert lighter < heavier


@pytest.mark.parametrize("text", ["ãçéõâêíúà", "×→←≈…–—≥∞", "µλρ"])
def test_the_fonts_have_the_letters_of_both_languages(qapp: QApplication, text: str) -> None:
    load_fonts()
    for letters in (QFontMetricsF(font(12)), QFontMetricsF(font(12, is_code=True))):
        assert [letter for letter in text if not letters.inFontUcs4(ord(letter))] == []


def test_the_application_has_an_icon_for_every_size(qapp: QApplication) -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
