"""The panel says it in words, and does nothing while nobody sees it."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.assumptions import page
from simulator.model import System
from simulator.scenario import load
from ui.i18n import Language
from ui.theme import Theme, ThemeName
from ui.trust.assumptions import AssumptionsDialog
from ui.trust.card import TrustCard
from ui.trust.panel import TrustPanel


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def panel(qtbot: QtBot) -> TrustPanel:
    made = TrustPanel(Theme(ThemeName.LIGHT))
    qtbot.addWidget(made)
    made.resize(316, 700)
    return made


def system(name: str, until_s: float) -> System:
    made = System(load(name), seed=12, trace=True, endless=True, sample_every_s=0.1)
    made.run_until(until_s)
    return made


def said(panel: TrustPanel) -> dict[str, str]:
    cards = panel.findChildren(TrustCard)
    return {card.accessibleName(): card.accessibleDescription() for card in cards if card.isVisible()}


def test_it_says_each_law_with_its_numbers(panel: TrustPanel) -> None:
    panel.show()
    panel.restart(system("01_blocking", 60))
    cards = said(panel)
    assert len(cards) == 7
    assert re.search(r"L = λ · W\. [\d.]+/s × \d+ ms = [\d.]+", cards["Little's law: holds"])
    assert "capacity 24.1/s, set by: loop" in cards["Capacity: holds"]
    assert "M/G/1 says" in cards["Theory: too early"]
    assert panel.accessibleDescription().startswith("So far nothing speaks against it")


def test_before_the_run_it_is_too_early(panel: TrustPanel) -> None:
    panel.show()
    panel.restart(system("01_blocking", 0))
    assert said(panel) == {}
    assert "Too early" in panel.accessibleDescription()


def test_hidden_it_looks_at_nothing_and_catches_up_when_shown(panel: TrustPanel) -> None:
    panel.restart(system("01_blocking", 30))
    panel.refresh(30, 30)
    assert panel.found == ()
    panel.show()
    assert len(panel.found) == 7


def test_it_looks_once_a_second(panel: TrustPanel, qtbot: QtBot) -> None:
    panel.show()
    run = system("01_blocking", 10)
    panel.restart(run)
    before = panel.found
    run.run_until(60)
    panel.refresh(60, 60)
    assert panel.found is before
    qtbot.waitUntil(lambda: panel.found is not before)


def test_it_speaks_portuguese(panel: TrustPanel, restored: QApplication) -> None:  # its locale
    panel.show()
    panel.restart(system("01_blocking", 60))
    language = Language("pt_BR")
    try:
        QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
        assert "Lei de Little: vale" in said(panel)
    finally:
        language.set_code("en")


def test_the_assumptions_are_asked_for_by_a_button(panel: TrustPanel, qtbot: QtBot) -> None:
    panel.show()
    with qtbot.waitSignal(panel.assumptions_requested):
        qtbot.mouseClick(panel.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


def families_and_weights(dialog: AssumptionsDialog) -> set[tuple[str, int]]:
    """Of all letters of the page; a weight of which we have none would be smeared."""
    cursor, found = QTextCursor(dialog.text.document()), set()
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        letters = cursor.charFormat().font()
        if not cursor.atBlockStart():
            found.add((letters.families()[0], int(letters.weight())))
    return found


def test_the_page_is_there_in_both_languages(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = AssumptionsDialog("en", Theme(ThemeName.LIGHT), parent)
    assert "HTTP/2" in dialog.text.toPlainText()
    assert families_and_weights(dialog) == {("Inter", 400), ("Inter", 600), ("JetBrains Mono", 400)}
    dialog.show_language("pt_BR")
    assert "fica de fora" in dialog.text.toPlainText()
    assert page("en").count("\n- ") == page("pt_BR").count("\n- ")
