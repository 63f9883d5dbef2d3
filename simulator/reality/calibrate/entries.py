"""One request of a log, whatever the log's format, and the path under which it counts."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class Entry(NamedTuple):
    """What a log may tell of a request; None where it does not."""

    path: str
    at_s: float | None = None
    """Seconds since 1970."""
    response_s: float | None = None
    status: int | None = None
    cpu_s: float | None = None
    io_s: float | None = None


_NUMBER = re.compile(r"^(\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{16,})$")
_UNFIT = re.compile(r"[\s\[\]\x00-\x1f\x7f]")
_LONGEST_PATH = 200


@lru_cache(maxsize=4096)
def route_of(target: str) -> str:
    """The path without its query, numbers and other ids as {id}: `/users/42?x=1` counts under `/users/{id}`."""
    path = unquote(urlsplit(target).path if "://" in target else target.partition("?")[0]) or "/"
    parts = ["{id}" if _NUMBER.match(part) else part for part in path.split("/")]
    path = _UNFIT.sub("_", "/".join(parts))[:_LONGEST_PATH]
    return path if path.startswith("/") else f"/{path}"
