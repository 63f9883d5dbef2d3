"""`simulate calibrate`: a scenario from a user's own app, log or AsyncFlow topology."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import AsJson, Debug, Quiet, named

if TYPE_CHECKING:
    from simulator.reality.calibrate.from_log import Assumed, Calibrated


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("calibrate")(calibrate)


def calibrate(
    *,
    app: Annotated[
        str | None, typer.Option(metavar="MODULE:APP", help="An ASGI app in this folder; it is run and asked.")
    ] = None,
    routes: Annotated[
        list[str] | None,
        typer.Option("--route", metavar="PATH[=WEIGHT]", help="Of --app, asked with GET. May be repeated."),
    ] = None,
    rate: Annotated[
        float | None, typer.Option(metavar="R", help="Requests per second in the scenario of --app.", min=1e-6)
    ] = None,
    log: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", parser=named, help="Access log, CSV or JSON lines, k6, Locust, OpenTelemetry; gzip too."
        ),
    ] = None,
    asyncflow: Annotated[
        Path | None, typer.Option(metavar="FILE", parser=named, help="An AsyncFlow topology, YAML.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", parser=named, help="The scenario to write; without it, it is printed."),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", parser=named, help="The fits as a picture, .png or .svg.")
    ] = None,
    replay: Annotated[
        bool, typer.Option("--replay", metavar="", help="Send at the log's own instants, not at their rate.")
    ] = False,
    handler: Annotated[
        str | None, typer.Option(metavar="KIND", help="async, threadpool or blocking: what no log tells.")
    ] = None,
    cpu_share: Annotated[
        str | None, typer.Option(metavar="PERCENT", help='Of a response time, what computes: "20%".')
    ] = None,
    workers: Annotated[int | None, typer.Option(metavar="N", help="Of the server that wrote the log.", min=1)] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="WHAT=NAME", help="path, time, response, status or cpu of a CSV or JSON log."),
    ] = None,
    as_json: AsJson = False,
    progress_lines: Annotated[bool, typer.Option("--progress-lines", metavar="", hidden=True)] = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Write a scenario from a log or a topology; what it cannot tell is marked as assumed."""
    from simulator.cli.extras import needs_reality  # noqa: PLC0415
    from simulator.errors import SimulatorError  # noqa: PLC0415
    from simulator.reality.calibrate import plot as plotting  # noqa: PLC0415

    if sum(source is not None for source in (app, log, asyncflow)) != 1:
        raise SimulatorError("calibrate: give one of --app, --log and --asyncflow")
    if as_json and out is None:
        raise SimulatorError("--json: needs --out FILE; else the scenario itself is printed")
    if replay and out is None:
        raise SimulatorError("--replay: needs --out FILE, beside which the instants are written")
    if plot is not None:
        plotting.check(plot)
    has_files = out is not None
    if app is not None:
        needs_reality("calibrate --app")
        made = _from_app(app, _weights(routes), rate, has_files=has_files, is_quiet=quiet, is_read=progress_lines)
    elif log is not None:
        made = _from_log(
            log,
            _assumed(handler, cpu_share, workers),
            _given(fields),
            replays=replay,
            has_files=has_files,
            is_quiet=as_json,
        )
    else:
        from simulator.reality.calibrate.asyncflow import from_asyncflow  # noqa: PLC0415

        assert asyncflow is not None, "one was given"
        made = from_asyncflow(asyncflow)
    if plot is not None:
        _plot(made, plot)
    _give(made, out, is_quiet=quiet, is_read=as_json)
    raise typer.Exit(Exit.DONE)


def _weights(routes: list[str] | None) -> dict[str, float]:
    from simulator.errors import SimulatorError  # noqa: PLC0415

    if not routes:
        raise SimulatorError("calibrate --app: needs --route PATH, at least one")
    weights: dict[str, float] = {}
    for route in routes:
        path, _, weight = route.rpartition("=") if "=" in route else (route, "", "1")
        try:
            weights[path] = float(weight)
        except ValueError as error:
            raise SimulatorError(f"--route: must be PATH or PATH=WEIGHT, got {route}") from error
        if not path.startswith("/") or not 0 < weights[path] <= 1e9:  # noqa: PLR2004  # as a scenario's weights
            raise SimulatorError(f"--route: must be a path that begins with /, and a weight above 0, got {route}")
    return weights


