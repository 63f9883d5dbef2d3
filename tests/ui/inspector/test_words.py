"""The sentence of cause, for every reason there is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from simulator.record import PARTS, Stage
from simulator.record.cause import Cause, Reason
from simulator.record.life import Life, Span
from simulator.scenario import load
from ui.i18n import Language
from ui.inspector import numbers
from ui.inspector.words import Tone, saying

MS = 1_000_000
SCENARIO = load("01_blocking")
WAIT = Span(Stage.LOOP_QUEUE, holds_loop=False, place="worker:2", begin_ns=0, end_ns=412 * MS)
LIFE = Life(
    request_id=1881,
    client=0,
    route=0,
    sent_ns=0,
    started_ns=412 * MS,
    end_ns=835 * MS,
    ending=Stage.ANSWERED,
    spans=(WAIT,),
    parts=dict.fromkeys(PARTS, 0) | {"loop_wait": 412 * MS, "io": 423 * MS},
)
HELD = Cause(WAIT, Reason.HELD, worker=2, blamed=1873, blamed_ns=400 * MS, is_blocking=True)

pytestmark = pytest.mark.usefixtures("language")


def said(*causes: Cause, life: Life = LIFE) -> str:
    return saying(life, list(causes), SCENARIO).plain


def test_a_blocking_call_is_named_with_its_request() -> None:
    text = "Waited 412 ms because worker 2's loop was held by database.query of request 1,873."
    assert said(HELD) == text
    assert saying(LIFE, [HELD], SCENARIO).tone is Tone.BLOCKED


def test_a_second_wait_is_added_where_it_matters() -> None:
    second = replace(HELD, span=Span(Stage.LOOP_QUEUE, False, "worker:2", 660 * MS, 826 * MS), blamed=1877)
    small = replace(second, span=Span(Stage.LOOP_QUEUE, False, "worker:2", 0, 5 * MS))
    assert said(second, HELD).endswith(", and 166 ms more for the loop (request 1,877).")
    assert said(HELD, small) == said(HELD)


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("is_blocking", [True, False])
@pytest.mark.parametrize("code", ["en", "pt_BR"])
def test_every_reason_has_a_whole_sentence(reason: Reason, is_blocking: bool, code: str, language: Language) -> None:
    language.set_code("pt_BR" if code == "pt_BR" else "en")
    text = said(replace(HELD, reason=reason, is_blocking=is_blocking))
    assert "{" not in text
    assert text.endswith(".")
    assert "412 ms" in text
    assert text.startswith("Esperou" if code == "pt_BR" else "Waited")


@pytest.mark.parametrize("stage", [Stage.ACCEPT_QUEUE, Stage.THREAD_QUEUE, Stage.CPU_QUEUE, Stage.POOL_QUEUE])
def test_a_wait_that_lasts_is_told_as_such(stage: Stage) -> None:
    span = Span(stage, False, "worker:2", 0, 412 * MS)
    life = replace(LIFE, ending=None, end_ns=412 * MS, spans=(span,))
    assert said(replace(HELD, span=span), life=life).startswith("Has waited 412 ms")


def test_who_waited_for_nobody_is_told_where_the_time_went() -> None:
    life = replace(LIFE, parts=dict.fromkeys(PARTS, 0) | {"io": 800 * MS, "network": 35 * MS})
    assert said(life=life) == "It waited for nobody: 800 ms of its 835 ms went to I/O."
    assert saying(life, [], SCENARIO).tone is Tone.FINE


@pytest.mark.parametrize(
    ("ending", "word"),
    [(Stage.REFUSED, "Refused"), (Stage.REJECTED, "Rejected"), (Stage.FAILED, "Failed"), (Stage.TIMED_OUT, "gave up")],
)
def test_a_bad_end_comes_first(ending: Stage, word: str) -> None:
    assert word in said(life=replace(LIFE, ending=ending))


def test_names_are_no_markup() -> None:
    span = Span(Stage.SERVICE_QUEUE, False, "service:<b>&", 0, 412 * MS)
    text = saying(LIFE, [replace(HELD, span=span, reason=Reason.SERVICE)], SCENARIO).text
    assert "&lt;b&gt;&amp;" in text


@pytest.mark.parametrize(
    ("length_ns", "text"),
    [(412.4 * MS, "412 ms"), (3.14 * MS, "3.1 ms"), (1534.7 * MS, "1.53 s"), (12_340 * MS, "12.3 s"), (900, "1 µs")],
)
def test_lengths_have_three_digits(length_ns: float, text: str) -> None:
    QLocale.setDefault(QLocale("en"))
    assert numbers.length(length_ns) == text
