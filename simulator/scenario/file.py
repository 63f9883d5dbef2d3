"""Scenario files: TOML in, with all problems and their lines at once; TOML out, with the user's comments kept."""

import copy
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from simulator.distributions import Distribution
from simulator.errors import Problem, ScenarioError
from simulator.scenario import checks, keys, problems
from simulator.scenario.problems import Location, key_text
from simulator.scenario.scenario import Scenario
from simulator.units import LONGEST_S

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
    if name == "-":
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
    from simulator.words import nearest

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
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(_syntax_problem(error, text, source)) from error
    found: list[tuple[Location, str]] = []
    scenario = _validate(plain, directory or Path.cwd(), found)
    if found:
        raise ScenarioError(_placed(found, text, source))
    assert scenario is not None, "no findings, so it is valid"
    return scenario


def from_plain(plain: Mapping[str, Any], directory: Path) -> Scenario:
    """A scenario from its plain form.

    Raises ScenarioError; its problems have no lines.
    """
    found: list[tuple[Location, str]] = []
    scenario = _validate(plain, directory, found)
    if scenario is None or found:
        raise ScenarioError([Problem(message, key_text(location)) for location, message in found])
    return scenario


def _syntax_problem(error: tomllib.TOMLDecodeError, text: str, source: str) -> Problem:
    if not text.strip():
        return Problem("is empty: a scenario needs at least format, name, [run], [[clients]] and [[routes]]", source=source)
    what, _, where = str(error).rpartition(" (at ")
    words = where.rstrip(")").split()
    line = int(words[1].rstrip(",")) if words[:1] == ["line"] else len(text.splitlines())
    return Problem(f"is not valid TOML: {what[:1].lower()}{what[1:]}", line=line, source=source)


def _validate(plain: Mapping[str, Any], directory: Path, found: list[tuple[Location, str]]) -> Scenario | None:
    """Collect what is wrong; where values are wrong, go on without them, to find what else is."""
    scenario, errors = _model(plain)
    found.extend(errors)
    if scenario is None:
        scenario, _ = _model(_mended(plain, [location for location, _ in errors]))
    if scenario is None:
        return None
    scenario = scenario.in_directory(directory)
    known = {at[:depth] for at, _ in found for depth in range(1, len(at) + 1)}
    try:
        others = [*checks.findings(scenario), *_change_findings(scenario)]
    except (RecursionError, MemoryError) as error:  # pragma: no cover  # absurd nesting
        raise ScenarioError(Problem("is nested too deeply")) from error
    found.extend(finding for finding in others if finding[0] not in known)
    return _with_files(scenario) if not found else scenario


def _model(plain: Mapping[str, Any]) -> tuple[Scenario | None, list[tuple[Location, str]]]:
    try:
        return Scenario.model_validate(plain), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = [(tuple(detail["loc"]), problems.message(detail, Scenario)) for detail in details]
        inside = {at[:depth] for at, _ in found for depth in range(len(at))}
        # A list whose entries are wrong counts as too short to pydantic; its entries say what is wrong.
        return None, [(at, message) for at, message in found if at not in inside]


_PLACEHOLDERS: dict[str | int, Any] = {"format": 1, "name": "?", "duration": LONGEST_S, "handler": "async"}


def _mended(plain: Mapping[str, Any], locations: list[Location]) -> dict[str, Any]:
    """Without the values that are wrong, so that the rest can be looked at as a whole."""
    mended = copy.deepcopy(dict(plain))
    for location in sorted(locations, key=lambda at: [str(part) for part in at], reverse=True):
        table: Any = mended
        try:
            for part in location[:-1]:
                table = table[part]
        except (KeyError, IndexError, TypeError):
            continue
        if isinstance(table, dict):
            table.pop(location[-1], None)
            if location[-1] in _PLACEHOLDERS:
                table[location[-1]] = _PLACEHOLDERS[location[-1]]
    return mended


def _change_findings(scenario: Scenario) -> Iterator[tuple[Location, str]]:
    """Each change in turn must be of a live key and leave a valid scenario."""
    plain = scenario.plain()
    plain.pop("changes", None)
    for index, change in sorted(enumerate(scenario.changes), key=lambda entry: entry[1].at):
        end = scenario.run.duration + scenario.run.drain
        if change.at >= end:
            yield ("changes", index, "at"), f"must be before the run ends ({end:g} s), got {change.at:g} s"
        try:
            changed = copy.deepcopy(plain)
            location = keys.put(changed, change.set, change.to)
        except ScenarioError as error:
            yield ("changes", index, "set"), error.problems[0].message
            continue
        if not keys.is_live(location):
            yield ("changes", index, "set"), f'"{change.set}" is fixed for a run'
            continue
        problem = _first_problem(changed, scenario.directory)
        if problem is None:
            plain = changed
        else:
            yield ("changes", index, "to"), problem


def _first_problem(plain: Mapping[str, Any], directory: Path) -> str | None:
    scenario, errors = _model(plain)
    if scenario is not None:
        errors = list(checks.findings(scenario.in_directory(directory)))
    return errors[0][1] if errors else None


def replaced(scenario: Scenario, key: str, value: object) -> Scenario:
    """The scenario with one key set to a plain TOML value.

    Raises ScenarioError naming the key.
    """
    plain = scenario.plain()
    keys.put(plain, key, value)
    return from_plain(plain, scenario.directory)


def _with_files(scenario: Scenario) -> Scenario:
    """With the values of its empirical distributions read."""
    if not any(time.file for _, time in checks.all_distributions(scenario)):
        return scenario
    update: dict[str, Any] = {}
    for name in type(scenario).model_fields:
        update[name] = _read_in(getattr(scenario, name), scenario.directory)
    return scenario.model_copy(update=update).in_directory(scenario.directory)


def _read_in(value: Any, directory: Path) -> Any:  # noqa: ANN401
    if isinstance(value, Distribution):
        return value.read(directory)
    if isinstance(value, tuple):
        return tuple(_read_in(entry, directory) for entry in value)
    if hasattr(type(value), "model_fields"):
        return value.model_copy(
            update={name: _read_in(getattr(value, name), directory) for name in type(value).model_fields}
        )
    return value


def _placed(found: list[tuple[Location, str]], text: str, source: str) -> list[Problem]:
    from simulator.scenario.positions import line_of, lines_of

    lines = lines_of(text)
    placed = [Problem(message, key_text(at), line_of(at, lines), source) for at, message in found]
    return sorted(placed, key=lambda problem: problem.line or 0)


def dumps(scenario: Scenario, original: str | None = None) -> str:
    """The scenario as TOML; with the text it came from, that text with its comments, changed where it differs."""
    import tomlkit

    from simulator.scenario.toml_text import edited, written

    if original is None:
        return written(scenario)
    return tomlkit.dumps(edited(tomlkit.parse(original), scenario))