def _from_app(
    app: str, weights: dict[str, float], rate: float | None, *, has_files: bool, is_quiet: bool, is_read: bool
) -> "Calibrated":
    from simulator.cli.interrupts import Interrupts  # noqa: PLC0415
    from simulator.cli.progress import progress  # noqa: PLC0415
    from simulator.reality.calibrate.from_app import from_app, measure_app  # noqa: PLC0415
    from simulator.reality.machine import measure  # noqa: PLC0415
    from simulator.scenario import HttpKind, LoopKind  # noqa: PLC0415

    with Interrupts() as interrupts, progress(is_quiet=is_quiet, doing="measuring", is_read=is_read) as shown:
        advance = interrupts.watched(shown)
        machine = measure(LoopKind.ASYNCIO, HttpKind.H11, advance=lambda share: advance(share / 2))
        measured = measure_app(app, weights, Path.cwd(), machine, advance=lambda share: advance(0.5 + share / 2))
    return from_app(app, measured, machine, rate=rate, has_files=has_files)


def _from_log(
    log: Path, assumed: "Assumed", given: dict[str, str], *, replays: bool, has_files: bool, is_quiet: bool
) -> "Calibrated":
    from simulator.errors import SimulatorError  # noqa: PLC0415
    from simulator.reality.calibrate.from_log import from_log  # noqa: PLC0415
    from simulator.reality.calibrate.gathering import gathered  # noqa: PLC0415

    seen = gathered(log, given, keeps_instants=replays)
    if replays and not seen.instants:
        raise SimulatorError(f"--replay: {log} has no times")
    if seen.unread and not is_quiet:
        print(f"{seen.unread:,} of {seen.lines:,} lines could not be read, such as", file=sys.stderr)
        for each in seen.shown:
            print(f"  {each}", file=sys.stderr)
    return from_log(seen, log, assumed, replays=replays, has_files=has_files)


def _assumed(handler: str | None, cpu_share: str | None, workers: int | None) -> "Assumed":
    from dataclasses import replace  # noqa: PLC0415

    from simulator.errors import SimulatorError  # noqa: PLC0415
    from simulator.reality.calibrate.from_log import Assumed  # noqa: PLC0415
    from simulator.scenario import HandlerKind  # noqa: PLC0415

    assumed = Assumed()
    given: set[str] = set()
    if handler is not None:
        if handler not in list(HandlerKind):
            raise SimulatorError(f"--handler: must be {', '.join(HandlerKind)}, got {handler}")
        assumed, given = replace(assumed, handler=HandlerKind(handler)), given | {"handler"}
    if cpu_share is not None:
        assumed, given = replace(assumed, cpu_share=_share(cpu_share)), given | {"cpu_share"}
    if workers is not None:
        assumed, given = replace(assumed, workers=workers), given | {"workers"}
    return replace(assumed, given=frozenset(given))


def _share(text: str) -> float:
    from simulator.errors import SimulatorError  # noqa: PLC0415

    try:
        share = float(text.removesuffix("%")) / 100
    except ValueError:
        share = -1.0
    if not text.endswith("%") or not 0 <= share <= 1:
        raise SimulatorError(f'--cpu-share: must be a percentage such as "20%", got {text}')
    return share


_WHAT = ("path", "time", "response", "status", "cpu")


def _given(fields: list[str] | None) -> dict[str, str]:
    from simulator.errors import SimulatorError  # noqa: PLC0415
    from simulator.words import nearest  # noqa: PLC0415

    given: dict[str, str] = {}
    for field in fields or []:
        what, sign, name = field.partition("=")
        if not sign or not name or what not in _WHAT:
            raise SimulatorError(
                f"--field: must be {', '.join(_WHAT)}, = and a name, got {field}{nearest(what, _WHAT)}"
            )
        given[what] = name
    return given


def _plot(made: "Calibrated", path: Path) -> None:
    from simulator.errors import SimulatorError  # noqa: PLC0415
    from simulator.reality.calibrate.plot import plot  # noqa: PLC0415

    if not made.fits:
        raise SimulatorError("--plot: there are no response times to draw")
    plot(made.fits, path)


def _give(made: "Calibrated", out: Path | None, *, is_quiet: bool, is_read: bool) -> None:
    if out is None:
        print(made.text, end="")
        return
    from simulator.reality.calibrate.writing import write  # noqa: PLC0415

    names = write(made, out)
    if is_read:
        from simulator.cli.json_text import json_text  # noqa: PLC0415

        print(json_text({**made.plain(), "written": [str(name) for name in names]}), end="")
    elif not is_quiet:
        for each in made.words:
            print(each)
        print(f"Written: {', '.join(str(name) for name in names)}; run it with: simulate --config {out}")
