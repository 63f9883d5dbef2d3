"""Which worker each of uvicorn's processes was, read from what it said: who comes in another's place has its number."""

import re
from collections.abc import Container, Iterator
from heapq import heappop, heappush

_STARTED = b"Started server process"
_HAPPENED = re.compile(
    rb"(Started server process|Finished server process|Terminated child process|Child process) \[(\d+)\](?! failed)"
)


def worker_numbers(said: bytes, workers: int, leaving_out: Container[int] = ()) -> dict[int, int]:
    """Numbers from 1 by process, in order of starting; the first `workers` are there from the beginning.

    A process that ends leaves its number to the next one that starts, or, in a rolling restart, to the one that started
    before it ended; where nobody ends, a process is one more. Those of `leaving_out` were never there.
    """
    numbers: dict[int, int] = {}
    free: list[int] = []
    waiting: list[int] = []
    for process, is_start in _life(said, leaving_out):
        if is_start and len(numbers) < workers:
            numbers[process] = len(numbers) + 1
        elif is_start and free:
            numbers[process] = heappop(free)
        elif is_start:
            waiting.append(process)
        elif process in numbers and waiting:
            numbers[waiting.pop(0)] = numbers[process]
        elif process in numbers:
            heappush(free, numbers[process])
    more = enumerate(waiting, max(numbers.values(), default=0) + 1)
    return numbers | {process: number for number, process in more}


def _life(said: bytes, leaving_out: Container[int]) -> Iterator[tuple[int, bool]]:
    """Processes as they start, and as they end."""
    ended: set[int] = set()
    for happened, number in _HAPPENED.findall(said):
        process, is_start = int(number), happened == _STARTED
        if process in leaving_out or process in ended:
            continue
        if not is_start:
            ended.add(process)
        yield process, is_start
