"""`simulate inspect DIR --message ID`: a message's life, delivery by delivery, in words."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from simulator.cli.digits import span, time
from simulator.cli.inspect import WORDS
from simulator.record import NEVER, MessageOutcome, MessageStage, Record
from simulator.record.message_life import Delivery, MessageSpan, deliveries_of
from simulator.scenario import FaultKind
from simulator.units import format_time, to_ns

MESSAGE_WORDS: dict[MessageStage, str] = {
    MessageStage.BROKER_QUEUE: "waits at the broker",
    MessageStage.HIDDEN: "is hidden: nobody gets it",
    MessageStage.RESERVED: "is reserved",
    MessageStage.ON_CPU: WORDS["ON_CPU"],
    MessageStage.POOL_QUEUE: WORDS["POOL_QUEUE"],
    MessageStage.SERVICE_QUEUE: WORDS["SERVICE_QUEUE"],
    MessageStage.IN_IO: WORDS["IN_IO"],
}
"""What a message does in each stage that lasts."""
_ENDS = {
    MessageStage.DONE: "done",
    MessageStage.FAILED: "failed",
    MessageStage.DEAD_LETTERED: "put aside: it had been delivered too often",
}


def blocks(record: Record, message_id: int) -> Iterator[RenderableType]:
    """What is to be printed."""
    assert record.message_transitions is not None, "asked before"
    row = record.messages.array()[message_id - 1]
    published = int(row["published"])
    yield Text(_heading(record, message_id), style="bold")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("delivery", justify="right")
    for name in ("after", "for"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("what")
    table.add_column("where", no_wrap=True)
    table.add_column("why", overflow="fold")
    before: Delivery | None = None
    for delivery in deliveries_of(record.message_transitions, message_id, record.end_ns):
        for number, each in enumerate(delivery.spans):
            why = _why(record, delivery, number, before)
            what, after = MESSAGE_WORDS[each.stage], (each.begin_ns - published) / 1e9
            table.add_row(str(delivery.number), time(after), time(each.length_ns / 1e9), what, each.place, why)
        if delivery.ending is not None:
            after = (delivery.end_ns - published) / 1e9
            table.add_row(str(delivery.number), time(after), "", _ENDS[delivery.ending], "", "")
        before = delivery
    yield table


def _heading(record: Record, message_id: int) -> str:
    row = record.messages.array()[message_id - 1]
    outcome = MessageOutcome(int(row["outcome"])).name.lower().replace("_", " ")
    finished, published = int(row["finished"]), int(row["published"])
    lasted = ((record.end_ns if finished == NEVER else finished) - published) / 1e9
    counts = f"{_several(int(row['deliveries']), 'delivery')}, {_several(int(row['executions']), 'execution')}"
    return (
        f"Message {message_id} ({record.scenario.tasks[int(row['task'])].name}), published by request {row['request']} "
        f"at {span(published / 1e9)}, {outcome} after {time(lasted)}: {counts}"
    )


def _several(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def _why(record: Record, delivery: Delivery, number: int, before: Delivery | None) -> str:
    here = _why_here(delivery.spans[number])
    if number == 0 and before is not None:
        return "; ".join(filter(None, (_why_again(record, before, delivery), here)))
    return here


def _why_here(each: MessageSpan) -> str:
    match each.stage:
        case MessageStage.BROKER_QUEUE:
            return "no consumer had room for it"
        case MessageStage.RESERVED:
            return f"{_consumer(each)} worked on others"
        case MessageStage.POOL_QUEUE:
            return f"all connections in the pool of {_consumer(each)} were taken"
        case MessageStage.SERVICE_QUEUE:
            return "the service works on no more at once"
        case _:
            return ""


def _why_again(record: Record, before: Delivery, delivery: Delivery) -> str:
    """Why it was not done with the delivery before."""
    assert record.scenario.broker is not None, "messages have a broker"
    begin = delivery.spans[0].begin_ns
    consumer = next((_consumer(each) for each in reversed(before.spans) if _consumer(each)), "its consumer")
    limit_s = record.scenario.broker.visibility_timeout or 0.0
    delivered = next((each.begin_ns for each in before.spans if each.place != "broker"), before.end_ns)
    if before.ending is not None or abs(delivered + to_ns(limit_s) - begin) < _SAME:
        return f"not acknowledged within {format_time(limit_s)}: given out again, while {consumer} went on with it"
    crashes = [to_ns(fault.at) for fault in record.scenario.faults if fault.kind is FaultKind.CRASH]
    if any(abs(at - begin) < _SAME for at in crashes):
        return f"{consumer} died before it had acknowledged it"
    return f"given back by {consumer}, where it failed" if _began(before) else f"given back by {consumer}"


_SAME = 2_000
"""Files tell times to the microsecond."""


def _began(delivery: Delivery) -> bool:
    return any(each.stage not in (MessageStage.BROKER_QUEUE, MessageStage.RESERVED) for each in delivery.spans)


def _consumer(each: MessageSpan) -> str:
    kind, _, rest = each.place.partition(":")
    return f"consumer {rest.partition('/')[0]}" if kind == "consumer" else ""
