"""Pictures of the whole window to look at: `python -m tests.screenshots OUT`.

All states, in both themes and languages, at three sizes, and again on a screen of twice the density. Fewer with
`--states running,paused`, `--sizes 1440x900`, `--themes dark`, `--languages pt_BR`, `--scales 1`.
`--states lessons` takes every step of every lesson, `--states lesson-03_workers` those of one.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from tests.screenshots import asked
from tests.screenshots.lessons import lesson_states
from tests.screenshots.studio import Look
from tests.screenshots.window import STATES, WindowStudio
from ui.i18n import CODES
from ui.theme import ThemeName


def main() -> None:
    """Every state in every look that was asked for."""
    chosen = asked_for(sys.argv[1:])
    scale, *others = chosen.scales
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = scale
    take(chosen, "" if scale == "1" else f"@{scale}x")
    for other in others:
        # Qt reads the density once, when an application begins.
        subprocess.run([sys.executable, "-m", "tests.screenshots", *sys.argv[1:], "--scales", other], check=True)


def asked_for(arguments: Sequence[str]) -> argparse.Namespace:
    """What is to be taken; ends with exit code 2 where there is no such thing."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--states", type=asked.states(STATES, _steps), default=",".join(STATES))
    parser.add_argument("--sizes", type=asked.sizes, default="1280x720,1440x900,2560x1440")
    parser.add_argument("--themes", type=asked.one_of(ThemeName), default="light,dark")
    parser.add_argument("--languages", type=asked.one_of(CODES), default="en,pt_BR")
    parser.add_argument("--scales", type=asked.one_of(("1", "1.25", "1.5", "2", "3")), default="1,2")
    return parser.parse_args(arguments)


def _steps() -> list[str]:
    return [name for name, _ in lesson_states()]


def take(chosen: argparse.Namespace, suffix: str) -> None:
    """The pictures of one density."""
    app = QApplication([])
    looks = product(chosen.languages, chosen.themes, chosen.sizes)
    with TemporaryDirectory() as scratch:
        studio = WindowStudio(app, chosen.out, Path(scratch))
        for (language, theme, size), name in product(looks, chosen.states):
            look = Look(language, ThemeName(theme), *size)
            studio.take(name, look, suffix)
            print(f"{name} {look} {suffix}", flush=True)


if __name__ == "__main__":
    main()
