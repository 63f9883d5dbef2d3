"""The bundled scenarios give the same requests.csv as ever; `pytest tests/golden --update-golden` takes new ones."""

import copy
import platform
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.cli.asked import Asked
from simulator.cli.run import run
from simulator.scenario import bundled
from tests.golden.compact import FOLDER, Golden, compact, differences, load, store

HAS_DIGESTS = sys.platform == "linux" and platform.machine() == "x86_64"
"""Elsewhere the last place of a logarithm may differ, and with it a nanosecond now and then."""


def requests_of(name: str, folder: Path) -> bytes:
    assert run(Asked(config=name, out=folder, is_quiet=True)) == 0
    return (folder / "requests.csv").read_bytes()


@pytest.mark.parametrize("name", bundled())
def test_a_bundled_scenario_gives_the_same_requests(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    found = compact(requests_of(name, tmp_path))
    if request.config.getoption("--update-golden"):
        store(name, found)
    golden = load(name)
    assert differences(golden, found) == []
    if HAS_DIGESTS:
        assert found["sha256"] == golden["sha256"]


def test_every_golden_file_has_its_scenario() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == bundled()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda golden: golden.update(rows=1),
        lambda golden: golden["counts"]["outcome"].update(completed=1),
        lambda golden: golden["means"].update(response_time_s=0.1),
        lambda golden: golden["sample"].append(golden["sample"].pop().replace("0.0", "0.1", 1)),
        lambda golden: golden["sample"].append(golden["sample"].pop().replace("Cliente", "Client", 1)),
    ],
)
def test_a_difference_is_seen(spoil: Callable[[Golden], None]) -> None:
    golden = load("01_blocking")
    found = copy.deepcopy(golden)
    spoil(found)
    assert len(differences(golden, found)) == 1


def test_one_in_the_last_digit_is_no_difference() -> None:
    golden = load("01_blocking")
    found = copy.deepcopy(golden)
    found["means"]["response_time_s"] += 0.9e-6
    fields = found["sample"][3].split(",")
    at = golden["header"].split(",").index("response_time_s")
    fields[at] = f"{float(fields[at]) + 1e-6:.6f}"
    found["sample"][3] = ",".join(fields)
    assert found["sample"] != golden["sample"]
    assert differences(golden, found) == []
