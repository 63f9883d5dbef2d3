"""An AsyncFlow topology as a scenario, as far as it maps; the rest is listed.

Keys as in AsyncFlow's input schema: rqs_input, topology_graph (nodes, edges), sim_settings.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.errors import SimulatorError
from simulator.reality.calibrate.entries import route_of
from simulator.reality.calibrate.fitting import rounded
from simulator.reality.calibrate.from_log import Calibrated, quoted
from simulator.units import format_time

Plain = Mapping[str, Any]
_CPU_KINDS = ("initial_parsing", "cpu_bound_operation")
_DB = "io_db"
_DEFAULT_S = 60


def from_asyncflow(path: Path) -> Calibrated:
    """Raises SimulatorError where the file cannot be read, or is no AsyncFlow topology."""
    topology = _Topology(_loaded(path), path)
    text = "\n\n".join([topology.head(), topology.run(), topology.clients(), *topology.server()]) + "\n"
    missing = [f"# Not mapped: {each}." for each in topology.unmapped]
    words = tuple(f"not mapped: {each}" for each in topology.unmapped)
    return Calibrated("\n".join([*missing, text]), {}, {}, words, unmapped=tuple(topology.unmapped))


def _loaded(path: Path) -> Plain:
    try:
        import yaml  # noqa: PLC0415  # comes with uvicorn[standard]
    except ImportError as error:
        raise SimulatorError("calibrate: --asyncflow needs PyYAML: pip install 'vazao[reality]'") from error
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SimulatorError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SimulatorError(f"{path}: is not a text file in UTF-8") from error
    except yaml.YAMLError as error:
        raise SimulatorError(f"{path}: is no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(loaded, dict) or "topology_graph" not in loaded:
        raise SimulatorError(f"{path}: is no AsyncFlow topology: it has no topology_graph")
    return loaded


class _Topology:
    """What was read, and what of it has no counterpart."""

    def __init__(self, plain: Plain, path: Path) -> None:
        self.unmapped: list[str] = []
        self._path = path
        self._requests: Plain = plain.get("rqs_input") or {}
        self._settings: Plain = plain.get("sim_settings") or {}
        nodes = self._table(plain["topology_graph"], "nodes")
        self._edges: list[Plain] = plain["topology_graph"].get("edges") or []
        servers = nodes.get("servers") or []
        if not servers:
            raise SimulatorError(f"{path}: topology_graph.nodes.servers: has no server")
        self._servers: list[Plain] = servers
        self._note(plain, nodes)

    def _table(self, plain: Plain, key: str) -> Plain:
        value = plain.get(key)
        if not isinstance(value, Mapping):
            raise SimulatorError(f"{self._path}: {key}: must be a table")
        return value

    def _note(self, plain: Plain, nodes: Plain) -> None:
        if nodes.get("load_balancer"):
            self.unmapped.append("the load balancer: workers pull connections from one queue")
        if len(self._servers) > 1:
            self.unmapped.append("servers after the first, as servers of their own: they became workers of one")
        if any(edge.get("dropout_rate") for edge in self._edges):
            self.unmapped.append("dropout_rate of edges: no request is lost on its way")
        if plain.get("events"):
            self.unmapped.append("events: see [[faults]] for what can happen")
        if "user_sampling_window" in self._requests:
            self.unmapped.append("user_sampling_window: the rate stays that of the mean number of users")

    def head(self) -> str:
        """Format and name."""
        said = f"# Made by simulate calibrate from {self._path.name}, an AsyncFlow topology."
        return f"{said}\nformat = 1\nname = {quoted(self._path.stem)}"

    def run(self) -> str:
        """How long."""
        duration = self._settings.get("total_simulation_time", _DEFAULT_S)
        return f'[run]\nduration = "{float(duration):g}s"\nseed = 1'

    def clients(self) -> str:
        """One group of the mean rate."""
        users = _mean(self._requests.get("avg_active_users"))
        a_minute = _mean(self._requests.get("avg_request_per_minute_per_user"))
        if not users or not a_minute:
            raise SimulatorError(f"{self._path}: rqs_input: needs avg_active_users and avg_request_per_minute_per_user")
        rate = rounded(users * a_minute / 60)
        network = self._network()
        paths = ", ".join(f"{quoted(path)} = 1" for path in self._paths())
        return "\n".join(
            [
                "[[clients]]",
                f"name = {quoted(str(self._requests.get('id', 'clients')))}",
                'arrivals = "poisson"',
                f"rate = {rate!r}   # {users:g} users, {a_minute:g} requests a minute each",
                f'network = "{format_time(network)}"   # one way: the mean of the edges there and back',
                "keep_alive = false",
                f"routes = {{ {paths} }}",
            ]
        )

    def _network(self) -> float:
        """Half of all edges to the first server and back."""
        servers = {str(server.get("id")) for server in self._servers[1:]}
        edges = [edge for edge in self._edges if not {str(edge.get("source")), str(edge.get("target"))} & servers]
        return rounded(sum(_mean(edge.get("latency")) for edge in edges) / 2)

    def _endpoints(self) -> list[Plain]:
        endpoints: list[Plain] = self._servers[0].get("endpoints") or []
        if not endpoints:
            raise SimulatorError(f"{self._path}: the server {self._servers[0].get('id')} has no endpoints")
        return endpoints

    def _paths(self) -> list[str]:
        return [route_of(str(endpoint.get("endpoint_name", "/"))) for endpoint in self._endpoints()]

    def server(self) -> Iterator[str]:
        """The server, its routes, its database."""
        resources: Plain = self._servers[0].get("server_resources") or {}
        workers = int(resources.get("cpu_cores", 1)) * len(self._servers)
        yield f"[server]\nworkers = {workers}   # a process for each of cpu_cores: one event loop uses one core"
        pool = resources.get("db_connection_pool")
        if "ram_mb" in resources:
            self.unmapped.append("ram_mb: memory is not modelled")
        for path, endpoint in zip(self._paths(), self._endpoints(), strict=True):
            steps = "".join(f"  {step},\n" for step in self._steps(endpoint, has_pool=bool(pool)))
            yield f'[[routes]]\npath = {quoted(path)}\nhandler = "async"\nsteps = [\n{steps}]'
        if pool:
            yield f'[[services]]\nname = "database"\npool_size = {int(pool)}\nmax_overflow = 0'

    def _steps(self, endpoint: Plain, *, has_pool: bool) -> Iterator[str]:
        for step in endpoint.get("steps") or []:
            kind = str(step.get("kind", ""))
            operation: Plain = step.get("step_operation") or {}
            if kind in _CPU_KINDS:
                yield f'{{ label = {quoted(kind)}, cpu = "{_time(operation, "cpu_time")}" }}'
            elif kind.startswith("io_"):
                service = ', service = "database"' if kind == _DB and has_pool else ""
                yield f'{{ label = {quoted(kind)}, io = "{_time(operation, "io_waiting_time")}"{service} }}'
            else:
                self._leave_out(kind)

    def _leave_out(self, kind: str) -> None:
        said = f"steps of kind {kind or '(none)'}"
        if said not in self.unmapped:
            self.unmapped.append(said)


def _mean(variable: Any) -> float:  # noqa: ANN401  # a number, or a table with a mean
    value = variable.get("mean", 0) if isinstance(variable, Mapping) else variable
    return float(value) if isinstance(value, int | float) else 0.0


def _time(operation: Plain, key: str) -> str:
    value = operation.get(key)
    if not isinstance(value, int | float):
        raise SimulatorError(f"step_operation: needs {key} in seconds, got {value}")
    return format_time(float(value))
