"""A reality check in words, in JSON and in files."""

from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from platform import python_version, release, system
from typing import Any

from simulator.output import messages
from simulator.output.digits import header
from simulator.output.requests import COLUMNS
from simulator.output.results import Results
from simulator.reality.check import Checked
from simulator.reality.machine import Machine
from simulator.reality.measured import lines
from simulator.reality.server import flags
from simulator.statistics import Replications
from simulator.units import format_time

_BUSY_OTHERS = 0.1


def _time(seconds: float) -> str:
    return format_time(round(seconds, 6))


def versions(machine: Machine) -> str:
    """What was measured."""
    names = ("uvicorn", "fastapi", "starlette", "anyio", machine.http.value, *_LOOPS.get(machine.loop.value, ()))
    return ", ".join(
        [*(f"{name} {version(name)}" for name in names), f"Python {python_version()}", f"{system()} {release()}"]
    )


_LOOPS = {"uvloop": ("uvloop",)}


def machine_toml(machine: Machine) -> str:
    """To be pasted into a scenario."""
    doubtful = ""
    if machine.others > _BUSY_OTHERS:
        doubtful = (
            f"# Other programs took {machine.others:.0%} of the processors meanwhile: measure again when it is quiet.\n"
        )
    today = datetime.now(UTC).date()
    return (
        f"# This machine, measured {today}: {versions(machine)}.\n{doubtful}"
        f"[server]\n"
        f'loop = "{machine.loop.value}"\nhttp = "{machine.http.value}"\n'
        f"cores = {machine.cores}\nsomaxconn = {machine.somaxconn}\n"
        f'request_cpu = "{_time(machine.request_cpu_s)}"\nconnection_cpu = "{_time(machine.connection_cpu_s)}"\n'
        f"hot_cpu_factor = {machine.hot_cpu_factor:.3f}\n"
        f'nagle_delay = "{_time(machine.nagle_delay_s)}"       # counts with several workers on asyncio\n'
        f'syn_retry = "{machine.syn_retry.value}"\n'
        f'# start_up = "{_time(machine.start_up_s)}"         # a worker that is started again\n'
        f'\n# Of each [[clients]], added to its own:\n# network = "{_time(machine.network_s)}"\n'
        f"\n# An io step takes longer than asked: time.sleep by {_time(machine.sleep_surplus_s)}, asyncio.sleep by "
        f"{_time(machine.async_surplus_s)}\n# (whole milliseconds) or {_time(machine.async_varied_surplus_s)} "
        f"(any other length).\n"
    )


def machine_plain(machine: Machine) -> dict[str, Any]:
    """As JSON has it."""
    return {**asdict(machine), "versions": versions(machine)}


def plain(checked: Checked) -> dict[str, Any]:
    """As `reality.json` has it."""
    return {
        "format": 1,
        "scenario": checked.scenario.title("en"),
        "seed": checked.scenario.run.seed,
        "ok": checked.is_ok,
        "figures": [each.plain() for each in checked.beside],
        "tolerances": checked.tolerances.why,
        "reasons": [{"cause": each.cause.value, "amount": each.amount, "text": each.text} for each in checked.reasons],
        "machine": machine_plain(checked.machine),
        "uvicorn": flags(checked.scenario.server),
        "runs": [
            {
                "replication": run.replication,
                "attempts": len(run.rows),
                "client_cpu": run.client_cpu,
                "server_cpu": run.server_cpu,
                "others": run.others,
                "lag_p99_s": run.lag_p99_s,
                "burst": asdict(run.burst) if run.burst is not None else None,
                "asked": [{**asdict(each), "signal": each.signal.name} for each in run.asked],
                "whole": run.is_whole,
            }
            for run in checked.measured
        ],
    }


def write(out: Path, checked: Checked, figures: bytes) -> tuple[str, ...]:
    """The results of the simulated runs, with `reality.csv` and `reality.json` (`figures`) beside, and
    `reality_tasks.csv` where there is a broker; all names.

    Raises ResultsError.
    """
    count = len(checked.simulated)
    run = checked.scenario.run.model_copy(update={"replications": count})
    scenario = checked.scenario.model_copy(update={"run": run}).in_directory(checked.scenario.directory)
    finished = Replications()
    with Results(out, scenario) as results:
        for record in checked.simulated:
            results.add(record)
            finished.add(record)
        rows = [lines(scenario, run.replication, run.rows) for run in checked.measured]
        results.write("reality.csv", header(COLUMNS) + b"".join(rows))
        if scenario.broker is not None:
            rows = [messages.lines_of(scenario, run.replication, run.messages) for run in checked.measured]
            results.write("reality_tasks.csv", header(messages.COLUMNS) + b"".join(rows))
        results.write("reality.json", figures)
        results.commit(finished)
    return results.names
