"""The process that measures: progress, end, failure, cancelling; a small program stands for the command."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.scenario import Scenario, load
from ui.reality import command
from ui.reality.outcome import Outcome
from ui.reality.process import RealityProcess

SPEAKS = """
import json, pathlib, sys
assert "rate" in sys.stdin.read()
out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
out.mkdir()
print("progress 0.250", file=sys.stderr)
(out / "reality.csv").write_text("replication,sent_s,finished_s,outcome\\n1,0.0,0.1,completed\\n")
(out / "reality.json").write_text(json.dumps({"figures": [], "reasons": []}))
raise SystemExit(1)  # the answer is no: it ran
"""
FAILS = "import sys; print('changes: not comparable', file=sys.stderr); raise SystemExit(2)"
STAYS = """
import sys, time
print("progress 0.100", file=sys.stderr, flush=True)
time.sleep(600)
"""


@pytest.fixture
def scenario() -> Scenario:
    return load("01_blocking")


@pytest.fixture
def process(qapp: object, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> RealityProcess:
    monkeypatch.setattr(command, "_PROGRAM", request.param)
    return RealityProcess()


@pytest.mark.parametrize("process", [SPEAKS], indirect=True)
def test_it_tells_how_far_it_is_and_what_it_came_to(process: RealityProcess, scenario: Scenario, qtbot: QtBot) -> None:
    shares: list[float] = []
    process.progressed.connect(shares.append)
    with qtbot.waitSignal(process.finished) as blocker:
        process.start(scenario, 1, 5.0)
    assert shares == [0.25]
    assert blocker.args is not None
    assert isinstance(blocker.args[0], Outcome)
    assert not process.is_running


@pytest.mark.parametrize("process", [FAILS], indirect=True)
def test_what_went_wrong_is_said(process: RealityProcess, scenario: Scenario, qtbot: QtBot) -> None:
    with qtbot.waitSignal(process.failed) as blocker:
        process.start(scenario, 1, 5.0)
    assert blocker.args == ["changes: not comparable"]


@pytest.mark.parametrize("process", [STAYS], indirect=True)
def test_cancelled_it_is_gone_and_so_is_its_folder(process: RealityProcess, scenario: Scenario, qtbot: QtBot) -> None:
    with qtbot.waitSignal(process.progressed):
        process.start(scenario, 1, 5.0)
    folder = process._out.parent
    assert folder.is_dir()
    with qtbot.waitSignal(process.failed) as blocker:
        process.cancel()
    assert blocker.args == [""]
    assert not process.is_running
    assert not Path(folder).exists()


@pytest.mark.parametrize("process", [STAYS], indirect=True)
def test_it_ends_with_the_window(process: RealityProcess, scenario: Scenario, qtbot: QtBot) -> None:
    with qtbot.waitSignal(process.progressed):
        process.start(scenario, 1, 5.0)
    process.end()
    assert not process.is_running
