"""How many users a window can follow: beyond that a single change would hold it up for seconds. Pure."""

from simulator.errors import Problem, ScenarioError
from simulator.scenario import Scenario

MOST_USERS = 50_000
"""Of one group. Each is made at once, some 13 microseconds and a kilobyte."""


def check_crowds(scenario: Scenario) -> None:
    """Raises ScenarioError where a group has more users than that."""
    groups = ((f"clients[{client.name}].users", client.users or 0) for client in scenario.clients)
    problems = [_problem(key, users) for key, users in groups if users > MOST_USERS]
    if problems:
        raise ScenarioError(problems)


def check_crowd(key: str, value: object) -> None:
    """The same for a change of one key."""
    if key.endswith("].users") and isinstance(value, int) and value > MOST_USERS:
        raise ScenarioError(_problem(key, value))


def _problem(key: str, users: int) -> Problem:
    return Problem(f"must be at most {MOST_USERS:,} in the window, got {users:,}: simulate --config takes more", key)
