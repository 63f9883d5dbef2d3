"""The predictions of a class: each learner adds lines to a file that all can reach; the teacher gets a table. Pure."""

import csv
import io
import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

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

    Raises SimulatorError where it cannot be written.
    """
    try:
        with file.open("a", encoding="utf-8") as opened:
            opened.write(json.dumps(asdict(prediction), ensure_ascii=False) + "\n")
    except OSError as error:
        raise SimulatorError(f"{file}: {error.strerror or error}") from error


def read(file: Path) -> tuple[list[Prediction], int]:
    """All predictions, and how many lines are none. Raises SimulatorError where it cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SimulatorError(f"{file}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SimulatorError(f"{file}: is not a text file in UTF-8") from error
    found = [_line(line) for line in lines if line.strip()]
    kept = [each for each in found if each is not None]
    return kept, len(found) - len(kept)


def _line(line: str) -> Prediction | None:
    try:
        table = json.loads(line)
        return Prediction(**{name: table[name] for name in COLUMNS})
    except (ValueError, KeyError, TypeError):
        return None


def table(predictions: list[Prediction]) -> str:
    """As CSV, in the order of lessons, steps, learners."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for each in sorted(predictions, key=lambda one: (one.lesson, one.step, one.learner, one.at)):
        writer.writerow(asdict(each))
    return out.getvalue()
