"""Text and session in step: what was typed, what was changed elsewhere, and what comes out of both."""

from dataclasses import dataclass, field

from simulator.errors import Problem, ScenarioError
from simulator.scenario import Scenario, dumps, keys, parse
from simulator.scenario.oddities import oddities
from simulator.scenario.oddity import Oddity
from simulator.scenario.positions import line_of, lines_of
from ui.scenario_text.edits import Edit, edits_between, with_edits
from ui.session.crowds import check_crowds

Odd = tuple[tuple[int, Oddity], ...]
"""What is odd, with the lines, from 1."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says to a session."""

    problems: tuple[Problem, ...] = ()
    """Why it cannot be read, in the order of lines; then nothing else is known."""
    live: tuple[Edit, ...] = ()
    """Keys that were typed, to be set now."""
    fixed: tuple[Edit, ...] = ()
    """Keys that were typed and wait for a restart."""


@dataclass
class InStep:
    """Knows the scenario that text and session had in common last."""

    source: str = "scenario.toml"
    common: Scenario | None = None
    _last: tuple[str, Scenario] | None = None
    """The text that was read last."""
    _refused: set[str] = field(default_factory=set)
    """Edits that the session did not take: they wait for a restart too."""

    def open(self, scenario: Scenario, original: str, source: str) -> str:
        """A run begins: the text of its scenario, with the comments of the text that it came from."""
        self.common, self.source = scenario, source
        self._refused.clear()
        self._last = None
        return dumps(scenario, original)

    def read(self, text: str) -> Reading:
        """What was typed since text and session agreed."""
        assert self.common is not None, "a run began"
        try:
            typed = self._parsed(text)
        except ScenarioError as error:
            return Reading(error.problems)
        try:
            check_crowds(typed)
        except ScenarioError as error:
            return Reading(tuple(self._with_line(problem, text, typed) for problem in error.problems))
        edits = edits_between(self.common, typed)
        live = tuple(edit for edit in edits if edit.is_live and repr(edit) not in self._refused)
        return Reading(live=live, fixed=tuple(edit for edit in edits if edit not in live))

    def agreed(self, text: str, reading: Reading, scenario: Scenario) -> str:
        """The text once the session has taken what was typed; `scenario` is what the session has now.

        What was changed elsewhere comes into the text, what waits for a restart stays in it. A text that cannot be
        read stays as it is, and so does what text and session had in common.
        """
        assert self.common is not None, "a run began"
        if reading.problems:
            return text
        taken = {edit.key: edit for edit in edits_between(self.common, scenario)}
        self._refused |= {repr(edit) for edit in reading.live if taken.get(edit.key) != edit}
        typed = {edit.key for edit in (*reading.live, *reading.fixed)}
        others = [edit for key, edit in taken.items() if key not in typed]
        self.common = scenario
        if not others:
            return text
        return dumps(with_edits(self._parsed(text), others), text)

    def odd(self, text: str) -> Odd:
        """What is odd in a text, with its lines, in their order; nothing where it cannot be read."""
        try:
            found = list(oddities(self._parsed(text)))
        except ScenarioError:
            return ()
        lines = lines_of(text) if found else {}
        return tuple(sorted(((line_of(odd.at, lines), odd) for odd in found), key=lambda each: each[0]))

    def _with_line(self, problem: Problem, text: str, typed: Scenario) -> Problem:
        line = line_of(keys.locate(typed.plain(), problem.key), lines_of(text))
        return problem._replace(line=line, source=self.source)

    def _parsed(self, text: str) -> Scenario:
        assert self.common is not None, "a run began"
        if self._last is None or self._last[0] != text:
            self._last = text, parse(text, self.source, self.common.directory)
        return self._last[1]
