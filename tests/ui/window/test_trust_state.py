"""Trust in short, in the bar below: what it says, that it opens the panel, and that it keeps its place."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window.test_controls import press
from ui.main_window import MainWindow
from ui.trust.findings import Finding, Law, Verdict
from ui.trust.state_button import TrustStateButton

HOLDS, FAILS, EARLY, SILENT = Verdict.HOLDS, Verdict.FAILS, Verdict.EARLY, Verdict.SILENT
LAWS = (Law.LITTLE, Law.CONSERVATION, Law.MEAN, Law.P99)


@pytest.fixture
def button(window: MainWindow) -> TrustStateButton:
    state = window.parts.need("trust_state")
    assert isinstance(state, TrustStateButton)
    return state


def tell(button: TrustStateButton, *verdicts: Verdict) -> None:
    """As if this had been found."""
    numbers = {"rate": 1.0, "time": 1.0, "before": 0.0, "ended": 1.0, "in_flight": 0.0, "counted": 1.0, "wanted": 2.0}
    more = {"batches": 10.0, "beyond": 1.0}
    button.watch.found = tuple(
        Finding(law, verdict, 1.0, 1.0, numbers=numbers | more) for law, verdict in zip(LAWS, verdicts, strict=True)
    )
    button.watch.looked.emit()


@pytest.mark.parametrize(
    ("verdicts", "short", "said"),
    [
        ((HOLDS, HOLDS, HOLDS, EARLY), "Trust 3 of 4", "Trust: 3 of 4 laws hold, too early for 1"),
        ((HOLDS, HOLDS, SILENT, SILENT), "Trust 2 of 2", "Trust: 2 of 2 laws hold"),
        ((HOLDS, FAILS, HOLDS, HOLDS), "Trust 3 of 4", "Trust: 3 of 4 laws hold, broken: 1"),
    ],
)
def test_it_counts_the_laws_of_which_something_can_be_said(
    button: TrustStateButton, verdicts: tuple[Verdict, ...], short: str, said: str
) -> None:
    tell(button, *verdicts)
    assert button.text().strip() == short
    assert button.accessibleName() == said
    button.use_room(1920)
    assert button.text().strip() == said


def test_a_law_that_is_broken_looks_otherwise(button: TrustStateButton) -> None:
    tell(button, HOLDS, HOLDS, HOLDS, HOLDS)
    whole = button.grab().toImage()
    tell(button, HOLDS, FAILS, HOLDS, HOLDS)
    assert button.grab().toImage() != whole
    assert "Please report" in button.accessibleDescription()


def test_its_run_fills_it_and_another_run_empties_it(window: MainWindow, button: TrustStateButton) -> None:
    assert button.text().strip() == "Trust –"
    assert window.session.system is not None
    window.session.system.run_until(60.0)
    button.watch.look()
    assert "of" in button.text()
    window.session.restart()
    assert button.text().strip() == "Trust –"


def test_it_opens_the_panel_by_click_and_by_key(window: MainWindow, qtbot: QtBot, button: TrustStateButton) -> None:
    press(qtbot, window, "trust_state")
    panel = window.parts.get("trust")
    assert panel is not None
    assert panel.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not panel.isVisible()


def test_it_keeps_its_place_and_follows_the_language(
    window: MainWindow, qtbot: QtBot, button: TrustStateButton
) -> None:
    places = set()
    for verdicts in ((EARLY, EARLY, EARLY, EARLY), (HOLDS, HOLDS, HOLDS, HOLDS)):
        tell(button, *verdicts)
        window.grab()
        places.add((button.mapTo(window, button.rect().topLeft()).x(), button.width()))
    button.watch.found = ()
    button.watch.looked.emit()
    window.grab()
    places.add((button.mapTo(window, button.rect().topLeft()).x(), button.width()))
    assert len(places) == 1
    window.language.set_code("pt_BR")
    qtbot.waitUntil(lambda: button.text().strip() == "Confiança –")
    assert button.accessibleName() == "Confiança: cedo demais para dizer"
