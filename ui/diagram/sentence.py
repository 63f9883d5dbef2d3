"""The sentence under the diagram: one situation in words, in the language of the window."""

import re
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from ui.diagram import numbers, trouble_words
from ui.diagram.facts import BUSY, Kind, Situation
from ui.diagram.trouble_words import filled


class SentenceState(Enum):
    """How loud the sentence is: its colour and its icon."""

    BLOCKED = "blocked"
    OVERLOADED = "overloaded"
    OK = "ok"
    EARLY = "early"


class Emphasis(Enum):
    """How a part of the sentence is set."""

    PLAIN = "plain"
    STRONG = "strong"
    """Names and numbers, semibold."""
    CODE = "code"


class Segment(NamedTuple):
    """Some words of one emphasis."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


class Sentence(NamedTuple):
    """What the sentence bar shows."""

    state: SentenceState
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """All words, for screen readers and tooltips."""
        return "".join(segment.text for segment in self.segments)


STATES: dict[Kind, SentenceState] = {
    Kind.SERVICE_DOWN: SentenceState.BLOCKED,
    Kind.SERVICE_HANGS: SentenceState.BLOCKED,
    Kind.SERVICE_SLOW: SentenceState.OVERLOADED,
    Kind.NOBODY_ACCEPTS: SentenceState.BLOCKED,
    Kind.CRASHED: SentenceState.BLOCKED,
    Kind.DROPPED: SentenceState.OVERLOADED,
    Kind.SERVICE_FULL: SentenceState.OVERLOADED,
    Kind.NO_CONNECTION: SentenceState.OVERLOADED,
    Kind.STARTING: SentenceState.EARLY,
    Kind.LEAVING: SentenceState.EARLY,
    Kind.REJECTED: SentenceState.OVERLOADED,
    Kind.FAILED: SentenceState.OVERLOADED,
    Kind.TIMED_OUT: SentenceState.OVERLOADED,
    Kind.BROKER_FULL: SentenceState.OVERLOADED,
    Kind.MESSAGES_WAIT: SentenceState.OVERLOADED,
    Kind.ORPHANS: SentenceState.OVERLOADED,
    Kind.BLOCKED: SentenceState.BLOCKED,
    Kind.ALL_BLOCKED: SentenceState.BLOCKED,
    Kind.SOME_BLOCKED: SentenceState.BLOCKED,
    Kind.NO_THREAD: SentenceState.OVERLOADED,
    Kind.ACCEPT_FULL: SentenceState.OVERLOADED,
    Kind.BUSY: SentenceState.OVERLOADED,
    Kind.WAITING: SentenceState.OK,
    Kind.NOBODY_WAITS: SentenceState.OK,
    Kind.NOTHING_YET: SentenceState.EARLY,
}
assert set(STATES) == set(Kind)

_TAG = re.compile(r"<([bc])>(.*?)</\1>")
_EMPHASES = {"b": Emphasis.STRONG, "c": Emphasis.CODE}


def sentence(situation: Situation) -> Sentence:
    """The situation in words. Translated texts set names and numbers in <b> and code in <c>."""
    words = {
        Kind.BLOCKED: _blocked,
        Kind.ALL_BLOCKED: _several_blocked,
        Kind.SOME_BLOCKED: _several_blocked,
        Kind.NO_THREAD: _no_thread,
        Kind.ACCEPT_FULL: _accept_full,
        Kind.BUSY: _busy,
        Kind.WAITING: _waiting,
        Kind.NOBODY_WAITS: _nobody_waits,
        Kind.NOTHING_YET: _nothing_yet,
    }.get(situation.kind, trouble_words.said)(situation)
    state = STATES[situation.kind]
    if situation.kind is Kind.WAITING and situation.utilisation >= BUSY:
        # The queue grows although nobody is blocked: that is not well.
        state = SentenceState.OVERLOADED
    return Sentence(state, tuple(_segments(words)))


def _segments(words: str) -> list[Segment]:
    segments, at = [], 0
    for tag in _TAG.finditer(words):
        segments.append(Segment(words[at : tag.start()]))
        segments.append(Segment(tag[2], _EMPHASES[tag[1]]))
        at = tag.end()
    segments.append(Segment(words[at:]))
    return [segment for segment in segments if segment.text]


def _percent(share: float) -> str:
    return QLocale().toString(round(100 * share))


def _blocked(facts: Situation) -> str:
    text = QCoreApplication.translate("Diagram", "<b>Worker {worker}</b> is blocked by <c>{path}</c>{call}{waiters}")
    if facts.waiting and facts.unaccepted:
        waiters = QCoreApplication.translate(
            "Diagram", ": <b>{ready} wait</b> for its loop, <b>{unaccepted} more</b> to be accepted."
        )
    elif facts.waiting == 1:
        waiters = QCoreApplication.translate("Diagram", ": <b>1 request</b> waits for its loop.")
    elif facts.waiting:
        waiters = QCoreApplication.translate("Diagram", ": <b>{ready} requests</b> wait for its loop.")
    elif facts.unaccepted == 1:
        waiters = QCoreApplication.translate("Diagram", ": <b>1 request</b> waits to be accepted.")
    elif facts.unaccepted:
        waiters = QCoreApplication.translate("Diagram", ": <b>{unaccepted} requests</b> wait to be accepted.")
    else:
        waiters = QCoreApplication.translate("Diagram", "; nobody waits for it.")
    return filled(filled(text, waiters=waiters + trouble_words.given_up(facts)), **_blocked_values(facts))


def _blocked_values(facts: Situation) -> dict[str, str]:
    return {
        "worker": str(facts.worker),
        "path": facts.path,
        "call": f" (<c>{facts.call}</c>)" if facts.call else "",
        "ready": numbers.count(facts.waiting),
        "unaccepted": numbers.count(facts.unaccepted),
        "workers": numbers.count(facts.workers),
        "of": numbers.count(facts.of_workers),
    }


def _several_blocked(facts: Situation) -> str:
    if facts.kind is Kind.ALL_BLOCKED and facts.of_workers == 2:
        text = QCoreApplication.translate("Diagram", "<b>Both workers</b> are blocked{waiters}")
    elif facts.kind is Kind.ALL_BLOCKED:
        text = QCoreApplication.translate("Diagram", "<b>All {of} workers</b> are blocked{waiters}")
    else:
        text = QCoreApplication.translate("Diagram", "<b>{workers} of {of} workers</b> are blocked{waiters}")
    if facts.waiting and facts.unaccepted:
        waiters = QCoreApplication.translate(
            "Diagram", ": <b>{ready} wait</b> for their loops, <b>{unaccepted} more</b> to be accepted."
        )
    elif facts.waiting == 1:
        waiters = QCoreApplication.translate("Diagram", ": <b>1 request</b> waits for a loop.")
    elif facts.waiting:
        waiters = QCoreApplication.translate("Diagram", ": <b>{ready} requests</b> wait for their loops.")
    elif facts.unaccepted == 1:
        waiters = QCoreApplication.translate("Diagram", ": <b>1 request</b> waits to be accepted.")
    elif facts.unaccepted:
        waiters = QCoreApplication.translate("Diagram", ": <b>{unaccepted} requests</b> wait to be accepted.")
    else:
        waiters = QCoreApplication.translate("Diagram", "; nobody waits for them.")
    return filled(filled(text, waiters=waiters + trouble_words.given_up(facts)), **_blocked_values(facts))


def _no_thread(facts: Situation) -> str:
    if facts.workers > 1 and facts.waiting > 1:
        text = QCoreApplication.translate(
            "Diagram", "<b>{workers} workers</b> have no thread left: <b>{waiting} requests</b> wait for one."
        )
    elif facts.limit == 1 and facts.waiting == 1:
        text = QCoreApplication.translate(
            "Diagram", "<b>The only thread</b> of <b>worker {worker}</b> is taken: <b>1 request</b> waits for it."
        )
    elif facts.limit == 1:
        text = QCoreApplication.translate(
            "Diagram",
            "<b>The only thread</b> of <b>worker {worker}</b> is taken: <b>{waiting} requests</b> wait for it.",
        )
    elif facts.waiting == 1:
        text = QCoreApplication.translate(
            "Diagram",
            "<b>All {limit} threads</b> of <b>worker {worker}</b> are taken: <b>1 request</b> waits for one.",
        )
    else:
        text = QCoreApplication.translate(
            "Diagram",
            "<b>All {limit} threads</b> of <b>worker {worker}</b> are taken: <b>{waiting} requests</b> wait for one.",
        )
    return filled(
        text,
        workers=numbers.count(facts.workers),
        worker=str(facts.worker),
        limit=numbers.count(facts.limit),
        waiting=numbers.count(facts.waiting),
    )


def _accept_full(facts: Situation) -> str:
    text = QCoreApplication.translate(
        "Diagram", "<b>The accept queue is full</b> ({waiting} of {limit}): the kernel drops new connections."
    )
    return filled(text, waiting=numbers.count(facts.waiting), limit=numbers.count(facts.limit))


def _busy(facts: Situation) -> str:
    if facts.waiting == 1:
        text = QCoreApplication.translate(
            "Diagram", "<b>Worker {worker}</b> is busy {share} % of the time: <b>1 request</b> waits for its loop."
        )
    else:
        text = QCoreApplication.translate(
            "Diagram",
            "<b>Worker {worker}</b> is busy {share} % of the time: <b>{waiting} requests</b> wait for its loop.",
        )
    return filled(
        text, worker=str(facts.worker), share=_percent(facts.utilisation), waiting=numbers.count(facts.waiting)
    )


def _waiting(facts: Situation) -> str:
    total = facts.waiting + facts.unaccepted
    if facts.waiting and facts.unaccepted:
        text = QCoreApplication.translate(
            "Diagram", "<b>{ready} wait</b> for a loop, <b>{unaccepted}</b> to be accepted; {busy}"
        )
    elif facts.waiting:
        text = (
            QCoreApplication.translate("Diagram", "<b>1 request</b> waits for a loop; {busy}")
            if total == 1
            else QCoreApplication.translate("Diagram", "<b>{ready} requests</b> wait for a loop; {busy}")
        )
    else:
        text = (
            QCoreApplication.translate("Diagram", "<b>1 request</b> waits to be accepted; {busy}")
            if total == 1
            else QCoreApplication.translate("Diagram", "<b>{unaccepted} requests</b> wait to be accepted; {busy}")
        )
    text = filled(text, ready=numbers.count(facts.waiting), unaccepted=numbers.count(facts.unaccepted))
    return filled(text, busy=_how_busy(facts))


def _how_busy(facts: Situation) -> str:
    if facts.of_workers == 1:
        text = QCoreApplication.translate("Diagram", "the worker is <b>{share} %</b> busy.")
    else:
        text = QCoreApplication.translate("Diagram", "the workers are <b>{share} %</b> busy.")
    return filled(text, share=_percent(facts.utilisation))


def _nobody_waits(facts: Situation) -> str:
    if facts.computing > 1:
        text = QCoreApplication.translate(
            "Diagram", "<b>{computing} requests</b> in threads share the processor; {busy}"
        )
    elif facts.computing:
        text = QCoreApplication.translate("Diagram", "Nobody waits: <b>1 request</b> computes in a thread, {busy}")
    elif facts.in_io > 1:
        text = QCoreApplication.translate("Diagram", "Nobody waits: <b>{io} requests</b> are in I/O, {busy}")
    elif facts.in_io:
        text = QCoreApplication.translate("Diagram", "Nobody waits: <b>1 request</b> is in I/O, {busy}")
    else:
        text = QCoreApplication.translate("Diagram", "Nobody waits: {busy}")
    counts = {"io": numbers.count(facts.in_io), "computing": numbers.count(facts.computing)}
    return filled(text, **counts, busy=_how_busy(facts))


def _nothing_yet(_: Situation) -> str:
    return QCoreApplication.translate("Diagram", "Nothing has been sent yet.")
