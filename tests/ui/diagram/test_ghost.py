"""A ghost stands on the ground of the run that is shown: on the same places, and with outlines for what only it has."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from simulator.model import System
from simulator.record import Stage
from simulator.scenario import Scenario, load
from tests.ui.diagram.conftest import Greys, Story
from ui.diagram.crew import Crew
from ui.diagram.figures import DiagramFigures, WorkerFigures
from ui.diagram.frame import Frame
from ui.diagram.ghost.united import renumbered, united
from ui.diagram.moves import recent_moves
from ui.diagram.topology import ClientNode, Topology
from ui.diagram.view import DiagramView

NOW_S = 6.0


def with_workers(scenario: Scenario, count: int) -> Scenario:
    return scenario.model_copy(update={"server": scenario.server.model_copy(update={"workers": count})})


def with_rate(scenario: Scenario, rate: float) -> Scenario:
    clients = tuple(client.model_copy(update={"rate": rate}) for client in scenario.clients)
    return scenario.model_copy(update={"clients": clients})


def frame_of(scenario: Scenario) -> Frame:
    system = System(scenario, seed=1, trace=True, endless=True)
    system.run_until(NOW_S)
    assert system.trace is not None
    moment = system.trace.at(system.now_ns)
    workers = tuple(WorkerFigures(number, 0.5) for number in range(1, scenario.server.workers + 1))
    return Frame(moment, DiagramFigures(workers), recent_moves(system.trace, system.now_ns, 200_000_000))


def shown(view: DiagramView, scenario: Scenario, frame: Frame) -> None:
    view.set_system(scenario, is_shown=False)
    view.show_moment(frame.moment, frame.figures, frame.moves, is_settled=True)


@pytest.fixture
def view(qtbot: QtBot, theme: Greys) -> DiagramView:
    """As large as half of a window is high."""
    view = DiagramView(theme)
    qtbot.addWidget(view)
    view.resize(1280, 330)
    view.show()
    return view


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """One blocking worker, behind which requests wait."""
    return load("01_blocking")


def test_the_ghost_of_the_same_run_lies_under_it(view: DiagramView, scenario: Scenario) -> None:
    frame = frame_of(scenario)
    shown(view, scenario, frame)
    view.haunt(scenario, "A")
    view.show_ghost(frame, is_settled=True)
    own, pale = view._items.dots.dots, view._items.ghost_dots.dots
    assert own is not None
    assert pale is not None
    assert len(own) == len(pale) > 10
    np.testing.assert_allclose(np.stack([own.x, own.y]), np.stack([pale.x, pale.y]))


def test_a_worker_that_only_the_ghost_has_is_an_outline(view: DiagramView, scenario: Scenario) -> None:
    shown(view, scenario, frame_of(scenario))
    view.haunt(with_workers(scenario, 2), "B")
    view.show_ghost(frame_of(with_workers(scenario, 2)), is_settled=True)
    assert [worker.absent for worker in view._items.workers] == ["", "Worker 2\nonly in B"]
    second = view.layout_shown.workers[1].rect
    dots = view._items.ghost_dots.dots
    assert dots is not None
    assert (second.contains(*at) for at in zip(dots.x, dots.y, strict=True))
    assert view.text_at(view._items.workers[1].boundingRect().center()).startswith("Worker 2\nonly in B\nB: Worker 2")


def test_what_the_shown_run_alone_has_stays_as_it_is(view: DiagramView, scenario: Scenario) -> None:
    shown(view, with_workers(scenario, 2), frame_of(with_workers(scenario, 2)))
    before = view.accessibleDescription()
    view.haunt(scenario, "A")
    view.show_ghost(frame_of(scenario), is_settled=True)
    assert [worker.absent for worker in view._items.workers] == ["", ""]
    assert view._items.workers[1].face is not None
    assert view.accessibleDescription().startswith(before)


def test_the_marks_are_of_what_the_ghost_has_more(view: DiagramView, scenario: Scenario) -> None:
    shown(view, scenario, frame_of(with_rate(scenario, 1.0)))
    view.haunt(scenario, "A")
    view.show_ghost(frame_of(with_rate(scenario, 40.0)), is_settled=True)
    (marks,) = view._items.ghost_marks.marks.workers
    assert marks.state.name == "BLOCKED"
    assert marks.percent == 50
    assert marks.more is not None
    ready = view._picture.ghost._reading
    assert ready is not None
    assert marks.more[1] == ready.count.ready[0] - 5


def test_no_ghost_leaves_nothing_behind(view: DiagramView, scenario: Scenario) -> None:
    frame = frame_of(scenario)
    shown(view, scenario, frame)
    before = view.grab().toImage()
    view.haunt(with_workers(scenario, 3), "A")
    view.show_ghost(frame_of(with_workers(scenario, 3)), is_settled=True)
    assert view.grab().toImage() != before
    view.haunt(None)
    assert view.drawn_ghosts == 0
    assert view.grab().toImage() == before


def test_the_ghost_goes_along_where_the_diagram_becomes_wider(view: DiagramView, scenario: Scenario) -> None:
    frame = frame_of(scenario)
    shown(view, scenario, frame)
    view.haunt(scenario, "A")
    view.show_ghost(frame, is_settled=True)
    view.resize(1500, 420)
    own, pale = view._items.dots.dots, view._items.ghost_dots.dots
    assert own is not None
    assert pale is not None
    np.testing.assert_allclose(np.stack([own.x, own.y]), np.stack([pale.x, pale.y]))


def test_without_a_ghost_its_items_cost_nothing(view: DiagramView, scenario: Scenario) -> None:
    shown(view, scenario, frame_of(scenario))
    assert not view._items.ghost_marks.isVisible()
    view.haunt(scenario, "A")
    assert view._items.ghost_marks.isVisible()


def test_parts_of_the_shown_run_keep_their_numbers(story: Story) -> None:
    other = story.topology._replace(clients=_clients("Cliente_9", "Cliente_2"))
    all_, ghost, numbers, only = united(Crew(story.topology, (1, 2)), Crew(other, (1, 2, 3)))
    assert [client.name for client in all_.topology.clients] == ["Cliente_1", "Cliente_2", "Cliente_3", "Cliente_9"]
    assert all_.workers == ghost.workers == (1, 2, 3)
    assert numbers.tolist() == [3, 1]
    assert only == {"client:Cliente_9", "worker:3"}


def test_a_ghost_has_the_clients_of_its_own(story: Story) -> None:
    story.send(0.0, client=1, stage=Stage.TRAVELLING)
    moment, _ = renumbered(story.moment(1.0), None, np.array([3, 1, 0], dtype=np.uint16))
    assert moment.client.tolist() == [1]
    moment, _ = renumbered(story.moment(1.0), None, np.array([3, 2, 0], dtype=np.uint16))
    assert moment.client.tolist() == [2]


def _clients(*names: str) -> tuple[ClientNode, ...]:
    return tuple(ClientNode(name, ("/professor",), 10.0, None, None) for name in names)


def test_both_are_laid_out_for_the_larger_of_the_two(story: Story) -> None:
    larger: Topology = story.topology._replace(thread_limit=400, accept_capacity=2)
    whole = united(Crew(story.topology, (1,)), Crew(larger, (1,))).all.topology
    assert (whole.thread_limit, whole.accept_capacity) == (400, 33)
