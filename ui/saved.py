"""A session as a scenario: what `simulate` runs to the same rows, and how it comes into a file."""

import os
from contextlib import suppress
from pathlib import Path

from simulator import whole
from simulator.model import System
from simulator.scenario import Scenario, dumps
from simulator.scenario.checks import MOST_SAMPLES
from simulator.scenario.named_files import with_files_renamed

_MICROSECOND_S = 1e-6


def saved_scenario(system: System) -> Scenario:
    """The session so far; the run goes on to a whole microsecond after its last change.

    What the opened scenario said about later is left out, for the rows to be those of the session: `duration` is the
    time reached, nothing drains (who is in flight now is unfinished there too), changes still to come go, and so does
    a warm-up that is not over. Groups that have not begun and faults still to come stay, and do not come.
    """
    end_s = _cut(system)
    began = system.record.scenario
    run = began.run
    saved_run = run.model_copy(
        update={
            "duration": end_s,
            "drain": 0.0,
            "warm_up": run.warm_up if run.warm_up < end_s else 0.0,
            "seed": system.record.seed,
            "replications": 1,
            "sample_every": max(run.sample_every, _shortest_interval(end_s)),
        }
    )
    past = tuple(change for change in began.changes if change.at < end_s)
    update = {"run": saved_run, "changes": (*past, *system.changes)}
    scenario = began.model_copy(update=update)
    return scenario.in_directory(began.directory)


def _cut(system: System) -> float:
    end_s = system.settle()
    if end_s <= max([0.0, *(change.at for change in system.changes[-1:])]):
        # A run takes time, and a change belongs to it only where it comes before its end.
        system.run_until(end_s + _MICROSECOND_S)
        end_s = system.settle()
    return end_s


def _shortest_interval(end_s: float) -> float:
    """So long that a file may hold so many rows: a session may last longer than the run it was opened for."""
    shortest, exponent = end_s / MOST_SAMPLES, -3
    while 10.0**exponent < shortest:
        exponent += 1
    return float(f"1e{exponent}")


def saved_text(system: System, folder: Path, original: str | None) -> str:
    """The session as a file in `folder`, with the comments of the text it was opened from."""
    scenario = saved_scenario(system)
    own = scenario.with_changes(scenario.changes[: len(scenario.changes) - len(system.changes)])
    # Changes that go take their comments along before those of the session come in their places.
    kept = dumps(own, original) if original is not None else None
    return dumps(in_folder(scenario, folder), kept)


def in_folder(scenario: Scenario, folder: Path) -> Scenario:
    """The same scenario for a file in `folder`: the files it names are found from there. Its directory stays."""
    here = folder.resolve()

    def rename(name: str) -> str:
        target = (scenario.directory / name).resolve()
        if Path(name).is_absolute() or target == (here / name).resolve():
            return name
        with suppress(ValueError):  # another drive: there is no way from one to the other
            return Path(os.path.relpath(target, here)).as_posix()
        return str(target)

    return with_files_renamed(scenario, rename).in_directory(scenario.directory)


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; a link stays a link. Raises OSError."""
    whole.write_whole(path, [text])
