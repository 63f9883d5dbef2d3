"""Sentences of what goes wrong beside loops and threads; names and numbers in <b>, as `sentence` reads them."""

import math
import re

from PySide6.QtCore import QCoreApplication

from ui.diagram import numbers
from ui.diagram.facts import Kind, Situation

_MOST_TOLD_S = 3600.0


def filled(text: str, **values: str) -> str:
    """Put values in place of {name}; not str.format, so that a brace in a path is no harm."""
    return re.sub(r"{(\w+)}", lambda name: values.get(name[1], name[0]), text)


def said(facts: Situation) -> str:
    """The situation in words."""
    text = _TEXTS[facts.kind](facts)
    return filled(
        text,
        service=facts.service,
        factor=numbers.plain(facts.factor),
        worker=str(facts.worker),
        workers=numbers.count(facts.workers),
        limit=numbers.count(facts.limit),
        waiting=numbers.count(facts.waiting),
        unaccepted=numbers.count(facts.unaccepted),
        io=numbers.count(facts.in_io),
        orphans=numbers.count(facts.orphans),
        time="" if facts.in_s is None else numbers.seconds(facts.in_s),
    )


def given_up(facts: Situation) -> str:
    """What is added of those who wait for a blocked loop."""
    if facts.given_up == 1:
        return QCoreApplication.translate("Diagram", " 1 of them was already given up.")
    if facts.given_up:
        text = QCoreApplication.translate("Diagram", " {count} of them were already given up.")
        return filled(text, count=numbers.count(facts.given_up))
    return ""


def _service_down(facts: Situation) -> str:
    text = QCoreApplication.translate("Diagram", "<b>{service} is down</b>: every call to it fails at once{end}")
    return filled(text, end=_until(facts))


def _service_hangs(facts: Situation) -> str:
    if facts.in_io == 1:
        text = QCoreApplication.translate(
            "Diagram", "<b>{service} hangs</b>: <b>1 request</b> waits for its answer{end}"
        )
    else:
        text = QCoreApplication.translate(
            "Diagram", "<b>{service} hangs</b>: <b>{io} requests</b> wait for its answer{end}"
        )
    return filled(text, end=_until(facts))


def _service_slow(facts: Situation) -> str:
    if facts.waiting:
        text = QCoreApplication.translate(
            "Diagram",
            "<b>{service} is slow</b>, {factor} times: <b>{io}</b> in service, <b>{waiting} more</b> wait for it{end}",
        )
    else:
        text = QCoreApplication.translate(
            "Diagram", "<b>{service} is slow</b>, {factor} times: <b>{io}</b> in service{end}"
        )
    return filled(text, end=_until(facts))


def _until(facts: Situation) -> str:
    if facts.in_s is None or not math.isfinite(facts.in_s) or facts.in_s > _MOST_TOLD_S:
        return "."
    return QCoreApplication.translate("Diagram", "; {time} to go.")


def _nobody_accepts(facts: Situation) -> str:
    if facts.in_s is not None:
        return QCoreApplication.translate("Diagram", "<b>Nobody accepts connections</b>: a worker is ready in {time}.")
    if facts.unaccepted:
        return QCoreApplication.translate(
            "Diagram", "<b>Nobody accepts connections</b>: <b>{unaccepted}</b> wait in the accept queue."
        )
    return QCoreApplication.translate("Diagram", "<b>Nobody accepts connections</b>: no worker runs.")


def _crashed(_: Situation) -> str:
    return QCoreApplication.translate(
        "Diagram", "<b>Worker {worker} crashed</b>: what it had is lost; the supervisor starts another."
    )


def _dropped(facts: Situation) -> str:
    if facts.waiting == 1:
        return (
            QCoreApplication.translate(
                "Diagram",
                "<b>The accept queue is full</b> ({unaccepted} of {limit}): <b>1 connection</b> was dropped, "
                "and comes again in {time}.",
            )
            if facts.unaccepted >= facts.limit
            else QCoreApplication.translate(
                "Diagram",
                "<b>The accept queue was full</b>: <b>1 connection</b> was dropped, and comes again in {time}.",
            )
        )
    if facts.unaccepted >= facts.limit:
        return QCoreApplication.translate(
            "Diagram",
            "<b>The accept queue is full</b> ({unaccepted} of {limit}): <b>{waiting} connections</b> were dropped; "
            "the next comes again in {time}.",
        )
    return QCoreApplication.translate(
        "Diagram",
        "<b>The accept queue was full</b>: <b>{waiting} connections</b> were dropped; the next comes again in {time}.",
    )


def _service_full(facts: Situation) -> str:
    if facts.waiting == 1:
        return QCoreApplication.translate(
            "Diagram", "<b>{service}</b> works on {limit} at once and no more: <b>1 request</b> waits for it."
        )
    return QCoreApplication.translate(
        "Diagram", "<b>{service}</b> works on {limit} at once and no more: <b>{waiting} requests</b> wait for it."
    )


