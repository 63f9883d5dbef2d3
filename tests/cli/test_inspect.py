"""`simulate inspect`: one request's life in words."""

from pathlib import Path

import pytest

from simulator.cli.inspect import WORDS
from simulator.record.stages import ENDED, Stage
from tests.cli.conftest import Simulate

FULL = """\
format = 1
name = "full"
[run]
duration = "300ms"
drain = "9s"
seed = 1
[[clients]]
name = "slow"
arrivals = "burst"
users = 1
at = "0s"
routes = { "/slow" = 1 }
[[clients]]
name = "crowd"
arrivals = "burst"
users = 4
at = "200ms"
network = "1ms"
routes = { "/quick" = 1 }
[server]
backlog = 1
[[routes]]
path = "/slow"
handler = "blocking"
steps = [{ io = "1500ms" }]
[[routes]]
path = "/quick"
handler = "async"
steps = [{ cpu = "2ms" }]
"""


@pytest.fixture
def folder(simulate: Simulate, tmp_path: Path) -> Path:
    file = tmp_path / "full.toml"
    file.write_text(FULL, encoding="utf-8")
    assert simulate("--config", file, "--out", tmp_path / "out", "--trace", "--quiet").code == 0
    return tmp_path / "out"


def test_every_stage_that_lasts_has_words() -> None:
    lasting = {stage.name for stage in Stage if stage not in ENDED}
    assert set(WORDS) == lasting


def test_a_wait_is_told_with_the_request_that_caused_it(simulate: Simulate, folder: Path) -> None:
    answer = simulate("inspect", folder, "--request", 2)
    assert answer.code == 0
    words = " ".join(answer.out.split())
    assert words.startswith("Request 2 of crowd: /quick, worker 1, sent at 0.2 s, completed (200) after 1.30 s ")
    assert "request 1 (/slow)" in answer.out
    assert "blocked the loop" in answer.out
    assert "listener" in answer.out


def test_a_dropped_syn_is_told(simulate: Simulate, folder: Path) -> None:
    text = " ".join(simulate("inspect", folder, "--request", 5).out.split())
    assert "the accept queue was full: the SYN was dropped, and is sent again" in text
    assert "accept_wait 2.00 s" in text


def test_a_request_that_is_not_there_is_refused(simulate: Simulate, folder: Path) -> None:
    answer = simulate("inspect", folder, "--request", 6)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"--request: must be from 1 to 5 in {folder}, got 6\n"


def test_a_folder_without_a_trace_is_refused(simulate: Simulate, folder: Path) -> None:
    (folder / "trace.csv").unlink()
    answer = simulate("inspect", folder, "--request", 1)
    assert answer.code == 2
    assert "trace.csv" in answer.err


def test_an_orphan_ends_for_its_client_and_goes_on_at_the_server(simulate: Simulate, tmp_path: Path) -> None:
    out = tmp_path / "out"
    simulate("--config", "12_orphans", "--out", out, "--trace", "--duration", "6s")
    text = " ".join(simulate("inspect", out, "--request", 100).out.split())
    assert "timed out after 1.00 s; the server went on until 1.04 s" in text
    assert text.endswith("in all 1.00 s")


def test_the_worker_is_named_also_where_nothing_lasted_there(
    simulate: Simulate, scenario: Path, tmp_path: Path
) -> None:
    simulate("--config", scenario, "--out", tmp_path / "out", "--trace", "--set", "routes[0].steps[0].io=0")
    assert ", worker 1, sent at " in simulate("inspect", tmp_path / "out", "--request", 1).out
