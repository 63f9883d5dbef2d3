"""What the panel says: labels, explanations in plain words, and why something is not to be had."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from simulator.scenario import HandlerKind, HoldKind
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
    Parameter.TIMEOUT: QT_TRANSLATE_NOOP("Parameters", "Patience (time-out)"),
    Parameter.POOL_SIZE: QT_TRANSLATE_NOOP("Parameters", "Pool size"),
    Parameter.MAX_OVERFLOW: QT_TRANSLATE_NOOP("Parameters", "Pool overflow"),
    Parameter.POOL_TIMEOUT: QT_TRANSLATE_NOOP("Parameters", "Pool time-out"),
    Parameter.POOL_HOLD: QT_TRANSLATE_NOOP("Parameters", "Connection held for"),
    Parameter.SERVICE_CONCURRENCY: QT_TRANSLATE_NOOP("Parameters", "Service concurrency"),
    Parameter.LIMIT_CONCURRENCY: QT_TRANSLATE_NOOP("Parameters", "Concurrency limit"),
    Parameter.LIMIT_MAX_REQUESTS: QT_TRANSLATE_NOOP("Parameters", "Max requests"),
    Parameter.LIMIT_MAX_REQUESTS_JITTER: QT_TRANSLATE_NOOP("Parameters", "Max requests jitter"),
    Parameter.CONSUMERS: QT_TRANSLATE_NOOP("Parameters", "Consumers"),
    Parameter.CONSUMER_CONCURRENCY: QT_TRANSLATE_NOOP("Parameters", "Consumer concurrency"),
    Parameter.PREFETCH: QT_TRANSLATE_NOOP("Parameters", "Prefetch"),
    Parameter.BROKER_CAPACITY: QT_TRANSLATE_NOOP("Parameters", "Queue capacity"),
    Parameter.TASK_IO: QT_TRANSLATE_NOOP("Parameters", "Task I/O"),
    Parameter.TASK_FAILURE_RATE: QT_TRANSLATE_NOOP("Parameters", "Task failure rate"),
    Parameter.BURST_RATE: QT_TRANSLATE_NOOP("Parameters", "Burst rate"),
    Parameter.RETRIES: QT_TRANSLATE_NOOP("Parameters", "Retries"),
    Parameter.RETRY_BACKOFF: QT_TRANSLATE_NOOP("Parameters", "Back-off"),
    Parameter.RETRY_FACTOR: QT_TRANSLATE_NOOP("Parameters", "Back-off factor"),
    Parameter.RETRY_JITTER: QT_TRANSLATE_NOOP("Parameters", "Back-off jitter"),
    Parameter.FAILURE_RATE: QT_TRANSLATE_NOOP("Parameters", "Failure rate"),
    Parameter.BACKGROUND: QT_TRANSLATE_NOOP("Parameters", "Background I/O"),
    Parameter.BACKGROUND_HANDLER: QT_TRANSLATE_NOOP("Parameters", "Background handler"),
}
_ZEROS = {
    Parameter.CORES: QT_TRANSLATE_NOOP("Parameters", "any"),
    Parameter.SERVICE_CONCURRENCY: QT_TRANSLATE_NOOP("Parameters", "any"),
    Parameter.LIMIT_CONCURRENCY: QT_TRANSLATE_NOOP("Parameters", "none"),
    Parameter.LIMIT_MAX_REQUESTS: QT_TRANSLATE_NOOP("Parameters", "none"),
    Parameter.TIMEOUT: QT_TRANSLATE_NOOP("Parameters", "none"),
    Parameter.DEADLINE: QT_TRANSLATE_NOOP("Parameters", "none"),
    Parameter.POOL_SIZE: QT_TRANSLATE_NOOP("Parameters", "none"),
    Parameter.PREFETCH: QT_TRANSLATE_NOOP("Parameters", "any"),
    Parameter.BROKER_CAPACITY: QT_TRANSLATE_NOOP("Parameters", "any"),
}
"""Words for a value of 0."""
_SECTIONS = {
    Section.LESSON: QT_TRANSLATE_NOOP("Parameters", "Parameters"),
    Section.THREADS: QT_TRANSLATE_NOOP("Parameters", "Threads and cores"),
    Section.SERVICES: QT_TRANSLATE_NOOP("Parameters", "Services and pools"),
    Section.LIMITS: QT_TRANSLATE_NOOP("Parameters", "Server limits"),
    Section.BROKER: QT_TRANSLATE_NOOP("Parameters", "Backlog (message queue)"),
    Section.RETRIES: QT_TRANSLATE_NOOP("Parameters", "Retries"),
    Section.BACKGROUND: QT_TRANSLATE_NOOP("Parameters", "Failures and background"),
    Section.PROCESSOR: QT_TRANSLATE_NOOP("Parameters", "Processor time"),
    Section.CLIENTS: QT_TRANSLATE_NOOP("Parameters", "Clients and connections"),
}
_REASONS = {
    Reason.OPEN_ONLY: QT_TRANSLATE_NOOP("Parameters", "open arrivals only"),
    Reason.CLOSED_ONLY: QT_TRANSLATE_NOOP("Parameters", "closed arrivals only"),
    Reason.NO_IO: QT_TRANSLATE_NOOP("Parameters", "no I/O step"),
    Reason.NO_CPU: QT_TRANSLATE_NOOP("Parameters", "no CPU step"),
    Reason.BURSTS_ONLY: QT_TRANSLATE_NOOP("Parameters", "mmpp arrivals only"),
    Reason.NO_SERVICE: QT_TRANSLATE_NOOP("Parameters", "no service"),
    Reason.NO_BROKER: QT_TRANSLATE_NOOP("Parameters", "no message queue"),
    Reason.NO_BACKGROUND: QT_TRANSLATE_NOOP("Parameters", "no background steps"),
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
_CHOICES: dict[Value, object] = {
    HandlerKind.ASYNC: "async def",
    HandlerKind.THREADPOOL: "def",
    HandlerKind.BLOCKING: QT_TRANSLATE_NOOP("Parameters", "blocking"),
    HoldKind.STEP: QT_TRANSLATE_NOOP("Parameters", "the step"),
    HoldKind.REQUEST: QT_TRANSLATE_NOOP("Parameters", "the request"),
    True: QT_TRANSLATE_NOOP("Parameters", "kept"),
    False: QT_TRANSLATE_NOOP("Parameters", "new"),
}
_JITTER: dict[Value, object] = {
    True: QT_TRANSLATE_NOOP("Parameters", "random"),
    False: QT_TRANSLATE_NOOP("Parameters", "fixed"),
}
_JITTER_EXPLANATIONS: dict[Value, object] = {
    True: QT_TRANSLATE_NOOP("Parameters", "a random share of the back-off: clients do not come again together"),
    False: QT_TRANSLATE_NOOP("Parameters", "the whole back-off: clients that failed together come again together"),
}
_CHOICE_EXPLANATIONS: dict[Value, object] = {
    HandlerKind.ASYNC: QT_TRANSLATE_NOOP("Parameters", "async def that awaits: while it waits, the loop serves others"),
    HandlerKind.THREADPOOL: QT_TRANSLATE_NOOP("Parameters", "def: runs in a thread, and takes a token of the limiter"),
    HandlerKind.BLOCKING: QT_TRANSLATE_NOOP("Parameters", "async def that never awaits: holds the loop until it ends"),
    HoldKind.STEP: QT_TRANSLATE_NOOP("Parameters", "the connection goes back to the pool after each step"),
    HoldKind.REQUEST: QT_TRANSLATE_NOOP("Parameters", "kept from the first use to the answer: a session by Depends"),
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
_UNIT_EXAMPLES = {Unit.PER_SECOND: "/s, /min", Unit.TIMES: "×", Unit.PERCENT: "%"}
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


def choice(parameter: Parameter, value: Value) -> str:
    """One of a choice of words."""
    return _say((_JITTER if parameter is Parameter.RETRY_JITTER else _CHOICES)[value])


def choice_explanation(parameter: Parameter, value: Value) -> str:
    """What choosing it means."""
    return _say((_JITTER_EXPLANATIONS if parameter is Parameter.RETRY_JITTER else _CHOICE_EXPLANATIONS)[value])


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
