"""`simulate gui`: the window, as a program of its own: nothing here knows Qt."""

import os
import subprocess
import sys
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("gui")(gui)


def gui(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="A scenario file, a bundled scenario's name, or a folder of results.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Open the window, as `vazao` does."""
    words = [sys.executable, "-m", "ui.app", *([] if file is None else ["--", file])]
    if os.name == "posix":
        # In this program's place: Ctrl+C, signals and the exit code are the window's own.
        os.execv(words[0], words)
    raise typer.Exit(subprocess.call(words))
