"""What can go wrong, with one root; every exception takes one positional message, as SimPy wants."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class SimulatorError(Exception):
    """The root of all errors that are somebody's to mend: the scenario's, the call's, the machine's."""


class Problem(NamedTuple):
    """One thing that is wrong: where it stands, the key as the user wrote it, the rule and the value."""

    message: str
    key: str = ""
    line: int | None = None
    source: str = ""

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line is not None else self.source
        text = ": ".join(part for part in (place, self.key, self.message) if part)
        # A problem is one line, whatever the user's keys and values hold.
        return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


class ScenarioError(SimulatorError):
    """A scenario is refused; `problems` has all that is wrong with it."""

    def __init__(self, problems: "Iterable[Problem] | Problem | str") -> None:
        if isinstance(problems, str):
            problems = Problem(problems)
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class LessonError(ScenarioError):
    """A lesson is refused."""


class ResultsError(SimulatorError):
    """Results could not be written."""


class UnstableQueueError(SimulatorError):
    """A closed form was asked for a queue that grows without end."""
