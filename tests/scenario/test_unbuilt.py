"""What this version cannot simulate is refused by name; what it can is not."""

import pytest

from simulator.scenario import bundled, load, parse
from simulator.scenario.unbuilt import unbuilt


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ("[server]", '[broker]\nkind = "rq"\n[server]', "broker"),
        ("[server]", '[[tasks]]\nname = "x"\n[server]', "tasks"),
        (
            "[server]",
            '[broker]\nkind = "rq"\n[[changes]]\nat = 1\nset = "broker.consumers"\nto = 3\n[server]',
            "broker",
        ),
    ],
)
def test_a_part_that_is_not_built_is_named(base: str, right: str, wrong: str, key: str) -> None:
    found = unbuilt(parse(base.replace(right, wrong, 1)))
    assert found[0].key == key


def test_a_default_that_is_written_out_is_no_use(base: str) -> None:
    assert not unbuilt(parse(base.replace("workers = 1", "limit_concurrency = 0\nsyn_retry = 'linear'")))


@pytest.mark.parametrize(
    "key", ["workers = 2", "limit_concurrency = 4", "gil = false", "limit_max_requests = 2", 'nagle_delay = "43ms"']
)
def test_what_is_built_is_not_refused(base: str, key: str) -> None:
    assert not unbuilt(parse(base.replace("workers = 1", key)))


@pytest.mark.parametrize("name", bundled())
def test_bundled_scenarios_use_only_what_is_built(name: str) -> None:
    assert not unbuilt(load(name))


@pytest.mark.parametrize("where", ["steps", "background"])
def test_enqueue_is_named_wherever_it_stands(base: str, where: str) -> None:
    broker = '[broker]\nkind = "rq"\n[[tasks]]\nname = "x"\n'
    route = f'[[routes]]\npath = "/new"\nhandler = "async"\n{where} = [{{ enqueue = "x" }}]\n'
    text = base.replace("[server]", broker + route + "[server]").replace(
        "rate = 15", 'rate = 15\nroutes = { "/new" = 1 }'
    )
    assert f"routes[0].{where}[0].enqueue" in [problem.key for problem in unbuilt(parse(text))]
