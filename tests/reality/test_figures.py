"""The same figures of both, each with a tolerance, and why they may differ."""

import signal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.reality.bursts import Burst, widest_burst
from simulator.reality.check import Checked, Measured
from simulator.reality.events import Asked
from simulator.reality.figures import (
    Beside,
    Tolerances,
    beside,
    busiest_quarter,
    edge,
    figures_of,
    mean_of,
    ranks_apart,
    tolerances_of,
)
from simulator.reality.messages import message_rows
from simulator.reality.project.clients import Attempt, Row
from simulator.reality.reasons import Cause
from simulator.record import REQUEST_ROW, SAMPLE_COLUMNS, Outcome, Record, Samples
from simulator.scenario import load
from tests.reality.conftest import CLIENT, MACHINE, scenario_of

if TYPE_CHECKING:
    from simulator.reality.project.wire import Wire

MS = 1_000_000


def rows_of(*ends: tuple[int, int, Outcome, int]) -> NDArray[np.void]:
    """Sent and finished (ms), outcome, worker."""
    rows = np.zeros(len(ends), dtype=REQUEST_ROW)
    for row, (sent, finished, outcome, worker) in zip(rows, ends, strict=True):
        row["sent"], row["finished"] = sent * MS, finished * MS
        row["outcome"], row["worker"] = outcome, worker
    return rows


ROWS = rows_of(
    (0, 100, Outcome.COMPLETED, 2),
    (100, 300, Outcome.COMPLETED, 2),
    (200, 700, Outcome.COMPLETED, 1),
    (500, 501, Outcome.REJECTED, 1),
)


def test_figures_of_rows() -> None:
    figures = figures_of(scenario_of("workers = 2"), ROWS)
    assert figures["throughput"] == pytest.approx(2 / 0.6)  # the third was answered after the end
    assert figures["mean"] == pytest.approx(0.8 / 3)
    assert figures["p50"] == pytest.approx(0.2)
    assert (figures["completed"], figures["rejected"]) == (0.75, 0.25)
    assert figures["worker 1"] == pytest.approx(2 / 3)  # the busiest first


def test_goodput_counts_what_came_in_time_from_the_first_attempt() -> None:
    scenario = scenario_of(clients=CLIENT + 'deadline = "250ms"\nretries = 1\n')
    rows = rows_of((0, 100, Outcome.REJECTED, 1), (100, 240, Outcome.COMPLETED, 1), (100, 300, Outcome.COMPLETED, 1))
    rows["first_request_id"] = (1, 1, 1)
    assert figures_of(scenario, rows)["goodput"] == pytest.approx(1 / 0.6)
    assert "goodput" not in figures_of(scenario_of(), ROWS)


def test_nothing_answered_has_no_times() -> None:
    figures = figures_of(scenario_of(), rows_of((0, 9, Outcome.TIMED_OUT, 0)))
    assert figures["throughput"] == 0
    assert "mean" not in figures


def test_runs_are_judged_by_their_mean() -> None:
    assert mean_of([{"p50": 0.1, "p95": 1.0}, {"p50": 0.3}]) == {"p50": 0.2, "p95": 1.0}


@pytest.mark.parametrize(
    ("figure", "measured", "simulated", "is_ok"),
    [
        ("throughput", 100.0, 103.0, True),
        ("throughput", 100.0, 103.1, False),
        ("p50", 0.100, 0.105, True),
        ("p50", 0.100, 0.106, False),
        ("p50", 0.001, 0.004, True),  # the floor
        ("rejected", 0.10, 0.13, True),
        ("rejected", 0.10, 0.14, False),
    ],
)
def test_tolerances(figure: str, measured: float, simulated: float, *, is_ok: bool) -> None:
    (row,) = beside({figure: measured}, {figure: simulated}, Tolerances())
    assert row.is_ok is is_ok


def test_a_figure_that_only_one_has_is_a_miss() -> None:
    assert not Beside("p50", None, 0.1, 1.0).is_ok
    assert Beside("p50", None, None, 1.0).is_ok


