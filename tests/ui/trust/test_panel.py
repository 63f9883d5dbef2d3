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
from ui.trust.watch import TrustWatch


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def watch() -> TrustWatch:
    return TrustWatch()


@pytest.fixture
def panel(watch: TrustWatch, qtbot: QtBot) -> TrustPanel:
    made = TrustPanel(Theme(ThemeName.LIGHT), watch)
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


def test_it_says_each_law_with_its_numbers(panel: TrustPanel, watch: TrustWatch) -> None:
    panel.show()
    watch.restart(system("01_blocking", 60))
    cards = said(panel)
    assert len(cards) == 7
    assert re.search(r"L = λ · W\. [\d.]+/s × \d+ ms = [\d.]+", cards["Little's law: holds"])
    assert "capacity 24.1/s, set by: loop" in cards["Capacity: holds"]
    assert "M/G/1 says" in cards["Theory: too early"]
    assert panel.accessibleDescription().startswith("So far nothing speaks against it")


def test_before_the_run_it_is_too_early(panel: TrustPanel, watch: TrustWatch) -> None:
    panel.show()
    watch.restart(system("01_blocking", 0))
    assert said(panel) == {}
    assert "Too early" in panel.accessibleDescription()


def test_it_looks_once_a_second(watch: TrustWatch, qtbot: QtBot) -> None:
    run = system("01_blocking", 10)
    watch.restart(run)
    before = watch.found
    run.run_until(60)
    watch.refresh(60, 60)
    assert watch.found is before
    qtbot.waitUntil(lambda: watch.found is not before)


def test_a_long_run_is_read_in_small_pieces_until_the_panel_is_opened(panel: TrustPanel, watch: TrustWatch) -> None:
    watch.restart(system("05_overload", 300))
    assert watch.found == (), "there is more to read than a picture has time for"
    panel.show()
    assert len(watch.found) == 7
    assert len(said(panel)) == 7


def test_unseen_it_goes_on_by_itself_until_all_is_read(watch: TrustWatch, qtbot: QtBot) -> None:
    watch.restart(system("05_overload", 300))
    qtbot.waitUntil(lambda: len(watch.found) == 7)


def test_it_speaks_portuguese(panel: TrustPanel, watch: TrustWatch, restored: QApplication) -> None:  # its locale
    panel.show()
    watch.restart(system("01_blocking", 60))
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
