"""How fast messages go through publishing, queue and consumers, beside a textbook SimPy `Store` in the same run.

    python -m tests.benchmarks.broker [--messages N] [--runs N]

Prints a table and ends with 1 where a target is missed. Times are processor time of this process, model and textbook
in turns; ratios are those of the medians.
"""

import argparse
import gc
import random
import sys
from collections.abc import Callable, Generator
from statistics import median
from time import process_time
from typing import Any

import simpy

from simulator.model import System
from simulator.record import MessageOutcome
from simulator.scenario import Scenario, parse

SLOTS = 8
SERVICE_S = 0.02
BATCH = 100
"""Messages a request, so that requests cost little beside them."""
RATE = 0.85 * SLOTS / SERVICE_S / BATCH
LEAST_RATIOS = {"rabbitmq": 2.0, "kafka": 1.5}
"""A log remembers what was delivered and is not committed; a Store forgets it."""
_COMPLETED = int(MessageOutcome.COMPLETED)
MOST_GROWTH = 1.15
WAITING = 100_000
SCENARIO = """
format = 1
name = "benchmark"
[run]
duration = "{duration}s"
sample_every = "10s"
[[clients]]
name = "open"
{arrivals}
keep_alive = false
[[routes]]
path = "/"
handler = "async"
steps = [{{ enqueue = "work", count = {batch} }}]
[broker]
kind = "{kind}"
consumers = {slots}
{more}
[[tasks]]
name = "work"
steps = [{{ io = "exponential(20ms)" }}]
"""


def scenario(kind: str, messages: int, *, at_once: bool = False) -> Scenario:
    """One that gets about so many messages; `at_once`: all in its first instant, and time to execute them all."""
    partitions = f"partitions = {SLOTS}" if kind == "kafka" else "prefetch = 1\nconcurrency = 1"
    requests = messages // BATCH
    arrivals = (
        f'arrivals = "burst"\nusers = {requests}\nat = "0s"' if at_once else f'arrivals = "poisson"\nrate = {RATE}'
    )
    duration = messages / SLOTS * SERVICE_S * 1.1 if at_once else requests / RATE
    text = SCENARIO.format(duration=duration, arrivals=arrivals, batch=BATCH, kind=kind, slots=SLOTS, more=partitions)
    return parse(text)


def modelled(asked: Scenario) -> int:
    """Run the model; how many messages were completed."""
    system = System(asked, seed=1)
    system.finish()
    return int((system.record.messages.array()["outcome"] == MessageOutcome.COMPLETED).sum())


def row(consumer: int, request: int, times: tuple[float, float, float]) -> tuple[float, ...]:
    """The columns of a message's row in the record, in its order."""
    published, started, finished = times
    instants = (published, started, finished)
    return (0, consumer, _COMPLETED, 1, 1, request, *instants, started - published, finished - started)


def written(messages: int) -> int:
    """Run the textbook, as `textbook` has its servers: a Store, a process a consumer; how many rows it wrote."""
    random.seed(1)
    env = simpy.Environment()
    store = simpy.Store(env)
    rows: list[tuple[float, ...]] = []

    def publish() -> Generator[simpy.Event, Any, None]:
        for request in range(1, messages // BATCH + 1):
            yield env.timeout(random.expovariate(RATE))
            for _ in range(BATCH):
                yield store.put((request, env.now))

    def consume(number: int) -> Generator[simpy.Event, Any, None]:
        while True:
            request, published = yield store.get()
            started = env.now
            yield env.timeout(random.expovariate(1 / SERVICE_S))
            rows.append(row(number, request, (published, started, env.now)))

    for number in range(1, SLOTS + 1):
        env.process(consume(number))
    env.process(publish())
    env.run()
    return len(rows)


def timed(run: Callable[[], int]) -> float:
    """Microseconds of processor time for each message; `run` says how many there were."""
    gc.collect()
    start = process_time()
    count = run()
    return (process_time() - start) / count * 1e6


def speeds(messages: int, runs: int) -> bool:
    """Both kinds of broker beside the textbook."""
    holds = True
    for kind, least in LEAST_RATIOS.items():
        asked = scenario(kind, messages)
        mine, theirs = [], []
        for _ in range(runs):
            mine.append(timed(lambda asked=asked: modelled(asked)))
            theirs.append(timed(lambda: written(messages)))
        ratio = median(theirs) / median(mine)
        holds &= ratio >= least
        print(
            f"{kind:9} {1e6 / median(mine):9,.0f} messages/s, textbook {1e6 / median(theirs):9,.0f}: "
            f"{ratio:.2f} times (at least {least})"
        )
    return holds


def growth(runs: int) -> bool:
    """What a message costs beside how many wait."""
    holds = True
    for kind in ("rabbitmq", "kafka"):
        few, many = (
            median(timed(lambda n=n, kind=kind: modelled(scenario(kind, n, at_once=True))) for _ in range(runs))
            for n in (WAITING // 10, WAITING)
        )
        holds &= many / few <= MOST_GROWTH
        print(
            f"{kind:9} {few:6.2f} us a message with {WAITING // 10:,} waiting, {many:6.2f} with {WAITING:,}: "
            f"{many / few:.2f} times (at most {MOST_GROWTH})"
        )
    return holds


def main() -> int:
    """1 where a target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    holds = [speeds(asked.messages, asked.runs), growth(asked.runs)]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    sys.exit(main())
