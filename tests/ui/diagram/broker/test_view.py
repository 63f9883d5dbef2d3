"""The broker in the diagram as people use it: pointer, keyboard, theme, language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.scenario import parse
from tests.ui.diagram.broker.test_messages import MAILS
from tests.ui.diagram.conftest import Greys
from ui.diagram.broker.boxes import BrokerBox
from ui.diagram.broker.reader import messages_of
from ui.diagram.figures import running
from ui.diagram.view import DiagramView


@pytest.fixture
def system() -> System:
    text = MAILS.format(rate=30, more="max_deliveries = 2", failures=0.3)
    system = System(parse(text, "mails.toml", Path()), seed=1, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(4.0)
    return system


@pytest.fixture
def view(qtbot: QtBot, theme: Greys, system: System) -> DiagramView:
    view = DiagramView(theme)
    qtbot.addWidget(view)
    view.resize(1140, 516)
    view.set_system(system.scenario)
    with qtbot.waitExposed(view):
        view.show()
    assert system.trace is not None
    messages = messages_of(system, system.now_ns, 0)
    view.show_moment(system.trace.at(system.now_ns), running(1), None, messages, is_settled=True)
    return view


def box_of(view: DiagramView) -> BrokerBox:
    box = view.layout_shown.broker
    assert box is not None
    return box


def at(x: float, y: float) -> QPoint:
    return QPoint(round(x), round(y))


def test_the_arrow_says_why_it_leaves_the_app(view: DiagramView) -> None:
    middle = box_of(view).publish_link.middle
    assert "leaves the APP, not uvicorn" in view.text_at(QPointF(middle.x, middle.y))
    assert view.text_at(QPointF(middle.x + 60, middle.y)) == ""


def test_messages_consumers_and_dead_letters_say_what_they_are(view: DiagramView) -> None:
    box = box_of(view)
    slot, hand = box.slots.cell(0).centre, box.consumers[0].hands.cell(0).centre
    assert "waits for a consumer" in view.text_at(QPointF(slot.x, slot.y))
    assert view.text_at(QPointF(hand.x, hand.y)).startswith("Message ")
    assert "Consumer 1" in view.text_at(QPointF(box.consumers[0].arc.x, box.consumers[0].arc.y))
    assert "Prefetch 3" in view.text_at(QPointF(box.consumers[0].arc.x, box.consumers[0].arc.y))
    assert view.text_at(QPointF(box.dead.right - 4, box.dead.y + 4)).startswith("dead letters, ")


def test_a_click_asks_for_the_queue_or_a_consumer_and_dead_letters_open_nothing(
    qtbot: QtBot, view: DiagramView
) -> None:
    box, clicked = box_of(view), []
    view.node_clicked.connect(clicked.append)
    for place in (
        at(box.queue.x + 4, box.queue.y + 4),
        at(box.consumers[1].rect.right - 4, box.consumers[1].rect.y + 4),
    ):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(box.dead.right - 4, box.dead.y + 4))
    assert clicked == ["broker", "consumer:2"]


def test_tab_comes_to_the_broker_behind_the_server(qtbot: QtBot, view: DiagramView) -> None:
    with qtbot.waitActive(view):
        view.activateWindow()
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    # Client, uvicorn, worker; queue, two consumers, dead letters.
    for _ in range(7):
        names.append(view.accessibleName())
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert any(name.startswith("Message queue, ") for name in names)
    assert any(name.startswith("Consumer 2") for name in names)
    assert names[-1].startswith("dead letters, ")


def test_the_sentence_is_of_the_queue_that_grows(view: DiagramView) -> None:
    assert "messages wait in the queue" in view.accessibleDescription()


def test_it_goes_with_the_scenario(view: DiagramView, system: System) -> None:
    plain = parse(Path("resources/scenarios/01_blocking.toml").read_text(encoding="utf-8"), "a.toml", Path())
    view.set_system(plain)
    assert view.layout_shown.broker is None
    assert not any(box.place == "broker" for box in view._items.boxes)
