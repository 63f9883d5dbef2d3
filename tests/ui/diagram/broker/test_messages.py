"""Where messages are drawn: from a real run with a broker, against what the run itself says."""

from pathlib import Path

import numpy as np
import pytest

from simulator.model import System
from simulator.record.stages import MessageStage
from simulator.scenario import parse
from simulator.units import NS_PER_S
from tests.ui.diagram.conftest import contents, text_width
from ui.diagram.boxes import Contents
from ui.diagram.broker.boxes import SHAPE
from ui.diagram.broker.dots import message_dots
from ui.diagram.broker.faces import broker_faces
from ui.diagram.broker.messages import Messages, holdings
from ui.diagram.broker.reader import messages_of
from ui.diagram.crew import Crew
from ui.diagram.dot_arrays import Dots
from ui.diagram.facts import Kind, Reading
from ui.diagram.figures import running
from ui.diagram.layout import arrange
from ui.diagram.shapes import MESSAGE, MESSAGE_AGAIN
from ui.diagram.situation import bottleneck, situation
from ui.diagram.spots import Activity
from ui.diagram.topology import Topology

MS = 1_000_000
MAILS = """
format = 1
name = "mails"
[run]
duration = "60s"
[[clients]]
name = "a"
arrivals = "constant"
rate = {rate}
routes = {{ "/email" = 1 }}
[[routes]]
path = "/email"
handler = "async"
steps = [{{ cpu = "1ms" }}, {{ enqueue = "send" }}]
[broker]
kind = "rabbitmq"
consumers = 2
prefetch = 3
{more}
[[tasks]]
name = "send"
steps = [{{ io = "100ms" }}]
failure_rate = {failures}
"""