def test_outcomes_that_nobody_had_are_left_out() -> None:
    assert beside({"refused": 0.0, "sent": 4.0}, {"refused": 0.0}, Tolerances()) == []


def test_tolerances_know_the_situation() -> None:
    blocking = load("16_rolling_restart")
    assert tolerances_of(scenario_of(), 0.5, 0.05) == Tolerances()
    assert tolerances_of(scenario_of(), 0.95, 0.05).why == "near saturation"
    assert tolerances_of(blocking, 0.5, 0.05).times[1] == (0.0, 0.05)


def checked(
    measured: NDArray[np.void],
    simulated: NDArray[np.void],
    *,
    burst: Burst | None = None,
    name: str = "01_blocking",
    asked: tuple[Asked, ...] = (),
    **values: Any,
) -> Checked:
    scenario = load(name)
    seen = {"client_cpu": 0.1, "server_cpu": 0.1, "others": 0.0, "lag_p99_s": 0.0} | values
    none = message_rows([], 0, 0)
    runs = (Measured(replication=1, rows=measured, messages=none, burst=burst, is_whole=True, asked=asked, **seen),)
    found = Checked(scenario, MACHINE, runs, (Record(scenario, 1, 1),))
    found.__dict__["figures"] = (figures_of(scenario, measured), figures_of(scenario, simulated))
    found.__dict__["busiest"] = found.__dict__["busiest_quarter"] = 0.5
    found.__dict__["tolerances"] = Tolerances()
    return found


ANSWERED = rows_of(*((6000 + at, 6100 + at, Outcome.COMPLETED, 1) for at in range(0, 900, 10)))
SLOWER = rows_of(*((6000 + at, 6200 + at, Outcome.COMPLETED, 1) for at in range(0, 900, 10)))


def test_where_all_agrees_there_is_nothing_to_explain() -> None:
    same = checked(ANSWERED, ANSWERED)
    assert same.is_ok
    assert same.reasons == []


def test_a_percentile_in_a_gap_is_told() -> None:
    twos, threes = (
        rows_of(*((6000 + at, 6000 + at + ms, Outcome.COMPLETED, 1) for at in range(100))) for ms in (100, 150)
    )
    half = np.concatenate([twos[:49], threes[:51]])
    other = np.concatenate([twos[:51], threes[:49]])
    assert ranks_apart(load("01_blocking"), half, "p50", 0.100) == pytest.approx(0.01)
    assert ranks_apart(load("01_blocking"), half, "p50", 0.150) == 0
    assert ranks_apart(load("01_blocking"), half[:0], "p50", 0.1) == 1.0
    assert ranks_apart(load("01_blocking"), half, "p50", 0.090) == pytest.approx(0.5)
    texts = [reason.text for reason in checked(half, other).reasons]
    assert (
        "a percentile lies where answers are few: on one side only 1.0% of them are between measured and simulated"
        in texts
    )
    assert not any("few:" in reason.text for reason in checked(threes, twos).reasons)


@pytest.mark.parametrize(
    ("seen", "word"),
    [
        ({"others": 0.4}, "other programs took 40%"),
        ({"client_cpu": 0.9}, "the clients were a bottleneck: they took 90%"),
        ({"lag_p99_s": 0.01}, "sent 10.0 ms late"),
        ({"server_cpu": 0.8}, "the server took 80%"),
    ],
)
def test_what_was_in_the_way_is_said(seen: dict[str, Any], word: str) -> None:
    assert word in checked(ANSWERED, ANSWERED, **seen).reasons[0].text


def test_a_difference_has_a_likely_reason() -> None:
    differing = checked(ANSWERED, SLOWER)
    assert [each.figure for each in differing.beside if not each.is_ok] == ["mean", "p50", "p95", "p99"]
    assert "only 90 answers" in differing.reasons[0].text
    assert "--repetitions 3" in differing.reasons[1].text


