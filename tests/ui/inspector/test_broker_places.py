"""The message queue and its consumers in the inspector, against what the run itself says."""

from pathlib import Path

from simulator.model import System
from simulator.scenario import parse
from simulator.units import NS_PER_S
from tests.ui.diagram.broker.test_messages import MAILS
from ui.inspector.places import PlaceReader
from ui.inspector.words import place_name


def run(seconds: float) -> System:
    text = MAILS.format(rate=30, more="", failures=0.0)
    system = System(parse(text, "mails.toml", Path()), seed=1, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(seconds)
    return system


def test_the_queue_and_its_consumers_are_what_the_run_says() -> None:
    system = run(3.0)
    assert system.broker is not None
    reader = PlaceReader(system)
    queue = reader.state("broker", system.now_ns)
    assert queue.messages is not None
    assert queue.waiting == system.broker.waiting > 0
    assert queue.messages.published > queue.messages.completed > 0
    for consumer in system.broker.consumers:
        state = reader.state(f"consumer:{consumer.number}", system.now_ns)
        assert (state.waiting, state.in_service) == (len(consumer.reserved), len(consumer.running))


def test_the_history_of_a_queue_that_grows_grows() -> None:
    reader = PlaceReader(run(3.0))
    history = reader.history("broker", 3 * NS_PER_S)
    while not history.is_whole:  # it is read in pieces
        history = reader.history("broker", 3 * NS_PER_S)
    assert history.waiting[-1] > history.waiting[0]


def test_places_of_the_broker_have_names() -> None:
    assert place_name("broker", 0) == "Backlog (message queue)"
    assert place_name("consumer:2", 0) == "Consumer 2"
