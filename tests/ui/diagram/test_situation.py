"""The one thing to say of a moment is true, and the worst comes first."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from simulator.record import HOLDS_LOOP, Stage
from ui.diagram.faces import held_now, worker_faces
from ui.diagram.facts import Kind, Reading, Situation
from ui.diagram.figures import DiagramFigures, WorkerFigures, running
from ui.diagram.sentence import SentenceState, sentence
from ui.diagram.situation import bottleneck, situation
from ui.diagram.summary import summary
from ui.diagram.worker_texts import second_line


def read(story: Any, at_ms: float, figures: DiagramFigures | None = None) -> Reading:
    return Reading.of(story.moment(at_ms), figures or running(len(story.crew.workers)), story.crew)


def block(story: Any, worker: int, waiting: int) -> None:
    request = story.send(0, route=1)
    story.enter(0, request, Stage.ON_CPU | HOLDS_LOOP, f"worker:{worker}", 1)
    story.block(1, request, worker, 501)
    for _ in range(waiting):
        story.enter(2, story.send(2), Stage.LOOP_QUEUE, f"worker:{worker}")


def test_nothing_has_been_sent(story: Any) -> None:
    assert situation(read(story, 0)) == Situation(Kind.NOTHING_YET)
    assert bottleneck(read(story, 0)) is None


def test_a_blocked_worker_with_those_who_wait_for_it(story: Any) -> None:
    block(story, 2, 14)
    facts = situation(read(story, 10))
    assert (facts.kind, facts.worker, facts.waiting) == (Kind.BLOCKED, 2, 14)
    assert (facts.path, facts.call) == ("/professor/create", "time.sleep")
    assert bottleneck(read(story, 10)) == "worker:2"


def test_nobody_waits_for_a_blocked_worker(story: Any) -> None:
    block(story, 2, 0)
    assert situation(read(story, 10)).kind is Kind.BLOCKED
    assert bottleneck(read(story, 10)) is None


def test_of_several_blocked_workers_all_are_counted(story: Any) -> None:
    block(story, 1, 3)
    block(story, 3, 4)
    facts = situation(read(story, 10))
    assert (facts.kind, facts.workers, facts.of_workers, facts.waiting) == (Kind.SOME_BLOCKED, 2, 4, 7)
    assert bottleneck(read(story, 10)) == "worker:3"


def test_where_all_are_blocked_those_in_the_accept_queue_wait_for_them_too(told: Callable[..., Any]) -> None:
    story = told(workers=1)
    block(story, 1, 0)
    story.enter(3, story.send(3), Stage.ACCEPT_QUEUE, "listener")
    facts = situation(read(story, 10))
    assert (facts.kind, facts.waiting, facts.unaccepted) == (Kind.BLOCKED, 0, 1)
    assert bottleneck(read(story, 10)) == "worker:1"


def test_a_queue_for_threads(story: Any) -> None:
    for _ in range(12):
        story.enter(0, story.send(0, route=2), Stage.THREAD_QUEUE, "worker:1/threads")
    facts = situation(read(story, 1))
    assert (facts.kind, facts.worker, facts.limit, facts.waiting) == (Kind.NO_THREAD, 1, 40, 12)
    assert bottleneck(read(story, 1)) == "worker:1/threads"


def test_a_full_accept_queue(story: Any) -> None:
    for _ in range(33):
        story.enter(0, story.send(0), Stage.ACCEPT_QUEUE, "listener")
    facts = situation(read(story, 1))
    assert (facts.kind, facts.waiting, facts.limit) == (Kind.ACCEPT_FULL, 33, 33)


@pytest.mark.parametrize(("share", "kind", "place"), [(0.97, Kind.BUSY, "worker:1"), (0.6, Kind.WAITING, None)])
def test_a_loop_that_computes_all_the_time_is_a_bottleneck(
    story: Any, share: float, kind: Kind, place: str | None
) -> None:
    story.enter(0, story.send(0), Stage.ON_CPU | HOLDS_LOOP, "worker:1", 10)
    story.enter(1, story.send(1), Stage.LOOP_QUEUE, "worker:1")
    figures = DiagramFigures(tuple(WorkerFigures(number, share) for number in (1, 2, 3, 4)))
    assert situation(read(story, 2, figures)).kind is kind
    assert bottleneck(read(story, 2, figures)) == place


@pytest.mark.parametrize(("share", "state", "place"), [(0.97, "overloaded", "worker:1"), (0.6, "ok", None)])
def test_a_queue_before_loops_that_are_busy_all_the_time_is_not_well(
    story: Any, share: float, state: str, place: str | None
) -> None:
    story.enter(0, story.send(0), Stage.ACCEPT_QUEUE, "listener")
    figures = DiagramFigures(tuple(WorkerFigures(number, share) for number in (1, 2, 3, 4)))
    said = sentence(situation(read(story, 1, figures)))
    assert said.state is SentenceState(state)
    assert said.text.startswith("1 request waits to be accepted")
    assert bottleneck(read(story, 1, figures)) == place


def test_a_service_that_takes_no_more_is_a_bottleneck(story: Any) -> None:
    database = story.topology.services[0]._replace(concurrency=1)
    crew = replace(story.crew, topology=story.topology._replace(services=(database,)))
    story.enter(0, story.send(0), Stage.IN_IO, "service:database", 90)
    assert bottleneck(Reading.of(story.moment(1), running(4), crew)) == "service:database"


def test_nobody_waits(story: Any) -> None:
    story.enter(0, story.send(0), Stage.IN_IO, "service:database", 90)
    figures = DiagramFigures(tuple(WorkerFigures(number, 0.4) for number in (1, 2, 3, 4)))
    facts = situation(read(story, 1, figures))
    assert (facts.kind, facts.in_io, facts.utilisation) == (Kind.NOBODY_WAITS, 1, pytest.approx(0.4))


def test_who_computes_in_a_thread_or_waits_for_the_processor_there_is_not_in_io(story: Any) -> None:
    for stage in (Stage.ON_CPU, Stage.CPU_QUEUE, Stage.CPU_QUEUE, Stage.IN_IO):
        story.enter(0, story.send(0, route=2), stage, "worker:1/threads", 90)
    reading = read(story, 1)
    facts = situation(reading)
    assert (facts.kind, facts.computing, facts.in_io) == (Kind.NOBODY_WAITS, 3, 1)
    assert (list(reading.count.threads), list(reading.count.computing)) == ([4, 0, 0, 0], [3, 0, 0, 0])
    assert "3 compute in threads, 1 in I/O" in summary(reading)
    face = worker_faces(reading, held_now(reading))[0]
    assert (face.threads, face.computing, face.in_io) == (4, 3, 1)
    assert second_line(face)[0] == "computing in threads"


def test_a_token_that_is_kept_by_who_waits_for_the_loop_is_not_in_io(story: Any) -> None:
    for request in (story.send(0, route=2), story.send(0, route=2)):
        story.enter(0, request, Stage.IN_IO, "worker:1/threads", 90)
    story.enter(5, request, Stage.LOOP_QUEUE, "worker:1")
    reading = read(story, 6)
    face = worker_faces(reading, held_now(reading))[0]
    assert (face.threads, face.keeping, face.ready, face.in_io) == (2, 1, 1, 1)


def test_a_single_worker_is_spoken_of_as_one(story: Any) -> None:
    crew = replace(story.crew, workers=story.crew.workers[:1])
    spoken = [summary(Reading.of(story.moment(1), running(len(each.workers)), each)) for each in (crew, story.crew)]
    assert spoken == ["One worker, 0 in flight.", "4 workers, 0 in flight."]
