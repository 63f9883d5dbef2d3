"""A run read back from its folder (`scenario.toml`, `requests.csv`, `trace.csv`), for who asks about it later."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from simulator.errors import ResultsError, SimulatorError
from simulator.output import requests, trace
from simulator.output.csv_rows import Cells, ns_of, read_rows
from simulator.output.traced_messages import MessageRows, read_messages
from simulator.record import HOLDS_LOOP, PARTS, MessageTransitions, Outcome, Record, Stage, Transitions
from simulator.record.life import worker_of
from simulator.record.record import Untold
from simulator.record.requests import BLOCK_MASK, BLOCK_SHIFT, NEVER
from simulator.scenario import HandlerKind, Scenario, Step, load
from simulator.scenario.file import replaced
from simulator.units import NS_PER_S, to_ns

_INSTANTS = ("sent", "accepted", "started", "finished", "server_finished")


def read_traced(folder: Path, replication: int = 1) -> Record:
    """The record of one replication, with its transitions, to the microsecond that the files have.

    `until` is not in the files; who holds a loop follows from place, stage and handler. Raises ResultsError.
    """
    for name in ("scenario.toml", "requests.csv", "trace.csv"):
        if not (folder / name).is_file():
            raise ResultsError(f"{folder}: has no {name}: a run with --out DIR --trace writes it")
    try:
        scenario = load(folder / "scenario.toml")
    except SimulatorError as error:
        raise ResultsError(f"{folder}: {error}") from error
    transitions = Transitions()
    traced = MessageTransitions(transitions) if scenario.broker is not None else None
    seed = scenario.run.seed or 0
    record = Record(scenario, seed, replication, transitions=transitions, message_transitions=traced)
    _read_requests(record, folder / "requests.csv")
    if scenario.broker is not None:
        read_messages(record, folder / "tasks.csv")
    _read_trace(record, folder / "trace.csv")
    # A run that drained is over with its last answer, else with its duration.
    record.end_ns = max(record.end_ns, to_ns(scenario.run.duration))
    record.is_closed = True
    return record


def _read_requests(record: Record, path: Path) -> None:
    table, transitions = record.requests, record.transitions
    assert transitions is not None, "it was made with them"
    clients = {client.name: number for number, client in enumerate(record.scenario.clients)}
    routes = {route.path: number for number, route in enumerate(record.scenario.routes)}

    def take(cells: Cells) -> None:
        if not table.count & BLOCK_MASK:
            table.grow()
        table.count += 1
        row = table.block((table.count - 1) >> BLOCK_SHIFT)[(table.count - 1) & BLOCK_MASK]
        row["client"], row["route"] = clients[cells["client"]], routes[cells["route"]]
        row["worker"], row["status"] = int(cells["worker"] or 0), int(cells["status"] or 0)
        row["attempt"], row["first_request_id"] = int(cells["attempt"]), int(cells["first_request_id"])
        row["outcome"] = Outcome[cells["outcome"].upper()]
        for name in (*_INSTANTS, *PARTS):
            row[name] = ns_of(cells[f"{name}_s"])
        transitions.born(table.count, int(row["client"]), int(row["route"]), int(row["sent"]))
        record.workers = max(record.workers, int(row["worker"]))

    read_rows(path, requests.COLUMNS, record.replication, take)


def _read_trace(record: Record, path: Path) -> None:
    transitions, holders = record.transitions, _Holders.of(record)
    assert transitions is not None, "it was made with them"

    messages, untold = MessageRows(record), _Untold(record)

    def take(cells: Cells) -> None:
        if cells.get("message_id"):
            messages.take(cells)
            return
        time_ns, request_id, stage = ns_of(cells["time_s"]), int(cells["request_id"]), Stage[cells["stage"]]
        if not 0 < request_id <= record.requests.count:
            raise ValueError(f"no request {request_id}")
        holds = holders.holds(request_id, stage, cells["place"], time_ns)
        transitions.enter(time_ns, request_id, stage | holds * HOLDS_LOOP, transitions.place(cells["place"]))
        untold.end(request_id, time_ns)
        if not holds and holders.may_hold(request_id, stage):
            untold.begin(request_id, cells["place"], time_ns)
        record.end_ns = time_ns

    read_rows(path, trace.columns(record.scenario), record.replication, take)
    untold.close()


class _Untold:
    """Writes down when a request may have held a loop."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._open: dict[int, tuple[int, int]] = {}
        """By request id: the worker, and since when."""

    def begin(self, request_id: int, place: str, time_ns: int) -> None:
        """In its threads, at its pools and at a service it does not."""
        worker = worker_of(place)
        if worker and "/" not in place:
            self._open[request_id] = worker, time_ns

    def end(self, request_id: int, time_ns: int) -> None:
        """It goes on elsewhere, or is over."""
        if request_id in self._open:
            self._record.untold.append(Untold(request_id, *self._open.pop(request_id), time_ns))

    def close(self) -> None:
        """The run is over."""
        for request_id in list(self._open):
            self.end(request_id, self._record.end_ns)


