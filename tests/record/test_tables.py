"""Rows of attempts and samples: what is packed comes out again, and what is streamed is dropped."""

import numpy as np
import pytest

from simulator.record import NEVER, REQUEST_ROW, SAMPLE_COLUMNS, WORKER_COLUMNS, Outcome, RequestTable, Samples
from simulator.record.requests import BLOCK_ROWS, ROW_BYTES, pack_row
from tests.model.stories import finished, poisson, route, told


def test_a_packed_row_comes_out_as_it_went_in() -> None:
    table = RequestTable()
    table.grow()
    table.count = 2
    values = (3, 1, 2, 200, 1, Outcome.COMPLETED, 2, *range(100, 114))
    pack_row(table.blocks[0], ROW_BYTES, *values)
    assert table.array()[1].item() == values
    assert table.array()[0]["sent"] == 0


def test_a_row_costs_less_than_130_bytes() -> None:
    assert REQUEST_ROW.itemsize == ROW_BYTES < 130


def test_an_empty_table_has_no_rows() -> None:
    assert len(RequestTable().array()) == 0
    assert len(RequestTable().take(np.array([], dtype=np.int64))) == 0


def test_rows_are_taken_in_the_order_asked_for_across_blocks() -> None:
    system = finished(told(poisson(4000, more="keep_alive = false"), route("async", "io 1ms"), drain="1s"))
    table = system.record.requests
    assert len(table.blocks) > 1
    ids = np.array([BLOCK_ROWS + 1, 1, BLOCK_ROWS, 2])
    assert table.take(ids).tolist() == table.array()[ids - 1].tolist()


def test_what_is_streamed_is_every_row_once_and_forgotten_block_by_block() -> None:
    scenario = told(poisson(4000, more="keep_alive = false"), route("async", "io exponential(1ms)"))
    kept = finished(scenario).record.requests.array()
    streamed: list[np.ndarray] = []
    system = finished(scenario, stream=streamed.append)
    rows = np.concatenate(streamed)
    assert np.sort(rows, order="first_request_id").tobytes() == kept.tobytes()
    assert not system.record.requests.is_whole
    with pytest.raises(AssertionError, match="dropped"):
        system.record.requests.array()


def test_unfinished_rows_are_written_at_the_end() -> None:
    system = finished(told(poisson(10), route("async", "io 1s"), duration="3s"))
    rows = system.record.requests.array()
    unfinished = rows[rows["outcome"] == Outcome.UNFINISHED]
    assert 0 < len(unfinished) < len(rows)
    assert set(unfinished["finished"].tolist()) == {NEVER}
    assert list(system.in_flight) == (np.flatnonzero(rows["outcome"] == Outcome.UNFINISHED) + 1).tolist()


def test_samples_with_more_workers_later_have_zeros_before() -> None:
    samples = Samples()
    samples.add(range(len(SAMPLE_COLUMNS)), [range(5)])
    samples.add(range(len(SAMPLE_COLUMNS)), [range(5), range(5, 10)])
    assert len(samples) == 2
    assert samples.workers().shape == (2, 2, len(WORKER_COLUMNS))
    assert samples.workers()[0, 1].tolist() == [0] * 5
    assert samples.column("sent").tolist() == [1, 1]
    assert samples.table(1).shape == (1, len(SAMPLE_COLUMNS))


def test_samples_count_what_happened_before_their_instant() -> None:
    system = finished(told(poisson(50), route("async", "io 30ms"), duration="2s", drain="1s"))
    table, rows = system.record.samples, system.record.requests.array()
    for time, sent, completed in zip(*(table.column(name) for name in ("time", "sent", "completed")), strict=True):
        assert sent == (rows["sent"] <= time).sum()
        assert completed == (rows["finished"] <= time).sum()
    assert table.column("time")[-1] == system.record.end_ns


def test_columns_are_taken_in_the_order_asked_for_across_blocks() -> None:
    system = finished(told(poisson(4000, more="keep_alive = false"), route("async", "io 1ms"), drain="1s"))
    table = system.record.requests
    ids = np.array([BLOCK_ROWS + 1, 1, BLOCK_ROWS, 2])
    sent, status = table.columns(("sent", "status"), ids)
    rows = table.take(ids)
    assert (sent.tolist(), status.tolist()) == (rows["sent"].tolist(), rows["status"].tolist())
    (nothing,) = table.columns(("sent",), ids[:0])
    assert len(nothing) == 0
    assert [column.tolist() for column in table.columns(("sent", "status"), ids[1:2])] == [[sent[1]], [status[1]]]


def test_a_block_that_was_spared_goes_when_who_lived_in_it_has_ended() -> None:
    table = RequestTable()
    for _ in range(4):
        table.grow()
    table.count = 4 * BLOCK_ROWS
    table.forget(2 * BLOCK_ROWS, needed=[7])
    assert [table.is_kept(1), table.is_kept(BLOCK_ROWS + 1)] == [True, False]
    table.forget(3 * BLOCK_ROWS, needed=[7, 2 * BLOCK_ROWS + 1])
    assert [table.is_kept(1), table.is_kept(2 * BLOCK_ROWS + 1)] == [True, True]
    table.forget(3 * BLOCK_ROWS, needed=[2 * BLOCK_ROWS + 1])
    assert [table.is_kept(1), table.is_kept(2 * BLOCK_ROWS + 1)] == [False, True]
    table.forget(3 * BLOCK_ROWS, needed=[])
    assert [bool(block) for block in table.blocks] == [False, False, False, True]
