"""A request's life in words: why it waited, what its parts and stages are called."""

import html
import re
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from simulator.record import Stage
from simulator.record.cause import Cause, Reason
from simulator.record.life import PART_OF, Life
from simulator.scenario import Scenario
from ui.inspector import numbers
from ui.inspector.code import call_of

_WORTH_SAYING = 0.02
"""Waits shorter than this share of a life explain nothing."""
_WORTH_ADDING = 0.1
REQUEST = "request:"
"""How a link to a request begins."""


class Tone(Enum):
    """How loud a sentence is."""

    BLOCKED = "blocked"
    WAITED = "overloaded"
    FINE = "ok"
    EARLY = "early"


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence as rich text."""

    tone: Tone
    text: str
    """<b> for figures, <code> for code, <a href="request:1873"> for requests."""

    @property
    def plain(self) -> str:
        """For screen readers."""
        return html.unescape(re.sub(r"<[^>]*>", "", self.text))


def saying(life: Life, causes: list[Cause], scenario: Scenario) -> Saying:
    """Why the request waited, the longest wait first; or that it did not."""
    waits = sorted(causes, key=lambda cause: -cause.span.length_ns)
    if not waits or waits[0].span.length_ns < _WORTH_SAYING * max(life.length_ns, 1):
        return _did_not_wait(life)
    first, *others = waits
    text = _because(first, life, scenario)
    more = [cause for cause in others if cause.span.length_ns >= _WORTH_ADDING * first.span.length_ns][:1]
    text += "".join(_and_more(cause) for cause in more)
    return Saying(Tone.BLOCKED if first.is_blocking else Tone.WAITED, f"{text}.")


def _because(cause: Cause, life: Life, scenario: Scenario) -> str:
    values = {
        "waited": _waited(cause, is_over=life.ending is not None or cause.span.end_ns < life.end_ns),
        "worker": str(cause.worker),
        "request": _link(cause.blamed) if cause.blamed else "",
        "held": numbers.length(cause.blamed_ns),
        "count": numbers.count(cause.others + 1),
        "limit": numbers.count(scenario.server.thread_limit),
        "call": _call(cause, scenario),
        "service": html.escape(cause.span.place.partition(":")[2]),
    }
    return _filled(_reason(cause, scenario.server.thread_limit), values)


def _reason(cause: Cause, thread_limit: int) -> str:
    if cause.reason is Reason.HELD:
        if cause.is_blocking:
            return QCoreApplication.translate(
                "Inspector",
                "{waited} because worker {worker}'s loop was held by <code>{call}</code> of request {request}",
            )
        return QCoreApplication.translate(
            "Inspector", "{waited} because request {request} was on the CPU, on worker {worker}'s loop"
        )
    if cause.reason is Reason.TURNS:
        if cause.is_blocking:
            return QCoreApplication.translate(
                "Inspector",
                "{waited} because <b>{count} requests</b> held worker {worker}'s loop one after another, "
                "longest <code>{call}</code> of request {request} ({held})",
            )
        return QCoreApplication.translate(
            "Inspector",
            "{waited} because <b>{count} requests</b> had their turns on worker {worker}'s loop, "
            "the longest request {request} ({held})",
        )
    return _room(cause, thread_limit)


def _room(cause: Cause, thread_limit: int) -> str:
    if cause.reason is Reason.THREADS and thread_limit == 1:
        return QCoreApplication.translate(
            "Inspector", "{waited} because <b>the only thread</b> of worker {worker} was taken"
        )
    texts = {
        Reason.GIL: QCoreApplication.translate(
            "Inspector", "{waited} because another thread of worker {worker} had the interpreter (GIL)"
        ),
        Reason.UNTOLD: QCoreApplication.translate(
            "Inspector", "{waited} while requests without a client may have held worker {worker}'s loop"
        ),
        Reason.RESERVED: QCoreApplication.translate(
            "Inspector", "{waited} because a burst's connections are left to the worker that accepted last"
        ),
        Reason.ABSENT: QCoreApplication.translate("Inspector", "{waited} because no worker came to accept it"),
        Reason.THREADS: QCoreApplication.translate(
            "Inspector", "{waited} because all <b>{limit} threads</b> of worker {worker} were taken"
        ),
        Reason.PROCESSOR: QCoreApplication.translate(
            "Inspector", "{waited} because other threads had the interpreter (GIL) or the cores"
        ),
        Reason.POOL: QCoreApplication.translate(
            "Inspector", "{waited} because all connections of worker {worker}'s pool were taken"
        ),
        Reason.SERVICE: QCoreApplication.translate(
            "Inspector", "{waited} because <b>{service}</b> was serving as many requests as it can"
        ),
    }
    return texts[cause.reason]


def _waited(cause: Cause, *, is_over: bool) -> str:
    if cause.span.stage is Stage.ACCEPT_QUEUE:
        text = (
            QCoreApplication.translate("Inspector", "Waited <b>{time}</b> to be accepted")
            if is_over
            else QCoreApplication.translate("Inspector", "Has waited <b>{time}</b> to be accepted")
        )
    elif is_over:
        text = QCoreApplication.translate("Inspector", "Waited <b>{time}</b>")
    else:
        text = QCoreApplication.translate("Inspector", "Has waited <b>{time}</b>")
    return _filled(text, {"time": numbers.length(cause.span.length_ns)})


def _and_more(cause: Cause) -> str:
    texts = {
        Stage.ACCEPT_QUEUE: QCoreApplication.translate("Inspector", ", and <b>{time}</b> more to be accepted"),
        Stage.LOOP_QUEUE: QCoreApplication.translate("Inspector", ", and <b>{time}</b> more for the loop"),
        Stage.THREAD_QUEUE: QCoreApplication.translate("Inspector", ", and <b>{time}</b> more for a thread"),
        Stage.CPU_QUEUE: QCoreApplication.translate("Inspector", ", and <b>{time}</b> more for the CPU"),
        Stage.POOL_QUEUE: QCoreApplication.translate("Inspector", ", and <b>{time}</b> more for a connection"),
        Stage.SERVICE_QUEUE: QCoreApplication.translate("Inspector", ", and <b>{time}</b> more for the service"),
    }
    text = _filled(texts[cause.span.stage], {"time": numbers.length(cause.span.length_ns)})
    if cause.reason is not Reason.HELD:
        return text
    blamed = QCoreApplication.translate("Inspector", " (request {request})")
    return text + _filled(blamed, {"request": _link(cause.blamed)})


def _did_not_wait(life: Life) -> Saying:
    endings = {
        Stage.REFUSED: QCoreApplication.translate(
            "Inspector", "Refused after <b>{time}</b>: no worker process was listening."
        ),
        Stage.REJECTED: QCoreApplication.translate("Inspector", "Rejected after <b>{time}</b>."),
        Stage.FAILED: QCoreApplication.translate("Inspector", "Failed after <b>{time}</b>."),
        Stage.TIMED_OUT: QCoreApplication.translate("Inspector", "Its client gave up after <b>{time}</b>."),
    }
    whole = {"time": numbers.length(life.length_ns)}
    if life.ending in endings:
        return Saying(Tone.BLOCKED, _filled(endings[life.ending], whole))
    part = max(life.parts, key=lambda name: life.parts[name])
    if not life.parts[part]:
        return Saying(Tone.EARLY, QCoreApplication.translate("Inspector", "It has just been sent."))
    if life.ending is None:
        text = QCoreApplication.translate(
            "Inspector", "It has waited for nobody: <b>{most}</b> of its <b>{time}</b> so far went to {part}."
        )
    else:
        text = QCoreApplication.translate(
            "Inspector", "It waited for nobody: <b>{most}</b> of its <b>{time}</b> went to {part}."
        )
    most = {"most": numbers.length(life.parts[part]), "part": part_inside(part)}
    return Saying(Tone.FINE, _filled(text, whole | most))


def part_inside(part: str) -> str:
    """A part of the response time within a sentence."""
    texts = {
        "network": QCoreApplication.translate("Inspector", "the network"),
        "cpu": QCoreApplication.translate("Inspector", "the CPU"),
        "io": QCoreApplication.translate("Inspector", "I/O"),
    }
    return texts.get(part, part_name(part))


def part_name(part: str) -> str:
    """A part of the response time in a table."""
    return {
        "network": QCoreApplication.translate("Inspector", "network"),
        "accept_wait": QCoreApplication.translate("Inspector", "accept queue"),
        "loop_wait": QCoreApplication.translate("Inspector", "wait for the loop"),
        "thread_wait": QCoreApplication.translate("Inspector", "wait for a thread"),
        "pool_wait": QCoreApplication.translate("Inspector", "wait for a connection"),
        "service_wait": QCoreApplication.translate("Inspector", "wait for the service"),
        "cpu_wait": QCoreApplication.translate("Inspector", "wait for the CPU"),
        "cpu": QCoreApplication.translate("Inspector", "CPU"),
        "io": QCoreApplication.translate("Inspector", "I/O"),
    }[part]


def stage_name(stage: Stage) -> str:
    """What a request does in a stage, as short as its part."""
    return part_name(PART_OF[stage]) if stage in PART_OF else ""


def ending_words(life: Life) -> str:
    """How it ended, and when; or that it has not."""
    texts = {
        None: QCoreApplication.translate("Inspector", "in flight for {time}"),
        Stage.ANSWERED: QCoreApplication.translate("Inspector", "answered in {time}"),
        Stage.REFUSED: QCoreApplication.translate("Inspector", "refused after {time}"),
        Stage.REJECTED: QCoreApplication.translate("Inspector", "rejected after {time}"),
        Stage.FAILED: QCoreApplication.translate("Inspector", "failed after {time}"),
        Stage.TIMED_OUT: QCoreApplication.translate("Inspector", "timed out after {time}"),
    }
    text = texts.get(life.ending, texts[None])
    return text.replace("{time}", f"{numbers.milliseconds(life.length_ns)} ms")


def place_name(place: str, worker: int) -> str:
    """What a worker, the accept queue, a client or a service is called."""
    if worker:
        return QCoreApplication.translate("Inspector", "Worker {number}").replace("{number}", str(worker))
    if place == "broker":
        return QCoreApplication.translate("Inspector", "Backlog (message queue)")
    if place.startswith("consumer:"):
        text = QCoreApplication.translate("Inspector", "Consumer {number}")
        return text.replace("{number}", place.partition(":")[2])
    if place == "listener":
        return QCoreApplication.translate("Inspector", "Backlog (accept queue)")
    return place.partition(":")[2] or place


def _call(cause: Cause, scenario: Scenario) -> str:
    if not cause.blamed or cause.blamed_route >= len(scenario.routes):
        return ""
    route = scenario.routes[cause.blamed_route]
    return html.escape(call_of(route) or route.path)


def _link(request_id: int) -> str:
    return f'<a href="{REQUEST}{request_id}">{numbers.count(request_id)}</a>'


def _filled(text: str, values: dict[str, str]) -> str:
    return re.sub(r"{(\w+)}", lambda name: values.get(name[1], name[0]), text)
