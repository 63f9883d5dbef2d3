"""What the panel says: labels, explanations in plain words, and why something is not to be had."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from simulator.scenario import HandlerKind
from ui.diagram.spots import Activity
from ui.parameters.explanations import EXPLANATIONS
from ui.parameters.specs import Parameter, Section, Spec
from ui.parameters.targets import Reason, Target, Value
from ui.parameters.typed import Limits, Notation, Refusal, Unit, written

# fmt: off
_LABELS = {
    Parameter.IO_LATENCY: QT_TRANSLATE_NOOP("Parameters", "I/O latency"),
    Parameter.WORKERS: QT_TRANSLATE_NOOP("Parameters", "Workers"),
    Parameter.HANDLER: QT_TRANSLATE_NOOP("Parameters", "Handler"),
    Parameter.ARRIVAL_RATE: QT_TRANSLATE_NOOP("Parameters", "Arrival rate"),
    Parameter.USERS: QT_TRANSLATE_NOOP("Parameters", "Users"),
    Parameter.THREAD_LIMIT: QT_TRANSLATE_NOOP("Parameters", "Thread limit"),
    Parameter.CORES: QT_TRANSLATE_NOOP("Parameters", "Cores"),
    Parameter.ROUTE_CPU: QT_TRANSLATE_NOOP("Parameters", "Route CPU"),
    Parameter.REQUEST_CPU: QT_TRANSLATE_NOOP("Parameters", "Request CPU"),
    Parameter.CONNECTION_CPU: QT_TRANSLATE_NOOP("Parameters", "Connection CPU"),
    Parameter.HOT_CPU_FACTOR: QT_TRANSLATE_NOOP("Parameters", "Hot factor"),
    Parameter.THINK_TIME: QT_TRANSLATE_NOOP("Parameters", "Think time"),
    Parameter.DEADLINE: QT_TRANSLATE_NOOP("Parameters", "Deadline"),
    Parameter.NETWORK: QT_TRANSLATE_NOOP("Parameters", "Network"),
    Parameter.KEEP_ALIVE: QT_TRANSLATE_NOOP("Parameters", "Connections"),
    Parameter.KEEP_ALIVE_TIMEOUT: QT_TRANSLATE_NOOP("Parameters", "Keep-alive time-out"),
    Parameter.NAGLE_DELAY: QT_TRANSLATE_NOOP("Parameters", "Nagle delay"),
}
_ZEROS = {Parameter.CORES: QT_TRANSLATE_NOOP("Parameters", "any")}
"""Words for a value of 0."""
_SECTIONS = {
    Section.LESSON: QT_TRANSLATE_NOOP("Parameters", "Parameters"),
    Section.THREADS: QT_TRANSLATE_NOOP("Parameters", "Threads and cores"),
    Section.PROCESSOR: QT_TRANSLATE_NOOP("Parameters", "Processor time"),
    Section.CLIENTS: QT_TRANSLATE_NOOP("Parameters", "Clients and connections"),
}
_REASONS = {
    Reason.OPEN_ONLY: QT_TRANSLATE_NOOP("Parameters", "open arrivals only"),
    Reason.CLOSED_ONLY: QT_TRANSLATE_NOOP("Parameters", "closed arrivals only"),
    Reason.NO_IO: QT_TRANSLATE_NOOP("Parameters", "no I/O step"),
    Reason.NO_CPU: QT_TRANSLATE_NOOP("Parameters", "no CPU step"),
    Reason.NO_DEADLINE: QT_TRANSLATE_NOOP("Parameters", "none in this scenario"),
    Reason.RECORDED: QT_TRANSLATE_NOOP("Parameters", "recorded arrivals"),
    Reason.MEASURED: QT_TRANSLATE_NOOP("Parameters", "measured times"),
}
_REFUSALS = {
    Refusal.NO_NUMBER: QT_TRANSLATE_NOOP("Parameters", "A number, please"),
    Refusal.WRONG_UNIT: QT_TRANSLATE_NOOP("Parameters", "Not a unit that fits here"),
    Refusal.NOT_WHOLE: QT_TRANSLATE_NOOP("Parameters", "A whole number, please"),
    Refusal.TOO_SMALL: QT_TRANSLATE_NOOP("Parameters", "{limit} or more, please"),
    Refusal.TOO_LARGE: QT_TRANSLATE_NOOP("Parameters", "{limit} at most, please"),
}
_ABOVE = QT_TRANSLATE_NOOP("Parameters", "More than {limit}, please")
_UNITS = QT_TRANSLATE_NOOP("Parameters", "A unit such as {units}, please")
_CHOICES = {
    HandlerKind.ASYNC: "async def",
    HandlerKind.THREADPOOL: "def",
    HandlerKind.BLOCKING: QT_TRANSLATE_NOOP("Parameters", "blocking"),
    True: QT_TRANSLATE_NOOP("Parameters", "kept"),
    False: QT_TRANSLATE_NOOP("Parameters", "new"),
}
_CHOICE_EXPLANATIONS = {
    HandlerKind.ASYNC: QT_TRANSLATE_NOOP("Parameters", "async def that awaits: while it waits, the loop serves others"),
    HandlerKind.THREADPOOL: QT_TRANSLATE_NOOP("Parameters", "def: runs in a thread, and takes a token of the limiter"),
    HandlerKind.BLOCKING: QT_TRANSLATE_NOOP("Parameters", "async def that never awaits: holds the loop until it ends"),
    True: QT_TRANSLATE_NOOP("Parameters", "keep-alive: the next request uses the same connection"),
    False: QT_TRANSLATE_NOOP("Parameters", "a new connection for each request"),
}
_ACTIVITIES = {
    Activity.TRAVELLING: QT_TRANSLATE_NOOP("Parameters", "travelling"),
    Activity.WAITING: QT_TRANSLATE_NOOP("Parameters", "waiting"),
    Activity.ON_CPU: QT_TRANSLATE_NOOP("Parameters", "on CPU"),
    Activity.IN_IO: QT_TRANSLATE_NOOP("Parameters", "in I/O"),
    Activity.ANSWERED: QT_TRANSLATE_NOOP("Parameters", "answered"),
    Activity.REFUSED: QT_TRANSLATE_NOOP("Parameters", "refused"),
    Activity.TIMED_OUT: QT_TRANSLATE_NOOP("Parameters", "timed out"),
    Activity.GHOST: QT_TRANSLATE_NOOP("Parameters", "orphan work"),
}
_UNIT_EXAMPLES = {Unit.PER_SECOND: "/s, /min", Unit.TIMES: "×"}
# fmt: on
assert set(_LABELS) == set(Parameter)
assert set(_SECTIONS) == set(Section)
assert set(_REASONS) == set(Reason)
assert set(_REFUSALS) == set(Refusal)
assert set(_ACTIVITIES) == set(Activity)


def _say(text: object) -> str:
    return QCoreApplication.translate("Parameters", str(text))


def label(parameter: Parameter) -> str:
    """What a parameter is called."""
    return _say(_LABELS[parameter])


def explanation(parameter: Parameter) -> str:
    """What it means, in plain words."""
    return _say(EXPLANATIONS[parameter])


def zero(parameter: Parameter) -> str:
    """The word for a value of 0, where the figure would mislead; else nothing."""
    return _say(_ZEROS[parameter]) if parameter in _ZEROS else ""


def section(part: Section) -> str:
    """The title of a part of the panel."""
    return _say(_SECTIONS[part])


def reason(why: Reason) -> str:
    """Why a parameter cannot be set, in a word or three."""
    return _say(_REASONS[why])


def refusal(why: Refusal, spec: Spec, limits: Limits) -> str:
    """Why a typed value was not taken."""
    if why is Refusal.WRONG_UNIT and spec.unit is not Unit.NONE:
        return _say(_UNITS).format(units=_UNIT_EXAMPLES.get(spec.unit, "ms, s, min"))
    limit = limits.low if why is Refusal.TOO_SMALL else limits.high
    text = _ABOVE if why is Refusal.TOO_SMALL and limits.is_low_open else _REFUSALS[why]
    return _say(text).format(limit=amount(limit, spec.unit))


def choice(value: Value) -> str:
    """One of a choice of words."""
    return _say(_CHOICES[value])


def choice_explanation(value: Value) -> str:
    """What choosing it means."""
    return _say(_CHOICE_EXPLANATIONS[value])


def target(place: Target) -> str:
    """The name of what is set."""
    return QCoreApplication.translate("Parameters", "all together") if place.is_together else place.name


def activity(what: Activity) -> str:
    """What a request of this colour does."""
    return _say(_ACTIVITIES[what])


def notation() -> Notation:
    """How the window's language writes numbers."""
    locale = QLocale()
    return Notation(locale.decimalPoint(), locale.groupSeparator())


def amount(value: float, unit: Unit) -> str:
    """A value with its unit."""
    text = written(value, unit, notation())
    return f"{text}{'' if unit in (Unit.PER_SECOND, Unit.NONE) else ' '}{unit.sign}"
