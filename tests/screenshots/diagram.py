"""Pictures of the diagram to look at, and what a frame of it costs: `python -m tests.screenshots.diagram OUT`.

Every case is a real run, stopped at an instant. `--cases lesson,forty` and `--sizes 1140x516` make fewer pictures.
"""

import argparse
import os
import statistics
import time
from itertools import product
from pathlib import Path

import numpy as np

from simulator.model import System
from simulator.record import Transitions
from simulator.scenario import parse
from tests.screenshots import asked
from tests.screenshots.cases import CASES, Case
from tests.screenshots.studio import FLIGHT_NS, Look, Studio
from ui.i18n import CODES
from ui.theme import ThemeName

SIZES = ("1008x408", "1140x516", "2200x954")


def instant(case: Case, transitions: Transitions) -> int:
    """The instant of a case, ns."""
    first = round(case.at_s * 1e9)
    if case.wanted is None:
        return first
    wanted = case.wanted
    return max(range(first, first + 1_000_000_000, 5_000_000), key=lambda at: wanted(transitions.at(at)))


def run(case: Case) -> tuple[System, int]:
    """The run of a case, a little beyond its instant, and that instant."""
    system = System(parse(case.text, "picture.toml", None), seed=1, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(case.at_s + (0.0 if case.wanted is None else 1.2))
    assert system.trace is not None, "the run was traced"
    return system, instant(case, system.trace)


def main() -> None:
    """Make pictures, or print what frames cost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--cases", type=asked.one_of(CASES), default=",".join(CASES))
    arguments.add_argument("--sizes", type=asked.sizes, default=",".join(SIZES))
    arguments.add_argument("--themes", type=asked.one_of(ThemeName), default="light,dark")
    arguments.add_argument("--languages", type=asked.one_of(CODES), default="en,pt_BR")
    arguments.add_argument("--bench", action="store_true")
    chosen = arguments.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    studio = Studio(chosen.out)
    if chosen.bench:
        for name in ("lesson", "thousand", "five-thousand"):
            print_costs(name, studio)
    else:
        take_pictures(studio, chosen)


def take_pictures(studio: Studio, chosen: argparse.Namespace) -> None:
    """Every case in every look that was asked for."""
    ways = tuple(product(chosen.languages, chosen.themes, chosen.sizes))
    for name in chosen.cases:
        system, at_ns = run(CASES[name])
        for language, theme, size in ways:
            studio.take(name, system, at_ns, CASES[name].travel, Look(language, ThemeName(theme), *size))


def print_costs(name: str, studio: Studio) -> None:
    """Milliseconds of a frame: reading and placing, and painting."""
    system, first = run(CASES[name])
    view = studio.view(Look("en", ThemeName.LIGHT, 1140, 516), system)
    for flight_ns in (FLIGHT_NS, 250_000_000):
        placing, painting, dots = [], [], 0
        for at_ns in range(first, first + 100 * 800_000, 800_000):
            begun = time.perf_counter()
            dots = studio.show(view, system, at_ns, flight_ns)
            shown = time.perf_counter()
            view.viewport().repaint()
            painting.append(time.perf_counter() - shown)
            placing.append(shown - begun)
        parts = [f"{statistics.median(part) * 1e3:.2f} ms (p95 {_p95(part) * 1e3:.2f})" for part in (placing, painting)]
        moved = f"flights of {flight_ns / 1e6:g} ms"
        print(f"{name}: {dots} dots, {moved}: reading and placing {parts[0]}, painting {parts[1]}")


def _p95(values: list[float]) -> float:
    return float(np.quantile(values, 0.95))


if __name__ == "__main__":
    main()
