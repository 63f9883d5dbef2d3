"""An inspected request as the values that its view shows: lanes, lines of code, parts, all in words."""

from PySide6.QtCore import QCoreApplication

from simulator.record import PARTS, Stage
from simulator.record.cause import Cause, Reason
from simulator.record.life import PART_OF, Life, Span
from simulator.scenario import HandlerKind
from ui.inspector import numbers, words
from ui.inspector.chips import Chip
from ui.inspector.code import CodeLine, call_of, code_of, line_at
from ui.inspector.code_view import ShownLine
from ui.inspector.lanes import Bar, Lane, Look, bars_of
from ui.inspector.lanes_view import LanesPicture
from ui.inspector.parts_view import Part
from ui.inspector.requests import Inspected

_PART_TOKENS = {
    "network": "activity.travelling",
    "accept_wait": "activity.waiting",
    "loop_wait": "activity.waiting",
    "thread_wait": "activity.waiting",
    "pool_wait": "activity.waiting",
    "service_wait": "activity.waiting",
    "cpu_wait": "activity.waiting",
    "cpu": "activity.on_cpu",
    "io": "activity.in_io",
}
assert set(_PART_TOKENS) == set(PARTS)
_ENDINGS = {
    Stage.ANSWERED: "state.ok_text",
    Stage.REFUSED: "state.blocked_text",
    Stage.REJECTED: "state.blocked_text",
    Stage.FAILED: "state.blocked_text",
    Stage.TIMED_OUT: "state.blocked_text",
}


def chips_of(inspected: Inspected) -> tuple[Chip, ...]:
    """What it asked for, of whom, who had it, how it ended."""
    life, chips = inspected.life, [Chip(inspected.route.path, is_code=True)]
    chips.append(Chip(inspected.scenario.clients[life.client].name))
    if life.worker:
        worker = QCoreApplication.translate("Inspector", "worker {number}")
        chips.append(Chip(worker.replace("{number}", str(life.worker))))
    token = _ENDINGS.get(life.ending, "text.primary") if life.ending is not None else "text.primary"
    chips.append(Chip(words.ending_words(life), token=token, weight=600))
    return tuple(chips)


# Lanes


def lanes_of(inspected: Inspected) -> LanesPicture:
    """Its life as lanes."""
    life = inspected.life
    bars = bars_of(life, inspected.route.handler)
    blamed = frozenset(
        number
        for number, bar in enumerate(bars)
        if bar.look is Look.WAITING
        and any(cause.is_blocking and _covers(bar, cause.span) for cause in inspected.causes)
    )
    return LanesPicture(
        bars=bars,
        labels=tuple(_label(bar, inspected) for bar in bars),
        tips=tuple(_tip(bar, inspected) for bar in bars),
        blamed=blamed,
        names=_lane_names(inspected),
        notes=_notes(inspected),
        first_ns=life.sent_ns,
        last_ns=life.end_ns,
    )


def _covers(bar: Bar, span: Span) -> bool:
    return bar.begin_ns <= span.begin_ns < bar.end_ns


def _lane_names(inspected: Inspected) -> dict[Lane, str]:
    life, route = inspected.life, inspected.route
    loop = QCoreApplication.translate("Inspector", "loop")
    if life.worker:
        loop = QCoreApplication.translate("Inspector", "loop (worker {number})").replace("{number}", str(life.worker))
    return {
        Lane.CLIENT: inspected.scenario.clients[life.client].name,
        Lane.NETWORK: QCoreApplication.translate("Inspector", "network"),
        Lane.ACCEPT_QUEUE: QCoreApplication.translate("Inspector", "accept queue"),
        Lane.LOOP: loop,
        Lane.THREAD: QCoreApplication.translate("Inspector", "thread"),
        Lane.POOL: QCoreApplication.translate("Inspector", "pool"),
        Lane.SERVICE: next((step.service for step in route.steps if step.service is not None), "I/O"),
    }


def _notes(inspected: Inspected) -> dict[Lane, str]:
    """Why a lane is empty."""
    life, notes = inspected.life, {}
    has_begun = life.worker > 0
    if inspected.route.handler is not HandlerKind.THREADPOOL:
        notes[Lane.THREAD] = QCoreApplication.translate("Inspector", "not used (async def route)")
    elif has_begun and life.ending is not None:
        notes[Lane.THREAD] = QCoreApplication.translate("Inspector", "no wait: a thread was free")
    if has_begun:
        notes[Lane.LOOP] = QCoreApplication.translate("Inspector", "no wait: the loop was free")
        is_kept = inspected.scenario.clients[life.client].keep_alive
        notes[Lane.ACCEPT_QUEUE] = (
            QCoreApplication.translate("Inspector", "no wait: its connection was open, or a worker was idle")
            if is_kept
            else QCoreApplication.translate("Inspector", "no wait: a worker was idle")
        )
    notes[Lane.POOL] = QCoreApplication.translate("Inspector", "not used (the service has no pool)")
    if not any(step.io is not None for step in inspected.route.steps):
        notes[Lane.SERVICE] = QCoreApplication.translate("Inspector", "not used (no I/O step)")
    return notes