@pytest.mark.parametrize(
    ("burst", "word"),
    [
        (Burst(0.004, 3, 10), "connections of one burst were opened 4.0 ms apart"),
        (Burst(0.0002, 3, 10), "a burst of connections was shared by 3 workers"),
        (Burst(0.0002, 1, 10), "only 90 answers"),
        (None, "only 90 answers"),
    ],
)
def test_a_burst_that_more_than_one_worker_took_is_told(burst: Burst | None, word: str) -> None:
    differing = checked(ANSWERED, SLOWER, burst=burst, name="06_keep_alive_burst")
    assert word in differing.reasons[0].text


@pytest.mark.parametrize(("share", "faster", "is_said"), [(0.5, True, False), (0.53, True, True), (0.8, False, True)])
def test_who_got_the_connections_is_chance(share: float, *, faster: bool, is_said: bool) -> None:
    def workers(share: float, count: int) -> NDArray[np.void]:
        return rows_of(
            *((6000 + at, 6100 + at, Outcome.COMPLETED, 1 if at < share * count else 2) for at in range(count))
        )

    measured = workers(share, 700 if faster else 600)
    found = checked(measured, workers(0.5, 600), name="06_keep_alive_burst")
    assert not found.is_ok
    assert any(reason.cause is Cause.CHANCE for reason in found.reasons) is is_said


@pytest.mark.parametrize(("every", "is_said"), [(2000, True), (125, False)])
def test_a_throughput_that_the_edges_of_the_run_decide_is_told(every: int, *, is_said: bool) -> None:
    """8 answers a second, by sixteens or one by one; there are none in the last 2 s of one of the two."""
    many = rows_of(
        *((at - at % every + 3000, at - at % every + 4500, Outcome.COMPLETED, 1) for at in range(0, 60_000, 125))
    )
    assert edge(load("01_blocking"), many) == (16 if is_said else 0)
    found = checked(many, many[many["finished"] < 58_000_000_000])
    assert any(reason.cause is Cause.EDGES for reason in found.reasons) is is_said


@pytest.mark.parametrize(("name", "is_said"), [("06_keep_alive_burst", False), ("05_overload", True)])
def test_only_clients_that_do_not_wait_are_near_saturation(name: str, *, is_said: bool) -> None:
    found = checked(ANSWERED, SLOWER, name=name)
    found.__dict__["busiest_quarter"] = 0.97
    assert any(reason.cause is Cause.SATURATED for reason in found.reasons) is is_said


def test_a_worker_that_is_busy_for_a_quarter_of_the_run_is_found() -> None:
    """Of 16 s the loop is busy in four, and the limiter is half full all the time."""
    samples = Samples()
    for second in range(17):
        busy = min(max(second - 5, 0), 4)
        samples.add([0.0] * len(SAMPLE_COLUMNS), [(second, busy, 20 * second, 40 * second, 0)] * 2)
    assert busiest_quarter(samples) == 1.0
    assert busiest_quarter(Samples()) == 0.0


def test_how_late_uvicorn_acted_is_told_also_where_all_agrees() -> None:
    asked = (Asked(signal.SIGTTIN, 1.0, 1.31), Asked(signal.SIGTTIN, 2.0, 2.1), Asked(signal.SIGTTOU, 3.0))
    (reason,) = checked(ANSWERED, ANSWERED, asked=asked).reasons
    assert reason.text.startswith("uvicorn acted up to 0.31 s after it was asked to, since it looks every 0.5 s: ")


def test_the_widest_burst_is_found() -> None:
    def attempt(due: int, opened: int, process: bytes) -> Attempt:
        made = Attempt(0, 0, Row("/", ""), None, due)
        made.sent, made.report = due, process + b" 1 2"
        made.wire = cast("Wire", SimpleNamespace(opened=opened))
        return made

    attempts = [attempt(0, 10, b"7"), attempt(0, 30, b"8"), attempt(0, 90, b"7"), attempt(100, 400, b"7")]
    assert widest_burst(attempts) == Burst(60 / 1e9, 2, 3)
    assert widest_burst(attempts[3:]) is None
