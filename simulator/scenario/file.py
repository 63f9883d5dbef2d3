"""Scenario files: TOML in, with all problems and their lines at once; TOML out, with the user's comments kept."""

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any

from simulator.errors import Problem, ScenarioError
from simulator.scenario.comparison import is_comparison
from simulator.scenario.problems import Location, key_text
from simulator.scenario.scenario import Scenario
from simulator.scenario.validation import from_plain, replaced, validated
from simulator.words import nearest

__all__ = ["bundled", "dumps", "from_plain", "load", "parse", "placed", "plain_toml", "read_text", "replaced"]

LARGEST_FILE = 1_000_000


def bundled() -> list[str]:
    """Names of the scenarios that come with the program, in order."""
    folder = resources.files("resources") / "scenarios"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def load(file: str | Path) -> Scenario:
    """Read a scenario from a path, a bundled scenario's name, or standard input ("-").

    Raises ScenarioError with every problem.
    """
    text, source, directory = read_text(file)
    return parse(text, source, directory)


def read_text(file: str | Path) -> tuple[str, str, Path]:
    """The text of a scenario, the name by which problems call it, and the directory of its relative files."""
    name = str(file)
    if not name:
        raise ScenarioError(Problem("a scenario file needs a name"))
    if name == "-":
        if sys.stdin is None:
            raise ScenarioError(Problem("is closed", source="stdin"))
        return _decoded(sys.stdin.buffer.read(LARGEST_FILE + 1), "stdin"), "stdin", Path.cwd()
    if isinstance(file, str) and name in bundled():
        entry = resources.files("resources") / "scenarios" / f"{name}.toml"
        return entry.read_text(encoding="utf-8"), f"{name}.toml", Path.cwd()
    path = Path(file)
    try:
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            raise ScenarioError(_too_large(path.name, path.stat().st_size))
        with path.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ScenarioError(Problem(_unreadable(name, error), source=name)) from error
    return _decoded(data, path.name), path.name, path.resolve().parent


def _unreadable(name: str, error: OSError) -> str:
    hint = nearest(name, bundled()) if isinstance(error, FileNotFoundError) else ""
    return f"cannot be read: {error.strerror or error}{hint}"


def _decoded(data: bytes, source: str) -> str:
    if len(data) > LARGEST_FILE:
        raise ScenarioError(_too_large(source, len(data)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ScenarioError(Problem("is not a text file in UTF-8", source=source)) from error
    if "\0" in text:
        raise ScenarioError(Problem("is not a text file in UTF-8", source=source))
    return text


def _too_large(source: str, size: int) -> Problem:
    return Problem(f"must be at most {LARGEST_FILE:,} bytes, got {size:,} or more", source=source)


def parse(text: str, source: str = "scenario.toml", directory: Path | None = None) -> Scenario:
    """Read a scenario from TOML text; `directory` is where its relative files are.

    Raises ScenarioError with every problem, each with its line.
    """
    if not text.strip():
        message = "is empty: a scenario needs at least format, name, [run], [[clients]] and [[routes]]"
        raise ScenarioError(Problem(message, source=source))
    try:
        plain = plain_toml(text, source)
        if is_comparison(plain):
            message = "names two scenarios and is none itself; simulate compare runs both"
            raise ScenarioError(placed([(("compare",), message)], text, source))
        scenario, found = validated(plain, directory or Path.cwd())
        if found:
            raise ScenarioError(placed(found, text, source))
    except RecursionError as error:
        raise ScenarioError(Problem("is nested too deeply", source=source)) from error
    assert scenario is not None, "no findings, so it is valid"
    return scenario


def plain_toml(text: str, source: str) -> dict[str, Any]:
    """TOML as it stands. Raises ScenarioError with the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(_syntax_problem(error, text, source)) from error
    except RecursionError as error:
        raise ScenarioError(Problem("is nested too deeply", source=source)) from error
    except ValueError as error:  # Python reads no whole number of more than 4300 digits
        digits = re.search(r"[0-9_]{4300,}", text)
        line = text.count("\n", 0, digits.start()) + 1 if digits else None
        raise ScenarioError(Problem("has a number that is too long", line=line, source=source)) from error


def _syntax_problem(error: tomllib.TOMLDecodeError, text: str, source: str) -> Problem:
    what, _, where = str(error).rpartition(" (at ")
    words = where.rstrip(")").split()
    line = int(words[1].rstrip(",")) if words[:1] == ["line"] else len(text.splitlines())
    hint = _quoted_time(text.splitlines()[line - 1 : line])
    return Problem(f"is not valid TOML: {what[:1].lower()}{what[1:]}{hint}", line=line, source=source)


def _quoted_time(line: list[str]) -> str:
    """A hint where a time was written without quotes."""
    found = re.search(r"=\s*([0-9.]+(?:ns|us|ms|s|min|h))\b", "".join(line))
    return f' (did you mean "{found[1]}"?)' if found else ""


def placed(found: Iterable[tuple[Location, str]], text: str, source: str) -> list[Problem]:
    """Findings as problems with the lines of the text in which they stand, in the order of lines."""
    from simulator.scenario.positions import line_of, lines_of  # noqa: PLC0415  # only where something is wrong

    lines = lines_of(text)
    placed = [Problem(message, key_text(at), line_of(at, lines), source) for at, message in found]
    return sorted(placed, key=lambda problem: problem.line or 0)


def dumps(scenario: Scenario, original: str | None = None) -> str:
    """The scenario as TOML; with the text it came from, that text with its comments, changed where it differs."""
    import tomlkit  # noqa: PLC0415  # reading needs it not

    from simulator.scenario.toml_text import edited, written  # noqa: PLC0415

    if original is None:
        return written(scenario)
    return tomlkit.dumps(edited(tomlkit.parse(original), scenario))