def run(seconds: float, rate: float = 10, more: str = "", failures: float = 0.0) -> System:
    text = MAILS.format(rate=rate, more=more, failures=failures)
    system = System(parse(text, "mails.toml", Path()), seed=1, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(seconds)
    return system


def shown(system: System, span_ms: float = 0.0, at_ns: int | None = None) -> tuple[Messages, Dots]:
    messages = messages_of(system, system.now_ns if at_ns is None else at_ns, round(span_ms * MS))
    assert messages is not None
    consumers = tuple(each.number for each in messages.consumers)
    layout = arrange(1140, 516, _placed(consumers), text_width)
    assert layout.broker is not None
    held = holdings(messages.moment, consumers)
    return messages, message_dots(messages, held, layout.broker, consumers)


def _placed(consumers: tuple[int, ...]) -> Contents:
    return contents(workers=1)._replace(consumers=consumers)


def reading(system: System) -> Reading:
    assert system.trace is not None
    messages = messages_of(system, system.now_ns, 0)
    assert messages is not None
    crew = Crew(Topology.of(system.scenario), (1,), tuple(each.number for each in messages.consumers))
    return Reading.of(system.trace.at(system.now_ns), running(1), crew, messages=messages)


def test_what_waits_is_in_slots_and_what_is_held_is_in_hands() -> None:
    system = run(3.0, rate=30)
    messages, dots = shown(system)
    held = holdings(messages.moment, (1, 2))
    assert system.broker is not None
    assert held.waiting == system.broker.waiting > 0
    assert held.working.tolist() == [len(each.running) for each in system.broker.consumers] == [1, 1]
    assert held.reserved.tolist() == [len(each.reserved) for each in system.broker.consumers] == [2, 2]
    box = arrange(1140, 516, _placed((1, 2)), text_width).broker
    assert box is not None
    in_slots = (dots.x < box.queue.right) & (dots.x > box.queue.x)
    assert in_slots.sum() == min(held.waiting, box.slots.count)
    for index, each in enumerate(box.consumers):
        inside = (np.abs(dots.y - each.rect.centre.y) < 1) & (dots.x > each.rect.x) & (dots.x < each.rect.right)
        assert inside.sum() == held.working[index] + held.reserved[index]
    assert set(dots.size.tolist()) == {int(SHAPE)}


def test_work_is_a_pie_that_shrinks_and_stands_first() -> None:
    system = run(2.05, rate=30)
    messages, dots = shown(system)
    works = dots.activity == Activity.IN_IO
    assert works.sum() == 2
    assert 0 < dots.level[works].min() < 8
    moment = messages.moment
    assert set(moment.copy_id[moment.stage == MessageStage.IN_IO].tolist()) == set(dots.request_id[works].tolist())


def test_a_message_flies_from_the_app_to_the_queue_and_on() -> None:
    system = run(1.0, rate=10)
    trace = system.message_trace
    assert trace is not None
    rows = trace.rows()
    born = int(rows["time"][0])
    _, at_first = shown(system, 40, born)
    _, later = shown(system, 40, born + 20 * MS)
    _, landed = shown(system, 40, born + 41 * MS)
    box = arrange(1140, 516, _placed((1, 2)), text_width).broker
    assert box is not None
    assert len(at_first) == len(later) == len(landed) == 1
    hand = box.consumers[0].hands.cell(0).centre
    assert (landed.x[0], landed.y[0]) == pytest.approx((hand.x, hand.y))
    assert abs(later.x[0] - hand.x) < abs(at_first.x[0] - hand.x)


def test_who_is_delivered_again_looks_different() -> None:
    system = run(4.0, rate=30, failures=0.5)
    messages, dots = shown(system)
    again = {int(copy) for copy, n in zip(messages.moment.copy_id, messages.moment.delivery, strict=True) if n > 1}
    drawn_again = set(dots.request_id[dots.client == MESSAGE_AGAIN].tolist())
    assert drawn_again
    assert drawn_again <= again
    assert set(dots.request_id[dots.client == MESSAGE].tolist()).isdisjoint(again)


def test_a_dead_letter_flies_to_the_pile_and_is_counted() -> None:
    system = run(5.0, rate=10, more="max_deliveries = 1", failures=0.5)
    trace = system.message_trace
    assert trace is not None
    rows = trace.rows()
    dead = rows[rows["stage"] == MessageStage.DEAD_LETTERED]
    at = int(dead["time"][0])
    messages, dots = shown(system, 40, at + 20 * MS)
    flying = dots.request_id == int(dead["request"][0])
    box = arrange(1140, 516, _placed((1, 2)), text_width).broker
    assert box is not None
    assert dots.activity[flying].tolist() == [Activity.REFUSED]
    assert box.consumers[0].rect.right <= dots.x[flying][0] <= box.dead.x
    assert messages.moment.counts.dead_lettered == 1


def test_a_queue_that_grows_has_the_sentence_and_the_marker() -> None:
    said = reading(run(3.0, rate=30))
    facts = situation(said)
    assert (facts.kind, facts.workers) == (Kind.MESSAGES_WAIT, 2)
    assert facts.waiting > 0
    assert bottleneck(said) == "consumer:1"


def test_a_full_queue_is_said_before_the_503s_that_follow_from_it() -> None:
    said = reading(run(3.0, rate=100, more="capacity = 5"))
    facts = situation(said)
    assert (facts.kind, facts.waiting, facts.limit) == (Kind.BROKER_FULL, 5, 5)


def test_consumers_with_time_on_their_hands_are_no_bottleneck() -> None:
    said = reading(run(3.0, rate=5))
    assert bottleneck(said) is None
    assert situation(said).kind in (Kind.NOBODY_WAITS, Kind.WAITING)


def test_a_crashed_consumer_is_missing_until_another_takes_its_place() -> None:
    system = run(1.0, rate=10, more='\n[[faults]]\nkind = "crash"\nat = "1.05s"\ntarget = "consumer:1"\n')
    gone = []
    for at_s in (1.0, 1.1, 1.3):
        system.run_until(at_s)
        messages = messages_of(system, system.now_ns, 0)
        assert messages is not None
        gone.append([each.number for each in messages.consumers if each.is_gone])
    assert gone == [[], [1], []]


def test_the_past_knows_its_messages() -> None:
    system = run(3.0, rate=30)
    node = Topology.of(system.scenario).broker
    assert node is not None
    at_one = messages_of(system, NS_PER_S, 0)
    now = messages_of(system, system.now_ns, 0)
    assert at_one is not None
    assert now is not None
    faces = [broker_faces(node, messages, (1, 2)) for messages in (at_one, now)]
    assert faces[0].queue.waiting < faces[1].queue.waiting
    assert faces[0].queue.published < faces[1].queue.published