def _label(bar: Bar, inspected: Inspected) -> str:
    length = f"{numbers.milliseconds(bar.length_ns)} ms"
    what = {
        Look.WAITING: _waiting_words(bar),
        Look.IN_IO: _lane_names(inspected)[Lane.SERVICE],
        Look.ON_CPU: QCoreApplication.translate("Inspector", "CPU"),
        Look.BLOCKING: QCoreApplication.translate("Inspector", "holds the loop"),
        Look.HOLDING: QCoreApplication.translate("Inspector", "keeps a thread"),
    }.get(bar.look, "")
    return f"{length} · {what}" if what else length


def _waiting_words(bar: Bar) -> str:
    return {
        Lane.LOOP: QCoreApplication.translate("Inspector", "waiting for the loop"),
        Lane.THREAD: QCoreApplication.translate("Inspector", "waiting for a thread"),
        Lane.ACCEPT_QUEUE: QCoreApplication.translate("Inspector", "waiting to be accepted"),
    }.get(bar.lane, QCoreApplication.translate("Inspector", "waiting"))


def _tip(bar: Bar, inspected: Inspected) -> str:
    what = _label(bar, inspected)
    since = QCoreApplication.translate("Inspector", "from {begin} s to {end} s")
    lines = [
        what,
        since.replace("{begin}", numbers.instant(bar.begin_ns)).replace("{end}", numbers.instant(bar.end_ns)),
    ]
    cause = next((cause for cause in inspected.causes if _covers(bar, cause.span)), None)
    if bar.look is Look.WAITING and cause is not None:
        lines.append(words.saying(inspected.life, [cause], inspected.scenario).plain)
    return "\n".join(lines)


# Code


def handlers_of(inspected: Inspected, time_ns: int) -> tuple[tuple[ShownLine, ...], ...]:
    """Its own handler as it was at an instant, and the one of the request that it waits for then."""
    code = code_of(inspected.route)
    at = line_at(code, inspected.life, time_ns)
    span = inspected.life.span_at(time_ns)
    lengths = _lengths(inspected)
    own = []
    for number, line in enumerate(code.lines):
        is_lit = number == at
        note = lengths.get(line.step, "") if line.step is not None else ""
        if is_lit and span is not None and not (note and span.stage is Stage.IN_IO):
            note = _note(span)
        own.append(ShownLine(number + 1, line, note, is_lit=is_lit))
    other = _blamed_lines(inspected, time_ns, len(code.lines))
    return (tuple(own), other) if other else (tuple(own),)


def _lengths(inspected: Inspected) -> dict[int, str]:
    """How long its waits at each io step took, by step, as far as they are over."""
    life = inspected.life
    waits = [step for step, of in enumerate(inspected.route.steps) if of.io is not None]
    spans = [span for span in life.spans if span.stage is Stage.IN_IO]
    return {step: f"{numbers.milliseconds(span.length_ns)} ms" for step, span in zip(waits, spans, strict=False)}


def _note(span: Span) -> str:
    if span.stage is Stage.LOOP_QUEUE:
        return QCoreApplication.translate("Inspector", "waits for the loop")
    if span.stage is Stage.THREAD_QUEUE:
        return QCoreApplication.translate("Inspector", "waits for a thread")
    if span.stage is Stage.ON_CPU:
        return QCoreApplication.translate("Inspector", "on CPU")
    if span.stage is Stage.CPU_QUEUE:
        return QCoreApplication.translate("Inspector", "waits for the CPU")
    if span.stage is Stage.IN_IO and span.holds_loop:
        return QCoreApplication.translate("Inspector", "holds the loop")
    return QCoreApplication.translate("Inspector", "waits")


def _blamed_lines(inspected: Inspected, time_ns: int, before: int) -> tuple[ShownLine, ...]:
    cause = _blocking_cause(inspected, time_ns)
    if cause is None or cause.blamed_route >= len(inspected.scenario.routes):
        return ()
    route = inspected.scenario.routes[cause.blamed_route]
    call = call_of(route)
    code = code_of(route)
    line = next((line for line in code.lines if call and line.text.strip().startswith(call)), None)
    if line is None:
        return ()
    name = QCoreApplication.translate("Inspector", "req. {number}").replace("{number}", numbers.count(cause.blamed))
    first = before + 2
    holds = QCoreApplication.translate("Inspector", "holds the loop")
    return (
        ShownLine(first + code.head, CodeLine(code.lines[code.head].text), name),
        ShownLine(first + code.lines.index(line), line, holds, is_blocking=True),
    )


def _blocking_cause(inspected: Inspected, time_ns: int) -> Cause | None:
    cause = inspected.cause_at(time_ns)
    is_told = cause is not None and cause.is_blocking and cause.reason in (Reason.HELD, Reason.TURNS)
    return cause if is_told else None


# Parts


def parts_of(life: Life) -> tuple[Part, ...]:
    """What its time went to, without what took none, in the order of a life."""
    whole = max(1, sum(life.parts.values()))
    return tuple(
        Part(words.part_name(part), numbers.milliseconds(length), length / whole, _PART_TOKENS[part])
        for part, length in life.parts.items()
        if length
    )


def sum_name(life: Life) -> str:
    """What the sum of the parts is."""
    if life.ending is None:
        return QCoreApplication.translate("Inspector", "So far")
    return QCoreApplication.translate("Inspector", "Response time")


assert set(PART_OF.values()) <= set(_PART_TOKENS)
