"""What the simulator says is wrong, in the window's language: the rule, the value, the nearest right word.

The simulator speaks English, to terminals and logs; its rules come from here when the window shows them. A rule that is
not in the table is shown as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from simulator.errors import Problem, ScenarioError, SimulatorError

RULES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Problems", "required, but missing"),
    QT_TRANSLATE_NOOP("Problems", "required for {what}, but missing"),
    QT_TRANSLATE_NOOP("Problems", "required where there are several routes, but missing"),
    QT_TRANSLATE_NOOP("Problems", "unknown key"),
    QT_TRANSLATE_NOOP("Problems", "unknown key: there is nothing below it"),
    QT_TRANSLATE_NOOP("Problems", "is no key of {what} arrivals"),
    QT_TRANSLATE_NOOP("Problems", "is no key of {what}"),
    QT_TRANSLATE_NOOP("Problems", "must be a whole number"),
    QT_TRANSLATE_NOOP("Problems", "must be a number"),
    QT_TRANSLATE_NOOP("Problems", "must be a number that fits into a double"),
    QT_TRANSLATE_NOOP("Problems", "must be a finite number"),
    QT_TRANSLATE_NOOP("Problems", "must be true or false"),
    QT_TRANSLATE_NOOP("Problems", "must be a text"),
    QT_TRANSLATE_NOOP("Problems", "must be a table"),
    QT_TRANSLATE_NOOP("Problems", "must be a list"),
    QT_TRANSLATE_NOOP("Problems", "must be a value"),
    QT_TRANSLATE_NOOP("Problems", "must not be empty"),
    QT_TRANSLATE_NOOP("Problems", 'must begin with "/" and have no spaces or brackets'),
    QT_TRANSLATE_NOOP("Problems", "must have no brackets and no control characters"),
    QT_TRANSLATE_NOOP("Problems", "must have a weight above 0"),
    QT_TRANSLATE_NOOP("Problems", "must have at most {count} characters"),
    QT_TRANSLATE_NOOP("Problems", "must have at least {count} entry"),
    QT_TRANSLATE_NOOP("Problems", "must have at most {count} entries"),
    QT_TRANSLATE_NOOP("Problems", "must have at most {count} users together"),
    QT_TRANSLATE_NOOP("Problems", "must have one of cpu, io and enqueue"),
    QT_TRANSLATE_NOOP("Problems", 'must be a time such as "50ms", "1.5s" or "2min"'),
    QT_TRANSLATE_NOOP("Problems", 'must be a time such as "50ms"'),
    QT_TRANSLATE_NOOP("Problems", "needs a unit ({units})"),
    QT_TRANSLATE_NOOP("Problems", "must be a time of 0 or more"),
    QT_TRANSLATE_NOOP("Problems", "must be a time of at most {limit}"),
    QT_TRANSLATE_NOOP("Problems", "must be below run.duration ({limit})"),
    QT_TRANSLATE_NOOP("Problems", "must be before the run ends ({limit})"),
    QT_TRANSLATE_NOOP("Problems", "must be before the group stops ({limit})"),
    QT_TRANSLATE_NOOP("Problems", "must be at most {limit} in the window"),
    QT_TRANSLATE_NOOP("Problems", "must be at most {limit} bytes"),
    QT_TRANSLATE_NOOP("Problems", "must be at most {limit}"),
    QT_TRANSLATE_NOOP("Problems", "must be at least {limit}"),
    QT_TRANSLATE_NOOP("Problems", "must be above {limit}"),
    QT_TRANSLATE_NOOP("Problems", "must be below {limit}"),
    QT_TRANSLATE_NOOP("Problems", "must be 1"),
    QT_TRANSLATE_NOOP("Problems", "must be unique"),
    QT_TRANSLATE_NOOP("Problems", "must be sorted by time"),
    QT_TRANSLATE_NOOP("Problems", "must be {choices} or {last}"),
    QT_TRANSLATE_NOOP("Problems", "would give more than {count} rows"),
    QT_TRANSLATE_NOOP("Problems", "goes with {what} only"),
    QT_TRANSLATE_NOOP("Problems", "a task cannot enqueue"),
    QT_TRANSLATE_NOOP("Problems", "needs a [broker]"),
    QT_TRANSLATE_NOOP("Problems", "is not defined in {table}"),
    QT_TRANSLATE_NOOP("Problems", "{name} is not defined in {table}"),
    QT_TRANSLATE_NOOP("Problems", "{name} is no distribution"),
    QT_TRANSLATE_NOOP("Problems", "{name} is fixed for a run"),
    QT_TRANSLATE_NOOP("Problems", "there is no {name} in {table}"),
    QT_TRANSLATE_NOOP("Problems", "is nested too deeply"),
    QT_TRANSLATE_NOOP("Problems", "is not a text file in UTF-8"),
    QT_TRANSLATE_NOOP("Problems", "is not valid TOML: {what}"),
    QT_TRANSLATE_NOOP("Problems", "has a number that is too long"),
    QT_TRANSLATE_NOOP("Problems", "cannot be read: {why}"),
    QT_TRANSLATE_NOOP("Problems", "is empty: a scenario needs at least {what}"),
)
"""The longer of two that begin alike comes first where a slot could swallow what makes the difference."""
_TAILS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Problems", "{value}: simulate --config takes more"),
    QT_TRANSLATE_NOOP("Problems", "{value} again"),
    QT_TRANSLATE_NOOP("Problems", "{value} or more"),
)
"""What may stand behind the value."""
_GOT = QT_TRANSLATE_NOOP("Problems", "{rule}, got {value}")
_HINT = QT_TRANSLATE_NOOP("Problems", "{said} (did you mean {word}?)")
_SLOT = re.compile(r"\\\{(\w+)\\\}")


def said(message: str) -> str:
    """A message as the window's language has it."""
    hint = re.fullmatch(r"(.*) \(did you mean (.+)\?\)", message, re.DOTALL)
    if hint is not None:
        return _tr(_HINT).format(said=said(hint[1]), word=hint[2])
    rule, got, value = message.partition(", got ")
    if got:
        return _tr(_GOT).format(rule=_told(rule, RULES), value=_told(value, _TAILS))
    return _told(message, RULES)


def whole(problem: Problem) -> str:
    """A problem in a line: where, the key, and what is wrong."""
    place = f"{problem.source}:{problem.line}" if problem.source and problem.line is not None else problem.source
    return ": ".join(part for part in (place, problem.key, said(problem.message)) if part)


def error_text(error: SimulatorError) -> str:
    """All that an error says, a problem a line."""
    if isinstance(error, ScenarioError):
        return "\n".join(map(whole, error.problems))
    return said(str(error))


def _told(text: str, table: tuple[object, ...]) -> str:
    for shape, source in _shapes(table):
        found = shape.fullmatch(text)
        if found is not None:
            return _tr(source).format(**found.groupdict())
    return text


@cache
def _shapes(table: tuple[object, ...]) -> tuple[tuple[re.Pattern[str], object], ...]:
    return tuple(
        (re.compile(_SLOT.sub(lambda slot: f"(?P<{slot[1]}>.+)", re.escape(str(source))), re.DOTALL), source)
        for source in table
    )


def _tr(source: object) -> str:
    return QCoreApplication.translate("Problems", str(source))
