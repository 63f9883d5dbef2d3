"""What stands on the screen, in numbers and in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.cli import digits, verdicts
from simulator.scenario import parse
from simulator.statistics import Summary
from tests.cli.conftest import PLAIN, Simulate
from tests.statistics.runs import scenario_of, summary_of

BLOCKING = """\
1. Blocking: one at a time
60 s simulated, the first 5 s left out, seed 28

Requests       1,148 sent, 1,129 completed, 19 unfinished
Throughput     20.6 per second  (95 %: 19.1 .. 22.1)
Goodput        20.6 per second  (95 %: 19.1 .. 22.1)
"""


def test_the_table_begins_with_what_one_asks_first(simulate: Simulate) -> None:
    assert simulate("--config", "01_blocking").out.startswith(BLOCKING)


def test_the_table_says_where_the_time_went_and_who_was_busy(simulate: Simulate) -> None:
    lines = simulate("--config", "03_threadpool").out.splitlines()
    labels = [line[:31].strip() for line in lines if "%" in line and line[:1].islower()]
    assert "waiting for a thread token" in labels
    assert "waiting for a pool connection" not in labels
    at = next(index for index, line in enumerate(lines) if line.startswith("Worker"))
    assert lines[at].split() == ["Worker", "loop", "busy", "threads", "taken", "processor", "answered"]
    assert lines[at + 1].split()[0] == "1"


def test_routes_and_clients_are_listed_where_there_are_several(simulate: Simulate, tmp_path: Path) -> None:
    text = PLAIN.replace("rate = 20", 'rate = 20\nroutes = { "/" = 1, "/b" = 1 }')
    file = tmp_path / "two.toml"
    file.write_text(f'{text}\n[[routes]]\npath = "/b"\nhandler = "async"\n', encoding="utf-8")
    heads = [line.split()[0] for line in simulate("--config", file).out.splitlines() if line.strip()]
    assert "Route" in heads
    assert "Client" not in heads


def test_of_many_workers_the_first_are_shown(simulate: Simulate, scenario: Path) -> None:
    out = simulate("--config", scenario, "--set", "server.workers=40").out
    assert "and 24 more" in out
    assert "\n16 " in out
    assert "\n17 " not in out


def test_an_overload_is_warned_of(simulate: Simulate) -> None:
    out = " ".join(simulate("--config", "05_overload").out.split())
    assert "without 698 attempts (33 %) that never got an answer" in out
    assert "Warning: 33 % of the attempts were unfinished when the run ended" in out


def test_replications_are_said(simulate: Simulate, scenario: Path) -> None:
    out = simulate("--config", scenario, "--replications", "3").out
    assert out.splitlines()[1] == "3 replications of 5 s, seed 1"
    assert "no interval" not in out


def changed(**requests: int) -> Summary:
    summary = summary_of("plain")
    return replace(summary, requests=replace(summary.requests, **requests))


@pytest.mark.parametrize(
    ("requests", "warned"),
    [
        ({"sent": 1000, "unfinished": 10}, False),
        ({"sent": 1000, "unfinished": 11}, True),
        ({"sent": 0, "unfinished": 0}, True),
    ],
)
def test_above_one_percent_of_unfinished_is_a_warning(requests: dict[str, int], warned: bool) -> None:
    assert bool(list(verdicts.warnings(changed(**requests)))) is warned


def test_why_there_is_no_interval() -> None:
    assert verdicts.no_interval(summary_of("02_async"), scenario_of("02_async")) is None
    assert "fewer than 1,000 answers" in str(verdicts.no_interval(summary_of("plain"), parse(PLAIN)))
    assert "changes in it" in str(verdicts.no_interval(summary_of("04_workers"), scenario_of("04_workers")))


@pytest.mark.parametrize(
    ("edge", "is_ok", "words"),
    [
        (0.0, True, "ok: "),
        (0.3, True, "+ 0.30 over the edges"),
        (-0.3, True, "- 0.30 over the edges"),
        (9.0, None, "too early or not steady"),
        (0.0, False, "BROKEN"),
    ],
)
def test_littles_law_is_put_in_words(edge: float, is_ok: bool | None, words: str) -> None:
    summary = summary_of("plain")
    law = replace(summary.checks.littles_law, edge=edge, ok=is_ok)
    assert words in verdicts.littles_law(replace(summary, checks=replace(summary.checks, littles_law=law)))


def test_what_is_lost_is_put_in_words() -> None:
    summary = summary_of("plain")
    broken = replace(summary.checks, conservation=replace(summary.checks.conservation, ok=False))
    assert verdicts.conservation(summary).startswith("ok")
    assert verdicts.conservation(replace(summary, checks=broken)).startswith("BROKEN")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "-"),
        (0.0, "0 s"),
        (1e-9, "0 s"),
        (51e-9, "0.05 us"),
        (12.3456e-6, "12.3 us"),
        (0.00099949, "999 us"),
        (0.00099951, "1.00 ms"),
        (0.44009, "440 ms"),
        (0.99951, "1.00 s"),
        (9.994, "9.99 s"),
        (9.996, "10.0 s"),
        (99.96, "100 s"),
        (12345.6, "12,346 s"),
    ],
)
def test_times_have_three_digits_and_a_unit(seconds: float | None, text: str) -> None:
    assert digits.time(seconds) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, "-"),
        (0.0, "0 %"),
        (0.0031, "0.3 %"),
        (0.0994, "9.9 %"),
        (0.0996, "10 %"),
        (0.866, "87 %"),
        (1.0, "100 %"),
    ],
)
def test_shares_are_percent(share: float | None, text: str) -> None:
    assert digits.percent(share) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(60, "60 s"), (0.25, "0.25 s"), (12000, "12,000 s"), (1e-6, "0.000001 s")]
)
def test_spans_are_as_people_write_them(seconds: float, text: str) -> None:
    assert digits.span(seconds) == text


def test_both_ends_of_an_interval_are_in_one_unit() -> None:
    assert digits.interval(0.341, 0.539, is_time=True) == "341 .. 539 ms"
    assert digits.interval(0.9, 1.1, is_time=True) == "0.90 .. 1.10 s"
    assert digits.interval(19.1, 22.14, is_time=False) == "19.1 .. 22.1"
