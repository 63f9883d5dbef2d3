"""Pictures of the whole window to look at: `python -m tests.screenshots OUT`.

All states, in both themes and languages, at three sizes, and again on a screen of twice the density. Fewer with
`--states running,paused`, `--sizes 1440x900`, `--themes dark`, `--languages pt_BR`, `--scales 1`.
`--states lessons` takes every step of every lesson, `--states lesson-03_workers` those of one.
"""

import argparse
import os
import subprocess
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from tests.screenshots.lessons import lesson_states
from tests.screenshots.studio import Look
from tests.screenshots.window import STATES, WindowStudio
from ui.theme import ThemeName


def main() -> None:
    """Every state in every look that was asked for."""
    arguments = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--states", default=",".join(STATES))
    arguments.add_argument("--sizes", default="1280x720,1440x900,2560x1440")
    arguments.add_argument("--themes", default="light,dark")
    arguments.add_argument("--languages", default="en,pt_BR")
    arguments.add_argument("--scales", default="1,2")
    chosen = arguments.parse_args()
    scale, *others = chosen.scales.split(",")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = scale
    take(chosen, "" if scale == "1" else f"@{scale}x")
    for other in others:
        # Qt reads the density once, when an application begins.
        subprocess.run([sys.executable, "-m", "tests.screenshots", *sys.argv[1:], "--scales", other], check=True)


def take(chosen: argparse.Namespace, suffix: str) -> None:
    """The pictures of one density."""
    app = QApplication([])
    looks = product(chosen.languages.split(","), chosen.themes.split(","), chosen.sizes.split(","))
    with TemporaryDirectory() as scratch:
        studio = WindowStudio(app, chosen.out, Path(scratch))
        for (language, theme, size), name in product(looks, _names(chosen.states)):
            width, height = map(int, size.split("x"))
            studio.take(name, Look(language, ThemeName(theme), width, height), suffix)
            print(f"{name} {size} {theme} {language} {suffix}", flush=True)


def _names(states: str) -> list[str]:
    """Every step of every lesson for `lessons`, of one lesson for `lesson-03_workers`."""
    steps = [name for name, _ in lesson_states()] if "lesson" in states else []
    names: list[str] = []
    for state in states.split(","):
        names += [name for name in steps if state == "lessons" or name.startswith(f"{state}-")] or [state]
    return names


if __name__ == "__main__":
    main()
