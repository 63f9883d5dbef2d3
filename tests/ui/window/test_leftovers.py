"""Language and theme switch while everything is open, and leave nothing of the other behind."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.translations import FOLDER
from ui.main_window import MainWindow
from ui.parts.table import PARTS, Place

_SLOT = re.compile(r"\{\w+\}")


def texts(root: QObject) -> Iterator[tuple[str, str]]:
    """Every text of a tree of objects, with who says it."""
    for each in (root, *root.findChildren(QObject)):
        if "pyqtgraph" in f"{type(each.parent())} {type(each)}":
            # It has menus of its own, which are never shown.
            continue
        for text in said_by(each):
            if text:
                yield f"{type(each).__name__} {each.objectName()}", text


def said_by(each: QObject) -> Iterator[str]:
    """What one object says, and what it says of itself to who cannot see it."""
    for kinds, ways in WAYS.items():
        if isinstance(each, kinds):
            yield from (getattr(each, way)() for way in ways)
    if isinstance(each, QComboBox):
        yield from (each.itemText(number) for number in range(each.count()))
    if isinstance(each, QTabWidget):
        yield from (each.tabText(number) for number in range(each.count()))


WAYS: dict[type | tuple[type, ...], tuple[str, ...]] = {
    QWidget: ("toolTip", "accessibleName", "accessibleDescription"),
    QAction: ("text", "iconText", "toolTip"),
    (QLabel, QAbstractButton): ("text",),
    QLineEdit: ("placeholderText",),
    (QGroupBox, QMenu): ("title",),
}


def english() -> re.Pattern[str]:
    """What is English and is said otherwise in Portuguese; slots take anything."""
    foreign, own = set(), set()
    for message in ElementTree.parse(FOLDER / "vazao_pt_BR.ts").getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        own.add(translation)
        if source != translation and len(_SLOT.sub("", source)) > 3:
            foreign.add(source)
    shapes = (re.escape(source) for source in foreign - own)
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".+", shape) for shape in shapes))


@pytest.mark.parametrize("places", [(Place.SIDE,), (Place.WHOLE,)])
def test_nothing_stays_in_the_other_language(places: tuple[Place, ...], window: MainWindow, qtbot: QtBot) -> None:
    assert window.session.system is not None
    window.session.system.run_until(2.0)
    window.session.apply("server.workers", 2)
    for part in PARTS:
        if part.place in places:
            window.parts.show(part.name)
    qtbot.wait(50)
    window.commands["portuguese"].trigger()
    qtbot.wait(50)
    foreign = english()
    left = {(name, text) for name, text in texts(window) if foreign.fullmatch(text)}
    assert left == set()


def test_dialogs_speak_the_language_of_the_window(window: MainWindow) -> None:
    window.commands["portuguese"].trigger()
    foreign = english()
    for part in PARTS:
        if part.place is Place.DIALOG:
            window.commands[part.name].trigger()
            dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
            assert dialogs, part.name
            said = {each for dialog in dialogs for each in texts(dialog)}
            assert {each for each in said if foreign.fullmatch(each[1])} == set(), part.name
            for dialog in dialogs:
                dialog.close()
