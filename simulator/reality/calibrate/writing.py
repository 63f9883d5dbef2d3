"""A calibrated scenario as files: looked at before they are written, and never over others."""

from pathlib import Path

from simulator.errors import ResultsError, SimulatorError
from simulator.reality.calibrate.from_log import Calibrated
from simulator.scenario import load
from simulator.whole import write_whole


def write(made: Calibrated, out: Path) -> list[Path]:
    """Write the scenario and the files that it names, beside it.

    Raises SimulatorError where one is there already, ResultsError where they cannot be written.
    """
    files = {out.with_name(name): text for name, text in made.files.items()} | {out: made.text}
    for path in files:
        if path.exists():
            raise SimulatorError(f"{path}: exists already, and is left as it is")
    written: list[Path] = []
    try:
        for path, text in files.items():
            write_whole(path, [text])
            written.append(path)
        load(out)
    except OSError as error:
        _undo(written)
        raise ResultsError(f"cannot write {error.filename or out}: {error.strerror or error}") from error
    except BaseException:
        _undo(written)
        raise
    return written


def _undo(written: list[Path]) -> None:
    for path in written:
        path.unlink(missing_ok=True)
