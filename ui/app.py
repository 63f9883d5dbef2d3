"""`vazao [FILE]`: the window. What is slow to load comes after the first picture."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.start import lighten_start, load_qt, with_room

if TYPE_CHECKING:
    import argparse

DEFAULT = "01_blocking"
_LEAST_KEPT = 100_000
_UNAVAILABLE = 69
"""EX_UNAVAILABLE of sysexits.h: something that the window needs of this machine is not there."""


@with_room
def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, and close with it; the exit code."""
    file, keep = _asked(sys.argv[1:] if arguments is None else arguments)
    lighten_start()
    from ui.screen import missing_screen  # noqa: PLC0415  # --help and --version need no screen

    why_not = missing_screen(os.environ)
    if why_not is not None:
        return _refuse(why_not)
    try:
        load_qt()
        from ui.launch import launch  # noqa: PLC0415  # Qt may not load: see below
    except ImportError as error:
        from ui.screen import missing_library  # noqa: PLC0415

        why_not = missing_library(str(error))
        if why_not is None:
            raise
        return _refuse(why_not)
    return launch(file or DEFAULT, keep)


def _asked(arguments: Sequence[str]) -> tuple[str | None, int | None]:
    """What is to be opened, and how many transitions kept; ends the process where help, the version or something
    unknown was asked for."""
    if not arguments:
        return None, None
    asked = _parser().parse_args(arguments)
    if asked.version:
        from importlib.metadata import version  # noqa: PLC0415  # looked up only where it is asked for

        print(f"vazao {version('vazao')}")
        sys.exit()
    file: str | None = asked.file
    keep: int | None = asked.keep
    return file, keep


def _parser() -> "argparse.ArgumentParser":
    import argparse  # noqa: PLC0415  # without arguments, as from a menu, nobody waits for it

    parser = argparse.ArgumentParser(
        prog="vazao", description="Show how requests flow through a Python web server, animated and live."
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=f"a scenario file, the name of a bundled one, or a folder of results (default: {DEFAULT})",
    )
    parser.add_argument(
        "--keep", type=_transitions, metavar="N", help="transitions of a run that are kept whole (default: 10000000)"
    )
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    return parser


def _transitions(text: str) -> int:
    import argparse  # noqa: PLC0415  # see above

    digits = text.replace("_", "")
    if not digits.isdecimal() or int(digits) < _LEAST_KEPT:
        raise argparse.ArgumentTypeError(f"must be a whole number of at least {_LEAST_KEPT:,}, got {text}")
    return int(digits)


def _refuse(why: str) -> int:
    print(f"vazao: {why}", file=sys.stderr)
    return _UNAVAILABLE


if __name__ == "__main__":
    sys.exit(main())
