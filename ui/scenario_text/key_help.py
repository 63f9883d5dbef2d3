"""What a word of the text means: the explanation of the key that the pointer is on."""

import re
from collections.abc import Sequence

from simulator.scenario.keys import LIVE
from ui.parameters import texts
from ui.parameters.key_explanations import meaning_of, why_fixed
from ui.parameters.specs import SPECS
from ui.scenario_text.syntax import Part, parts

_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z_]+)\s*\]")
_ROWS = {(spec.table, spec.key): spec.parameter for spec in SPECS}


def key_at(lines: Sequence[str], row: int, column: int) -> tuple[str, str] | None:
    """Table and name of the key at a place, both counted from 0; None where no key stands."""
    for begin, length, part in parts(lines[row], 0)[0]:
        if part is Part.KEY and begin <= column < begin + length:
            headers = (_HEADER.match(line) for line in reversed(lines[: row + 1]))
            table = next((header[1] for header in headers if header is not None), "")
            return table, lines[row][begin : begin + length]
    return None


def help_at(lines: Sequence[str], row: int, column: int) -> str:
    """What is said of it, in plain words; nothing where there is nothing to say."""
    key = key_at(lines, row, column)
    if key is None:
        return ""
    if key in _ROWS:
        return texts.explanation(_ROWS[key])
    meaning = meaning_of(*key)
    return f"{meaning} {why_fixed(key[0])}" if meaning and not _is_live(*key) else meaning


def _is_live(table: str, name: str) -> bool:
    return name in LIVE.get(table, ())
