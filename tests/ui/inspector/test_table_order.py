"""What the table shows and in what order: as if all had been sorted again, however it came about."""

import numpy as np
import pytest

from simulator.model import System
from simulator.scenario import load
from ui.inspector.table_order import Filter, Order
from ui.inspector.table_rows import COLUMNS, UNKNOWN, RequestRows

FILTERS = [
    Filter(),
    Filter(equal=(("client", 1),)),
    Filter(equal=(("outcome", 0),)),
    Filter(least_response_ns=300_000_000),
    Filter(words=(("request", frozenset({7})), ("client", frozenset({2})))),
    Filter(words=()),
]


def afresh(order: Order, run: System) -> list[int]:
    """The same by plain sorting."""
    rows = RequestRows(run)
    rows.news()
    asked = order.filter
    ids = []
    for number in range(1, rows.count + 1):
        row = rows.row(number)
        if any(row[name] != value for name, value in asked.equal):
            continue
        if asked.least_response_ns and row["response"] < asked.least_response_ns:
            continue
        if asked.words is not None and not any(row[name] in codes for name, codes in asked.words):
            continue
        ids.append(number)
    return sorted(ids, key=lambda number: key_of(rows.row(number)[order.column], order))


def key_of(value: int, order: Order) -> tuple[bool, int]:
    """Those without a value last, in both directions."""
    has_none = value == UNKNOWN or (order.column == "worker" and value == 0)
    return has_none, 0 if has_none else -value if order.is_descending else value


@pytest.mark.parametrize("is_descending", [False, True])
@pytest.mark.parametrize("asked", FILTERS)
@pytest.mark.parametrize("column", ["request", "response", "client", "loop_wait"])
def test_growing_is_as_good_as_sorting_again(column: str, asked: Filter, is_descending: bool) -> None:
    run = System(load("01_blocking"), seed=4, trace=True, endless=True)
    run.run_until(4)
    rows = RequestRows(run)
    rows.news()
    order = Order(rows)
    order.filter, order.column, order.is_descending = asked, column, is_descending
    assert order.arrange().tolist() == afresh(order, run)
    for until_s in (4.3, 6, 9):
        run.run_until(until_s)
        ids = order.follow(*rows.news())
        keys = [key_of(value, order) for value in rows.values(column, ids).tolist()]
        assert sorted(ids.tolist()) == sorted(afresh(order, run))
        assert keys == sorted(keys)


@pytest.mark.parametrize("is_descending", [False, True])
@pytest.mark.parametrize("column", ["response", "worker"])
def test_requests_without_a_value_come_last_in_both_directions(column: str, is_descending: bool) -> None:
    run = System(load("01_blocking"), seed=4, trace=True, endless=True)
    run.run_until(6)
    rows = RequestRows(run)
    rows.news()
    order = Order(rows)
    order.column, order.is_descending = column, is_descending
    values = rows.values(column, order.arrange())
    has_none = values <= 0
    assert has_none.any()
    assert not has_none.all()
    assert has_none.tolist() == sorted(has_none.tolist())


def test_columns_are_the_rows_of_the_run() -> None:
    run = System(load("03_threadpool"), seed=4, trace=True, endless=True)
    run.run_until(3)
    rows = RequestRows(run)
    rows.news()
    assert run.in_flight
    for name in COLUMNS:
        column = rows.column(name)
        assert column.tolist() == [rows.row(number)[name] for number in range(1, rows.count + 1)]
        assert column.tolist() == rows.values(name, np.arange(1, rows.count + 1)).tolist()
    stored = run.record.requests.array()
    ended = stored["first_request_id"] > 0
    assert rows.column("response")[ended].tolist() == (stored["finished"] - stored["sent"])[ended].tolist()
    assert set(rows.column("response")[~ended].tolist()) == {UNKNOWN}
