"""Where scenarios come from, and what comes with them."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.scenario import BrokerKind, bundled, load, parse, schema
from simulator.scenario.start import START

EXAMPLE = """\
format = 1
name = "Professores: blocking database call"
description = "One worker, a handler that blocks the loop for 50 ms."

[run]
duration = "60s"
warm_up = "5s"
seed = 42

[[clients]]
name = "Cliente_1"
icon = "browser"
arrivals = "poisson"
rate = 15
routes = { "/professor/create" = 3, "/email" = 1 }
timeout = "2s"
deadline = "300ms"

[[clients]]
name = "Cliente_2"
icon = "phone"
arrivals = "closed"
users = 5
think_time = "exponential(1s)"
ramp = "2s"
routes = { "/professor/create" = 1 }

[server]
workers = 1
backlog = 2048

[[routes]]
path = "/professor/create"
handler = "blocking"
steps = [
  { label = "validate", cpu = "1ms" },
  { label = "query", io = "exponential(50ms)", service = "database" },
  { label = "serialise", cpu = "500us" },
]

[[routes]]
path = "/email"
handler = "async"
steps = [ { cpu = "1ms" }, { label = "queue the e-mail", enqueue = "send_email" } ]

[[services]]
name = "database"
pool_size = 5

[broker]
kind = "celery"
consumers = 2

[[tasks]]
name = "send_email"
steps = [ { io = "lognormal(800ms, cv=1)" } ]

[[changes]]
at = "30s"
set = "server.workers"
to = 4

[[faults]]
at = "40s"
for = "10s"
kind = "slow"
target = "database"
factor = 5.0
"""


def test_the_contract_s_example_is_a_scenario() -> None:
    scenario = parse(EXAMPLE)
    assert scenario.run.duration == 60.0
    assert scenario.clients[0].routes == {"/professor/create": 3.0, "/email": 1.0}
    assert scenario.faults[0].lasting == 10.0
    assert scenario.broker is not None
    assert scenario.broker.prefetch == 4


def test_a_deadline_may_be_later_than_the_time_out_for_it_counts_from_the_first_attempt() -> None:
    text = EXAMPLE.replace('deadline = "300ms"', 'deadline = "5s"\nretries = 3')
    assert parse(text).clients[0].deadline == 5.0


@pytest.mark.parametrize("kind", list(BrokerKind))
def test_a_broker_s_habits_are_filled_in_and_can_be_overruled(kind: BrokerKind) -> None:
    broker = parse(EXAMPLE.replace('"celery"', f'"{kind}"')).broker
    assert broker is not None
    assert None not in (broker.concurrency, broker.prefetch, broker.ack, broker.visibility_timeout, broker.on_failure)
    assert (broker.partitions is not None) == (kind is BrokerKind.KAFKA)
    overruled = parse(EXAMPLE.replace('"celery"', f'"{kind}"\nmax_deliveries = 7')).broker
    assert overruled is not None
    assert overruled.max_deliveries == 7


def test_a_scenario_is_read_from_a_path_a_name_or_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("\N{BYTE ORDER MARK}" + EXAMPLE, encoding="utf-8")
    scenario = load(file)
    assert scenario == load(str(file)) == parse(EXAMPLE)
    assert scenario.directory == tmp_path
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EXAMPLE.encode())))
    assert load("-") == scenario
    assert load("01_blocking").run.duration == 60.0


def test_files_are_found_beside_the_scenario(tmp_path: Path) -> None:
    (tmp_path / "times.csv").write_text("0.1\n0.3\n", encoding="utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(EXAMPLE.replace("exponential(50ms)", "empirical(times.csv)"), encoding="utf-8")
    query = load(file).routes[0].steps[1].io
    assert query is not None
    assert query.values_s == (0.1, 0.3)


@pytest.mark.parametrize("name", bundled())
def test_bundled_scenarios_speak_both_languages_and_fix_their_seed(name: str) -> None:
    scenario = load(name)
    assert scenario.title("en") != scenario.title("pt_BR")
    assert scenario.text("en") != scenario.text("pt_BR")
    assert scenario.run.seed is not None


def test_the_start_is_a_scenario_also_with_what_it_has_commented_out() -> None:
    assert parse(START).clients[0].rate == 15
    keys = ("# [[", "# name", "# icon", "# arrivals", "# users", "# think", "# at", "# set", "# to")
    lines = [line.removeprefix("# ") if line.startswith(keys) else line for line in START.splitlines()]
    whole = parse("\n".join(lines))
    assert len(whole.clients) == 2
    assert whole.changes[0].set == "server.workers"


def test_the_schema_names_every_table_and_the_file_s_own_keys() -> None:
    described = json.loads(json.dumps(schema()))
    assert set(described["required"]) == {"format", "name", "run", "clients", "routes"}
    assert described["additionalProperties"] is False
    assert "for" in described["$defs"]["Fault"]["properties"]
    assert "pattern" in json.dumps(described["$defs"]["RunScenario"]["properties"]["duration"])


def test_reading_a_right_scenario_imports_nothing_heavy() -> None:
    code = (
        "import sys; from simulator.scenario import load; load('01_blocking'); "
        "print([name for name in ('scipy', 'tree_sitter', 'tomlkit', 'simpy', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
