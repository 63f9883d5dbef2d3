"""The panel: what is chosen, how it is said, and what it asks of the rest of the window."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.record import Stage
from simulator.units import NS_PER_S
from tests.ui.inspector.conftest import slowest, system
from ui.diagram.crew import Crew
from ui.diagram.faces import held_now, worker_faces
from ui.diagram.facts import Reading
from ui.diagram.figures_reader import FiguresReader
from ui.diagram.topology import Topology
from ui.i18n import Language
from ui.inspector.lanes import Lane, Look
from ui.inspector.panel import InspectorPanel
from ui.inspector.places import PlaceReader
from ui.inspector.words import Tone
from ui.theme import Theme, ThemeName

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def settle(panel: InspectorPanel, run: System, shown_s: float) -> None:
    """Show an instant; what is put off to spare time is waited for."""
    panel.refresh(run.now_s, shown_s)
    panel._catch_up()
    panel._pause.stop()


def texts(panel: InspectorPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_nothing_chosen_says_what_can_be(panel: InspectorPanel) -> None:
    assert panel.pages.currentWidget() is panel.empty
    assert panel.empty.sentence.text().startswith("Click a request")


def test_a_request_is_shown_with_the_cause_of_its_wait(panel: InspectorPanel, blocking: System) -> None:
    panel.show_request(slowest(blocking))
    saying = panel.request.sentence._saying
    assert saying is not None
    assert saying.tone is Tone.BLOCKED
    assert re.match(r"Waited [\d.]+ m?s .*because \d+ requests held worker 1's loop", saying.plain)
    assert "database.query" in saying.plain
    total = sum(float(part.value.replace(",", "")) for part in panel.request.parts.parts)
    assert total == pytest.approx(float(panel.request.parts.sum[1].replace(",", "")), abs=0.3)


def test_the_lit_line_follows_the_instant(panel: InspectorPanel, blocking: System) -> None:
    panel.show_request(slowest(blocking))
    inspected = panel.request.inspected
    assert inspected is not None
    wait = next(span for span in inspected.life.spans if span.stage is Stage.LOOP_QUEUE)
    settle(panel, blocking, (wait.begin_ns + wait.end_ns) / 2e9)
    lit = [line for line in panel.request.code.lines if line.is_lit]
    holding = [line for line in panel.request.code.lines if line.is_blocking]
    assert [line.line.text for line in lit] == ["async def professor_create():"]
    assert [line.note for line in (*lit, *holding)] == ["waits for the loop", "holds the loop"]
    settle(panel, blocking, (inspected.life.end_ns - 1) / 1e9)
    assert not any(line.is_lit for line in panel.request.code.lines)


def test_a_link_in_the_sentence_leads_to_the_request_that_is_to_blame(
    panel: InspectorPanel, blocking: System, qtbot: QtBot
) -> None:
    panel.show_request(slowest(blocking))
    label = panel.request.sentence.label
    blamed = int(re.findall(r"request:(\d+)", label.text())[0])
    with qtbot.waitSignal(panel.request_chosen) as chosen:
        label.setFocus()
        qtbot.keyClick(label, Qt.Key.Key_Tab)
        qtbot.keyClick(label, Qt.Key.Key_Return)
    assert chosen.args == [blamed]
    assert panel.shown_request == blamed


def test_neighbours_by_button_and_by_key(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.show_request(1)
    assert not panel.bar.previous.isEnabled()
    qtbot.mouseClick(panel.bar.next, LEFT)
    assert panel.shown_request == 2
    panel.activateWindow()
    panel.bar.next.setFocus()
    qtbot.keyClick(panel.bar.next, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(panel.bar.next, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(panel.bar.next, Qt.Key.Key_Left, ALT)
    assert panel.shown_request == 3


def test_a_press_in_the_lanes_chooses_an_instant(panel: InspectorPanel, blocking: System, qtbot: QtBot) -> None:
    panel.show_request(slowest(blocking))
    QApplication.processEvents()
    lanes, inspected = panel.request.lanes, panel.request.inspected
    assert inspected is not None
    with qtbot.waitSignal(panel.instant_chosen) as chosen:
        qtbot.mouseClick(lanes, LEFT, pos=QPoint(lanes.width() - 12, lanes.height() // 2))
    assert chosen.args is not None
    assert chosen.args[0] == pytest.approx(inspected.life.end_ns / 1e9, abs=inspected.life.length_ns * 0.02 / 1e9)


def test_arrows_go_from_bar_to_bar(panel: InspectorPanel, blocking: System, qtbot: QtBot) -> None:
    panel.show_request(slowest(blocking))
    inspected = panel.request.inspected
    assert inspected is not None
    chosen: list[float] = []
    panel.instant_chosen.connect(chosen.append)
    panel.instant_chosen.connect(lambda at: settle(panel, blocking, at))
    settle(panel, blocking, inspected.life.sent_ns / 1e9)
    panel.request.lanes.setFocus()
    qtbot.keyClick(panel.request.lanes, Qt.Key.Key_Right)
    qtbot.keyClick(panel.request.lanes, Qt.Key.Key_Right)
    qtbot.keyClick(panel.request.lanes, Qt.Key.Key_Left)
    edges = sorted({bar.begin_ns for bar in panel.request.lanes._picture.bars})  # type: ignore[union-attr]  # shown
    assert chosen == pytest.approx([edges[1] / 1e9, edges[2] / 1e9, edges[1] / 1e9])


def test_a_bar_says_what_it_is_and_why(panel: InspectorPanel, blocking: System) -> None:
    panel.show_request(slowest(blocking))
    picture = panel.request.lanes._picture
    assert picture is not None
    longest = max(
        (number for number, bar in enumerate(picture.bars) if bar.look is Look.WAITING),
        key=lambda number: picture.bars[number].length_ns,
    )
    assert picture.bars[longest].lane in (Lane.LOOP, Lane.ACCEPT_QUEUE)
    assert longest in picture.blamed
    assert "because" in picture.tips[longest]


def test_one_in_flight_is_followed_until_it_ends(panel: InspectorPanel, blocking: System) -> None:
    youngest = blocking.record.requests.count
    panel.show_request(youngest)
    assert "in flight" in panel.request.chips.accessibleName()
    blocking.run_until(20)
    settle(panel, blocking, 20)
    assert "answered in" in panel.request.chips.accessibleName()


@pytest.mark.parametrize(
    ("place", "title", "word"),
    [
        ("worker:1", "Worker 1", "loop held now by"),
        ("worker:1/threads", "Worker 1", "waiting"),
        ("listener", "Backlog (accept queue)", "room for"),
        ("client:Cliente_2", "Cliente_2", "median response time"),
        ("service:database", "database", "in service"),
    ],
)
def test_places(place: str, title: str, word: str, panel: InspectorPanel) -> None:
    panel.show_place(place)
    assert panel.pages.currentWidget() is panel.place
    assert panel.bar.title.text() == title
    assert word in texts(panel)


def test_figures_of_a_worker_are_those_of_the_moment(panel: InspectorPanel, blocking: System) -> None:
    panel.show_place("worker:1")
    for shown_s in (3.0, 7.7, 12.0):
        settle(panel, blocking, shown_s)
        assert blocking.trace is not None
        moment = blocking.trace.at(round(shown_s * 1e9))
        holder = moment.request_id[moment.holds_loop].tolist()
        linked = [int(number) for number in re.findall(r"request:(\d+)", panel.place.facts.text())]
        assert linked == holder


def test_the_history_of_a_place_fills_up_though_time_stands_still(
    panel: InspectorPanel, blocking: System, qtbot: QtBot
) -> None:
    panel.show_place("worker:1")
    qtbot.waitUntil(lambda: not np.isnan(panel.place.first._values).any())
    assert blocking.trace is not None
    last = blocking.trace.at(12 * 10**9)
    assert panel.place.first._values[-1] == (last.stage == np.uint8(Stage.LOOP_QUEUE)).sum()


def test_a_history_ends_with_what_is_said_of_the_instant(panel: InspectorPanel, blocking: System) -> None:
    panel.show_place("worker:1")
    settle(panel, blocking, 11.57)
    state, history, _ = panel.place._shown or (None, None, None)
    assert state is not None
    assert history is not None
    assert history.times_ns[-1] == state.time_ns
    assert (history.waiting[-1], history.in_service[-1]) == (state.waiting, state.in_service)
    assert history.share is not None
    assert history.share[-1] == state.share


def test_a_client_sends_as_often_as_its_card_says(panel: InspectorPanel, blocking: System) -> None:
    figures = FiguresReader(blocking, 100_000_000).read(11_570_000_000)
    panel.show_place("client:Cliente_2")
    settle(panel, blocking, 11.57)
    state, _, _ = panel.place._shown or (None, None, None)
    assert state is not None
    assert state.sent_per_s == figures.clients_per_s[1]


def test_a_worker_is_as_busy_and_has_as_many_tokens_as_its_card_says() -> None:
    run = system("03_threadpool", 6.0)
    assert run.trace is not None
    seen = []
    for at_ns in range(4_000_000_000, 5_000_000_000, 70_000_000):
        figures = FiguresReader(run, 100_000_000).read(at_ns)
        crew = Crew(Topology.of(run.scenario), tuple(worker.number for worker in figures.workers))
        reading = Reading.of(run.trace.at(at_ns), figures, crew)
        card = worker_faces(reading, held_now(reading))[0]
        state = PlaceReader(run).state("worker:1", at_ns)
        assert state.share is not None
        seen.append((card.percent, card.threads) == (round(100 * state.share), state.threads))
    assert all(seen)


def test_old_samples_that_are_forgotten_do_not_change_how_long_a_loop_was_held(blocking: System) -> None:
    before = PlaceReader(blocking).state("worker:1", 10 * 10**9).share
    blocking.record.samples.forget(50)
    assert PlaceReader(blocking).state("worker:1", 10 * 10**9).share == before
    assert before


def test_a_place_leads_to_a_request(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.show_place("worker:1")
    link = re.findall(r"request:(\d+)", panel.place.requests.text())[0]
    with qtbot.waitSignal(panel.request_chosen) as chosen:
        panel.place.requests.linkActivated.emit(f"request:{link}")
    assert chosen.args == [int(link)]
    assert panel.pages.currentWidget() is panel.request


def test_double_click_in_the_table_goes_to_the_request_and_to_its_longest_wait(
    panel: InspectorPanel, blocking: System, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.bar.all, LEFT)
    assert panel.bar.all.isChecked()
    wanted = slowest(blocking)
    panel.table.select(wanted)
    view = panel.table.view
    at = view.visualRect(view.currentIndex()).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    with qtbot.waitSignals([panel.instant_chosen, panel.request_chosen]):
        qtbot.mouseDClick(view.viewport(), LEFT, pos=at)
    assert panel.shown_request == wanted
    qtbot.mouseClick(panel.bar.all, LEFT)
    assert view.currentIndex().row() == panel.table.model.row_of(wanted)


def test_another_run_forgets_the_request_and_keeps_the_table(panel: InspectorPanel) -> None:
    panel.show_request(3)
    panel.restart(system("02_async", 1))
    assert panel.shown_request is None
    assert panel.pages.currentWidget() is panel.empty
    panel.show_table()
    other = system("02_async", 2)
    panel.restart(other)
    assert panel.pages.currentWidget() is panel.table
    assert panel.table.model.total == other.record.requests.count


def test_a_number_that_nobody_has_changes_nothing(panel: InspectorPanel) -> None:
    panel.show_request(3)
    for number in (0, -1, 10**9):
        panel.show_request(number)
    assert panel.shown_request == 3


def test_the_language_changes_at_once(panel: InspectorPanel, blocking: System, language: Language) -> None:
    panel.show_request(slowest(blocking))
    language.set_code("pt_BR")
    QCoreApplication.sendPostedEvents()
    saying = panel.request.sentence._saying
    assert saying is not None
    assert saying.plain.startswith("Esperou ")
    assert panel.bar.title.text().startswith("Requisição ")
    assert "," in panel.request.parts.sum[1]


def test_the_theme_changes_what_is_painted(panel: InspectorPanel, blocking: System) -> None:
    panel.show_request(slowest(blocking))
    before = panel.request.lanes.grab().toImage().pixelColor(4, 20)
    panel.use_theme(Theme(ThemeName.DARK))
    after = panel.request.lanes.grab().toImage().pixelColor(4, 20)
    assert (before.lightness() > 200, after.lightness() < 60) == (True, True)


@pytest.mark.parametrize("width", [272, 300, 360, 700, 1085])
def test_it_fits_every_width(width: int, panel: InspectorPanel, blocking: System) -> None:
    panel.resize(width, 500)
    panel.show_request(slowest(blocking))
    QApplication.processEvents()
    assert panel.width() == width
    body = panel.request.widget()
    assert body.width() <= panel.request.viewport().width()
    for part in (panel.request.sentence, panel.request.lanes, panel.request.code, panel.request.parts):
        assert part.isVisibleTo(panel)
        assert part.geometry().right() <= body.width()
    assert panel.request.chips.window() is panel.window()


@pytest.mark.parametrize("width", [700, 1085, 1800, 2560])
def test_a_figure_stands_near_its_name_however_wide(width: int, panel: InspectorPanel) -> None:
    panel.resize(width, 500)
    panel.show_place("worker:1")
    QApplication.processEvents()
    place = panel.place
    assert max(place.facts.width(), place.requests.width()) <= 420
    right = place.first.mapTo(panel, place.first.rect().topRight()).x()
    assert width - 20 <= right < width


def test_nothing_is_read_while_it_is_hidden(panel: InspectorPanel, blocking: System) -> None:
    panel.show_request(blocking.record.requests.count)
    known = panel.request.inspected
    panel.hide()
    blocking.run_until(20)
    settle(panel, blocking, 20)
    assert panel.request.inspected is known
    panel.show()
    assert panel.request.inspected is not known


def test_a_wide_place_lists_as_many_requests_as_there_is_room_for_and_says_how_many_more(
    panel: InspectorPanel, blocking: System
) -> None:
    panel.show_place("worker:1")
    settle(panel, blocking, 5.5)
    there, listed = 10, {}
    for width, height in ((1085, 420), (1900, 180), (1900, 280), (1900, 900)):
        panel.resize(width, height)
        QCoreApplication.processEvents()
        text = panel.place.requests.text()
        listed[width, height] = len(re.findall(r"request:(\d+)", text))
        assert f"and {there - listed[width, height]} more" in text or listed[width, height] == there
        is_beside = width > 1400
        assert not is_beside or panel.place.verticalScrollBar().maximum() == 0 or listed[width, height] == 6
    assert listed[1085, 420] == listed[1900, 180] == 6
    assert 6 < listed[1900, 280] < listed[1900, 900] == there


def test_both_histories_of_a_worker_are_seen_at_once_in_a_tall_panel(panel: InspectorPanel) -> None:
    panel.show_place("worker:1")
    heights = []
    for height in (300, 420, 900):
        panel.resize(1900, height)
        QCoreApplication.processEvents()
        assert panel.place.verticalScrollBar().maximum() == 0
        heights.append(panel.place.first.height())
    assert 92 <= heights[0] < heights[1] < heights[2] == 180


def test_a_worker_has_no_share_of_the_time_before_it_lived() -> None:
    run = system("01_blocking", 5)
    run.apply("server.workers", 2)
    run.run_until(10)
    history = PlaceReader(run).history("worker:2", 10 * NS_PER_S)
    assert history.share is not None
    lived = history.times_ns > 5 * NS_PER_S
    assert np.isnan(history.share[~lived]).all()
    assert not np.isnan(history.share[lived]).any()
