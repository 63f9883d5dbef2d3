"""What the benchmark calls agreement."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from simulator.reality.figures import Beside
from simulator.scenario import load
from tests.benchmarks import verdicts
from tests.benchmarks.reality import chosen, shortened
from tests.benchmarks.verdicts import Verdict, verdict_of

if TYPE_CHECKING:
    from simulator.reality.check import Checked


def beside(figure: str, measured: float, simulated: float) -> Beside:
    return Beside(figure, measured, simulated, tolerance=0.001 * measured)


@pytest.fixture
def _no_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "reasons", lambda *_: iter(()))


def judged(name: str, figures: list[Beside], server_cpu: float = 0.2) -> Verdict:
    run = SimpleNamespace(server_cpu=server_cpu, others=0.01)
    return verdict_of(name, cast("Checked", SimpleNamespace(measured=(run,), beside=figures)))


@pytest.mark.usefixtures("_no_reasons")
def test_throughput_is_judged_by_three_per_cent_where_the_server_leaves_half_of_the_cores() -> None:
    off = [beside("throughput", 100.0, 104.0)]
    assert judged("01_blocking", [beside("throughput", 100.0, 102.9)]).agrees
    assert [each.figure for each in judged("01_blocking", off).missed] == ["throughput"]
    busy = judged("14_cores", off, server_cpu=0.95)
    assert busy.agrees
    assert busy.unjudged == {"throughput": "the server took 95% of the cores"}


@pytest.mark.usefixtures("_no_reasons")
def test_a_measured_case_has_the_tolerances_of_its_own() -> None:
    figures = [beside("p50", 0.100, 0.140), beside("p99", 0.2, 0.3)]
    assert judged("c03f", figures).agrees  # one service time of 50 ms
    assert [each.figure for each in judged("c03f", figures).also] == ["p99"]
    assert not judged("c01_110", figures).agrees
    assert not judged("01_blocking", figures).agrees


def test_all_are_chosen_or_those_that_begin_so() -> None:
    assert len(chosen([])) > 40
    assert chosen(["19", "20_pre"]) == ["19_email_queue", "20_prefetch"]
    with pytest.raises(SystemExit, match="nonsense: nothing begins with that; there are 01_blocking, "):
        chosen(["nonsense"])


@pytest.mark.parametrize("name", chosen([]))
def test_what_is_shortened_keeps_its_shape(name: str) -> None:
    whole, short = load(name), shortened(load(name), 3.0)
    share = short.run.duration / whole.run.duration
    assert short.run.duration <= 3.0
    assert [fault.at for fault in short.faults] == pytest.approx([fault.at * share for fault in whole.faults])
