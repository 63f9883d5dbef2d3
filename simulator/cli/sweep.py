"""`simulate sweep`: a scenario at many points, to one table."""

# ruff: noqa: PLC0415  # --help waits for nothing
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.cli.exits import Exit
from simulator.cli.options import Assignments, Cluster, Config, Debug, Jobs, named
from simulator.cli.where import executor_of
from simulator.errors import ScenarioError, SimulatorError

if TYPE_CHECKING:
    from simulator.experiment.store import Store
    from simulator.experiment.sweep import Row, Sweep
    from simulator.experiment.sweep_table import SweepTable
    from simulator.output.folder import ResultsFolder

MANY_RUNS = 10_000
LONG_S = 3600.0
"""More runs, or more wall time, want --yes."""
_MOST_SAMPLES = 1_000_000


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("sweep")(sweep)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    out: Path | None
    plot: Path | None
    show: str
    jobs: int | None
    cluster: str | None
    yes: bool
    quiet: bool


def sweep(
    *,
    config: Config,
    vary: Annotated[
        list[str],
        typer.Option(metavar="KEY=VALUES", help="server.workers=1,2,4 or 1..32 or 10ms..200ms:5. May be repeated."),
    ],
    samples: Annotated[
        int | None, typer.Option(metavar="N", help="So many points of a Latin hypercube in place of the grid.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", parser=named, help="Write sweep.csv here; an interrupted sweep goes on from what is here."
        ),
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", parser=named, help="Draw lines (one key) or a heat map (two): .png or .svg."),
    ] = None,
    show: Annotated[
        str, typer.Option(metavar="FIGURE", help="What --plot draws: mean, p50 .. p99, throughput, errors, ...")
    ] = "p95",
    seed: Annotated[
        int | None, typer.Option(metavar="N", help="In place of run.seed; the same at every point.")
    ] = None,
    duration: Annotated[str | None, typer.Option(metavar="T", help="In place of run.duration.")] = None,
    replications: Annotated[int | None, typer.Option(metavar="N", help="Of every point.")] = None,
    assignments: Assignments = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    yes: Annotated[bool, typer.Option("--yes", help="Begin however many runs it is.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No table and no progress bar.")] = False,
    debug: Debug = False,  # noqa: ARG001  # entry.py looks for it
) -> None:
    """Run a scenario at many points with common random numbers: every combination, or a sample of them."""
    from simulator.cli.asked import Asked, scenario_of
    from simulator.experiment.sweep import Sweep
    from simulator.experiment.varying import parse_all

    values = {"run.seed": seed, "run.duration": duration, "run.replications": replications}
    given = (*(assignments or ()), *(f"{key}={value}" for key, value in values.items() if value is not None))
    scenario, is_drawn = scenario_of(Asked(config=config, assignments=given))
    wanted = Sweep(scenario=scenario, varied=parse_all(vary, scenario), samples=_checked(samples))
    asked = _Asked(out=out, plot=plot, show=show, jobs=jobs, cluster=cluster, yes=yes, quiet=quiet)
    if plot is not None:
        from simulator.experiment import sweep_plot

        sweep_plot.check(plot, show, wanted.keys)
    _Sweeping(asked, wanted, is_drawn=is_drawn).run()


def _checked(samples: int | None) -> int | None:
    if samples is not None and not 1 <= samples <= _MOST_SAMPLES:
        raise SimulatorError(f"--samples: must be 1 to {_MOST_SAMPLES:,}, got {samples}")
    return samples


