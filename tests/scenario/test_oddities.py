"""What is valid and odd runs, and what will happen is said before; what is usual says nothing."""

import ast
import re
from pathlib import Path

import pytest

from simulator.scenario import bundled, load, oddities, parse
from simulator.scenario.oddities import warnings
from simulator.scenario.oddity import PT_BR

AT_ONCE = 'arrivals = "closed"\nusers = 3'
CLOSED = "clients[0]: neither thinking nor an answer takes any time: each user sends a million requests a second"
REJECTING = "server.limit_concurrency: 1 rejects every request with a 503: uvicorn counts the connection that asks too"
LATER = '\n[[changes]]\nat = "1s"\nset = "{}"\nto = {}\n'


def spoilt(base: str, replaced: str, by: str) -> list[str]:
    """What is said of the scenario with one thing in another's place."""
    assert replaced in base
    return [said.removeprefix("warning: ") for said in warnings(parse(base.replace(replaced, by)))]


@pytest.mark.parametrize(
    ("replaced", "by", "said"),
    [
        ("workers = 1", "limit_concurrency = 1", REJECTING),
        (
            "workers = 1",
            "limit_max_requests_jitter = 5",
            "server.limit_max_requests_jitter: does nothing without server.limit_max_requests",
        ),
        (', service = "database"', "", "services[0]: no step uses database"),
        (
            'name = "database"',
            'name = "database"\nmax_overflow = 3',
            "services[0].max_overflow: does nothing without pool_size",
        ),
        (
            "[server]",
            'routes = { "/a" = 1, "/b" = 0 }\n[[routes]]\npath = "/b"\nhandler = "async"\n[server]',
            "routes[0]: no client asks for /b",
        ),
        (
            "[server]",
            '[[faults]]\nat = "60s"\nkind = "restart"\ntarget = "server"\n[server]',
            "faults[0].at: comes only after the run's end (60 s)",
        ),
    ],
)
def test_what_is_odd_is_said(base: str, replaced: str, by: str, said: str) -> None:
    assert spoilt(base, replaced, by) == [said]


BROKER = '[broker]\nkind = "{}"\nconsumers = 3\n'
TASKS = '[[tasks]]\nname = "mail"\n[[tasks]]\nname = "push"\n'


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (TASKS, ["tasks[0]: não há [broker]: nada executa mail", "tasks[1]: não há [broker]: nada executa push"]),
        (BROKER.format("redis"), ["broker: não há [[tasks]]: seus consumidores não têm o que fazer"]),
        (
            BROKER.format("kafka") + TASKS,
            [
                "tasks[0]: nenhum passo enfileira mail",
                "tasks[1]: nenhum passo enfileira push",
                "broker.consumers: 1 partição tem um só consumidor: 2 de 3 consumidores não terão o que fazer",
            ],
        ),
        (
            '[[faults]]\nat = "60.5s"\nkind = "restart"\ntarget = "server"\n',
            ["faults[0].at: só acontece depois do fim da execução (60,25 s)"],
        ),
    ],
)
def test_it_is_said_in_portuguese(base: str, more: str, said: list[str]) -> None:
    scenario = parse(base.replace('"60s"', '"60.25s"') + more)
    assert warnings(scenario, "pt_BR") == [f"aviso: {each}" for each in said]


def test_what_a_text_has_in_its_slots_both_languages_say() -> None:
    for english, portuguese in PT_BR.items():
        assert set(re.findall(r"\{\w+\}", english)) >= set(re.findall(r"\{\w+\}", portuguese)), english
        assert english != portuguese


def test_every_text_has_a_portuguese_form() -> None:
    source = Path(str(oddities.__file__)).read_text(encoding="utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Oddity"]
    texts = {call.args[1].value for call in made if isinstance(call.args[1], ast.Constant)}
    assert len(texts) >= 9
    assert texts <= set(PT_BR)


def test_a_closed_loop_in_which_nothing_takes_time_is_said(base: str) -> None:
    closed = base.replace('arrivals = "poisson"\nrate = 15', AT_ONCE).replace('"1ms"', "0")
    assert spoilt(closed, '"50ms"', "0") == [CLOSED]
    assert warnings(parse(closed)) == []
    for time in ('think_time = "1ms"', 'network = "1ms"'):
        assert spoilt(closed.replace('"50ms"', "0"), "users = 3", f"users = 3\n{time}") == []


@pytest.mark.parametrize(
    ("replaced", "by", "key", "to"),
    [
        ("workers = 1", "limit_concurrency = 1", "server.limit_concurrency", "5"),
        ('name = "database"', 'name = "database"\nmax_overflow = 3', "services[database].pool_size", "5"),
    ],
)
def test_what_a_change_makes_usual_is_not_odd(base: str, replaced: str, by: str, key: str, to: str) -> None:
    assert spoilt(base, replaced, by)
    assert spoilt(base + LATER.format(key, to), replaced, by) == []


def test_of_the_bundled_scenarios_only_the_lesson_of_idle_consumers_is_odd(base: str) -> None:
    odd = {name: said for name in bundled() if (said := warnings(load(name)))}
    assert list(odd) == ["24_kafka_lag"]
    assert warnings(parse(base)) == []
