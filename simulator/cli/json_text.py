"""One JSON object on standard output, for scripts."""

import json
import math
from collections.abc import Mapping
from typing import Any

_DIGITS = 9
"""After the point: a nanosecond; what a double has beyond that differs between machines."""


def json_text(value: Mapping[str, Any]) -> str:
    """With a last newline; what is no finite number is null."""
    return json.dumps(_plain(value), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return round(value, _DIGITS) if math.isfinite(value) else None
    return value
