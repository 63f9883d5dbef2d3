"""The table of simulated beside measured figures, at the end of every run that made one."""

import pytest

from tests.fidelity.judge import Check

CHECKS = pytest.StashKey[list[Check]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[CHECKS] = []


@pytest.fixture
def table(pytestconfig: pytest.Config) -> list[Check]:
    """What the terminal shows when all is over."""
    return pytestconfig.stash[CHECKS]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    checks = config.stash.get(CHECKS, [])
    if not checks:
        return
    terminalreporter.section("fidelity: simulated beside measured on a real uvicorn")
    for check in checks:
        terminalreporter.write_line(str(check))
    held = sum(check.holds for check in checks)
    terminalreporter.write_line(f"{held} of {len(checks)} checks hold")
