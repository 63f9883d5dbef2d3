"""`simulate inspect DIR --request ID`: one request's life, with the cause of each wait in words.

What `--message ID` tells is in `inspect_message`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import Debug
from simulator.errors import ResultsError, SimulatorError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from simulator.record import Record
    from simulator.record.cause import Cause
    from simulator.record.life import Life, Span

WORDS: dict[str, str] = {
    "CONNECTING": "connects",
    "TRAVELLING": "its bytes travel",
    "ACCEPT_QUEUE": "waits in the accept queue",
    "LOOP_QUEUE": "waits for the loop",
    "ON_CPU": "computes",
    "CPU_QUEUE": "waits for the processor",
    "THREAD_QUEUE": "waits for a thread's token",
    "POOL_QUEUE": "waits for a connection of the pool",
    "SERVICE_QUEUE": "waits for a place in the service",
    "IN_IO": "is in I/O",
    "RETURNING": "the answer travels",
    "BACKGROUND": "works on behind its answer",
    "ORPHANED": "goes on without its client",
}
"""What a request does in each stage that lasts."""
_HOLDS = {"ON_CPU": "computes on the loop", "IN_IO": "is in I/O, and blocks the loop"}


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("inspect")(inspect)


def inspect(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="What a run with --out DIR --trace wrote.", show_default=False)
    ],
    *,
    request: Annotated[
        int | None, typer.Option("--request", metavar="ID", help="Its request_id in requests.csv.", show_default=False)
    ] = None,
    message: Annotated[
        int | None, typer.Option("--message", metavar="ID", help="Its message_id in tasks.csv.", show_default=False)
    ] = None,
    replication: Annotated[int, typer.Option(metavar="N", help="Of several replications.", min=1)] = 1,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Tell the life of one request or one message, and why it waited wherever it did."""
    from simulator.cli.screen import print_blocks  # noqa: PLC0415
    from simulator.output.traced import read_traced  # noqa: PLC0415
    from simulator.record.life import life_of  # noqa: PLC0415

    if (request is None) == (message is None):
        raise SimulatorError("give one of --request ID and --message ID")
    try:
        record = read_traced(folder, replication)
    except ResultsError as error:  # nothing was to be written: the folder is the wrong one
        raise SimulatorError(str(error)) from error
    if request is not None:
        _must_be_there("--request", request, record.requests.count, folder)
        print_blocks(list(_blocks(record, life_of(record, request, record.end_ns))))
    elif message is not None:
        from simulator.cli import inspect_message  # noqa: PLC0415  # not asked for

        _must_be_there("--message", message, record.messages.count, folder)
        print_blocks(list(inspect_message.blocks(record, message)))
    raise typer.Exit(Exit.DONE)


def _must_be_there(option: str, number: int, most: int, folder: Path) -> None:
    if not most:
        raise SimulatorError(f"{option}: there are none in {folder}")
    if not 0 < number <= most:
        raise SimulatorError(f"{option}: must be from 1 to {most:,} in {folder}, got {number:,}")


def _blocks(record: "Record", life: "Life") -> Iterator["RenderableType"]:
    from rich.text import Text  # noqa: PLC0415

    yield Text(_heading(record, life), style="bold")
    yield _stages(record, life)
    yield _parts(record, life)


def _heading(record: "Record", life: "Life") -> str:
    from simulator.cli.digits import span  # noqa: PLC0415

    scenario = record.scenario
    row = record.requests.row(life.request_id)
    attempt = f", attempt {row['attempt']} of request {row['first_request_id']}" if row["attempt"] > 1 else ""
    served_by = life.worker or int(row["worker"])  # nothing of it may have lasted there
    worker = f", worker {served_by}" if served_by else ""
    return (
        f"Request {life.request_id} of {scenario.clients[life.client].name}{attempt}: "
        f"{scenario.routes[life.route].path}{worker}, sent at {span(life.sent_ns / 1e9)}, "
        f"{_ending(record, life)}"
    )


