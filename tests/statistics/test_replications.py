"""Several replications: counts summed, means averaged, percentiles pooled."""

from statistics import fmean

import numpy as np
import pytest

from simulator.record import Outcome
from simulator.statistics import Replications, tallied
from simulator.statistics.intervals import t_interval
from tests.statistics.runs import finished, streamed, summary_of

COUNT = 3


@pytest.fixture(scope="module")
def three() -> Replications:
    replications = Replications()
    for number in range(1, COUNT + 1):
        replications.add(finished("mixed", number))
    return replications


def test_the_first_of_many_is_the_single_run(three: Replications) -> None:
    assert three.summaries[0] == summary_of("mixed")
    assert three.summaries[1] != three.summaries[0]


def test_counts_are_sums(three: Replications) -> None:
    overall = three.overall()
    assert overall.replications == COUNT
    assert overall.requests.sent == sum(each.requests.sent for each in three.summaries)
    assert overall.logical.succeeded == sum(each.logical.succeeded for each in three.summaries)
    assert overall.response_time_s.censored == sum(each.response_time_s.censored for each in three.summaries)
    assert overall.server.executed == sum(each.server.executed for each in three.summaries)
    for index in range(2):
        assert overall.workers[index].worker == index + 1
        assert overall.workers[index].completed == sum(each.workers[index].completed for each in three.summaries)
    assert overall.by_route["/slow"].sent == sum(each.by_route["/slow"].sent for each in three.summaries)
    assert overall.seed == three.summaries[0].seed


def test_means_are_over_replications_with_a_t_interval(three: Replications) -> None:
    overall = three.overall()
    for figure in ("throughput_per_s", "goodput_per_s", "response_time_s"):
        means = [getattr(each, figure).mean for each in three.summaries]
        assert getattr(overall, figure).mean == pytest.approx(fmean(means))
        assert getattr(overall, figure).ci95 == pytest.approx(t_interval(means))
    assert overall.in_flight.mean == pytest.approx(fmean(each.in_flight.mean for each in three.summaries))
    loops = [each.workers[0].utilisation.loop or 0.0 for each in three.summaries]
    assert overall.workers[0].utilisation.loop == pytest.approx(fmean(loops))


def test_percentiles_are_those_of_all_answers_together(three: Replications) -> None:
    answers = []
    for number in range(1, COUNT + 1):
        rows = finished("mixed", number).requests.array()
        rows = rows[(rows["sent"] >= 3e9) & (rows["sent"] < 20e9) & (rows["outcome"] == Outcome.COMPLETED)]
        answers.append((rows["finished"] - rows["sent"]) / 1e9)
    pooled = np.concatenate(answers)
    times = three.overall().response_time_s
    assert (times.p50, times.p99) == pytest.approx(np.percentile(pooled, (50, 99)))
    assert times.max == pytest.approx(pooled.max())
    assert times.max == max(each.response_time_s.max or 0 for each in three.summaries)


def test_the_longest_peak_is_the_peak(three: Replications) -> None:
    assert three.overall().in_flight.max == max(each.in_flight.max for each in three.summaries)
    assert three.overall().accept_queue.max == max(each.accept_queue.max for each in three.summaries)


def test_checks_hold_for_all_together(three: Replications) -> None:
    checks = three.overall().checks
    law = checks.littles_law
    assert checks.conservation.ok
    assert law.lambda_W + law.edge == pytest.approx(law.L, abs=1e-6)


def test_streamed_replications_pool_their_histograms() -> None:
    replications, exact = Replications(), Replications()
    for _ in range(2):
        replications.add(*streamed("02_async", exact_up_to=0))
        exact.add(finished("02_async"), tallied(finished("02_async")))
    assert replications.overall().response_time_s.p95 == pytest.approx(exact.overall().response_time_s.p95, rel=0.005)
