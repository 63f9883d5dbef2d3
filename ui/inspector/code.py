"""A handler as a few lines of FastAPI, and the line that a request was on. Pure."""

import re
from dataclasses import dataclass
from enum import Enum

from simulator.distributions import Distribution, DistributionKind
from simulator.record import Stage
from simulator.record.life import Life, Span
from simulator.scenario import HandlerKind, Route, Step
from simulator.units import to_ns

_INDENT = "    "
_NAME = re.compile(r"[^0-9a-zA-Z_]+")
_CALLABLE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\Z")
_TOKENS = re.compile(
    r"(?P<comment>#.*)|(?P<string>\"[^\"]*\")|(?P<keyword>@[\w.]+|\b(?:async|def|await|return)\b)"
    r"|(?P<number>\b\d+(?:\.\d+)?\b)"
)


class Ink(Enum):
    """What a piece of code is, for its colour."""

    PLAIN = "text.primary"
    KEYWORD = "syntax.keyword"
    STRING = "syntax.string"
    NUMBER = "syntax.number"
    COMMENT = "syntax.comment"


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One line of the handler."""

    text: str
    step: int | None = None
    """The step it stands for; None of the lines around."""

    def pieces(self) -> list[tuple[str, Ink]]:
        """The text, cut by colour."""
        found, at = [], 0
        for match in _TOKENS.finditer(self.text):
            found.append((self.text[at : match.start()], Ink.PLAIN))
            found.append((match[0], Ink[(match.lastgroup or "plain").upper()]))
            at = match.end()
        found.append((self.text[at:], Ink.PLAIN))
        return [piece for piece in found if piece[0]]


@dataclass(frozen=True, slots=True)
class Code:
    """A handler's lines; the request's place in them is a line's index."""

    route: Route
    lines: tuple[CodeLine, ...]

    @property
    def head(self) -> int:
        """The line with `def`."""
        return 1

    @property
    def last(self) -> int:
        """The line with `return`."""
        return len(self.lines) - 1

    def line_of(self, step: int) -> int:
        """The line that stands for a step."""
        return next((number for number, line in enumerate(self.lines) if line.step == step), self.last)


def code_of(route: Route) -> Code:
    """The handler of a route as one would write it."""
    lines = [CodeLine(f'@app.get("{route.path}")')]
    lines.append(CodeLine(f"{'def' if route.handler is HandlerKind.THREADPOOL else 'async def'} {_function(route)}():"))
    lines += [CodeLine(_INDENT + _call(step, route.handler), number) for number, step in enumerate(route.steps)]
    lines.append(CodeLine(f"{_INDENT}return response"))
    return Code(route, tuple(lines))


def _function(route: Route) -> str:
    name = _NAME.sub("_", route.path).strip("_")
    return name if name and not name[0].isdigit() else f"route_{name}".rstrip("_")


def _call(step: Step, handler: HandlerKind) -> str:
    if step.io is None:
        return f"{_named(step.label) or 'compute'}()"
    wait = "await " if handler is HandlerKind.ASYNC else ""
    if step.service is not None:
        return f"{wait}{_NAME.sub('_', step.service).strip('_')}.{_named(step.label) or 'query'}()"
    sleeps = "asyncio.sleep" if handler is HandlerKind.ASYNC else "time.sleep"
    called = _named(step.label) or sleeps
    return f"{wait}{called}({_seconds(step.io) if called.endswith('sleep') else ''})"


def _named(label: str) -> str:
    """A label as it can be called; nothing where there is none."""
    if _CALLABLE.match(label):
        return label
    name = _NAME.sub("_", label).strip("_").lower()
    return name if name and not name[0].isdigit() else ""


def _seconds(time: Distribution) -> str:
    return f"{time.mean_s:g}" if time.kind is DistributionKind.CONSTANT else "latency"


def call_of(route: Route) -> str:
    """What the longest wait of a route is called in its code, such as `time.sleep`; nothing where it never waits."""
    waits = [step for step in route.steps if step.io is not None]
    if not waits:
        return ""
    longest = max(waits, key=lambda step: step.io.mean_s if step.io is not None else 0.0)
    return _call(longest, route.handler).removeprefix("await ").partition("(")[0]


def line_at(code: Code, life: Life, time_ns: int) -> int | None:
    """The line that the request was on at an instant; None while it was not at its worker."""
    span = life.span_at(time_ns)
    if span is None or span.stage in (Stage.CONNECTING, Stage.TRAVELLING, Stage.ACCEPT_QUEUE, Stage.RETURNING):
        return None
    waits = [step for step, of in enumerate(code.route.steps) if of.io is not None]
    ended = sum(1 for other in life.spans if other.stage is Stage.IN_IO and other.end_ns <= span.begin_ns)
    if span.stage is Stage.IN_IO:
        return code.line_of(waits[ended]) if ended < len(waits) else code.last
    has_begun = ended > 0 or 0 <= life.started_ns <= span.begin_ns
    if not has_begun:
        return code.head
    if span.stage is not Stage.ON_CPU:
        # The task is where it was when it began to wait.
        return code.line_of(waits[ended - 1]) if 0 < ended <= len(waits) else code.head
    first = waits[ended - 1] + 1 if 0 < ended <= len(waits) else 0
    until = waits[ended] if ended < len(waits) else len(code.route.steps)
    return _computing(code, range(first, until), span, time_ns)


def _computing(code: Code, steps: range, span: Span, time_ns: int) -> int:
    """Of steps that compute one after another in a stretch, the one it had come to."""
    spent = time_ns - span.begin_ns
    for number in steps:
        cpu = code.route.steps[number].cpu
        spent -= to_ns(cpu.mean_s) if cpu is not None else 0
        if spent < 0:
            return code.line_of(number)
    return code.last
