"""A comparison on disk: a file with `[compare]`, which names the scenarios of A and of B beside it. Pure."""

import tomllib
from pathlib import Path
from typing import Any

from simulator.errors import Problem, ScenarioError, SimulatorError
from simulator.model import System
from simulator.words import nearest
from ui.saved import saved_text, write_whole

_SIDES = ("a", "b")
_LARGEST = 64_000
"""Bytes; a file of three lines is not larger."""


def comparison_in(path: Path) -> tuple[Path, Path] | None:
    """The files of A and of B; None where the file is no comparison, or cannot be read as one.

    Raises ScenarioError where it is one that names no two files.
    """
    try:
        if path.stat().st_size > _LARGEST:
            return None
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    compare = table.get("compare")
    if not isinstance(compare, dict):
        return None
    problems = [*_unknown(compare, path), *_missing(compare, path)]
    if problems:
        raise ScenarioError(problems)
    a, b = (path.parent / compare[side] for side in _SIDES)
    return a, b


def _unknown(compare: dict[str, Any], path: Path) -> list[Problem]:
    others = [key for key in compare if key not in _SIDES]
    return [Problem(f"unknown key{nearest(key, _SIDES)}", f"compare.{key}", source=path.name) for key in others]


def _missing(compare: dict[str, Any], path: Path) -> list[Problem]:
    problems = []
    for side in _SIDES:
        name = compare.get(side)
        if not isinstance(name, str):
            problems.append(Problem("must name a scenario file", f"compare.{side}", source=path.name))
        elif not (path.parent / name).is_file():
            problems.append(Problem(f"there is no file {name!r}", f"compare.{side}", source=path.name))
    return problems


def write_comparison(path: Path, a: System, b: System, text: str) -> tuple[Path, Path, Path]:
    """Write both sessions as scenarios, and the file that opens them; `text` is that which A was opened from.

    Raises SimulatorError naming the file that could not be written; the one that opens them is written last.
    """
    files = [path.with_name(f"{path.stem}-{side}.toml") for side in _SIDES]
    texts = [saved_text(a, path.parent, text), saved_text(b, path.parent, None)]
    names = "".join(f'{side} = "{file.name}"\n' for side, file in zip(_SIDES, files, strict=True))
    for file, written in (*zip(files, texts, strict=True), (path, f"[compare]\n{names}")):
        try:
            write_whole(file, written)
        except OSError as error:
            raise SimulatorError(f"{file}: {error.strerror or error}") from error
    return files[0], files[1], path
