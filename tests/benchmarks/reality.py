"""`python -m tests.benchmarks.reality [--only NAME ...]`: measured beside simulated, for all that can be compared.

The bundled scenarios and the cases of tests/fidelity, each on a real uvicorn on this machine and simulated with this
machine's costs; shortened, three repetitions, both with the same draws. Some twelve minutes; say beside the table what
else the machine was doing.
"""

import argparse
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

from simulator.cli import digits
from simulator.reality.check import Checked, check
from simulator.reality.comparable import incomparable
from simulator.reality.figures import Beside
from simulator.reality.machine import Machine, measure
from simulator.reality.told import machine_toml
from simulator.scenario import HttpKind, LoopKind, Scenario, bundled, load
from simulator.scenario.file import from_plain
from simulator.units import format_time, parse_time

_FIDELITY = Path(__file__).parent.parent / "fidelity"
_SECONDS = 4.5
_WARM_UP_SHARE = 0.15
_REPETITIONS = 3
_SEED = 1
_LONGEST_DRAIN_S = 15.0


def names() -> list[str]:
    """Bundled scenarios, then the measured cases, one of each."""
    cases: dict[str, Path] = {}
    for file in sorted(_FIDELITY.glob("c*.toml")):
        cases.setdefault(file.stem.partition("_")[0], file)
    return [*bundled(), *(str(file) for file in cases.values())]


def shortened(scenario: Scenario, seconds: float) -> Scenario:
    """The same, in so many seconds: whatever happens at an instant happens at the same share of the run."""
    share = min(1.0, seconds / scenario.run.duration)
    plain = scenario.plain()
    run = plain["run"]
    _scale(run, share, "duration", "sample_every")
    run["warm_up"] = (
        format_time(round(_WARM_UP_SHARE * scenario.run.duration * share, 6)) if scenario.run.warm_up else 0
    )
    run["drain"] = min(scenario.run.drain, _LONGEST_DRAIN_S)
    run["sample_every"] = "100ms"
    for client in plain["clients"]:
        _scale(client, share, "start", "stop", "ramp", "at")
    for happening in (*plain["faults"], *plain["changes"]):
        _scale(happening, share, "at", "for")
    return from_plain(plain, scenario.directory)


def _scale(table: dict[str, Any], share: float, *keys: str) -> None:
    for key in keys:
        if key in table:
            table[key] = format_time(round(parse_time(table[key]) * share, 6))


@cache
def machine(loop: LoopKind, http: HttpKind) -> Machine:
    """Measured once for each."""
    found = measure(loop, http)
    print(machine_toml(found), flush=True)
    return found


def rows(name: str, checked: Checked) -> Iterator[str]:
    """A line a figure."""
    for each in checked.beside:
        verdict = "ok" if each.is_ok else "MISS"
        sides = f"{_shown(each, 'measured'):>10} {_shown(each, 'simulated'):>10}"
        yield f"{Path(name).stem[:20]:20} {each.figure:12} {sides}  {_by(each):>8}  {verdict}"


def _shown(each: Beside, side: str) -> str:
    value: float | None = getattr(each, side)
    if value is None:
        return digits.NOTHING
    if each.is_time:
        return digits.time(value)
    return f"{digits.significant(value)}/s" if each.is_rate else f"{value * 100:.1f} %"


def _by(each: Beside) -> str:
    if each.measured is None or each.simulated is None or not each.measured:
        return digits.NOTHING
    if each.is_time or each.is_rate:
        return f"{(each.simulated / each.measured - 1) * 100:+.1f} %"
    return f"{(each.simulated - each.measured) * 100:+.1f} pt"


def main() -> None:
    """Compare all, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], help="names, or the beginnings of names")
    parser.add_argument("--seconds", type=float, default=_SECONDS)
    parser.add_argument("--repetitions", type=int, default=_REPETITIONS)
    asked = parser.parse_args()
    began, held = monotonic(), {"figures": 0, "ok": 0}
    for name in names():
        if not asked.only or any(Path(name).stem.startswith(each) for each in asked.only):
            _compare(name, asked.seconds, asked.repetitions, held)
    print(f"{held['ok']} of {held['figures']} figures agree; {monotonic() - began:.0f} s")


def _compare(name: str, seconds: float, repetitions: int, held: dict[str, int]) -> None:
    scenario = load(name)
    problems: Mapping[str, str] = {problem.key: problem.message for problem in incomparable(scenario)}
    if problems:
        print(f"{Path(name).stem[:20]:20} {'; '.join(f'{key}: {why}' for key, why in problems.items())}", flush=True)
        return
    scenario = shortened(scenario, seconds)
    here = machine(scenario.server.loop, scenario.server.http)
    checked = check(scenario, seed=scenario.run.seed or _SEED, repetitions=repetitions, machine=here)
    print("\n".join(rows(name, checked)))
    for reason in checked.reasons:
        print(f"{'':20} note: {reason.text}")
    held["figures"] += len(checked.beside)
    held["ok"] += sum(each.is_ok for each in checked.beside)
    print(flush=True)


if __name__ == "__main__":
    main()