class _Keeps(NamedTuple):
    """What of a request keeps the loop for as long as it goes on."""

    waits: bool = False
    """Its handler also where it waits."""
    handler: bool = False
    """Its handler from first step to last."""
    background: bool = False
    """What it does behind its answer."""
    handler_now_and_then: bool = False
    """Its handler, or the server's own work for it, for some of the time."""
    background_now_and_then: bool = False
    """What it does behind its answer, for some of the time."""


@dataclass(frozen=True, slots=True)
class _Holders:
    """Tells who holds a loop.

    Of what goes on behind a client's back the files say no more than that it does: where some of it is done on the loop
    and some is not, it may hold it.
    """

    keeps: list[_Keeps]
    """By request id; entry 0 is nobody."""
    within: list[tuple[int, int]]
    """By request id, from when to when its handler ran."""

    @classmethod
    def of(cls, record: Record) -> "_Holders":
        scenarios = [(since_s, _kept(scenario)) for since_s, scenario in _scenarios(record.scenario)]
        keeps, within = [_Keeps()], [(0, 0)]
        for row in record.requests.array():
            began_s = int(row["started"]) / NS_PER_S
            routes = next(routes for since_s, routes in reversed(scenarios) if since_s <= max(0.0, began_s))
            keeps.append(routes[int(row["route"])])
            within.append((int(row["started"]), int(row["server_finished"])))
        return cls(keeps, within)

    def holds(self, request_id: int, stage: Stage, place: str, time_ns: int) -> bool:
        """Computing at the worker itself, not in its threads, is on the loop; so is what a blocking handler does."""
        keeps, (begin, end) = self.keeps[request_id], self.within[request_id]
        match stage:
            case Stage.IN_IO | Stage.POOL_QUEUE | Stage.SERVICE_QUEUE:
                return keeps.waits
            case Stage.ORPHANED:
                return keeps.handler and begin != NEVER and begin <= time_ns and (end == NEVER or time_ns < end)
            case Stage.BACKGROUND:
                return keeps.background
            case _:
                is_at_worker = place.startswith("worker:") and "/" not in place
                return is_at_worker and stage in (Stage.ON_CPU, Stage.CPU_QUEUE)

    def may_hold(self, request_id: int, stage: Stage) -> bool:
        """Whether it may at times, where `holds` does not say so."""
        keeps = self.keeps[request_id]
        return (stage is Stage.ORPHANED and keeps.handler_now_and_then) or (
            stage is Stage.BACKGROUND and keeps.background_now_and_then
        )


def _kept(scenario: Scenario) -> list[_Keeps]:
    server = scenario.server
    has_costs = bool(server.request_cpu.mean_s or server.connection_cpu.mean_s) or any(
        change.set in ("server.request_cpu", "server.connection_cpu") for change in scenario.changes
    )
    return [
        _Keeps(
            route.handler is HandlerKind.BLOCKING,
            _is_one_turn(route.handler, route.steps),
            _is_one_turn(route.background_handler, route.background),
            has_costs or _computes_between(route.handler, route.steps),
            _computes_between(route.background_handler, route.background),
        )
        for route in scenario.routes
    ]


def _is_one_turn(handler: HandlerKind, steps: Sequence[Step]) -> bool:
    waits = any(step.io is not None or step.enqueue is not None for step in steps)
    return handler is HandlerKind.BLOCKING or (handler is HandlerKind.ASYNC and not waits)


def _computes_between(handler: HandlerKind, steps: Sequence[Step]) -> bool:
    return handler is HandlerKind.ASYNC and any(step.cpu is not None for step in steps)


def _scenarios(first: Scenario) -> list[tuple[float, Scenario]]:
    """Every scenario that was in force, as far as handlers and what steps there are go."""
    found = [(0.0, first)]
    for change in sorted(first.changes, key=lambda change: change.at):
        if change.set.endswith(("handler", ".steps", ".background")):
            found.append((change.at, replaced(found[-1][1], change.set, change.to)))
    return found
