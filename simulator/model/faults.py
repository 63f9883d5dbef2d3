"""`[[faults]]` of services: slow, down, hang. Crashes and restarts are the supervisor's."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from simpy import Environment

from simulator.model.events import NORMAL, Alarm
from simulator.scenario import Fault, FaultKind
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.services import Gate, Service

FaultAct = Callable[["Gate", Fault, int, int], None]


def schedule_faults(env: Environment, faults: tuple[Fault, ...], services: "Mapping[str, Service]") -> None:
    """Let each happen at its instant; a change of that instant acts before it."""
    for fault in faults:
        service = services.get(fault.target)
        if fault.kind not in _BEGIN or service is None:
            continue
        gate, lasting = service.gate, fault.lasting
        assert gate is not None, "a service that is hit has a gate"
        assert lasting is not None, "required for these kinds"
        begin, end = to_ns(fault.at), to_ns(fault.at + lasting)
        Alarm(env, partial(_BEGIN[fault.kind], gate, fault, end)).set(begin, NORMAL)
        if fault.kind in _END:
            Alarm(env, partial(_END[fault.kind], gate, fault, end)).set(end, NORMAL)


def _slow(gate: "Gate", fault: Fault, _: int, __: int) -> None:
    assert fault.factor is not None, "required for slow"
    gate.slow_by.append(fault.factor)


def _fast(gate: "Gate", fault: Fault, _: int, __: int) -> None:
    assert fault.factor is not None, "required for slow"
    gate.slow_by.remove(fault.factor)


def _hang(gate: "Gate", _: Fault, end: int, __: int) -> None:
    gate.hangs_until = max(gate.hangs_until, end)


def _fall(gate: "Gate", _: Fault, __: int, now: int) -> None:
    gate.fall(now)


def _rise(gate: "Gate", _: Fault, __: int, ___: int) -> None:
    gate.rise()


_BEGIN: dict[FaultKind, FaultAct] = {FaultKind.SLOW: _slow, FaultKind.DOWN: _fall, FaultKind.HANG: _hang}
_END: dict[FaultKind, FaultAct] = {FaultKind.SLOW: _fast, FaultKind.DOWN: _rise}
