"""A comparison that is saved: both sides as scenarios, and the file that opens them. Pure."""

from pathlib import Path

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.scenario.comparison import SIDES
from ui.saved import saved_text, write_whole


def write_comparison(path: Path, a: System, b: System, text: str) -> tuple[Path, Path, Path]:
    """Write both sessions as scenarios, and the file that opens them; `text` is that which A was opened from.

    Raises SimulatorError naming the file that could not be written; the one that opens them is written last.
    """
    files = [path.with_name(f"{path.stem}-{side}.toml") for side in SIDES]
    texts = [saved_text(a, path.parent, text), saved_text(b, path.parent, None)]
    names = "".join(f'{side} = "{file.name}"\n' for side, file in zip(SIDES, files, strict=True))
    for file, written in (*zip(files, texts, strict=True), (path, f"[compare]\n{names}")):
        try:
            write_whole(file, written)
        except OSError as error:
            raise SimulatorError(f"{file}: {error.strerror or error}") from error
    return files[0], files[1], path
