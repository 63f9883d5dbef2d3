"""Blocks of text and figures on standard output; plain where that is no terminal."""

from collections.abc import Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table

_NARROWEST = 80


def print_blocks(blocks: Sequence[RenderableType]) -> None:
    """Print them with a free line between; a plain text stays on one line."""
    screen = Console()
    text = StringIO()
    # A console of its own for the text: rich ends the program where standard output is closed.
    console = Console(
        file=text,
        force_terminal=screen.is_terminal,
        color_system=screen.color_system,  # type: ignore[arg-type]  # a text, in rich's own types one of five
        width=screen.width if screen.is_terminal else max(screen.width, _NARROWEST),
        highlight=False,
        markup=False,
        emoji=False,
    )
    for number, block in enumerate(blocks):
        if number:
            console.print()
        console.print(block, soft_wrap=isinstance(block, str))
    # Columns are filled up with spaces, which a file or a diff of two runs has no use for.
    print("\n".join(line.rstrip() for line in text.getvalue().splitlines()))


def bar_sign() -> str:
    """What bars are made of."""
    return "#" if Console().options.ascii_only else "█"


def facts() -> Table:
    """Lines with a name before them."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    return table


def columns(first: str, *numbers: str) -> Table:
    """No frame: it is read in logs and pipes too."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(first, overflow="fold")
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table
