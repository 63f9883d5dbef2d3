"""What the simulator says is wrong, in the window's language: the rule, the value, the nearest right word.

The simulator speaks English, to terminals and logs; its rules come from here when the window shows them. A rule that is
not in the table is shown as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from simulator.errors import Problem, ScenarioError
from ui.problem_rules import RULES

_TAILS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("Problems", "{value}: simulate --config takes more"),
    QT_TRANSLATE_NOOP("Problems", "{value} again"),
    QT_TRANSLATE_NOOP("Problems", "{value} or more"),
    QT_TRANSLATE_NOOP("Problems", "{value} after a later one"),
    QT_TRANSLATE_NOOP("Problems", "about {value}"),
    QT_TRANSLATE_NOOP("Problems", "a table"),
    QT_TRANSLATE_NOOP("Problems", "a list"),
    QT_TRANSLATE_NOOP("Problems", "an empty table"),
    QT_TRANSLATE_NOOP("Problems", "an empty list"),
    QT_TRANSLATE_NOOP("Problems", "the date {value}"),
    QT_TRANSLATE_NOOP("Problems", "the time {value}"),
    QT_TRANSLATE_NOOP("Problems", "a number of about {count} digits"),
)
"""What may stand behind the value, and values that are named by their kind."""
_GOT = QT_TRANSLATE_NOOP("Problems", "{rule}, got {value}")
_HINT = QT_TRANSLATE_NOOP("Problems", "{said} (did you mean {word}?)")
_TOLD = ("rule", "why")
"""Slots with a message of their own."""
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+")
_A_SLOT = re.compile(r"\{\w+\}")
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


def error_text(error: Exception) -> str:
    """All that an error says, a problem a line."""
    if isinstance(error, ScenarioError):
        return "\n".join(map(whole, error.problems))
    if isinstance(error, OSError):
        return ": ".join(filter(None, (error.filename, said(error.strerror or str(error)))))
    return said(str(error))


def _told(text: str, table: tuple[object, ...]) -> str:
    for shape, source in _shapes(table):
        found = shape.fullmatch(text)
        if found is not None:
            slots = {name: _counted(value) for name, value in found.groupdict().items()}
            return _tr(source).format(**slots | {name: said(slots.get(name, "")) for name in _TOLD})
    key, colon, rest = text.partition(": ")
    # `server.workers: must be 1`, `results.csv: is empty`: names are nobody's to translate.
    return f"{key}{colon}{_told(rest, table)}" if colon else text


def _counted(value: str) -> str:
    """Thousands as the language groups them; what somebody wrote himself is as he wrote it."""
    return value.replace(",", QLocale().groupSeparator()) if _GROUPED.fullmatch(value) else value


@cache
def _shapes(table: tuple[object, ...]) -> tuple[tuple[re.Pattern[str], object], ...]:
    """Who says more itself comes first: a slot could swallow what makes the difference."""
    sources = sorted(map(str, table), key=lambda source: -len(_A_SLOT.sub("", source)))
    return tuple(
        (re.compile(_SLOT.sub(lambda slot: f"(?P<{slot[1]}>.+)", re.escape(source)), re.DOTALL), source)
        for source in sources
    )


def _tr(source: object) -> str:
    return QCoreApplication.translate("Problems", str(source))
