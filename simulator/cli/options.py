"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer


def named(text: str) -> Path:
    """A path; a variable of a shell that was never set names none, and least of all the folder where one is."""
    if not text:
        raise typer.BadParameter("needs a name")
    return Path(text)


Config = Annotated[str, typer.Option(metavar="FILE", help="A scenario file, a bundled scenario's name, or -.")]
Assignments = Annotated[
    list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="Change any key. May be repeated.")
]
Seed = Annotated[int | None, typer.Option(metavar="N", help="In place of run.seed.")]
Targets = Annotated[
    list[str] | None,
    typer.Option("--target", metavar="FIGURE<VALUE", help='"p95<300ms", "errors<0.1%", "throughput>100". Repeatable.'),
]
Confidence = Annotated[str, typer.Option(metavar="PERCENT", help="With which the answer is to be right.")]
MostReplications = Annotated[
    int, typer.Option("--replications", metavar="N", help="Of each scenario that is tried, at most.", min=2, max=10_000)
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", metavar="N", help="Processes on this machine; one a core, if not given.")
]
Cluster = Annotated[
    str | None, typer.Option("--cluster", metavar="ADDRESS", help="Run on the workers of this Dask scheduler instead.")
]
Language = Annotated[str, typer.Option("--language", metavar="en|pt-BR", help="Of what is written.")]
AsJson = Annotated[bool, typer.Option("--json", metavar="", help="Print one JSON object.")]
Quiet = Annotated[bool, typer.Option("--quiet", metavar="", help="No progress bar.")]
Debug = Annotated[bool, typer.Option("--debug", metavar="", help="Show the traceback of an error.")]
"""entry.py looks for it."""