def _no_connection(facts: Situation) -> str:
    if facts.workers > 1:
        return QCoreApplication.translate(
            "Diagram",
            "<b>The pools of {workers} workers</b> to {service} are full: <b>{waiting} requests</b> "
            "wait for a connection.",
        )
    return _no_single_connection(facts) if facts.limit == 1 else _no_connection_left(facts)


def _no_single_connection(facts: Situation) -> str:
    if facts.waiting == 1:
        return QCoreApplication.translate(
            "Diagram",
            "<b>The only connection</b> of <b>worker {worker}</b> to {service} is taken: "
            "<b>1 request</b> waits for it.",
        )
    return QCoreApplication.translate(
        "Diagram",
        "<b>The only connection</b> of <b>worker {worker}</b> to {service} is taken: "
        "<b>{waiting} requests</b> wait for it.",
    )


def _no_connection_left(facts: Situation) -> str:
    if facts.waiting == 1:
        return QCoreApplication.translate(
            "Diagram",
            "<b>All {limit} connections</b> of <b>worker {worker}</b> to {service} are taken: "
            "<b>1 request</b> waits for one.",
        )
    return QCoreApplication.translate(
        "Diagram",
        "<b>All {limit} connections</b> of <b>worker {worker}</b> to {service} are taken: "
        "<b>{waiting} requests</b> wait for one.",
    )


def _starting(facts: Situation) -> str:
    if facts.in_s is None:
        return QCoreApplication.translate("Diagram", "<b>Worker {worker}</b> is starting; it accepts nothing yet.")
    return QCoreApplication.translate("Diagram", "<b>Worker {worker}</b> is starting; it accepts in {time}.")


def _leaving(facts: Situation) -> str:
    if facts.limit == 1:
        return QCoreApplication.translate(
            "Diagram",
            "<b>Worker {worker}</b> has served 1 request or more: it takes nothing new, and finishes <b>{waiting}</b>.",
        )
    if facts.limit:
        return QCoreApplication.translate(
            "Diagram",
            "<b>Worker {worker}</b> has served {limit} requests or more: it takes nothing new, and finishes "
            "<b>{waiting}</b>.",
        )
    return QCoreApplication.translate(
        "Diagram", "<b>Worker {worker}</b> takes nothing new, and finishes what it holds: <b>{waiting}</b>."
    )


def _rejected(facts: Situation) -> str:
    if facts.limit:
        return QCoreApplication.translate(
            "Diagram",
            "<b>{waiting}</b> rejected with a 503 in the last second: <c>limit_concurrency</c> {limit} counts every "
            "connection, idle ones too.",
        )
    return QCoreApplication.translate("Diagram", "<b>{waiting}</b> rejected with a 503 in the last second.")


def _failed(_: Situation) -> str:
    return QCoreApplication.translate(
        "Diagram", "<b>{waiting}</b> failed in the last second: a 5xx, or no answer at all."
    )


def _timed_out(facts: Situation) -> str:
    if facts.orphans:
        return QCoreApplication.translate(
            "Diagram",
            "<b>{waiting}</b> given up in the last second; the server still works on <b>{orphans}</b> that "
            "nobody waits for.",
        )
    return QCoreApplication.translate("Diagram", "<b>{waiting}</b> given up by their clients in the last second.")


def _orphans(facts: Situation) -> str:
    if facts.orphans == 1:
        return QCoreApplication.translate("Diagram", "The server works on <b>1 request</b> that nobody waits for.")
    return QCoreApplication.translate("Diagram", "The server works on <b>{orphans} requests</b> that nobody waits for.")


def _broker_full(_: Situation) -> str:
    return QCoreApplication.translate(
        "Diagram", "<b>The message queue is full</b> ({waiting} of {limit}): routes that enqueue answer <b>503</b>."
    )


def _messages_wait(facts: Situation) -> str:
    if facts.workers == 1:
        who = QCoreApplication.translate("Diagram", "<b>the consumer</b> has no room for another.")
    else:
        who = QCoreApplication.translate("Diagram", "<b>none of the {workers} consumers</b> has room for another.")
    if facts.waiting == 1:
        text = QCoreApplication.translate("Diagram", "<b>1 message</b> waits in the queue: {who}")
    else:
        text = QCoreApplication.translate("Diagram", "<b>{waiting} messages</b> wait in the queue: {who}")
    return filled(text, who=who)


_TEXTS = {
    Kind.SERVICE_DOWN: _service_down,
    Kind.SERVICE_HANGS: _service_hangs,
    Kind.SERVICE_SLOW: _service_slow,
    Kind.NOBODY_ACCEPTS: _nobody_accepts,
    Kind.CRASHED: _crashed,
    Kind.DROPPED: _dropped,
    Kind.SERVICE_FULL: _service_full,
    Kind.NO_CONNECTION: _no_connection,
    Kind.STARTING: _starting,
    Kind.LEAVING: _leaving,
    Kind.REJECTED: _rejected,
    Kind.FAILED: _failed,
    Kind.TIMED_OUT: _timed_out,
    Kind.ORPHANS: _orphans,
    Kind.BROKER_FULL: _broker_full,
    Kind.MESSAGES_WAIT: _messages_wait,
}
