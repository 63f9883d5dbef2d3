"""What the parts of a line of TOML are, for their colours."""

import re
from collections.abc import Iterator
from enum import Enum


class Part(Enum):
    """A kind of word; the value is the token of its colour."""

    TABLE = "syntax.keyword"
    KEY = "text.primary"
    STRING = "syntax.string"
    NUMBER = "syntax.number"
    COMMENT = "syntax.comment"


_LONG = {1: '"""', 2: "'''"}
"""What ends a text of several lines, by the state that the line before was left in; 0: none."""
_PARTS = re.compile(
    r"""(?P<comment>\#.*)
    | (?P<long>\"{3}|'{3})
    | (?P<string>"(?:\\.|[^"\\])*"?|'[^']*'?)
    | (?P<table>^\s*\[\[?[^\]\n]*\]?\]?)
    | (?P<key>[A-Za-z0-9_-]+(?=\s*(?:\.[\w.-]+)?\s*=))
    | (?P<number>\b(?:true|false|inf|nan)\b|[+-]?\b\d[\d_.eE+-]*\b)
    """,
    re.VERBOSE,
)
_KINDS = {
    "comment": Part.COMMENT,
    "string": Part.STRING,
    "table": Part.TABLE,
    "key": Part.KEY,
    "number": Part.NUMBER,
}


def parts(line: str, state: int) -> tuple[list[tuple[int, int, Part]], int]:
    """Begin, length and kind of each word; and the state in which the line ends. `state`: that of the line before."""
    found = list(_found(line, state))
    return [entry for entry in found if entry[1]], found[-1][0] if found and not found[-1][1] else 0


def _found(line: str, state: int) -> Iterator[tuple[int, int, Part]]:
    """The words; a last one of no length says, instead of where it begins, in which state the line ends."""
    at = 0
    while state or at < len(line):
        if state:
            end = line.find(_LONG[state], at)
            if end < 0:
                yield at, len(line) - at, Part.STRING
                yield state, 0, Part.STRING
                return
            yield at, end + 3 - at, Part.STRING
            at, state = end + 3, 0
        match = _PARTS.search(line, at)
        if match is None:
            return
        if match.lastgroup == "long":
            state = next(number for number, quotes in _LONG.items() if quotes == match[0])
            yield match.start(), 3, Part.STRING
        else:
            yield match.start(), len(match[0]), _KINDS[str(match.lastgroup)]
        at = match.end()
