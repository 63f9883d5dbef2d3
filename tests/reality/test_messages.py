"""What the stand-in told of its messages, as rows and as figures."""

import numpy as np
import pytest

from simulator.output import messages
from simulator.reality.figures import Tolerances, beside, figures_of
from simulator.reality.messages import message_rows
from simulator.record import MESSAGE_ROW, NEVER, REQUEST_ROW, MessageOutcome
from tests.reality.conftest import BROKER_ROUTES, POSTING, scenario_of

MS = 1_000_000
ORIGIN = 5_000 * MS
SCENARIO = scenario_of(clients=POSTING, routes=BROKER_ROUTES)


def message(outcome: MessageOutcome, *instants: int) -> list[int]:
    """Published, delivered, begun, ended: ms since the clients began."""
    return [0, outcome, 1, 1, 1, *(ORIGIN + at * MS if at >= 0 else -1 for at in instants)]


TOLD = [
    message(MessageOutcome.COMPLETED, 10, 10, 20, 50),
    message(MessageOutcome.FAILED, 10, 20, 50, 60),
    message(MessageOutcome.COMPLETED, 300, 310, 400, 900),  # after the end
    message(MessageOutcome.UNFINISHED, 500, -1, -1, -1),
    message(MessageOutcome.COMPLETED, 700, 710, 720, 730),  # after the end altogether
]
ROWS = message_rows(TOLD, ORIGIN, ORIGIN + 600 * MS)


def test_what_came_after_the_end_has_not_come() -> None:
    assert ROWS["outcome"].tolist() == [1, 2, 0, 0]
    assert ROWS["published"].tolist() == [10 * MS, 10 * MS, 300 * MS, 500 * MS]
    assert ROWS["first_delivered"].tolist() == [10 * MS, 20 * MS, 310 * MS, NEVER]
    assert ROWS["finished"].tolist() == [50 * MS, 60 * MS, NEVER, NEVER]


def test_the_parts_divide_the_time_of_a_message() -> None:
    assert ROWS["wait"].tolist() == [10 * MS, 40 * MS, 100 * MS, 100 * MS]
    assert ROWS["run"].tolist() == [30 * MS, 10 * MS, 200 * MS, 0]


def test_no_messages_are_no_rows() -> None:
    assert message_rows([], ORIGIN, ORIGIN).dtype == MESSAGE_ROW
    assert messages.lines_of(SCENARIO, 1, message_rows([], ORIGIN, ORIGIN)) == b""


def test_figures_of_messages() -> None:
    figures = figures_of(SCENARIO, np.zeros(0, dtype=REQUEST_ROW), ROWS)
    assert figures["tasks"] == pytest.approx(1 / 0.6)
    assert figures["task wait"] == figures["task wait p95"] == pytest.approx(0.010)
    assert figures["task run"] == pytest.approx(0.030)
    assert [figures[f"task {name}"] for name in messages.OUTCOMES] == [0.5, 0.25, 0.25, 0.0]


def test_they_are_judged_as_those_of_requests_are() -> None:
    figures = figures_of(SCENARIO, np.zeros(0, dtype=REQUEST_ROW), ROWS)
    rows = {row.figure: row for row in beside(figures, figures | {"task run": 0.040, "tasks": 2.0}, Tolerances())}
    assert "task dead_lettered" not in rows  # nobody had that
    assert rows["task wait"].is_ok
    assert not rows["task run"].is_ok
    assert rows["task run"].is_time
    assert rows["tasks"].is_rate


def test_as_lines_of_tasks_csv() -> None:
    lines = messages.lines_of(SCENARIO, 2, ROWS).decode().splitlines()
    assert lines[0] == "2,1,mail,,0.010000,0.010000,0.050000,1,1,1,completed,0.010000,0.030000"
    assert lines[3] == "2,4,mail,,0.500000,,,1,1,1,unfinished,0.100000,0.000000"
