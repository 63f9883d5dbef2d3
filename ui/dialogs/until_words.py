"""What is said of goals in the window's language: the figures' meanings, what is wrong, and why a run stopped."""

from PySide6.QtCore import QCoreApplication, QLocale

from simulator.errors import SimulatorError
from ui.session.condition import ConditionError, Fault
from ui.session.figures import FIGURES
from ui.session.goal import Goal, Reached, TimeGoal
from ui.session.wishes import InstantError


def figure_meanings() -> dict[str, str]:
    """By name, in a few words."""
    meanings = {
        "time_s": QCoreApplication.translate("Until", "simulated time"),
        "sent": QCoreApplication.translate("Until", "requests sent"),
        "finished": QCoreApplication.translate("Until", "requests that ended"),
        "completed": QCoreApplication.translate("Until", "requests answered"),
        "errors": QCoreApplication.translate("Until", "requests without success"),
        "in_flight": QCoreApplication.translate("Until", "requests in flight"),
        "accept_queue": QCoreApplication.translate("Until", "wait to be accepted"),
        "loop_queue": QCoreApplication.translate("Until", "wait for an event loop"),
        "thread_queue": QCoreApplication.translate("Until", "wait for a thread"),
        "pool_queue": QCoreApplication.translate("Until", "wait for a connection"),
        "service_queue": QCoreApplication.translate("Until", "wait for a service"),
        "broker_queue": QCoreApplication.translate("Until", "messages in the queue"),
        "orphans": QCoreApplication.translate("Until", "orphans at the server"),
        "workers": QCoreApplication.translate("Until", "workers that serve"),
        "throughput_per_s": QCoreApplication.translate("Until", "throughput, last second"),
        "errors_per_s": QCoreApplication.translate("Until", "errors, last second"),
        "utilisation": QCoreApplication.translate("Until", "of the loops, 0 to 1"),
        "response_p50_s": QCoreApplication.translate("Until", "median response time"),
        "response_p95_s": QCoreApplication.translate("Until", "95 % were quicker"),
        "response_p99_s": QCoreApplication.translate("Until", "99 % were quicker"),
    }
    assert set(meanings) == set(FIGURES), "every figure is explained"
    return meanings


def refusal_text(error: SimulatorError) -> str:
    """What is wrong with what was typed, and what would be right."""
    if isinstance(error, ConditionError):
        return _condition_refusal(error)
    if isinstance(error, InstantError):
        if not error.why:
            text = QCoreApplication.translate("Until", "The run has come to {now} s already: give a later instant.")
            return text.format(now=QLocale().toString(error.now_s, "f", 3))
        return QCoreApplication.translate("Until", "An instant is a time such as 90s, 1.5min, or +10s from now.")
    return QCoreApplication.translate("Until", "A number of requests is a whole number from 1 to 1,000,000,000.")


def _condition_refusal(error: ConditionError) -> str:
    texts = {
        Fault.EMPTY: QCoreApplication.translate("Until", "Write a condition such as accept_queue > 50."),
        Fault.TOO_LONG: QCoreApplication.translate("Until", "This condition is too long."),
        Fault.UNKNOWN_FIGURE: QCoreApplication.translate("Until", 'There is no figure "{word}".'),
        Fault.UNKNOWN_UNIT: QCoreApplication.translate("Until", '"{word}" is no unit: us, ms, s, min, h or %.'),
        Fault.UNKNOWN_SIGN: QCoreApplication.translate("Until", 'The sign "{word}" means nothing here.'),
        Fault.NOT_EXPECTED: QCoreApplication.translate("Until", '"{word}" cannot stand here.'),
        Fault.ENDS_TOO_EARLY: QCoreApplication.translate("Until", "Something is missing at the end."),
        Fault.NOT_CLOSED: QCoreApplication.translate("Until", "A bracket is opened and not closed."),
        Fault.NUMBER_FOR_CONDITION: QCoreApplication.translate(
            "Until", '"{word}" is a number: compare it, as in {word} > 50.'
        ),
        Fault.CONDITION_FOR_NUMBER: QCoreApplication.translate(
            "Until", '"{word}" begins a comparison, where a number is needed.'
        ),
    }
    text = texts[error.fault].format(word=error.word)
    if error.near:
        text += " " + QCoreApplication.translate("Until", "Did you mean {near}?").format(near=error.near)
    return text


def goal_text(goal: Goal) -> str:
    """What a run goes on to."""
    text = f"{_number(goal.time_s)} s" if isinstance(goal, TimeGoal) else goal.text
    return QCoreApplication.translate("Until", "until {goal}").format(goal=text)


def reached_text(why: Reached) -> str:
    """Why it stopped."""
    time = QLocale().toString(why.time_s, "f", 3)
    if not why.text:
        return QCoreApplication.translate("Until", "Stopped at {time} s, as asked").format(time=time)
    figures = ", ".join(f"{name} = {_number(value)}" for name, value in why.figures)
    if why.is_met:
        text = QCoreApplication.translate("Until", "Stopped at {time} s: {goal} ({figures})")
    else:
        text = QCoreApplication.translate("Until", "Stopped at {time} s: nothing more happens ({figures})")
    return text.format(time=time, goal=why.text, figures=figures)


def _number(value: float) -> str:
    if value == int(value):
        return QLocale().toString(int(value))
    return QLocale().toString(value, "g", 4)
