"""`summary.json` and `summary.csv`: the figures of each replication, and of all together."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from simulator.statistics import Summary

COLUMNS = ("replication", "scope", "name", "figure", "value")
_DIGITS = 9
"""After the point: a nanosecond; what a double has beyond that is noise that differs between machines."""
_SCOPES = {"workers": "worker", "services": "service", "by_route": "route", "by_client": "client"}
_ENDS = ("low", "high")


def as_json(summary: Summary) -> str:
    """The contract's JSON, with a last newline."""
    return json.dumps(_rounded(summary.plain()), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _rounded(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    if isinstance(value, Mapping):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return round(value, _DIGITS) if isinstance(value, float) else value


def as_csv(replications: Sequence[Summary], overall: Summary) -> str:
    """Tidy rows; `all` in the column replication where there are several."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, summary in enumerate(replications, 1):
        writer.writerows((number, *row) for row in _rows(summary))
    if len(replications) > 1:
        writer.writerows(("all", *row) for row in _rows(overall))
    return text.getvalue()


def _rows(summary: Summary) -> Iterator[tuple[str, str, str, Any]]:
    """Scope, name, figure, value."""
    for key, value in _rounded(summary.plain()).items():
        scope = _SCOPES.get(key)
        if scope is None:
            yield from (("run", "", figure, each) for figure, each in _figures(key, value))
        else:
            for name, figures in _named(value):
                for inner, each in figures.items():
                    yield from ((scope, name, figure, number) for figure, number in _figures(inner, each))


def _named(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        yield from value.items()
        return
    for entry in value:
        yield str(entry["worker"]), {key: each for key, each in entry.items() if key != "worker"}


def _figures(figure: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _figures(f"{figure}.{key}", each)
    elif figure.endswith("ci95"):
        for end, each in zip(_ENDS, value or ("", ""), strict=True):
            yield f"{figure}_{end}", each
    else:
        yield figure, "" if value is None else str(value).lower() if isinstance(value, bool) else value
