"""`simulate compare A B`."""

import json
from pathlib import Path

from tests.cli.conftest import PLAIN, Simulate


def test_what_differs_is_said_with_its_interval(simulate: Simulate, scenario: Path) -> None:
    other = scenario.with_name("slower.toml")
    other.write_text(PLAIN.replace("50ms", "100ms"), encoding="utf-8")
    answer = simulate("compare", scenario, other, "--jobs", "1", "--replications", "4")
    words = " ".join(answer.out.split())
    assert answer.code == 0
    # A long path goes on in the next line.
    assert f"Against{scenario}:4pairedreplicationsofeach,seed1" in "".join(words.split())
    assert "errors 0 % 0 % +0 % +0 .. +0 % the same" in words
    assert ": mean +100 %, p50 +" in words


def test_twins_are_told_to_be_twins(simulate: Simulate, scenario: Path) -> None:
    answer = simulate("compare", scenario, scenario, "--jobs", "1", "--replications", "2")
    assert "is the same in every replication" in " ".join(answer.out.split())


def test_json_is_one_object(simulate: Simulate, scenario: Path) -> None:
    call = ("compare", scenario, scenario, scenario, "--jobs", "1", "--json", "--replications", "2")
    plain = json.loads(simulate(*call).out)
    assert plain["replications"] == 2
    assert len(plain["compared"]) == 2
    assert plain["compared"][0]["differences"][0]["is_shown"] is False


def test_a_wrong_call_is_refused(simulate: Simulate, scenario: Path) -> None:
    alone = simulate("compare", scenario)
    assert (alone.code, alone.err) == (2, "compare: needs at least two scenarios\n")
    missing = simulate("compare", "one.toml", "two.toml")
    assert missing.code == 2
    assert len(missing.err.splitlines()) == 2


def saved(scenario: Path, text: str = '[compare]\na = "one.toml"\nb = "two.toml"\n') -> Path:
    """As the window saves a comparison, beside its two scenarios."""
    for name, latency in (("one.toml", "50ms"), ("two.toml", "100ms")):
        scenario.with_name(name).write_text(PLAIN.replace("50ms", latency), encoding="utf-8")
    file = scenario.with_name("pair.toml")
    file.write_text(text, encoding="utf-8")
    return file


def test_a_saved_comparison_is_run(simulate: Simulate, scenario: Path) -> None:
    answer = simulate("compare", saved(scenario), "--jobs", "1", "--json", "--replications", "2")
    assert answer.code == 0
    assert json.loads(answer.out)["compared"][0]["name"].endswith("two.toml")


def test_a_saved_comparison_is_no_scenario_and_says_what_runs_it(simulate: Simulate, scenario: Path) -> None:
    for call in (("--config", saved(scenario)), ("check", saved(scenario)), ("compare", scenario, saved(scenario))):
        answer = simulate(*call)
        message = "pair.toml:1: compare: names two scenarios and is none itself; simulate compare runs both"
        assert (answer.code, answer.err.splitlines()) == (2, [message])


def test_a_comparison_that_names_no_files_is_refused(simulate: Simulate, scenario: Path) -> None:
    answer = simulate("compare", saved(scenario, '[compare]\na = "one.toml"\nbb = "three.toml"\n'))
    assert answer.code == 2
    assert "compare.bb: unknown key" in answer.err
    assert "compare.b: must name a scenario file" in answer.err
