"""A small language of conditions on a run: `accept_queue > 50 and response_p95_s > 500ms`. Pure; nothing is executed.

condition   = all { "or" all }          all  = single { "and" single }
single      = "not" single | sum [ comparison sum ]
sum         = product { "+" | "-" product }
product     = atom { "*" | "/" atom }   atom = number [ unit ] | figure | "-" atom | "(" condition ")"
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from math import inf
from operator import add, eq, ge, gt, le, lt, mul, ne, sub

from simulator.errors import SimulatorError
from simulator.model import System
from ui.session.figures import FIGURES, Read

_LONGEST, _DEEPEST = 500, 30
_UNITS = {"": 1.0, "us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "%": 0.01}
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:[.,]\d+)?|[.,]\d+)(?P<unit>[A-Za-zµ]+|%)?|(?P<word>[^\W\d]\w*)|(?P<sign>[<>=!]=|[-+*/()<>=])"
    r"|(?P<strange>\S))"
)
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    ">": gt, "<": lt, ">=": ge, "<=": le, "==": eq, "=": eq, "!=": ne,
}  # fmt: skip


class Fault(Enum):
    """What is wrong with a text."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    UNKNOWN_FIGURE = "unknown figure"
    UNKNOWN_UNIT = "unknown unit"
    UNKNOWN_SIGN = "unknown sign"
    NOT_EXPECTED = "not expected"
    ENDS_TOO_EARLY = "ends too early"
    NOT_CLOSED = "not closed"
    NUMBER_FOR_CONDITION = "number for condition"
    CONDITION_FOR_NUMBER = "condition for number"


class ConditionError(SimulatorError):
    """A text that is no condition: what is wrong, at which word, where it stands, and the nearest right word."""

    def __init__(self, fault: Fault, word: str = "", at: int = 0, near: str = "") -> None:
        self.fault, self.word, self.at, self.near = fault, word, at, near
        super().__init__(f"{fault.value}: {word}" + (f" (did you mean {near}?)" if near else ""))


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that is true of a run or not; `figures` are those it names, in their order."""

    text: str
    figures: tuple[str, ...]
    _is_true: Read

    def holds(self, system: System) -> bool:
        """Whether it is true now."""
        return bool(self._is_true(system))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the text that was understood."""

    read: Read
    is_condition: bool
    text: str
    at: int


def parse(text: str) -> Condition:
    """Read a condition. Raises ConditionError."""
    if len(text) > _LONGEST:
        raise ConditionError(Fault.TOO_LONG)
    if not text.strip():
        raise ConditionError(Fault.EMPTY)
    parser = _Parser(tuple(_tokens(text)), text)
    whole = parser.condition()
    if parser.next is not None:
        raise parser.refusal()
    if not whole.is_condition:
        raise ConditionError(Fault.NUMBER_FOR_CONDITION, whole.text, whole.at)
    return Condition(" ".join(text.split()), tuple(dict.fromkeys(parser.figures)), whole.read)


def _tokens(text: str) -> Iterable[_Token]:
    for match in _TOKEN.finditer(text.rstrip()):
        kind = match.lastgroup or ""
        kind = "number" if kind == "unit" else kind
        word, at = match[kind], match.start(kind)
        if kind == "strange":
            raise ConditionError(Fault.UNKNOWN_SIGN, word, at)
        if kind != "number":
            yield _Token(kind, word, at)
            continue
        unit = (match["unit"] or "").replace("µ", "u")
        if unit not in _UNITS:
            raise ConditionError(Fault.UNKNOWN_UNIT, match["unit"], match.start("unit"), _near(unit, _UNITS))
        yield _Token("number", word, at, float(word.replace(",", ".")) * _UNITS[unit])


