"""What all tests share: no screen is needed, and the table of fidelity comes at the end."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
CHECK = "fidelity"
"""The property of a test's report that holds a line of that table."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="take the present runs for the golden ones")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Simulated beside measured; the checks come with the reports, as tests may run in processes of their own."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    checks = [str(text) for report in reports for name, text in report.user_properties if name == CHECK]
    if not checks:
        return
    terminalreporter.section("fidelity: simulated beside measured on a real uvicorn")
    for check in sorted(checks):
        terminalreporter.write_line(check)
    held = sum(check.endswith(" ok") for check in checks)
    terminalreporter.write_line(f"{held} of {len(checks)} checks hold")
