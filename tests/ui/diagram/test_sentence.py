"""Situations in words."""

import pytest
from PySide6.QtCore import QLocale

from ui.diagram.facts import Kind, Situation
from ui.diagram.sentence import Emphasis, Segment, SentenceState, sentence

PATH = {"path": "/professor/create", "call": "time.sleep"}


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale("en"))


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (
            Situation(Kind.BLOCKED, worker=2, waiting=14, **PATH),
            "Worker 2 is blocked by /professor/create (time.sleep): 14 requests wait for its loop.",
        ),
        (
            Situation(Kind.BLOCKED, worker=2, waiting=1, path="/x"),
            "Worker 2 is blocked by /x: 1 request waits for its loop.",
        ),
        (Situation(Kind.BLOCKED, worker=2, path="/x"), "Worker 2 is blocked by /x; nobody waits for it."),
        (
            Situation(Kind.BLOCKED, worker=1, path="/x", waiting=3, unaccepted=2),
            "Worker 1 is blocked by /x: 3 wait for its loop, 2 more to be accepted.",
        ),
        (
            Situation(Kind.BLOCKED, worker=1, path="/x", unaccepted=1),
            "Worker 1 is blocked by /x: 1 request waits to be accepted.",
        ),
        (
            Situation(Kind.SOME_BLOCKED, workers=2, of_workers=4, waiting=7),
            "2 of 4 workers are blocked: 7 requests wait for their loops.",
        ),
        (
            Situation(Kind.ALL_BLOCKED, of_workers=4, waiting=1400, unaccepted=9),
            "All 4 workers are blocked: 1,400 wait for their loops, 9 more to be accepted.",
        ),
        (Situation(Kind.ALL_BLOCKED, of_workers=2), "Both workers are blocked; nobody waits for them."),
        (
            Situation(Kind.NO_THREAD, worker=1, limit=40, waiting=12, workers=1),
            "All 40 threads of worker 1 are taken: 12 requests wait for one.",
        ),
        (
            Situation(Kind.NO_THREAD, worker=1, limit=40, waiting=1, workers=1),
            "All 40 threads of worker 1 are taken: 1 request waits for one.",
        ),
        (
            Situation(Kind.NO_THREAD, worker=1, limit=1, waiting=2, workers=1),
            "The only thread of worker 1 is taken: 2 requests wait for it.",
        ),
        (
            Situation(Kind.NO_CONNECTION, worker=1, limit=1, waiting=1, workers=1, service="db"),
            "The only connection of worker 1 to db is taken: 1 request waits for it.",
        ),
        (
            Situation(Kind.ACCEPT_FULL, waiting=33, limit=33),
            "The accept queue is full (33 of 33): the kernel drops new connections.",
        ),
        (
            Situation(Kind.BUSY, worker=3, utilisation=0.974, waiting=2),
            "Worker 3 is busy 97 % of the time: 2 requests wait for its loop.",
        ),
        (
            Situation(Kind.WAITING, waiting=1, of_workers=4, utilisation=0.62),
            "1 request waits for a loop; the workers are 62 % busy.",
        ),
        (
            Situation(Kind.WAITING, unaccepted=5, of_workers=1, utilisation=0.62),
            "5 requests wait to be accepted; the worker is 62 % busy.",
        ),
        (
            Situation(Kind.NOBODY_WAITS, of_workers=4, utilisation=0.38),
            "Nobody waits: the workers are 38 % busy.",
        ),
        (
            Situation(Kind.NOBODY_WAITS, of_workers=4, utilisation=0.38, in_io=13),
            "Nobody waits: 13 requests are in I/O, the workers are 38 % busy.",
        ),
        (
            Situation(Kind.NOBODY_WAITS, of_workers=1, utilisation=0.89, in_io=2, computing=16),
            "16 requests in threads share the processor; the worker is 89 % busy.",
        ),
        (
            Situation(Kind.NOBODY_WAITS, of_workers=1, utilisation=0.89, computing=1),
            "Nobody waits: 1 request computes in a thread, the worker is 89 % busy.",
        ),
        (Situation(Kind.NOTHING_YET), "Nothing has been sent yet."),
    ],
)
def test_what_is_said(facts: Situation, text: str) -> None:
    assert sentence(facts).text == text


def test_names_and_numbers_are_strong_and_paths_are_code() -> None:
    said = sentence(Situation(Kind.BLOCKED, worker=2, waiting=14, **PATH))
    assert said.state is SentenceState.BLOCKED
    assert said.segments == (
        Segment("Worker 2", Emphasis.STRONG),
        Segment(" is blocked by "),
        Segment("/professor/create", Emphasis.CODE),
        Segment(" ("),
        Segment("time.sleep", Emphasis.CODE),
        Segment("): "),
        Segment("14 requests", Emphasis.STRONG),
        Segment(" wait for its loop."),
    )


def test_a_path_with_braces_is_said_as_it_is() -> None:
    assert "/professor/{ready}/x" in sentence(Situation(Kind.BLOCKED, worker=1, path="/professor/{ready}/x")).text


def test_thousands_are_set_apart_as_the_language_does() -> None:
    QLocale.setDefault(QLocale("pt_BR"))
    assert "1.400" in sentence(Situation(Kind.WAITING, waiting=1400, of_workers=4)).text


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.name)
@pytest.mark.parametrize("number", [0, 1, 7])
def test_every_kind_of_situation_has_whole_words(kind: Kind, number: int) -> None:
    facts = Situation(
        kind,
        worker=2,
        path="/x",
        call="sleep",
        waiting=number,
        unaccepted=number,
        limit=number,
        workers=number,
        of_workers=number,
        service="database",
        factor=5.0,
        in_s=1.25,
        given_up=number,
        orphans=number,
        in_io=number,
    )
    text = sentence(facts).text
    assert text.endswith(".")
    assert not set("{}<>") & set(text)


def test_dropped_connections_say_when_they_come_again() -> None:
    facts = Situation(Kind.DROPPED, waiting=9, unaccepted=33, limit=33, in_s=0.41)
    assert sentence(facts).text == (
        "The accept queue is full (33 of 33): 9 connections were dropped; the next comes again in 0.4 s."
    )
