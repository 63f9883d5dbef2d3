"""`python load.py [--port 8000]`: send what the scenario's clients sent, and say how it went."""

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from simulator.reality.project.clients import Attempt, Group, Row
from simulator.reality.project.driving import Driven, drive


class Recorded:
    """Rows from load.json; users who wait for answers begin again at the first row when they have had the last."""

    def __init__(self, rows: Sequence[Sequence[Any]], *, is_endless: bool) -> None:
        self._rows = [Row(*row) for row in rows]
        self._is_endless = is_endless

    def first(self, n: int) -> Row | None:
        """The n-th."""
        if not self._is_endless and n >= len(self._rows):
            return None
        return self._rows[n % len(self._rows)]

    def again(self, n: int, row: Row, attempt: int) -> Row:
        """The times of another request of the same path."""
        others = (self._rows[(n + attempt + step) % len(self._rows)] for step in range(len(self._rows)))
        return next((other for other in others if other.path == row.path), row)


def main() -> None:
    """Drive the server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    plan = json.loads(Path(__file__).with_name("load.json").read_text(encoding="utf-8"))
    groups = [
        Group(rows=Recorded(group.pop("rows"), is_endless=bool(group["users"])), **group) for group in plan["groups"]
    ]
    limits = {name: plan[name] for name in ("duration_s", "drain_s", "says_origin")}
    report(drive(("127.0.0.1", port), groups, **limits), plan["duration_s"], plan["warm_up_s"])


def report(driven: Driven, duration_s: float, warm_up_s: float) -> None:
    """Print outcomes, throughput and response times of what was sent after the warm-up."""
    sent = [each for each in driven.attempts if (each.sent - driven.origin) / 1e9 >= warm_up_s]
    for outcome, count in Counter(each.outcome for each in sent).most_common():
        print(f"{outcome:12} {count:8}")
    times = sorted((each.finished - each.sent) / 1e6 for each in sent if each.outcome == "completed")
    if not times:
        print("no answer came")
        return
    print(f"throughput   {len(times) / (duration_s - warm_up_s):8.1f} per second")
    print(f"mean         {math.fsum(times) / len(times):8.1f} ms")
    for percent in (50, 95, 99):
        print(f"p{percent}          {times[min(len(times) - 1, len(times) * percent // 100)]:8.1f} ms")
    for worker, count in Counter(_worker(each) for each in sent if each.report).most_common():
        print(f"process {worker:>8} answered {count}")


def _worker(attempt: Attempt) -> str:
    return attempt.report.split(b" ")[0].decode()


if __name__ == "__main__":
    main()
