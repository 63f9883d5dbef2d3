"""`simulate list`, `init`, `check` and `schema`."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from simulator.assumptions import left_out
from simulator.cli.scenario_commands import register
from simulator.scenario import bundled, load


def call(*arguments: str) -> Result:
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, list(arguments))


def test_list_names_every_bundled_scenario() -> None:
    lines = call("list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == bundled()


def test_list_says_the_names_in_either_language() -> None:
    for options, code in (((), "en"), (("--language", "pt-BR"), "pt_BR"), (("--language", "en"), "en")):
        lines = call("list", *options).stdout.splitlines()
        assert [line.split(maxsplit=1)[1] for line in lines] == [load(name).title(code) for name in bundled()]


def test_every_bundled_scenario_is_named_and_described_in_both() -> None:
    for scenario in map(load, bundled()):
        assert isinstance(scenario.name, dict)
        assert isinstance(scenario.description, dict)
        assert set(scenario.name) == set(scenario.description) == {"en", "pt_BR"}


def test_init_writes_a_scenario_and_never_over_one(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    assert call("init", str(file)).exit_code == 0
    assert load(file).run.seed == 42
    file.write_text("mine", encoding="utf-8")
    again = call("init", str(file))
    assert again.exit_code == 2
    assert "exists already" in again.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert call("init", str(tmp_path / "none" / "mine.toml")).exit_code == 3


def test_check_says_ok_and_what_is_odd(tmp_path: Path, base: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(base.replace("[server]", "[broker]\nkind = 'rq'\n[server]"), encoding="utf-8")
    checked = call("check", str(file))
    assert checked.exit_code == 0
    assert checked.stdout.splitlines()[0] == "ok"
    assert "warning: broker: there are no [[tasks]]: its consumers have nothing to do" in checked.stdout
    assert checked.stdout.count("warning: ") == 1


def test_check_speaks_portuguese(tmp_path: Path, base: str) -> None:
    file = tmp_path / "odd.toml"
    file.write_text(base + '[broker]\nkind = "redis"\n', encoding="utf-8")
    said = call("check", str(file), "--language", "pt-BR").stdout
    assert "aviso: broker: não há [[tasks]]: seus consumidores não têm o que fazer" in said
    assert "Fora do modelo, neste e em qualquer cenário:" in said


def test_check_says_what_is_not_modelled(tmp_path: Path, base: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(base, encoding="utf-8")
    begin, *lines = call("check", str(file)).stdout.partition("\n\n")[2].splitlines()
    assert begin == "Not modelled, in this and any scenario:"
    assert [line.strip() for line in lines] == left_out("en")


@pytest.mark.parametrize("name", bundled())
def test_bundled_scenarios_are_ok(name: str) -> None:
    assert call("check", name).exit_code == 0


def test_check_says_every_problem_on_stderr(tmp_path: Path, base: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(base.replace("rate = 15", "rate = 0").replace("workers = 1", "wokers = 1"), encoding="utf-8")
    checked = call("check", str(file))
    assert checked.exit_code == 2
    assert checked.stdout == ""
    assert checked.stderr.splitlines() == [
        "mine.toml:10: clients[0].rate: must be above 0, got 0",
        "mine.toml:13: server.wokers: unknown key (did you mean server.workers?)",
    ]


def test_schema_is_json() -> None:
    assert json.loads(call("schema").stdout)["title"] == "Vazão scenario, format 1"
