"""A demo app of a known mixture: what is measured is what it does."""

import textwrap
from pathlib import Path

import numpy as np
import pytest

from simulator.errors import SimulatorError
from simulator.reality.calibrate import from_app as calibrating
from simulator.reality.calibrate.from_app import from_app, measure_app
from simulator.reality.machine import measure
from simulator.reality.project.clients import Group, Row
from simulator.reality.project.driving import drive
from simulator.reality.server import RealServer, flags
from simulator.scenario import HandlerKind, HttpKind, LoopKind, load
from tests.reality.conftest import MACHINE

SHOP = """
import asyncio, time
from fastapi import FastAPI
app = FastAPI()
pool = asyncio.Semaphore(4)

@app.get("/blocking")
async def blocking():
    time.sleep(0.010)
    return {}

@app.get("/def")
def plain():
    time.sleep(0.030)
    return {}

@app.get("/pooled")
async def pooled():
    async with pool:
        await asyncio.sleep(0.040)
    return {}
"""
ROUTES = {"/blocking": 1.0, "/def": 3.0, "/pooled": 4.0}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "shop.py").write_text(textwrap.dedent(SHOP), encoding="utf-8")
    return tmp_path


def test_handlers_and_waits_are_found(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_MOST_ALONE", 12), ("_TOGETHER_S", 0.6)):
        monkeypatch.setattr(calibrating, name, value)
    shares: list[float] = []
    measured = measure_app("shop:app", ROUTES, shop, MACHINE, advance=shares.append)
    assert [each.handler for each in measured] == [HandlerKind.BLOCKING, HandlerKind.THREADPOOL, HandlerKind.ASYNC]
    for each, least in zip(measured, (0.010, 0.030, 0.040), strict=True):
        assert float(np.median(each.waits)) >= 0.9 * least
    assert measured[2].limit is not None  # how many is for a quiet machine to say
    assert shares[-1] == 1.0
    made = from_app("shop:app", measured, MACHINE, rate=None, has_files=False)
    assert 'service = "pool_3"' in made.text
    assert "rate = 10.0   # assumed" in made.text
    out = shop / "made.toml"
    out.write_text(made.text, encoding="utf-8")
    assert [route.handler for route in load(out).routes] == [each.handler for each in measured]


def test_a_route_that_is_not_there(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for most, said in (
        (3, r"gave 3 answers within 4 s: failed 404"),
        (8, r"no request was a success \(404\): each is"),
    ):
        monkeypatch.setattr(calibrating, "_MOST_ALONE", most)
        with pytest.raises(SimulatorError, match=f"/none: {said}"):
            measure_app("shop:app", {"/none": 1.0}, shop, MACHINE)


PLAIN = """
async def app(scope, receive, send):
    if scope["type"] != "http":
        raise ValueError("as Django says of a lifespan")
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body"})
"""
SILENT = SHOP + "import logging.config; logging.config.dictConfig({'version': 1})  # and all others are silenced"


@pytest.mark.parametrize(("text", "path"), [(PLAIN, "/"), (SILENT, "/pooled")])
def test_an_app_may_know_no_lifespan_and_may_silence_uvicorn(
    text: str, path: str, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("_MOST_ALONE", 6), ("_TOGETHER_S", 0.1)):
        monkeypatch.setattr(calibrating, name, value)
    (shop / "other.py").write_text(text, encoding="utf-8")
    (measured,) = measure_app("other:app", {path: 1.0}, shop, MACHINE)
    assert measured.handler is HandlerKind.ASYNC
    assert not measured.failed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "@app.get('/')\nasync def root():\n    return {}['no such key']",
            r"\(500, KeyError: 'no such key'\): each is",
        ),
        ("def app(environ, start_response):\n    pass", r"gave 0 answers .*: failed 500, TypeError: app\(\) takes 2"),
    ],
)
def test_an_app_that_fails_says_why(text: str, said: str, shop: Path) -> None:
    (shop / "other.py").write_text(f"from fastapi import FastAPI\napp = FastAPI()\n{text}", encoding="utf-8")
    with pytest.raises(SimulatorError, match=said):
        measure_app("other:app", {"/": 1.0}, shop, MACHINE)


def test_an_app_that_raises_on_import(shop: Path) -> None:
    (shop / "broken.py").write_text("import no_such_module", encoding="utf-8")
    with pytest.raises(SimulatorError, match="does not come up: ModuleNotFoundError: No module named 'no_such_module'"):
        measure_app("broken:app", ROUTES, shop, MACHINE)


# The whole circle: calibrate, simulate what nobody measured, measure that.

_RATE, _SECONDS = 60.0, 12.0


@pytest.mark.slow
def test_twice_the_load_on_two_workers_comes_out_as_simulated(shop: Path) -> None:
    from simulator import api  # noqa: PLC0415  # only here

    machine = measure(LoopKind.ASYNCIO, HttpKind.H11)
    measured = measure_app("shop:app", ROUTES, shop, machine)
    made = from_app("shop:app", measured, machine, rate=_RATE, has_files=True)
    for name, text in {**made.files, "made.toml": made.text}.items():
        (shop / name).write_text(text, encoding="utf-8")
    values = {"clients[Clients].rate": 2 * _RATE, "server.workers": 2, "run.duration": f"{_SECONDS}s"}
    scenario = api.changed(load(shop / "made.toml"), values)
    simulated = api.run(scenario, seed=1).summary
    completed, p95 = _asked(shop, scenario.server.workers)
    assert simulated.throughput_per_s.mean == pytest.approx(completed, rel=0.05)
    assert simulated.response_time_s.p95 == pytest.approx(p95, rel=0.15)


def _asked(shop: Path, workers: int) -> tuple[float, float]:
    """Throughput and p95 of the real app, after the same warm-up."""
    from simulator.scenario import ServerScenario  # noqa: PLC0415

    class Poisson:
        def __init__(self) -> None:
            generator = np.random.default_rng(1)
            count = int(3 * _RATE * _SECONDS)
            self._at = np.cumsum(generator.exponential(1 / (2 * _RATE), count))
            self._paths = generator.choice(
                list(ROUTES), count, p=np.array(list(ROUTES.values())) / sum(ROUTES.values())
            )

        def first(self, n: int) -> Row | None:
            return Row(str(self._paths[n]), "", at_s=float(self._at[n])) if n < len(self._at) else None

        def again(self, n: int, row: Row, attempt: int) -> Row:  # noqa: ARG002  # nobody tries again
            return row

    with RealServer("shop:app", shop, flags(ServerScenario(workers=workers)), workers=workers) as server:
        driven = drive(server.address, [Group("c", Poisson(), stop_s=_SECONDS)], duration_s=_SECONDS, drain_s=2.0)
    late = [each for each in driven.attempts if each.sent - driven.origin > 5e9 and each.outcome == "completed"]
    times = [(each.finished - each.sent) / 1e9 for each in late]
    return len(times) / (_SECONDS - 5.0), float(np.percentile(times, 95))
