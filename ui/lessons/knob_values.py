"""What a knob is set to now, in a scenario that may have changed under it. Pure."""

from simulator.distributions import Distribution
from simulator.errors import ScenarioError, SimulatorError
from simulator.lesson import Knob
from simulator.scenario import Scenario
from simulator.scenario.addresses import is_live, locate
from simulator.scenario.keys import read
from simulator.units import parse_time


def standing(knob: Knob, scenario: Scenario) -> int | None:
    """Which of its values the scenario has; None: another one, or what it turns is not there any more."""
    try:
        now = _plain(read(scenario, knob.key))
    except ScenarioError:
        return None
    return next((number for number, value in enumerate(knob.values) if _plain(value) == now), None)


def can_turn_live(knob: Knob, scenario: Scenario) -> bool:
    """Whether it may change while the run goes on; else the run begins anew."""
    return is_live(locate(scenario.plain(), knob.key))


def _plain(value: object) -> object:
    """Times in seconds, however they are written."""
    if isinstance(value, str):
        try:
            return parse_time(value)
        except SimulatorError:
            pass
        try:
            return Distribution.parse(value).text
        except SimulatorError:
            return value
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
