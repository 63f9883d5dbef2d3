"""`python -m tests.benchmarks.reality [NAME ...]`: measured beside simulated, for all that can be compared.

The bundled scenarios and the cases of tests/fidelity, each on a real uvicorn on this machine and simulated with this
machine's costs; shortened, three repetitions, both with the same draws. Some twelve minutes when nothing else runs.
Run by root, so that a burst comes at one instant (simulator/reality/together.py): else workers often share it.
It ends with what agrees, what misses and why; judged are throughput, p50 and p95 (see verdicts.py).
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

from simulator.cli import digits
from simulator.errors import SimulatorError
from simulator.reality.check import check
from simulator.reality.comparable import incomparable, when_ready
from simulator.reality.figures import Beside
from simulator.reality.machine import Machine, cores, measure, somaxconn
from simulator.reality.told import machine_toml
from simulator.scenario import HttpKind, LoopKind, Scenario, bundled, load
from simulator.scenario.file import from_plain
from simulator.units import format_time, parse_time
from tests.benchmarks.verdicts import Verdict, verdict_of

_FIDELITY = Path(__file__).parent.parent / "fidelity"
_SECONDS = 3.0
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


def chosen(asked: Sequence[str]) -> list[str]:
    """Those that are named, or begin with what is; all where nothing is. Raises SystemExit where nothing is found."""
    every = names()
    found = [name for name in every if not asked or any(Path(name).stem.startswith(each) for each in asked)]
    if not found:
        raise SystemExit(f"{' '.join(asked)}: nothing begins with that; there are {', '.join(map(_stem, every))}")
    return found


def _stem(name: str) -> str:
    return Path(name).stem


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


def rows(verdict: Verdict) -> Iterator[str]:
    """A line a figure; what is not judged says why."""
    for each in verdict.figures:
        said = verdict.unjudged.get(each.figure) or ("ok" if each.is_ok else "MISS")
        sides = f"{_shown(each, 'measured'):>10} {_shown(each, 'simulated'):>10}"
        yield f"{verdict.name[:21]:21} {each.figure:15} {sides}  {_by(each):>8}  {said}"


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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="scenarios, or the beginnings of their names")
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="of each run")
    parser.add_argument("--repetitions", type=int, default=_REPETITIONS)
    asked = parser.parse_args()
    began, load_before = monotonic(), os.getloadavg()
    verdicts: list[Verdict] = []
    left_out: dict[str, str] = {}
    for name in chosen(asked.names):
        scenario = load(name)
        if problems := incomparable(scenario):
            left_out[_stem(name)] = "; ".join(f"{problem.key}: {problem.message}" for problem in problems)
            continue
        try:
            verdicts.append(_compared(_stem(name), scenario, asked.seconds, asked.repetitions))
        except SimulatorError as error:
            left_out[_stem(name)] = " ".join(str(error).split())
            continue
        print("\n".join(rows(verdicts[-1])))
        print("".join(f"{'':21} note: {reason}\n" for reason in verdicts[-1].reasons), flush=True)
    print("\n".join(_list(verdicts, left_out)))
    print(f"\nThis machine: {cores()} cores, somaxconn {somaxconn()}; {monotonic() - began:.0f} s")
    print(f"Its load (1, 5, 15 min): before {_load(load_before)}, after {_load(os.getloadavg())}")


def _load(averages: tuple[float, float, float]) -> str:
    return " ".join(f"{each:.2f}" for each in averages)


def _compared(name: str, whole: Scenario, seconds: float, repetitions: int) -> Verdict:
    here = machine(whole.server.loop, whole.server.http)
    scenario = shortened(whole, seconds)
    if when_ready(scenario, here) is not scenario:  # clients wait for workers, which start again meanwhile
        scenario = shortened(whole, seconds + 2 * here.start_up_s)
    checked = check(scenario, seed=scenario.run.seed or _SEED, repetitions=repetitions, machine=here)
    return verdict_of(name, checked)


def _list(verdicts: Sequence[Verdict], left_out: dict[str, str]) -> Iterator[str]:
    agree = [verdict.name for verdict in verdicts if verdict.agrees]
    yield f"Agree in throughput, p50 and p95 ({len(agree)} of {len(verdicts)}): {', '.join(agree) or '-'}"
    yield "\nMiss:"
    for verdict in verdicts:
        if not verdict.agrees:
            yield from _said(verdict, verdict.missed)
    yield "\nAgree in those three, and differ in others:"
    for verdict in verdicts:
        if verdict.agrees and verdict.also:
            yield from _said(verdict, verdict.also)
    yield "\nNot judged:"
    for verdict in verdicts:
        yield from (f"  {verdict.name}: {figure}, {why}" for figure, why in verdict.unjudged.items())
    yield "\nNot compared:"
    yield from (f"  {name}: {why}" for name, why in left_out.items())
    if verdicts:
        worst = max(verdicts, key=lambda verdict: verdict.others)
        mean = sum(verdict.others for verdict in verdicts) / len(verdicts)
        yield f"\nOther programs took {mean:.0%} of the processors, at most {worst.others:.0%} (in {worst.name})"


def _said(verdict: Verdict, figures: Sequence[Beside]) -> Iterator[str]:
    told = (
        f"{each.figure} {_shown(each, 'measured')} measured, {_shown(each, 'simulated')} simulated ({_by(each)})"
        for each in figures
    )
    yield f"  {verdict.name}: {'; '.join(told)}"
    yield from (f"    why: {reason}" for reason in verdict.reasons or ("no reason is known",))


if __name__ == "__main__":
    main()
