"""A handler as code, and the line that a request was on."""

from pathlib import Path

import pytest

from simulator.model import System
from simulator.record import Stage
from simulator.record.life import life_of
from simulator.scenario import Route, load, parse
from ui.inspector.code import Ink, call_of, code_of, line_at

ROUTE = """\
format = 1
name = "one route"
[run]
duration = "10s"
[[clients]]
name = "Client"
arrivals = "constant"
rate = 1
[[routes]]
path = "{path}"
handler = "{handler}"
steps = [{steps}]
[[services]]
name = "database"
"""


def route(handler: str, steps: str, path: str = "/professor/create") -> Route:
    text = ROUTE.format(handler=handler, steps=steps, path=path)
    return parse(text, "route.toml", Path()).routes[0]


def texts(of: Route) -> list[str]:
    return [line.text for line in code_of(of).lines]


QUERY = '{ label = "validate", cpu = "1ms" }, { label = "query", io = "40ms", service = "database" }'


def test_async_awaits_what_it_waits_for() -> None:
    assert texts(route("async", QUERY)) == [
        '@app.get("/professor/create")',
        "async def professor_create():",
        "    validate()",
        "    await database.query()",
        "    return response",
    ]


def test_blocking_is_the_same_without_await() -> None:
    lines = texts(route("blocking", QUERY))
    assert lines[1:4] == ["async def professor_create():", "    validate()", "    database.query()"]


@pytest.mark.parametrize(
    ("handler", "head", "call"),
    [
        ("async", "async def a():", "    await asyncio.sleep(0.25)"),
        ("blocking", "async def a():", "    time.sleep(0.25)"),
        ("threadpool", "def a():", "    time.sleep(0.25)"),
    ],
)
def test_a_wait_for_nothing_sleeps_as_its_handler_does(handler: str, head: str, call: str) -> None:
    assert texts(route(handler, '{ io = "250ms" }', "/a"))[1:3] == [head, call]


def test_what_varies_has_no_number() -> None:
    assert texts(route("blocking", '{ io = "exponential(40ms)" }'))[2] == "    time.sleep(latency)"


def test_paths_and_labels_become_names() -> None:
    lines = texts(route("blocking", '{ label = "2 checks & more", cpu = "1ms" }', "/items/{id}"))
    assert lines[1:3] == ["async def items_id():", "    compute()"]


def test_the_longest_wait_is_the_call() -> None:
    of = route("async", '{ label = "auth", io = "2ms" }, { label = "query", io = "40ms", service = "database" }')
    assert call_of(of) == "database.query"
    assert call_of(route("async", '{ cpu = "1ms" }')) == ""


def test_colours_cover_the_whole_line() -> None:
    for line in code_of(route("async", '{ io = "250ms" }')).lines:
        assert "".join(text for text, _ in line.pieces()) == line.text
    inks = dict(code_of(route("async", '{ io = "250ms" }')).lines[2].pieces())
    assert (inks["await"], inks["0.25"]) == (Ink.KEYWORD, Ink.NUMBER)


def test_the_line_follows_the_request() -> None:
    run = System(load("01_blocking"), seed=1, trace=True, endless=True)
    run.run_until(12)
    rows = run.record.requests.array()
    life = life_of(run.record, int((rows["finished"] - rows["sent"]).argmax()) + 1, run.now_ns)
    code = code_of(run.scenario.routes[life.route])
    lit = []
    for span in life.spans:
        at = line_at(code, life, (span.begin_ns + span.end_ns) // 2)
        lit.append((span.stage, None if at is None else code.lines[at].text.strip()))
    assert lit == [
        (Stage.CONNECTING, None),
        (Stage.TRAVELLING, None),
        (Stage.ACCEPT_QUEUE, None),
        (Stage.LOOP_QUEUE, "async def professor_create():"),
        (Stage.ON_CPU, "validate()"),
        (Stage.IN_IO, "database.query()"),
        (Stage.ON_CPU, "serialise()"),
        (Stage.RETURNING, None),
    ]
