"""Finished runs in a file: found again, whatever became of the process that wrote them."""

from pathlib import Path

import pytest

from simulator.errors import ResultsError
from simulator.experiment import store as module
from simulator.experiment.store import Finished, Store, key_of
from simulator.scenario import Scenario, parse
from simulator.scenario.keys import replace
from tests.experiment.conftest import SMALL

DONE = Finished({"sent": 3, "errors": 0.1, "response_mean_s": None})


def test_what_was_added_is_found_again(tmp_path: Path) -> None:
    with Store(tmp_path / "runs") as store:
        store.add("k", 1, DONE)
        store.add("k", 2, Finished({}, "it broke"))
    with Store(tmp_path / "runs") as store:
        assert store.find("k", 1) == DONE
        assert store.find("k", 2) == Finished({}, "it broke")
        assert store.find("k", 3) is None


@pytest.mark.parametrize("lost", [1, 2, 30])
def test_a_line_that_was_cut_off_is_run_again(tmp_path: Path, lost: int) -> None:
    with Store(tmp_path / "runs") as store:
        store.add("k", 1, DONE)
        store.add("k", 2, DONE)
    whole = (tmp_path / "runs").read_bytes()
    (tmp_path / "runs").write_bytes(whole[:-lost])
    with Store(tmp_path / "runs") as store:
        assert store.find("k", 1) == DONE
        assert store.find("k", 2) is None
        store.add("k", 2, DONE)
    assert (tmp_path / "runs").read_bytes() == whole


@pytest.mark.parametrize("line", [b"", b"[]", b"null", b"{}", b"\xff\xfe", b'{"scenario": "k"}'])
def test_lines_that_are_no_runs_are_none(tmp_path: Path, line: bytes) -> None:
    with Store(tmp_path / "runs") as store:
        store.add("k", 1, DONE)
    (tmp_path / "runs").write_bytes(line + b"\n" + (tmp_path / "runs").read_bytes())
    with Store(tmp_path / "runs") as store:
        assert store.find("k", 1) == DONE


def test_nothing_to_go_on_with_leaves_no_file(tmp_path: Path, small: Scenario) -> None:
    with Store(tmp_path / "runs") as store:
        store.seed(small, 5)
    assert list(tmp_path.iterdir()) == []


def test_a_seed_is_drawn_once_for_a_scenario(tmp_path: Path, small: Scenario) -> None:
    with Store(tmp_path / "runs") as store:
        assert store.seed(small, 5) == 5
        store.add("k", 1, DONE)
    with Store(tmp_path / "runs") as store:
        assert store.seed(small, 6) == 5
        assert store.seed(replace(small, "server.workers", 2), 6) == 6


def test_a_file_that_cannot_be_kept_says_which(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"cannot keep finished runs: .*: Is a directory"), Store(tmp_path):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_says_which_file_also_when_it_is_closed(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"cannot keep finished runs: .*runs: No space left"):
        fill(Store(tmp_path / "runs"))


def fill(store: Store) -> None:
    """Add a run where no byte finds room."""
    with store:
        assert store._file is not None
        store._file.close()
        store._file = Path("/dev/full").open("wb")  # noqa: SIM115  # the store closes it
        store.add("a scenario", 1, DONE)


def test_the_key_is_that_of_what_is_run(small: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_of(small)
    assert key_of(parse(SMALL)) == key
    assert key_of(replace(small, "run.replications", 9)) == key
    assert key_of(replace(small, "run.seed", 9)) != key
    assert key_of(replace(small, "server.workers", 9)) != key
    monkeypatch.setattr(module, "edition", lambda: "another")
    assert key_of(small) != key


def test_the_key_knows_what_is_in_files(small: Scenario, tmp_path: Path) -> None:
    (tmp_path / "times.csv").write_text("0.1\n", encoding="utf-8")
    named = replace(small.in_directory(tmp_path), "routes[0].steps[1].io", "empirical(times.csv)")
    key = key_of(named)
    (tmp_path / "times.csv").write_text("0.2\n", encoding="utf-8")
    assert key_of(named) != key
