"""Closed forms against published tables and against each other."""

import math

import pytest

from simulator import theory
from simulator.errors import SimulatorError, UnstableQueueError


@pytest.mark.parametrize(
    ("servers", "offered_load"),
    [(1, 0.0101), (2, 0.153), (5, 1.361), (10, 4.461), (20, 12.03), (50, 37.90), (100, 84.06)],
)
def test_erlang_b_is_the_published_one_percent_table(servers: int, offered_load: float) -> None:
    # The standard traffic table: loads that lose 1 %, printed with three or four digits.
    assert theory.erlang_b(offered_load, servers) == pytest.approx(0.01, rel=0.005)


@pytest.mark.parametrize(("offered_load", "servers"), [(0.5, 1), (3.0, 5), (10.0, 10), (12.0, 4)])
def test_erlang_b_is_its_definition(offered_load: float, servers: int) -> None:
    terms = [offered_load**n / math.factorial(n) for n in range(servers + 1)]
    assert theory.erlang_b(offered_load, servers) == pytest.approx(terms[-1] / sum(terms), rel=1e-12)


def test_erlang_b_stands_thousands_of_servers() -> None:
    assert theory.erlang_b(10_000.0, 10_000) == pytest.approx(0.00794, rel=0.01)
    assert theory.erlang_b(0.0, 3) == 0.0
    assert theory.erlang_b(2.0, 0) == 1.0


def test_erlang_c_of_two_servers_and_one_erlang_is_a_third() -> None:
    assert theory.erlang_c(1.0, 2) == pytest.approx(1 / 3)


@pytest.mark.parametrize(("offered_load", "servers"), [(0.3, 1), (3.2, 4), (8.0, 10), (95.0, 100)])
def test_erlang_c_is_its_definition(offered_load: float, servers: int) -> None:
    below = sum(offered_load**n / math.factorial(n) for n in range(servers))
    waits = offered_load**servers / math.factorial(servers) * servers / (servers - offered_load)
    assert theory.erlang_c(offered_load, servers) == pytest.approx(waits / (below + waits), rel=1e-10)


def test_erlang_c_with_one_server_is_the_utilisation() -> None:
    assert theory.erlang_c(0.7, 1) == pytest.approx(0.7)


@pytest.mark.parametrize("load", [0.5, 0.8, 0.95])
def test_one_server_of_many_is_m_m_1(load: float) -> None:
    one, many = theory.m_m_1(load / 0.02, 0.02), theory.m_m_c(load / 0.02, 0.02, 1)
    assert many.response_time_s == pytest.approx(one.response_time_s)
    assert many.waiting_probability == pytest.approx(one.waiting_probability)
    assert one.in_system == pytest.approx(load / (1 - load))


def test_pollaczek_khinchine_has_m_m_1_and_m_d_1_at_its_ends() -> None:
    markov, constant = theory.m_g_1(16, 0.05, scv=1.0), theory.m_d_1(16, 0.05)
    assert markov.waiting_time_s == pytest.approx(theory.m_m_1(16, 0.05).waiting_time_s)
    assert constant.waiting_time_s == pytest.approx(markov.waiting_time_s / 2)
    assert constant.waiting_time_s == pytest.approx(0.8 * 0.05 / (2 * 0.2))


def test_little_holds_in_every_queue() -> None:
    for queue in (theory.m_m_1(8, 0.1), theory.m_m_c(30, 0.1, 4), theory.m_d_1(8, 0.1), theory.m_m_c_k(50, 0.1, 4, 9)):
        served = queue.throughput_per_s * 0.1
        assert queue.in_system == pytest.approx(queue.queue_length + served)


def test_m_m_c_k_without_a_queue_is_erlang_b() -> None:
    assert theory.m_m_c_k(50, 0.1, 5, 5).loss_probability == pytest.approx(theory.erlang_b(5.0, 5))


def test_m_m_1_k_is_its_closed_form_at_any_load() -> None:
    for load in (0.5, 2.0):
        expected = (1 - load) * load**4 / (1 - load**5)
        assert theory.m_m_c_k(load, 1.0, 1, 4).loss_probability == pytest.approx(expected)
    assert theory.m_m_c_k(1.0, 1.0, 1, 4).loss_probability == pytest.approx(1 / 5)


def test_m_m_c_k_with_much_room_is_m_m_c() -> None:
    roomy, endless = theory.m_m_c_k(32, 0.1, 4, 4000), theory.m_m_c(32, 0.1, 4)
    assert roomy.response_time_s == pytest.approx(endless.response_time_s)
    assert roomy.waiting_probability == pytest.approx(endless.waiting_probability)


@pytest.mark.parametrize("users", [1, 2, 10, 200])
def test_the_repairman_and_mean_value_analysis_agree(users: int) -> None:
    exact = theory.machine_repairman(users, think_s=1.0, service_s=0.05)
    recursive = theory.mean_value_analysis(users, think_s=1.0, demands_s=(0.05,))
    assert exact.throughput_per_s == pytest.approx(recursive.throughput_per_s)
    assert exact.response_time_s == pytest.approx(recursive.response_time_s)
    assert exact.utilisation == pytest.approx(recursive.utilisation)


def test_a_lone_user_never_waits() -> None:
    assert theory.machine_repairman(1, think_s=2.0, service_s=0.5, servers=3).response_time_s == pytest.approx(0.5)


def test_users_who_never_think_keep_the_servers_busy() -> None:
    closed = theory.machine_repairman(10, think_s=0.0, service_s=0.05, servers=4)
    assert (closed.throughput_per_s, closed.utilisation) == (80.0, 1.0)
    assert closed.response_time_s == pytest.approx(10 / 80)


@pytest.mark.parametrize("users", [1, 5, 21, 22, 100])
def test_the_exact_loop_keeps_within_its_bounds(users: int) -> None:
    bounds = theory.closed_bounds(users, think_s=1.0, demands_s=(0.05,))
    exact = theory.machine_repairman(users, think_s=1.0, service_s=0.05)
    assert exact.throughput_per_s <= bounds.throughput_per_s + 1e-9
    assert exact.response_time_s >= bounds.response_time_s - 1e-9
    assert bounds.saturation_users == pytest.approx(21.0)


def test_a_queue_that_grows_without_end_is_refused() -> None:
    for ask in (
        lambda: theory.erlang_c(4.0, 4),
        lambda: theory.m_m_1(20, 0.05),
        lambda: theory.m_m_c(81, 0.05, 4),
        lambda: theory.m_d_1(21, 0.05),
    ):
        with pytest.raises(UnstableQueueError, match="grows without end"):
            ask()


def test_nonsense_is_refused_with_its_value() -> None:
    with pytest.raises(SimulatorError, match="scv must be 0 or more, got -1"):
        theory.m_g_1(1, 0.1, scv=-1)
    with pytest.raises(SimulatorError, match="capacity must not be below servers"):
        theory.m_m_c_k(1, 0.1, servers=4, capacity=3)
    with pytest.raises(SimulatorError, match="service_s must be above 0"):
        theory.m_m_1(1, 0.0)
