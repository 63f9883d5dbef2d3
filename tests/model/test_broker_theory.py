"""Brokers where theory has an answer: c slots are M/M/c, p partitions are p separate M/M/1."""

import pytest

from simulator import theory
from simulator.statistics import summarised, tallied
from simulator.theory import QueueFigures
from tests.model.broker_stories import broker, publishing, rows, task
from tests.model.stories import finished, poisson, told

SERVICE_S = 0.05
SLOTS = {
    "4 slots of one consumer": "concurrency = 4\nprefetch = 1",
    "4 consumers of one slot": "consumers = 4\nprefetch = 1",
    "2 consumers of 2 slots": "consumers = 2\nconcurrency = 2\nprefetch = 1",
}


def measured(kind: str, more: str, rate: float, messages: int, seed: int = 7) -> tuple[float, float]:
    """Mean waiting time and mean length of the line, reserved messages included, after the warm-up."""
    length = messages / rate
    scenario = told(
        poisson(rate, more="keep_alive = false"),
        publishing(),
        task("io exponential(50ms)"),
        broker(kind, more),
        duration=f"{length * 1.1}s",
        more=f'warm_up = "{length * 0.1}s"\nsample_every = "100s"',
    )
    system = finished(scenario, seed=seed)
    table = rows(system)
    table = table[(table["published"] >= length * 0.1e9) & (table["finished"] >= 0)]
    waiting_s = float(table["wait"].mean()) / 1e9
    summary = summarised(system.record, tallied(system.record))
    queue = summary.tasks.queue.mean if kind != "kafka" else waiting_s * rate
    return waiting_s, queue


def check(found: tuple[float, float], figures: QueueFigures, tolerance: float, parts: int = 1) -> None:
    waiting_s, queue = found
    assert waiting_s == pytest.approx(figures.waiting_time_s, rel=tolerance)
    assert queue == pytest.approx(parts * figures.queue_length, rel=tolerance)


def test_slots_are_m_m_c() -> None:
    slots = SLOTS["2 consumers of 2 slots"]
    check(measured("rabbitmq", slots, 48.0, 40_000), theory.m_m_c(48.0, SERVICE_S, 4), 0.1)


def test_partitions_are_separate_m_m_1() -> None:
    found = measured("kafka", "consumers = 4\npartitions = 4", 40.0, 40_000)
    check(found, theory.m_m_1(10.0, SERVICE_S), 0.1, parts=4)


@pytest.mark.slow
@pytest.mark.parametrize("slots", SLOTS)
@pytest.mark.parametrize("rate", [40.0, 64.0])
def test_slots_are_m_m_c_within_three_percent(slots: str, rate: float) -> None:
    check(measured("rabbitmq", SLOTS[slots], rate, 800_000), theory.m_m_c(rate, SERVICE_S, 4), 0.03)


@pytest.mark.slow
@pytest.mark.parametrize("partitions", [1, 4])
def test_partitions_are_separate_m_m_1_within_three_percent(partitions: int) -> None:
    found = measured("kafka", f"consumers = {partitions}\npartitions = {partitions}", 14.0 * partitions, 600_000)
    check(found, theory.m_m_1(14.0, SERVICE_S), 0.03, parts=partitions)
