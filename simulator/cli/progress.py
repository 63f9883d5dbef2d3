"""How far a run has come, on stderr, and only where somebody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(*, is_quiet: bool, doing: str = "simulating", is_read: bool = False) -> Iterator[Callable[[float], None]]:
    """A function that shows the share that is done, 0..1; the bar goes when the run is over.

    Where a program reads it (`is_read`) there is a line for each.
    """
    if is_read:
        yield _line
        return
    if is_quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    # A twentieth of a second that only a terminal is worth.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn(doing), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda share: bar.update(task, completed=share)


def _line(share: float) -> None:
    print(f"progress {share:.3f}", file=sys.stderr, flush=True)
