"""A run that does not fit into memory ends in words."""

from pathlib import Path

import pytest

from simulator.cli import memory
from simulator.cli.entry import failed
from simulator.cli.exits import Exit
from tests.cli.conftest import PLAIN, Simulate, contents


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the system says about itself, as files that can be written."""
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setattr(memory, "_MACHINE", folder / "meminfo")
    monkeypatch.setattr(memory, "_GROUP", folder)
    return folder


def says(machine: Path, *, left: int, limit: str = "max", used: int = 0) -> None:
    (machine / "meminfo").write_text(f"MemTotal: 9 kB\nMemAvailable:   {left // 1024} kB\n", encoding="ascii")
    (machine / "memory.max").write_text(f"{limit}\n", encoding="ascii")
    (machine / "memory.current").write_text(f"{used}\n", encoding="ascii")


def test_what_is_kept_must_still_be_written(machine: Path) -> None:
    says(machine, left=1_000_000_000)
    assert not memory.is_short(500_000_000)
    assert memory.is_short(900_000_000)


def test_a_container_has_its_own_limit(machine: Path) -> None:
    says(machine, left=9_000_000_000, limit="2000000000", used=1_900_000_000)
    assert memory.is_short(0)
    says(machine, left=9_000_000_000, limit="2000000000", used=1_000_000_000)
    assert not memory.is_short(0)


def test_where_nobody_knows_it_is_not_short(machine: Path) -> None:
    assert not memory.is_short(10**15)
    (machine / "meminfo").write_text("nothing of the kind\n", encoding="ascii")
    assert not memory.is_short(10**15)


def test_a_run_that_would_not_fit_is_ended_in_words_and_nothing_is_written(
    simulate: Simulate, machine: Path, tmp_path: Path
) -> None:
    says(machine, left=1_000_000)
    scenario = tmp_path / "long.toml"
    scenario.write_text(PLAIN.replace('"5s"', '"100000s"').replace("rate = 20", "rate = 2000"), encoding="utf-8")
    answer = simulate("--config", scenario, "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (Exit.WRONG, "")
    assert answer.err.startswith("out of memory at ")
    assert answer.err.count("\n") == 1
    assert "of 100,000 s simulated, with " in answer.err
    assert "--no-requests keeps none of them" in answer.err
    assert [name for name in contents(tmp_path) if not name.startswith("machine")] == ["long.toml"]
    assert "a shorter --duration has fewer" in simulate("--config", scenario).err


def test_memory_that_is_refused_is_no_internal_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert failed(MemoryError()) == Exit.WRONG
    assert capsys.readouterr().err == "out of memory: a shorter run, or one of fewer requests, may fit\n"