def _near(word: str, words: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake asks for it, and it takes long to load

    found = get_close_matches(word.lower(), list(words), n=1, cutoff=0.5)
    return found[0] if found else ""


class _Parser:
    """Goes through the tokens once, from the left."""

    def __init__(self, tokens: tuple[_Token, ...], text: str) -> None:
        self._tokens, self._text = tokens, text
        self._at = self._depth = 0
        self.figures: list[str] = []

    @property
    def next(self) -> _Token | None:
        """The token to be read; None: there is no more."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def refusal(self) -> ConditionError:
        """The next token is wrong here."""
        token = self.next
        if token is None:
            return ConditionError(Fault.ENDS_TOO_EARLY, at=len(self._text))
        return ConditionError(Fault.NOT_EXPECTED, token.text, token.at)

    def _take(self, *texts: str) -> str | None:
        token = self.next
        if token is None or token.text not in texts:
            return None
        self._at += 1
        return token.text

    def condition(self) -> _Part:
        """Of which one is enough."""
        left = self._all()
        while self._take("or", "ou"):
            read = _either(self._wanted(left).read, self._wanted(self._all()).read)
            left = _Part(read, True, left.text, left.at)
        return left

    def _all(self) -> _Part:
        left = self._single()
        while self._take("and", "e"):
            read = _both(self._wanted(left).read, self._wanted(self._single()).read)
            left = _Part(read, True, left.text, left.at)
        return left

    def _single(self) -> _Part:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ConditionError(Fault.TOO_LONG)
        token = self.next
        if self._take("not", "não") and token is not None:
            inner = self._wanted(self._single())
            part = _Part(lambda s: not inner.read(s), True, token.text, token.at)
        else:
            part = self._comparison()
        self._depth -= 1
        return part

    def _comparison(self) -> _Part:
        left = self._sum()
        sign = self._take(*_COMPARISONS)
        if sign is None:
            return left
        read = _combined(_COMPARISONS[sign], self._number(left).read, self._number(self._sum()).read)
        return _Part(read, True, left.text, left.at)

    def _sum(self) -> _Part:
        return self._chain(self._product, {"+": add, "-": sub})

    def _product(self) -> _Part:
        return self._chain(self._atom, {"*": mul, "/": _divided})

    def _chain(self, inner: Callable[[], _Part], signs: dict[str, Callable[[float, float], float]]) -> _Part:
        left = inner()
        while sign := self._take(*signs):
            read = _combined(signs[sign], self._number(left).read, self._number(inner()).read)
            left = _Part(read, False, left.text, left.at)
        return left

    def _atom(self) -> _Part:
        token = self.next
        if token is None:
            raise self.refusal()
        if self._take("-"):
            inner = self._number(self._atom()).read
            return _Part(lambda s: -inner(s), False, token.text, token.at)
        if self._take("("):
            return self._in_brackets(token)
        self._at += 1
        if token.kind == "number":
            return _Part(lambda _: token.value, False, token.text, token.at)
        if token.kind == "word":
            return self._figure(token)
        self._at -= 1
        raise self.refusal()

    def _in_brackets(self, opening: _Token) -> _Part:
        inner = self.condition()
        if not self._take(")"):
            raise ConditionError(Fault.NOT_CLOSED, opening.text, opening.at)
        return inner

    def _figure(self, token: _Token) -> _Part:
        name = token.text.lower()
        if name not in FIGURES:
            raise ConditionError(Fault.UNKNOWN_FIGURE, token.text, token.at, _near(name, FIGURES))
        self.figures.append(name)
        return _Part(FIGURES[name], False, token.text, token.at)

    def _wanted(self, part: _Part) -> _Part:
        if not part.is_condition:
            raise ConditionError(Fault.NUMBER_FOR_CONDITION, part.text, part.at)
        return part

    def _number(self, part: _Part) -> _Part:
        if part.is_condition:
            raise ConditionError(Fault.CONDITION_FOR_NUMBER, part.text, part.at)
        return part


def _either(left: Read, right: Read) -> Read:
    return lambda system: left(system) or right(system)


def _both(left: Read, right: Read) -> Read:
    return lambda system: left(system) and right(system)


def _combined(act: Callable[[float, float], float], left: Read, right: Read) -> Read:
    return lambda system: act(left(system), right(system))


def _divided(left: float, right: float) -> float:
    return left / right if right else inf
