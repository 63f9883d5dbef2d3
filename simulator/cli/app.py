"""The commands of `simulate` and their options; what they do is imported where it is done, so that --help is quick."""

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli import (
    calibrate,
    capacity,
    compare,
    explain,
    export_app,
    gui,
    inspect,
    lesson,
    machine,
    plan,
    reality,
    sweep,
    verify,
)
from simulator.cli.options import Cluster, Jobs, Language, named
from simulator.cli.scenario_commands import register
from simulator.errors import SimulatorError

app = typer.Typer(
    name="simulate",
    help="Simulate how requests flow through a Python web server, from a scenario file.",
    epilog="Begin with: simulate --config 01_blocking",
    pretty_exceptions_enable=False,
)
register(app)
for command in (
    explain,
    inspect,
    sweep,
    plan,
    capacity,
    compare,
    verify,
    lesson,
    reality,
    machine,
    export_app,
    calibrate,
    gui,
):
    command.register(app)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version  # noqa: PLC0415  # rarely asked

        typer.echo(f"vazao {version('vazao')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def simulate(
    context: typer.Context,
    *,
    config: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="A scenario file, a bundled scenario's name, or - for standard input."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=named, help="Write the result files here; without it nothing is written."),
    ] = None,
    seed: Annotated[int | None, typer.Option(metavar="N", help="In place of run.seed.")] = None,
    duration: Annotated[str | None, typer.Option(metavar="T", help='In place of run.duration: "90s", "2min".')] = None,
    replications: Annotated[int | None, typer.Option(metavar="N", help="In place of run.replications.")] = None,
    assignments: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change any key: server.workers=4. May be repeated."),
    ] = None,
    until_precise: Annotated[
        str | None,
        typer.Option(metavar="PERCENT", help='Add replications until mean and p95 are known within this: "2%".'),
    ] = None,
    at_most: Annotated[
        int | None, typer.Option(metavar="N", help="Replications with --until-precise; 1000, if not given.")
    ] = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    trace: Annotated[
        bool, typer.Option("--trace", metavar="", help="Write trace.csv too, every change of stage.")
    ] = False,
    parquet: Annotated[
        bool, typer.Option("--parquet", metavar="", help="Write the rows as Parquet too (extra: parquet).")
    ] = False,
    perfetto: Annotated[
        Path | None,
        typer.Option(metavar="FILE", parser=named, help="Write the first replication for the Perfetto viewer."),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", parser=named, help="Write a report, one HTML file.")
    ] = None,
    language: Language = "en",
    no_requests: Annotated[
        bool, typer.Option("--no-requests", metavar="", help="Leave requests.csv out; percentiles are within 0.5 %.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", metavar="", help="No table and no progress bar.")] = False,
    debug: Annotated[bool, typer.Option("--debug", metavar="", help="Show the traceback of an error.")] = False,  # noqa: ARG001  # entry.py looks for it
    version: Annotated[  # noqa: ARG001  # its callback has answered
        bool, typer.Option("--version", metavar="", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Run a scenario, or one of the commands."""
    if context.invoked_subcommand is not None:
        if config is not None:
            raise SimulatorError(f"{context.invoked_subcommand}: goes without --config")
        return
    if config is None:
        raise SimulatorError("nothing to run: give --config FILE, or a command; simulate --help shows them")
    for name, is_given in (("--trace", trace), ("--parquet", parquet), ("--no-requests", no_requests)):
        if is_given and out is None:
            raise SimulatorError(f"{name}: needs --out DIR, the folder to write into")
    from simulator.cli.asked import Asked  # noqa: PLC0415
    from simulator.cli.run import run  # noqa: PLC0415

    values = {"run.seed": seed, "run.duration": duration, "run.replications": replications}
    asked = Asked(
        config=config,
        assignments=(*(assignments or ()), *(f"{key}={value}" for key, value in values.items() if value is not None)),
        out=out,
        has_requests=not no_requests,
        has_trace=trace,
        has_parquet=parquet,
        perfetto=perfetto,
        report=report,
        language=language,
        is_quiet=quiet,
        jobs=jobs,
        cluster=cluster,
        until_precise=until_precise,
        at_most=at_most,
    )
    raise typer.Exit(run(asked))
