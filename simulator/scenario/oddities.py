"""What is odd in a valid scenario, in words: it runs, and says what will happen."""

from simulator.scenario.broker_checks import oddities
from simulator.scenario.problems import key_text
from simulator.scenario.scenario import Scenario


def warnings(scenario: Scenario) -> list[str]:
    """A line each, with the key in front."""
    return [f"{key_text(at)}: {message}" for at, message in oddities(scenario)]
