"""`vazao [FILE]`: the window. What is slow to load comes after the first picture."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence

DEFAULT = "01_blocking"
_UNAVAILABLE = 69
"""EX_UNAVAILABLE of sysexits.h: something that the window needs of this machine is not there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, and close with it; the exit code."""
    asked = _parser().parse_args(arguments)
    lighten_start()
    from ui.screen import missing_screen  # noqa: PLC0415  # --help and --version need no screen

    why_not = missing_screen(os.environ)
    if why_not is not None:
        return _refuse(why_not)
    try:
        from ui.launch import launch  # noqa: PLC0415  # Qt may not load: see below
    except ImportError as error:
        from ui.screen import missing_library  # noqa: PLC0415

        why_not = missing_library(str(error))
        if why_not is None:
            raise
        return _refuse(why_not)
    return launch(asked.file or DEFAULT)


def lighten_start() -> None:
    """Before anything large is loaded: what only costs time there."""
    # A great many objects are made and hardly any garbage; `Latecomers` turns collection on again.
    gc.disable()
    # Nothing here multiplies matrices: numpy's library need not start a thread a core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vazao", description="Show how requests flow through a Python web server, animated and live."
    )
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help=f"a scenario file, or the name of a bundled one (default: {DEFAULT})"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    return parser


class _Version(argparse.Action):
    """Looked up only where it is asked for: that takes longer than all else here."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415

        print(f"vazao {version('vazao')}")
        parser.exit()


def _refuse(why: str) -> int:
    print(f"vazao: {why}", file=sys.stderr)
    return _UNAVAILABLE


if __name__ == "__main__":
    sys.exit(main())
