"""The predictions of a class: each learner adds lines to a file that all can reach; the teacher gets a table. Pure."""

import csv
import io
import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from os import SEEK_END
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from simulator.errors import SimulatorError
from simulator.lesson import Guess


@dataclass(frozen=True, slots=True)
class Prediction:
    """What one learner predicted."""

    at: str
    """When, ISO 8601."""
    learner: str
    lesson: str
    step: str
    prediction: str
    """A number in the figure's own unit, an option's name, or names in order, with commas; empty: skipped."""
    measured: str
    right: bool


COLUMNS = tuple(each.name for each in fields(Prediction))
_WHOLE = TypeAdapter(Prediction)


def stamp(moment: datetime) -> str:
    """As the table has it."""
    return moment.isoformat(timespec="seconds")


def written(guess: Guess | None) -> str:
    """As the file has it."""
    if isinstance(guess, tuple):
        return ",".join(guess)
    return "" if guess is None else guess if isinstance(guess, str) else f"{guess:.6g}"


def add(file: Path, prediction: Prediction) -> None:
    """Write a line at the end of the class's file, in one go, so that lines of others stay whole.

    It begins a line of its own also where another one broke off. Raises SimulatorError where it cannot be written.
    """
    line = json.dumps(asdict(prediction), ensure_ascii=False).encode() + b"\n"
    try:
        with file.open("ab", buffering=0) as opened:
            opened.write(line if _ends_a_line(file) else b"\n" + line)
    except OSError as error:
        raise SimulatorError(f"{file}: {error.strerror or error}") from error


def _ends_a_line(file: Path) -> bool:
    with file.open("rb") as opened:
        size = opened.seek(0, SEEK_END)
        opened.seek(max(0, size - 1))
        return opened.read(1) in (b"", b"\n")


def read(file: Path) -> tuple[list[Prediction], int]:
    """All predictions, and how many lines are none. Raises SimulatorError where it cannot be read."""
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        raise SimulatorError(f"{file}: {error.strerror or error}") from error
    found = [_line(line) for line in lines if line.strip()]
    kept = [each for each in found if each is not None]
    return kept, len(found) - len(kept)


def _line(line: bytes) -> Prediction | None:
    try:
        return _WHOLE.validate_json(line, strict=True)
    except ValidationError:
        return None


def table(predictions: list[Prediction]) -> str:
    """As CSV, in the order of lessons, steps, learners."""
    # Only with this mark do spreadsheets take it for UTF-8.
    out = io.StringIO("\ufeff")
    out.seek(0, SEEK_END)
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for each in sorted(predictions, key=lambda one: (one.lesson, one.step, one.learner, one.at)):
        writer.writerow(asdict(each))
    return out.getvalue()
