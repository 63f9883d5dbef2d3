"""The diagram answers to the pointer and the keyboard, and says what it shows."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.record import HOLDS_LOOP, Stage
from simulator.scenario import Scenario, parse
from ui.diagram.boxes import WorkerKind
from ui.diagram.drawing import pill_width
from ui.diagram.figures import DiagramFigures, WorkerFigures, running
from ui.diagram.geometry import Rect
from ui.diagram.ink import text_width
from ui.diagram.links import LinkFigures, Travel
from ui.diagram.moves import recent_moves
from ui.diagram.outcomes import Outcomes
from ui.diagram.sentence_bar import SentenceBar
from ui.diagram.view import DiagramView
from ui.diagram.worker_boxes import READY_PITCH, SHOWN_READY, Inside, card

MS = 1_000_000


def scenario(workers: int = 4) -> Scenario:
    clients = "".join(
        f'[[clients]]\nname = "Cliente_{number}"\narrivals = "poisson"\nrate = 10\nroutes = {{ "/professor" = 1 }}\n'
        for number in (1, 2, 3)
    )
    return parse(
        f"""
format = 1
name = "lesson"
[run]
duration = "1s"
{clients}
[server]
workers = {workers}
backlog = 32
[[routes]]
path = "/professor"
handler = "async"
steps = [ {{ io = "250ms", service = "database" }} ]
[[routes]]
path = "/professor/create"
handler = "blocking"
steps = [ {{ label = "time.sleep", io = "250ms" }} ]
[[services]]
name = "database"
""",
        "lesson.toml",
        None,
    )


@pytest.fixture
def view(qtbot: QtBot, theme: Any) -> DiagramView:
    diagram = DiagramView(theme)
    qtbot.addWidget(diagram)
    diagram.resize(1140, 516)
    diagram.set_system(scenario())
    with qtbot.waitExposed(diagram):
        diagram.show()
    return diagram


@pytest.fixture
def blocked(story: Any) -> Any:
    """Worker 2 is blocked, and two wait for it; one more waits for the database."""
    request = story.send(0, route=1)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:2", 1)
    story.block(1, request, 2, 501)
    for _ in range(2):
        story.enter(2, story.send(2), Stage.LOOP_QUEUE, "worker:2")
    story.enter(3, story.send(3), Stage.IN_IO, "service:database", 253)
    return story


def show(view: DiagramView, story: Any, at_ms: float = 10, figures: DiagramFigures | None = None) -> None:
    view.show_moment(story.moment(at_ms), figures or running(4), is_settled=True)


def middle_of(view: DiagramView, place: str) -> QPoint:
    box = view.scene().box_of(place)  # type: ignore[attr-defined]
    return view.mapFromScene(QPointF(box.rect.centre.x, box.rect.y + 8))


def test_a_click_on_a_box_names_its_place(qtbot: QtBot, view: DiagramView, blocked: Any) -> None:
    show(view, blocked)
    for place in ("worker:2", "listener", "client:Cliente_3", "service:database"):
        with qtbot.waitSignal(view.node_clicked) as clicked:
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, place))
        assert clicked.args == [place]


def test_a_click_on_a_request_names_it(qtbot: QtBot, view: DiagramView, blocked: Any) -> None:
    show(view, blocked)
    ready = view.layout_shown.workers[1].ready
    with qtbot.waitSignal(view.request_clicked) as clicked:
        position = view.mapFromScene(QPointF(ready.x, ready.y))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert clicked.args == [2]


def test_who_is_on_the_way_to_a_loop_has_a_place_there(view: DiagramView, blocked: Any, theme: Any) -> None:
    show(view, blocked)
    view.scene().dots.hide()  # type: ignore[attr-defined]
    ready, picture = view.layout_shown.workers[1].ready, view.viewport().grab().toImage()
    places = [view.mapFromScene(QPointF(ready.x + index * READY_PITCH, ready.y)) for index in range(3)]
    dots = [picture.pixelColor(place) == theme.colour("border.strong") for place in places]
    assert dots == [True, True, False]


@pytest.mark.parametrize("size", [(1140, 440), (1140, 516), (2200, 960)])
def test_the_ring_around_a_bead_leaves_the_percentage_alone(
    view: DiagramView,
    blocked: Any,
    size: tuple[int, int],
) -> None:
    view.resize(*size)
    show(view, blocked)
    worker, (middle, radius) = view.layout_shown.workers[1], view.scene().dots.ring_of(1)  # type: ignore[attr-defined]
    assert worker.kind is WorkerKind.FULL
    from_centre = math.hypot(middle.x() - worker.arc.x, middle.y() - worker.arc.y)
    reach = math.hypot(text_width("34 %", 10) / 2, 9)
    assert from_centre - radius - 1 >= reach


@pytest.mark.usefixtures("qapp")
def test_the_number_of_those_who_wait_fits_into_a_card_beside_a_second_diagram() -> None:
    label = text_width("prontas", 10)
    box = card(1, Rect(0, 0, 203, 70), Inside(40, has_threads=True, has_io=False, ready_label_width=label))
    last = box.ready.x + (SHOWN_READY - 1) * READY_PITCH
    assert box.ready.x - 6 >= box.text_x + label + 4
    assert box.rect.right - 3 - text_width("+1.199", 11, 600) >= last + 6


def test_the_sentence_follows_what_is_shown(qtbot: QtBot, view: DiagramView, blocked: Any) -> None:
    said: list[Any] = []
    view.sentence_changed.connect(said.append)
    show(view, blocked)
    assert said[-1].text == "Worker 2 is blocked by /professor/create (time.sleep): 2 requests wait for its loop."
    assert view.accessibleDescription().startswith(said[-1].text)
    show(view, blocked)
    assert len(said) == 1


def test_a_worker_that_the_sentence_calls_blocked_says_so_in_every_picture(view: DiagramView, blocked: Any) -> None:
    answered = 1
    blocked.enter(501, answered, Stage.ANSWERED, "network", 509)
    worker = view.scene().box_of("worker:2")  # type: ignore[attr-defined]
    said: list[str] = []
    view.sentence_changed.connect(lambda sentence: said.append(sentence.text))
    seen = []
    for picture in range(80):
        # From before it holds the loop until long after; 60 pictures a second, at their speed.
        moment = blocked.moment(picture * 16 - 100)
        view.show_moment(moment, running(4), wall_s=100 + picture / 60)
        seen.append(("is blocked" in said[-1], worker.face.is_blocked))
    assert {(True, True), (False, False)} == set(seen)


def test_words_are_kept_to_be_read_but_their_numbers_are_those_of_the_picture(view: DiagramView, blocked: Any) -> None:
    for at_ms in range(20, 60, 10):
        blocked.enter(at_ms, blocked.send(at_ms), Stage.LOOP_QUEUE, "worker:2")
    other = blocked.send(60, route=1)
    blocked.enter(501, 1, Stage.ANSWERED, "network", 509)
    blocked.block(501, other, 3, 1050)
    said: list[str] = []
    view.sentence_changed.connect(lambda sentence: said.append(sentence.text))
    for picture, at_ms in enumerate((10, 25, 45, 505)):
        view.show_moment(blocked.moment(at_ms), running(4), wall_s=100 + picture / 10)
    assert [text.split(": ")[-1].split(" ")[0] for text in said[:3]] == ["2", "3", "5"]
    assert all(text.startswith("Worker 2 is blocked") for text in said)


def test_the_first_that_falls_moves_nothing(view: DiagramView, blocked: Any) -> None:
    pile = view.scene().pile  # type: ignore[attr-defined]
    show(view, blocked)
    before = view.layout_shown
    assert not pile.isVisible()
    refused = Outcomes((1, 0, 0, 0), (1, 0, 0, 0), ((0, Stage.REFUSED),))
    view.show_moment(blocked.moment(501), running(4)._replace(outcomes=refused), is_settled=True)
    assert pile.isVisible()
    assert view.layout_shown is before


def test_pictures_that_can_be_read_one_by_one_say_what_they_show(view: DiagramView, blocked: Any) -> None:
    other = blocked.send(520, route=1)
    blocked.enter(501, 1, Stage.ANSWERED, "network", 509)
    blocked.block(550, other, 3, 1050)
    blocked.enter(560, blocked.send(552), Stage.LOOP_QUEUE, "worker:3")
    said: list[str] = []
    view.sentence_changed.connect(lambda sentence: said.append(sentence.text))
    for picture, at_ms in enumerate((10, 600)):
        view.show_moment(blocked.moment(at_ms), running(4), wall_s=100 + picture / 4)
    named = ("Worker 2", "Worker 3")
    drawn = [view.scene().box_of(f"worker:{number}").face.is_blocked for number in (2, 3)]  # type: ignore[attr-defined]
    assert [text.startswith(name) for text, name in zip(said, named, strict=True)] == [True, True]
    assert drawn == [False, True]


def test_a_rate_on_a_link_is_that_of_its_client(
    view: DiagramView, blocked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    links: list[LinkFigures] = []
    scene: Any = view.scene()
    monkeypatch.setattr(scene.links, "show_figures", lambda _travel, figures: links.append(figures))
    view.set_travel(Travel.RIBBONS)
    for rates in ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0)):
        show(view, blocked, figures=running(4)._replace(clients_per_s=rates))
    assert links[-1].clients_per_s == tuple(card.face.per_s for card in scene.clients) == (4.0, 5.0, 6.0)


def test_the_marker_points_at_the_bottleneck(view: DiagramView, blocked: Any) -> None:
    marker = view.scene().marker  # type: ignore[attr-defined]
    assert not marker.isVisible()
    show(view, blocked)
    assert marker.isVisible()
    worker = view.layout_shown.workers[1].rect
    assert worker.y < marker.boundingRect().center().y() < worker.bottom
    # Requests come to the middle, and may not hide the word.
    assert abs(marker.boundingRect().center().y() - worker.centre.y) > 16


def test_what_flies_past_the_marker_does_not_cover_its_word(view: DiagramView, story: Any) -> None:
    request = story.send(0, route=1)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, "worker:3", 1)
    story.block(1, request, 3, 501)
    story.enter(2, story.send(2), Stage.LOOP_QUEUE, "worker:3")
    passing = story.send(3)
    story.enter(4, passing, Stage.ON_CPU | HOLDS_LOOP, "worker:4", 90)
    marker, dots = view.scene().marker, view.scene().dots  # type: ignore[attr-defined]
    pictures = []
    for passed in range(40):
        moment = story.moment(4 + passed)
        view.show_moment(moment, running(4), recent_moves(story.transitions, moment.time_ns, 40 * MS), is_settled=True)
        place = view.mapFromScene(marker.sceneBoundingRect()).boundingRect().adjusted(2, 3, -14, -3)
        pictures.append(view.viewport().grab(place).toImage())
        assert dots.count == 3
    assert marker.isVisible()
    assert all(picture == pictures[0] for picture in pictures)


@pytest.mark.parametrize("width", [700, 859, 1140])
def test_the_marker_hides_nothing_of_uvicorn_however_narrow_the_diagram_is(
    view: DiagramView, blocked: Any, width: int
) -> None:
    view.resize(width, 408)
    show(view, blocked)
    marker, uvicorn = view.scene().marker, view.layout_shown.uvicorn.rect  # type: ignore[attr-defined]
    assert marker.isVisible()
    assert not marker.boundingRect().intersects(QRectF(*uvicorn))


@pytest.mark.parametrize("height", [260, 330, 420])
@pytest.mark.parametrize("width", [640, 694])
def test_the_marker_hides_no_other_box_and_no_word_where_two_servers_are_side_by_side(
    view: DiagramView, blocked: Any, width: int, height: int
) -> None:
    view.resize(width, height)
    show(view, blocked)
    worker = view.scene().workers[1]  # type: ignore[attr-defined]
    pill = view.scene().marker.boundingRect().adjusted(0, 1, 0, -1)  # type: ignore[attr-defined]
    assert pill.left() >= worker.rect.x
    assert pill.right() <= worker.rect.right
    others = [QRectF(*each.rect) for each in view.layout_shown.workers if each.number != 2]
    assert not any(pill.intersects(each) for each in others)
    # A capital of the name is 10 px high; the word stands behind it in a pill of 17, or above it.
    box, wide = worker.box, pill_width("BLOCKED")
    name = QRectF(box.text_x, box.title_y - 9.5, text_width("Worker 2", 13, 600), 9.5)
    is_behind = name.right() + 8 + wide <= box.text_right + 8
    word = (
        QRectF(name.right() + 8, box.title_y - 13, wide, 17)
        if is_behind
        else QRectF(box.text_x, box.rect.y - 7.5, wide, 17)
    )
    assert not pill.intersects(name)
    assert not pill.intersects(word)


# The offscreen platform says so of every window that has a smallest size.
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_tab_goes_through_the_boxes_and_out(qtbot: QtBot, theme: Any) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    before, diagram, after = QLineEdit(), DiagramView(theme), QLineEdit()
    for widget in (before, diagram, after):
        column.addWidget(widget)
    diagram.set_system(scenario())
    qtbot.addWidget(window)
    window.resize(1200, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    before.setFocus()
    visited = []
    for _ in range(9):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        with qtbot.waitSignal(diagram.node_clicked) as clicked:
            qtbot.keyClick(diagram, Qt.Key.Key_Return)
        visited += clicked.args
    clients = [f"client:Cliente_{number}" for number in (1, 2, 3)]
    workers = [f"worker:{number}" for number in (1, 2, 3, 4)]
    assert visited == [*clients, "listener", *workers, "service:database"]
    qtbot.keyClick(diagram, Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert "database" in diagram.accessibleName()


def test_zoom_with_ctrl_and_wheel_and_back_with_0(qtbot: QtBot, view: DiagramView) -> None:
    point = QPointF(300, 200)
    none, up, no_buttons = QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton
    control = Qt.KeyboardModifier.ControlModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(point, view.mapToGlobal(point), none, up, no_buttons, control, phase, False)
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.transform().m11() == pytest.approx(1.2)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.transform().m11() == 1.0
    assert view.mapToScene(0, 0) == QPointF(0, 0)


def test_a_drag_pans_and_is_no_click(qtbot: QtBot, view: DiagramView) -> None:
    clicks: list[str] = []
    view.node_clicked.connect(clicks.append)
    start = middle_of(view, "worker:1")
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 40, 80):
        qtbot.mouseMove(view.viewport(), start + QPoint(step, step))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(80, 80))
    assert view.mapToScene(0, 0) == QPointF(-80, -80)
    assert clicks == []


def test_boxes_and_requests_say_what_they_are(view: DiagramView, blocked: Any) -> None:
    show(view, blocked)
    worker = view.layout_shown.workers[1]
    assert "Its event loop is held by a call that only waits" in view.text_at(QPointF(worker.text_x, worker.rect.y + 5))
    request = view.text_at(QPointF(worker.ready.x, worker.ready.y))
    assert request.splitlines()[:3] == ["Request 2 · Cliente_1", "/professor", "waits for the loop, 8 ms"]
    assert view.text_at(QPointF(2, 2)) == ""


def test_it_lays_out_again_when_it_is_resized(view: DiagramView) -> None:
    view.resize(2200, 954)
    assert view.layout_shown.size == (2200, 954)
    assert view.transform().m11() == 1.0


def test_workers_come_and_go(view: DiagramView, story: Any) -> None:
    for count, kind in ((1, WorkerKind.FULL), (8, WorkerKind.SLIM), (16, WorkerKind.TILE), (100, WorkerKind.HEAT)):
        show(view, story, 0, running(count))
        assert view.layout_shown.worker_kind is kind
        assert len(view.layout_shown.workers) == count
    show(view, story, 0, DiagramFigures((WorkerFigures(1), WorkerFigures(3))))
    assert [box.number for box in view.layout_shown.workers] == [1, 3]


def test_a_bottleneck_that_goes_is_no_longer_marked(view: DiagramView, blocked: Any) -> None:
    view.show_moment(blocked.moment(10), running(4))
    view.show_moment(blocked.moment(10), running(1))
    assert not view.scene().marker.isVisible()  # type: ignore[attr-defined]


def test_nothing_works_while_it_is_hidden(view: DiagramView, blocked: Any) -> None:
    view.hide()
    show(view, blocked)
    assert view.drawn_requests == 0
    view.show()
    assert view.drawn_requests > 0


def test_reduced_motion_counts_instead_of_moving(view: DiagramView, story: Any) -> None:
    for _ in range(3):
        story.send(0, client=1, stage=Stage.TRAVELLING, until_ms=40)
    moment = story.moment(10)
    moves = recent_moves(story.transitions, moment.time_ns, 10 * MS)
    view.show_moment(moment, running(4), moves)
    assert view.drawn_requests == 3
    view.set_travel(Travel.COUNTED)
    assert view.drawn_requests == 0


def test_a_restart_forgets(view: DiagramView, blocked: Any, told: Callable[..., Any]) -> None:
    show(view, blocked)
    view.restart()
    show(view, told(), 0)
    assert view.accessibleDescription().startswith("Nothing has been sent yet.")


def test_another_theme_is_another_picture(view: DiagramView, blocked: Any) -> None:
    class Night:
        is_dark = True

        def colour(self, token: str) -> QColor:
            return QColor("#ECEEF2") if token.startswith("text") else QColor("#121519")

    show(view, blocked)
    before = view.grab().toImage()
    view.use_theme(Night())
    after = view.grab().toImage()
    assert after.pixelColor(5, 5).name() == "#121519"
    assert before.pixelColor(5, 5) != after.pixelColor(5, 5)


def test_the_bar_says_the_sentence(qtbot: QtBot, theme: Any, view: DiagramView, blocked: Any) -> None:
    bar = SentenceBar(theme)
    qtbot.addWidget(bar)
    view.sentence_changed.connect(bar.show_sentence)
    show(view, blocked)
    assert bar.accessibleName().startswith("Worker 2 is blocked")
    bar.resize(900, bar.height())
    assert bar.grab().toImage().pixelColor(1, 18) == theme.colour("state.blocked")


def test_arrows_go_through_the_requests_and_enter_chooses_one(qtbot: QtBot, view: DiagramView, blocked: Any) -> None:
    show(view, blocked)
    names = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(view, key)
        names.append(view.accessibleName().splitlines()[0])
    assert all(name.startswith("Request ") for name in names)
    assert names[0] == names[2] != names[1]
    with qtbot.waitSignal(view.request_clicked) as clicked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert names[2] == f"Request {clicked.args[0]} · Cliente_1"


def test_the_diagram_is_summed_up_for_those_who_hear_it(view: DiagramView, blocked: Any) -> None:
    show(view, blocked)
    said = view.accessibleDescription()
    assert "Worker 2 is blocked" in said
    assert "4 workers" in said
    assert "hold a loop" in said
