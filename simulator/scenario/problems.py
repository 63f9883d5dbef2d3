"""What pydantic found wrong, in our words: where, the rule, the value, the nearest right word."""

import re
from typing import Any

from pydantic_core import ErrorDetails

from simulator.scenario.frozen import NAME_PATTERN, PATH_PATTERN, WORD_PATTERN, Frozen
from simulator.units import format_time
from simulator.words import nearest, shown

Location = tuple[str | int, ...]

_RULES: dict[str, str] = {
    "missing": "required, but missing",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "string_type": "must be a text",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "dict_type": "must be a table",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
}
_PATTERNS: dict[str, str] = {
    PATH_PATTERN: 'must begin with "/" and have no spaces or brackets',
    NAME_PATTERN: "must have no brackets and no control characters",
    WORD_PATTERN: "must have letters without accents, digits, - and _ only",
}
_LIMITS: dict[str, tuple[str, str]] = {
    "greater_than": ("gt", "must be above {}"),
    "greater_than_equal": ("ge", "must be at least {}"),
    "less_than": ("lt", "must be below {}"),
    "less_than_equal": ("le", "must be at most {}"),
    "string_too_short": ("min_length", "must not be empty"),
    "string_too_long": ("max_length", "must have at most {} characters"),
    "too_short": ("min_length", "must have at least {} entry"),
    "too_long": ("max_length", "must have at most {} entries"),
}


_MEANT = {"def": "threadpool", "sync": "threadpool"}
"""What people write for a choice, that looks unlike it."""


def key_text(location: Location) -> str:
    """`clients[0].rate` for ("clients", 0, "rate"); a key with dots or slashes stands in brackets."""
    text = ""
    for part in location:
        if isinstance(part, int) or not re.fullmatch(r"[A-Za-z0-9_-]+", part):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def message(error: ErrorDetails, model: type[Frozen]) -> str:
    """The rule that was broken, and the value."""
    kind = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(error["loc"], model)
    if kind in ("enum", "literal_error"):
        return _wrong_choice(error)
    if kind == "value_error":
        return str(error.get("ctx", {}).get("error", error["msg"]))
    if kind == "missing":
        return _RULES[kind]
    return f"{_rule(error)}, got {shown(error['input'])}"


def _rule(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind in _LIMITS:
        name, rule = _LIMITS[kind]
        return rule.format(_limit(context[name], error["input"]))
    if kind == "string_pattern_mismatch":
        return _PATTERNS[context["pattern"]]
    if kind == "float_type" and type(error["input"]) is int:
        return "must be a number that fits into a double"
    return _RULES.get(kind, error["msg"])


def _limit(limit: int | float, value: object) -> str:
    if isinstance(value, str) and isinstance(limit, float):  # a time, written with its unit
        return format_time(limit)
    return f"{limit:,}" if isinstance(limit, int) else f"{limit:,.15g}"


def _unknown_key(location: Location, model: type[Frozen]) -> str:
    *table, key = location
    keys = keys_at(tuple(table), model)
    prefix = key_text(tuple(table))
    return "unknown key" + nearest(str(key), keys, f"{prefix}." if prefix else "")


def _wrong_choice(error: ErrorDetails) -> str:
    choices = re.findall(r"'([^']+)'|\b(\d+)\b", str(error.get("ctx", {}).get("expected", "")))
    words = [word or number for word, number in choices]
    got = error["input"]
    hint = nearest(_MEANT.get(got, got), words) if isinstance(got, str) else ""
    return f"must be {_listed(words)}, got {shown(got)}{hint}"


def _listed(words: list[str]) -> str:
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"


def keys_at(location: Location, model: type[Frozen]) -> list[str]:
    """The keys that the table at `location` may have."""
    current: Any = model
    for part in location:
        if isinstance(part, str):
            found = fields_of(current).get(part)
            if found is None:
                return []
            current = found
    return list(fields_of(current))


def fields_of(model: Any) -> dict[str, Any]:  # noqa: ANN401  # a model class, or a leaf's type
    """Key -> the model class of the table (or of the tables in the list) that it holds, or None for a leaf."""
    if not (isinstance(model, type) and issubclass(model, Frozen)):
        return {}
    return {field.alias or name: _model_in(field.annotation) for name, field in model.model_fields.items()}


def _model_in(annotation: Any) -> type[Frozen] | None:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found is not None:
            return found
    return None
