"""A `requests.csv` in short: its digest, and figures to compare where digits may differ in the last place."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
SAMPLES = 40
TOLERANCE = 1.001e-6
"""Of a time in seconds: one in the last digit of the file."""
_TEXTS = ("client", "route", "outcome", "worker", "status")

Golden = dict[str, Any]


def compact(data: bytes) -> Golden:
    """Digest and number of rows, how often each text occurs, means of all numbers, and rows from first to last."""
    table = list(csv.reader(io.StringIO(data.decode())))
    header, rows = table[0], table[1:]
    columns = dict(zip(header, zip(*rows, strict=True), strict=True))
    return {
        "sha256": sha256(data).hexdigest(),
        "rows": len(rows),
        "counts": {name: _counts(columns[name]) for name in _TEXTS},
        "means": {name: _mean(values) for name, values in columns.items() if name not in _TEXTS},
        "header": ",".join(header),
        "sample": [",".join(rows[index * (len(rows) - 1) // (SAMPLES - 1)]) for index in range(SAMPLES)],
    }


def _counts(values: tuple[str, ...]) -> dict[str, int]:
    return {value: values.count(value) for value in sorted(set(values))}


def _mean(values: tuple[str, ...]) -> float | None:
    numbers = [float(value) for value in values if value]
    return round(sum(numbers) / len(numbers), 9) if numbers else None


def differences(golden: Golden, found: Golden) -> list[str]:
    """What differs by more than the last digit, in words; the digests are not looked at."""
    exact = [
        f"{key}: {golden[key]}, now {found[key]}" for key in ("header", "rows", "counts") if golden[key] != found[key]
    ]
    if exact:
        return exact
    wrong = [f"mean {name}: {golden['means'][name]}, now {mean}" for name, mean in found["means"].items()
             if not _is_near(golden["means"][name], mean)]  # fmt: skip
    for before, now in zip(golden["sample"], found["sample"], strict=True):
        pairs = zip(before.split(","), now.split(","), strict=True)
        if not all(a == b or _are_near_times(a, b) for a, b in pairs):
            wrong.append(f"{before}\n     now {now}")
    return wrong


def _are_near_times(one: str, other: str) -> bool:
    """A time has six digits after its point; ids, names and what is empty must be the same."""
    return all(text[-7:-6] == "." for text in (one, other)) and _is_near(float(one), float(other))


def _is_near(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) <= TOLERANCE)


def load(name: str) -> Golden:
    """What is kept for a scenario."""
    kept: Golden = json.loads(_file(name).read_text(encoding="utf-8"))
    return kept


def store(name: str, golden: Golden) -> None:
    """Keep it from now on."""
    _file(name).write_text(json.dumps(golden, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _file(name: str) -> Path:
    return FOLDER / f"{name}.json"
