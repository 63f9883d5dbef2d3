"""What the window costs: start, frames with a crowd in flight, slider and rewind to picture, look-ups in a long record.

    python -m tests.benchmarks.window            # on the screen there is (Xvfb: xvfb-run -a python -m ...)
    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.window --in-flight 5000 --size 2560x1440

Prints a table with the targets. Charts, timeline and parameters are live; everything happens in the real window.
Beside the wall time stands the processor time, which other work on the machine changes little.
"""

import argparse
import os

from tests.benchmarks.figures import show, tell
from tests.benchmarks.record import Long
from tests.benchmarks.start import Start, starts

_FRAMES, _STARTS, _TRANSITIONS = 600, 7, 8_000_000


def main() -> None:
    """Measure, and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--frames", type=int, default=_FRAMES)
    arguments.add_argument("--starts", type=int, default=_STARTS)
    arguments.add_argument("--size", default="1440x900")
    arguments.add_argument("--in-flight", type=int, nargs="*", default=(1000, 5000))
    arguments.add_argument("--rate", type=float, default=522.0, help="requests a second, of all clients together")
    arguments.add_argument("--transitions", type=int, default=_TRANSITIONS, help="0: no long record")
    asked = arguments.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if asked.starts:
        _show_starts(starts(asked.starts))
    size = tuple(int(part) for part in asked.size.split("x"))
    if asked.in_flight:
        _show_frames(asked.in_flight, asked.rate, asked.frames, size)
    if asked.transitions:
        _show_record(asked.transitions)


def _show_starts(measured: list[Start]) -> None:
    show("start to first picture, ms", [each.wall_ms for each in measured], 600.0)
    show("    processor time of it, ms", [each.processor_ms for each in measured])


def _show_frames(crowds: list[int], rate: float, frames: int, size: tuple[int, ...]) -> None:
    # Loaded no sooner: the start is measured before.
    from tests.benchmarks.crowd import Bench  # noqa: PLC0415

    bench = Bench(size)
    print(f"{bench.charts} charts are shown")
    for crowd in crowds:
        bench.fill(crowd, rate)
        for speed in (1.0, 0.2):
            measured = bench.frames(frames, speed)
            show(f"frame interval at {speed:g}x, ms ({measured.in_flight} in flight)", measured.intervals_ms, 22.0, 95)
            show("    the same", measured.intervals_ms, 34.0, 99)
            tell(f"    {measured.per_s:.1f} frames/s, {measured.processor_ms:.1f} ms of processor time a frame")
        show("parameter change to picture, ms", bench.changes(), 30.0, 95)
        show("slider key to picture, ms", bench.slider(), 30.0, 95)
        show("rewind drag to picture, ms", bench.drags(), 50.0, 95)


def _show_record(transitions: int) -> None:
    record = Long(transitions)
    show(f"at(t) after {record.requests:,} requests, ms", record.looks_ms(), 1.0, 95)
    tell(f"memory a transition, bytes ({record.count:,} transitions): {record.bytes_each:.1f}", record.bytes_each, 60.0)


if __name__ == "__main__":
    main()
