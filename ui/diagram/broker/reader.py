"""The messages of an instant, read from a run."""

from simulator.model import System
from simulator.record.message_transitions import MessageMoment
from ui.diagram.broker.messages import ConsumerFigures, Messages, present
from ui.diagram.moves import recent_moves


def messages_of(system: System, time_ns: int, span_ns: int) -> Messages | None:
    """None where there is no broker; with a span, what came to another place within it flies."""
    trace, broker = system.message_trace, system.broker
    if trace is None or broker is None:
        return None
    moment = trace.messages_at(time_ns)
    is_present = time_ns >= system.now_ns
    return Messages(
        moment,
        recent_moves(trace, time_ns, span_ns),
        _consumers(system, moment, is_present=is_present),
        broker.lag if is_present and broker.scenario.partitions is not None else None,
    )


def _consumers(system: System, moment: MessageMoment, *, is_present: bool) -> tuple[ConsumerFigures, ...]:
    """Of the past only those are known that had a message, and how many there are by now."""
    assert system.broker is not None, "there is one"
    assert system.scenario.broker is not None, "there is one"
    wanted = range(1, system.scenario.broker.consumers + 1)
    there = {consumer.number: consumer for consumer in system.broker.consumers}
    if not is_present:
        return tuple(ConsumerFigures(number) for number in present(moment, wanted))
    figures = []
    for number in present(moment, [*wanted, *there]):
        consumer = there.get(number)
        is_gone = consumer is None and number in wanted
        figures.append(ConsumerFigures(number, is_leaving=number not in wanted, is_gone=is_gone))
    return tuple(figures)
