"""How fast and how small the model is, beside a textbook SimPy model of the same servers in the same run.

    python -m tests.benchmarks.engine [--requests N] [--runs N] [--streamed N]

Prints a table and ends with 1 where a target is missed. Times are processor time of this process, model and textbook
in turns, so that what else the machine does touches both; ratios are those of the medians.
"""

import argparse
import gc
import resource
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import process_time

from simulator.model import System
from simulator.record.requests import BLOCK_ROWS, ROW_BYTES
from simulator.scenario import Scenario, parse
from simulator.statistics import StreamedTally
from tests.benchmarks import textbook

WORKERS = 4
SCENARIO = """
format = 1
name = "benchmark"
[run]
duration = "{duration}s"
sample_every = "10s"
[[clients]]
name = "open"
arrivals = "poisson"
rate = {rate}
keep_alive = false
[server]
workers = {workers}
loop = "uvloop"
backlog = 1_000_000  # nobody is turned away: queues are to be long
somaxconn = 1_000_000
[[routes]]
path = "/"
handler = "{handler}"
steps = [{{ cpu = "1ms" }}, {{ io = "exponential(20ms)" }}, {{ cpu = "1ms" }}]
"""


@dataclass(frozen=True)
class Pipeline:
    """A server, its load, and how many times faster than the textbook it has to be."""

    handler: str
    rate: float
    textbook: type[textbook.BlockingServer] | type[textbook.AsyncServer]
    least_ratio: float


PIPELINES = (
    Pipeline("blocking", 150, textbook.BlockingServer, 3.0),
    Pipeline("async", 1200, textbook.AsyncServer, 4.5),
)
MOST_WAITING_BYTES, MOST_ROW_BYTES, MOST_STREAMED_BYTES = 600, 130, 1
MOST_GROWTH = 1.10
LENGTHS = (10_000, 100_000, 1_000_000)
FEWEST = 200_000
"""Requests that a length is timed with, in as many runs as that takes: one short run alone is off by a tenth."""


def scenario(handler: str, rate: float, requests: int, workers: int = WORKERS) -> Scenario:
    """A pipeline that gets about so many requests."""
    return parse(SCENARIO.format(duration=requests / rate, rate=rate, workers=workers, handler=handler))


def timed(run: Callable[[], int]) -> float:
    """Microseconds of processor time for each request; `run` says how many there were."""
    gc.collect()
    start = process_time()
    count = run()
    return (process_time() - start) / count * 1e6


def modelled(asked: Scenario) -> int:
    """Run the model; how many requests it had."""
    system = System(asked, seed=1)
    system.finish()
    return system.record.requests.count


def written(pipeline: Pipeline, requests: int) -> int:
    """Run the textbook; how many rows it wrote."""
    return len(textbook.run(pipeline.textbook, WORKERS, pipeline.rate, requests))


def speeds(requests: int, runs: int) -> bool:
    """Both pipelines beside the textbook."""
    holds = True
    for pipeline in PIPELINES:
        asked = scenario(pipeline.handler, pipeline.rate, requests)
        times: dict[str, list[float]] = {"model": [], "textbook": []}
        for _ in range(runs):
            times["model"].append(timed(lambda asked=asked: modelled(asked)))
            kind, rate = pipeline.textbook, pipeline.rate
            times["textbook"].append(
                timed(lambda kind=kind, rate=rate: len(textbook.run(kind, WORKERS, rate, requests)))
            )
        mine, theirs = median(times["model"]), median(times["textbook"])
        holds &= theirs / mine >= pipeline.least_ratio
        print(
            f"{pipeline.handler:9} {1e6 / mine:9,.0f} requests/s, textbook {1e6 / theirs:9,.0f}: "
            f"{theirs / mine:.2f} times (at least {pipeline.least_ratio})"
        )
    return holds


def sizes(requests: int) -> bool:
    """Bytes of a finished request, and of one that waits (its row's place counted apart)."""
    finished = bytes_each("blocking", 150, WORKERS, requests)
    # One worker that can hardly begin: all wait.
    waiting = bytes_each("blocking", 1e6, 1, requests) - ROW_BYTES
    print(f"finished  {finished:9.0f} bytes a request (below {MOST_ROW_BYTES})")
    print(f"waiting   {waiting:9.0f} bytes a request (below {MOST_WAITING_BYTES})")
    return finished < MOST_ROW_BYTES and waiting < MOST_WAITING_BYTES


def bytes_each(handler: str, rate: float, workers: int, requests: int) -> float:
    """Bytes that each further request leaves allocated, before the run is closed."""
    short, long = (allocated(scenario(handler, rate, length, workers)) for length in (requests, 2 * requests))
    return (long[0] - short[0]) / (long[1] - short[1])


def allocated(asked: Scenario) -> tuple[int, int]:
    """Bytes, and requests sent, at the end of a run that is not closed."""
    gc.collect()
    tracemalloc.start()
    system = System(asked, seed=1)
    system.run_until(asked.run.duration)
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    table = system.record.requests
    unused = len(table.blocks) * BLOCK_ROWS - table.count
    return size - unused * ROW_BYTES, table.count


def streamed(requests: int) -> bool:
    """Growth of this process over the last three quarters of a run that keeps no rows (`--no-requests`)."""
    asked = scenario("blocking", 150, requests)
    reader = StreamedTally(asked)
    system = System(asked, seed=1, stream=reader)
    reader.newly_sent = system.ledger.newly_sent
    system.run_until(asked.run.duration / 4)
    count, peak = system.record.requests.count, peak_bytes()
    system.finish()
    reader.closed(system.record)
    grown = (peak_bytes() - peak) / (system.record.requests.count - count)
    print(f"streamed  {grown:9.2f} bytes a request in a run of {requests:,} (below {MOST_STREAMED_BYTES})")
    return grown < MOST_STREAMED_BYTES


def peak_bytes() -> int:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def growth(runs: int) -> bool:
    """Time for each request as runs get longer, at 82 % of what the workers can do and at twice that."""
    holds = True
    for name, rate in (("steady", 150.0), ("overload", 2 * WORKERS / 0.022)):
        run = {length: partial(modelled, scenario("blocking", rate, length)) for length in LENGTHS}
        times = {length: median(timed(run[length]) for _ in range(max(runs, FEWEST // length))) for length in LENGTHS}
        ratio = times[LENGTHS[-1]] / times[LENGTHS[0]]
        holds &= ratio <= MOST_GROWTH
        told = ", ".join(f"{length:,}: {time:.2f} us" for length, time in times.items())
        print(f"{name:9} {told}: {ratio:.2f} times from first to last (at most {MOST_GROWTH})")
    return holds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--requests", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--streamed", type=int, default=4_000_000)
    asked = parser.parse_args()
    verdicts = [
        streamed(asked.streamed),  # first: what others needed would hide its growth
        speeds(asked.requests, asked.runs),
        sizes(asked.requests // 2),
        growth(asked.runs),
    ]
    print("all targets hold" if all(verdicts) else "a target is missed")
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
