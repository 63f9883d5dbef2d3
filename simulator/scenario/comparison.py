"""A comparison on disk: a file with `[compare]`, which names the scenarios of A and of B beside it."""

import tomllib
from pathlib import Path
from typing import Any

from simulator.errors import Problem, ScenarioError
from simulator.words import nearest

SIDES = ("a", "b")
_LARGEST = 64_000
"""Bytes; a file of three lines is not larger."""


def is_comparison(plain: dict[str, Any]) -> bool:
    """Whether it names scenarios in place of being one."""
    return isinstance(plain.get("compare"), dict) and "format" not in plain


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
    if not is_comparison(table):
        return None
    compare = table["compare"]
    problems = [*_unknown(compare, path), *_missing(compare, path)]
    if problems:
        raise ScenarioError(problems)
    a, b = (path.parent / compare[side] for side in SIDES)
    return a, b


def _unknown(compare: dict[str, Any], path: Path) -> list[Problem]:
    others = [key for key in compare if key not in SIDES]
    return [Problem(f"unknown key{nearest(key, SIDES)}", f"compare.{key}", source=path.name) for key in others]


def _missing(compare: dict[str, Any], path: Path) -> list[Problem]:
    problems = []
    for side in SIDES:
        name = compare.get(side)
        if not isinstance(name, str):
            problems.append(Problem("must name a scenario file", f"compare.{side}", source=path.name))
        elif not (path.parent / name).is_file():
            problems.append(Problem(f"there is no file {name!r}", f"compare.{side}", source=path.name))
    return problems
