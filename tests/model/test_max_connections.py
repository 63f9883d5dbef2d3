"""`max_connections`: a group's own pool of connections."""

import numpy as np

from simulator.record import NEVER, Outcome
from tests.model.stories import MS, burst, closed, parts_add_up, poisson, route, served

S = 1000 * MS
ASYNC = route("async", "io 100ms")


def test_no_more_than_so_many_are_on_their_way_and_the_others_wait_in_order() -> None:
    rows = served(burst("1s", users=7, more="max_connections = 3"), ASYNC)
    assert ((rows["finished"] - S) // MS).tolist() == [100] * 3 + [200] * 3 + [300]
    assert (rows["network"] // MS).tolist() == [0] * 3 + [100] * 3 + [200]
    assert np.count_nonzero(rows["accepted"] != NEVER) == 3, "the connections are kept"
    assert parts_add_up(rows, 10 * S)


def test_without_keep_alive_each_place_is_a_new_connection() -> None:
    rows = served(burst("1s", users=4, more="max_connections = 2\nkeep_alive = false"), ASYNC)
    assert ((rows["finished"] - S) // MS).tolist() == [100] * 2 + [200] * 2
    assert (rows["accepted"] != NEVER).all()


def test_users_share_the_connections_of_their_group() -> None:
    rows = served(closed(10, more="max_connections = 2"), ASYNC)
    assert np.count_nonzero(rows["accepted"] != NEVER) == 2
    assert np.count_nonzero(rows["outcome"] == Outcome.COMPLETED) == 2 * 99


def test_a_time_out_counts_from_the_wish_to_send() -> None:
    rows = served(burst("1s", users=2, more='max_connections = 1\ntimeout = "150ms"'), ASYNC)
    assert [Outcome(outcome).name for outcome in rows["outcome"]] == ["COMPLETED", "TIMED_OUT"]
    assert (rows["network"].tolist(), rows["io"].tolist()) == ([0, 100 * MS], [100 * MS, 50 * MS])
    assert parts_add_up(rows, 10 * S)


def test_a_pool_that_is_never_full_changes_nothing() -> None:
    pooled, free = (
        served(poisson(50, more=more), ASYNC, duration="5s")
        for more in ("max_connections = 1000", "max_connections = 0")
    )
    assert pooled.tobytes() == free.tobytes()


def test_who_waits_at_the_end_of_the_run_is_unfinished_with_its_wait() -> None:
    rows = served(burst("950ms", users=3, more="max_connections = 1"), ASYNC, duration="1s")
    assert (rows["outcome"] == Outcome.UNFINISHED).all()
    assert rows["network"].tolist() == [0, 50 * MS, 50 * MS]
    assert parts_add_up(rows, S)