class _Sweeping:
    """One call."""

    def __init__(self, asked: _Asked, sweep: "Sweep", *, is_drawn: bool) -> None:
        self._asked = asked
        self._sweep = sweep
        self._is_drawn = is_drawn
        self._rows: list[Row] = []

    def run(self) -> None:
        """Raises typer.Exit with the code."""
        count = self._sweep.run_count
        if not self._asked.yes:
            _refuse_many(self._sweep, self._asked.jobs)
        with ExitStack() as stack:
            folder, store = self._opened(stack)
            try:
                self._finish(store)
            except SystemExit as stop:
                # Ctrl+C or SIGTERM. What is kept goes on with the same command.
                print(f"interrupted: {self._kept(store, count)}", file=sys.stderr)
                raise typer.Exit(int(stop.code or 0)) from stop
            table = self._table()
            if folder is not None and store is not None:
                self._write(folder, store, table)
        self._show(table)
        raise typer.Exit(Exit.NO if table.failed else Exit.DONE)

    def _opened(self, stack: ExitStack) -> "tuple[ResultsFolder | None, Store | None]":
        if self._asked.out is None:
            return None, None
        from simulator.experiment.store import NAME, Store
        from simulator.output.folder import ResultsFolder

        folder = stack.enter_context(ResultsFolder(self._asked.out))
        store = stack.enter_context(Store(self._asked.out / NAME))
        if self._is_drawn:
            self._sweep = self._sweep.with_seed(store.seed(self._sweep.with_seed(None).scenario, self._sweep.seed))
        return folder, store

    def _finish(self, store: "Store | None") -> None:
        from simulator.cli.progress import progress
        from simulator.experiment.sweep import sweep_rows

        count = self._sweep.run_count
        with (
            executor_of(self._asked.jobs, self._asked.cluster) as executor,
            progress(is_quiet=self._asked.quiet) as advance,
        ):
            for row in sweep_rows(self._sweep, executor, store=store):
                self._rows.append(row)
                advance(len(self._rows) / count)

    def _kept(self, store: "Store | None", count: int) -> str:
        if store is None:
            return f"{len(self._rows):,} of {count:,} runs were finished, nothing is kept: with --out DIR they would be"
        # The last of them may have been kept, and its row not yet taken.
        done = store.added + sum(not row.is_new for row in self._rows)
        if not done:
            return "nothing was finished, nothing is kept"
        return f"{done:,} of {count:,} runs are kept in {self._asked.out}; the same command goes on from there"

    def _table(self) -> "SweepTable":
        from simulator.experiment.sweep_table import SweepTable

        if all(row.is_refused for row in self._rows):
            raise ScenarioError(f"--vary: no point is a scenario: {self._rows[0].finished.error}")
        return SweepTable.of(self._sweep.keys, self._rows)

    def _write(self, folder: "ResultsFolder", store: "Store", table: "SweepTable") -> None:
        from simulator.output.inputs import Inputs

        inputs = Inputs(self._sweep.scenario)
        folder.write("sweep.csv", table.as_csv().encode())
        for name, data in inputs.files.items():
            folder.write(name, data)
        folder.write("scenario.toml", inputs.text(self._sweep.replications).encode())
        folder.commit()
        store.remove()

    def _show(self, table: "SweepTable") -> None:
        asked = self._asked
        if asked.plot is not None:
            from simulator.experiment import sweep_plot

            sweep_plot.plot(table, self._sweep.scenario.title("en"), asked.show, asked.plot)
        if asked.quiet:
            return
        from simulator.cli.sweep_table import show

        show(table, self._sweep, is_seed_drawn=self._is_drawn)
        if asked.out is not None:
            print(f"\nWritten to {asked.out}: sweep.csv, scenario.toml")
        if asked.plot is not None:
            print(f"Drawn: {asked.plot}")


def _refuse_many(sweep: "Sweep", jobs: int | None) -> None:
    """Raises SimulatorError where it would be a very long wait that nobody has asked for."""
    from simulator.experiment.executors import cores
    from simulator.experiment.sweep_estimate import expected_s

    expected = expected_s(sweep, jobs or cores())
    count = sweep.run_count
    if count <= MANY_RUNS and (expected is None or expected <= LONG_S):
        return
    points = f"{sweep.point_count:,} points" + (
        f" x {sweep.replications:,} replications" if sweep.replications > 1 else ""
    )
    length = "" if expected is None else f", about {_span(expected)} on this machine"
    raise SimulatorError(
        f"--vary: that is {points} = {count:,} runs{length}: say --yes if it is meant, or see --samples"
    )


_SPANS = ((365.25 * 86_400, "years"), (86_400, "days"), (3600, "hours"), (60, "minutes"), (1, "seconds"))


def _span(seconds: float) -> str:
    for length, name in _SPANS:
        if seconds >= 2 * length:
            return f"{seconds / length:,.0f} {name}"
    return "a second"
