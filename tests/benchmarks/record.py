"""A long record: how long a look at any instant of it takes, and what it weighs."""

import resource
import sys
from pathlib import Path
from random import Random
from time import process_time

from simulator.model import System
from simulator.scenario import parse

_SERVER = """
format = 1
name = "A long day"
[run]
duration = "100000s"
seed = 1
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 1000
network = "1ms"
routes = { "/professor" = 1 }
[server]
workers = 4
[[routes]]
path = "/professor"
handler = "async"
steps = [{ cpu = "500us" }, { io = "exponential(20ms)" }, { cpu = "500us" }]
"""
_SLICE_S, _LOOKS = 10.0, 500
_KIB = 1024


class Long:
    """A traced run of so many transitions."""

    def __init__(self, transitions: int) -> None:
        self._system = System(parse(_SERVER, "day.toml", Path()), seed=1, trace=True, endless=True)
        assert self._system.trace is not None, "it is traced"
        self._trace = self._system.trace
        before = _memory()
        while self._trace.count < transitions:
            self._system.run_until(self._system.now_s + _SLICE_S)
        self.count = self._trace.count
        self.requests = self._system.record.requests.count
        self.bytes_each = (_memory() - before) / self.count
        """All that the run keeps: rows of transitions and of requests, keyframes, samples."""

    def looks_ms(self) -> list[float]:
        """Processor time of looks at instants all over the past, each far from the one before."""
        random, looks = Random(1), []
        for _ in range(_LOOKS):
            time_ns = random.randrange(self._system.now_ns)
            begun = process_time()
            self._trace.at(time_ns)
            looks.append((process_time() - begun) * 1000)
        return looks


def _memory() -> int:
    """Bytes that the process takes now; where that cannot be read, the most it ever took."""
    status = Path("/proc/self/statm")
    if status.is_file():
        return int(status.read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * _KIB
