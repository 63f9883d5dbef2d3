"""Who uses the processors: this program and its children, or others."""

import resource
from dataclasses import dataclass
from pathlib import Path
from time import monotonic


@dataclass(frozen=True)
class ProcessorTimes:
    """Seconds so far, over all processors."""

    wall_s: float
    all_s: float
    idle_s: float
    own_s: float
    """Of this program and of its children that have ended."""


def processor_times() -> ProcessorTimes:
    """Now; all of it is idle where the system does not say."""
    own = sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )
    try:
        words = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    except OSError:
        return ProcessorTimes(monotonic(), 0.0, 0.0, own)
    ticks = [int(word) / 100 for word in words]
    return ProcessorTimes(monotonic(), sum(ticks), ticks[3] + ticks[4], own)


def others_share(before: ProcessorTimes, after: ProcessorTimes) -> float:
    """Share of all processors that neither idled nor worked for this program; its children must have ended."""
    whole = after.all_s - before.all_s
    if whole <= 0:
        return 0.0
    others = whole - (after.idle_s - before.idle_s) - (after.own_s - before.own_s)
    return min(1.0, max(0.0, others / whole))