def _ending(record: "Record", life: "Life") -> str:
    """How it ended for its client, and where the server goes on behind that, until when."""
    from simulator.cli.digits import time  # noqa: PLC0415
    from simulator.record.requests import Outcome  # noqa: PLC0415

    row, lasts_ns = record.requests.row(life.request_id), _for_the_client_ns(record, life)
    outcome = Outcome(row["outcome"]).name.lower().replace("_", " ")
    status = f" ({row['status']})" if row["status"] else ""
    behind = f"; the server went on until {time(life.length_ns / 1e9)}" if lasts_ns < life.length_ns else ""
    return f"{outcome}{status} after {time(lasts_ns / 1e9)}{behind}"


def _for_the_client_ns(record: "Record", life: "Life") -> int:
    from simulator.record.requests import NEVER  # noqa: PLC0415

    finished = int(record.requests.row(life.request_id)["finished"])
    return life.length_ns if finished == NEVER else min(life.length_ns, finished - life.sent_ns)


def _stages(record: "Record", life: "Life") -> "RenderableType":
    from rich.table import Table  # noqa: PLC0415

    from simulator.cli.digits import time  # noqa: PLC0415
    from simulator.record.cause import causes_of  # noqa: PLC0415

    reasons = {cause.span: cause for cause in causes_of(record, life)}
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("after", "for"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("what")
    table.add_column("where", no_wrap=True)
    table.add_column("why", overflow="fold")
    for number, each in enumerate(life.spans):
        why = reason_of(record, reasons[each]) if each in reasons else _dropped(life, number)
        after, lasts = (each.begin_ns - life.sent_ns) / 1e9, each.length_ns / 1e9
        table.add_row(time(after), time(lasts), _words(each), each.place, why)
    return table


def _words(span: "Span") -> str:
    words = WORDS[span.stage.name]
    return _HOLDS.get(span.stage.name, words) if span.holds_loop else words


def _dropped(life: "Life", number: int) -> str:
    """A request connects again only where nobody answered its SYN: the accept queue was full."""
    is_again = life.spans[number].stage.name == "CONNECTING" and number > 0
    return "the accept queue was full: the SYN was dropped, and is sent again" if is_again else ""


def reason_of(record: "Record", cause: "Cause") -> str:
    """A cause in words."""
    from simulator.cli.digits import time  # noqa: PLC0415
    from simulator.record.cause import Reason  # noqa: PLC0415

    worker = f"worker {cause.worker}" if cause.worker else "the worker"
    if cause.reason in (Reason.HELD, Reason.TURNS):
        does = "blocked" if cause.is_blocking else "held"
        path = record.scenario.routes[cause.blamed_route].path
        blamed = f"request {cause.blamed} ({path}) {does} the loop of {worker} for {time(cause.blamed_ns / 1e9)} of it"
        more = f"; so did {cause.others} more" if cause.others else ""
        return blamed + more
    some = "1 request that goes on there without its client"
    if cause.others > 1:
        some = f"{cause.others} requests that go on there without their clients"
    return {
        Reason.UNTOLD: f"not said in the files: {some} may have held the loop of {worker}",
        Reason.GIL: f"the loop of {worker} waited for the interpreter (GIL) or a core",
        Reason.ABSENT: "no worker was ready to accept it",
        Reason.RESERVED: "connections of a burst wait for the worker that accepted last",
        Reason.THREADS: f"all threads of {worker} were taken",
        Reason.PROCESSOR: "others had the interpreter (GIL) or the cores",
        Reason.POOL: f"all connections in the pool of {worker} were taken",
        Reason.SERVICE: "the service works on no more at once",
    }[cause.reason]


def _parts(record: "Record", life: "Life") -> "RenderableType":
    from simulator.cli.digits import time  # noqa: PLC0415
    from simulator.cli.screen import facts  # noqa: PLC0415

    table = facts()
    for part, spent in life.parts.items():
        if spent:
            table.add_row(part, time(spent / 1e9))
    table.add_row("in all", time(_for_the_client_ns(record, life) / 1e9))
    return table
