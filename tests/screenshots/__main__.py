"""Pictures of the whole window to look at: `python -m tests.screenshots OUT`.

All states, in both themes and languages, at three sizes, and again on a screen of twice the density. Fewer with
`--states running,paused`, `--sizes 1440x900`, `--themes dark`, `--languages pt_BR`, `--scales 1`.
`--states lessons` takes every step of every lesson, `--states lesson-03_workers` those of one.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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

_PLATFORM = "QT_QPA_PLATFORM"
_SCREEN = {"name": "large", "x": 0, "y": 0, "width": 7680, "height": 4320, "logicalDpi": 96, "dpr": 1}


def main() -> None:
    """Every state in every look that was asked for."""
    chosen = asked_for(sys.argv[1:])
    scale, *others = chosen.scales
    os.environ.setdefault(_PLATFORM, "offscreen")
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
    looks = product(chosen.languages, chosen.themes, chosen.sizes)
    with TemporaryDirectory() as scratch:
        with _large_screen(Path(scratch)):
            app = QApplication([])
        studio = WindowStudio(app, chosen.out, Path(scratch))
        for (language, theme, size), name in product(looks, chosen.states):
            look = Look(language, ThemeName(theme), *size)
            studio.take(name, look, suffix)
            print(f"{name} {look} {suffix}", flush=True)


@contextmanager
def _large_screen(folder: Path) -> Iterator[None]:
    """Qt's own without a screen is 800 px wide: a dialog takes no more than two thirds, less than anywhere else."""
    platform = os.environ[_PLATFORM]
    if platform == "offscreen":
        path = folder / "screens.json"
        path.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        os.environ[_PLATFORM] = f"{platform}:configfile={path}"
    yield
    os.environ[_PLATFORM] = platform


if __name__ == "__main__":
    main()
