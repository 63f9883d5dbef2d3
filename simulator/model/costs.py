"""What the server itself costs the loop: uvicorn, h11 and FastAPI around the handler."""

from simulator.distributions import Distribution
from simulator.model.request import Request
from simulator.scenario import ServerScenario
from simulator.units import to_ns


class Cost:
    """A time per request: a constant, or the request's own draw."""

    __slots__ = ("amount", "draw", "scale")

    def __init__(self, time: Distribution, draw: int) -> None:
        self.draw = draw
        """Position before the base of a request's row of unit variates; 0 for a constant."""
        self.amount = to_ns(time.mean_s)
        self.scale = time.mean_s * 1e9

    def of(self, request: Request) -> int:
        """Nanoseconds for this request."""
        return int(request.row[request.base + self.draw] * self.scale) if self.draw else self.amount


class Costs:
    """`request_cpu`, half before the first step and half after the last, and `connection_cpu`; less while hot."""

    __slots__ = ("connection", "has_connection", "has_request", "hot_factor", "request")

    def __init__(self, server: ServerScenario, request_draw: int, connection_draw: int) -> None:
        self.request = Cost(server.request_cpu, request_draw)
        self.connection = Cost(server.connection_cpu, connection_draw)
        self.hot_factor = server.hot_cpu_factor
        self.has_request = self.request.amount > 0
        self.has_connection = self.connection.amount > 0

    def first_half(self, request: Request, is_hot: bool) -> int:
        """Before the handler's own code."""
        amount = self.request.of(request)
        return self._heated(amount // 2, is_hot)

    def last_half(self, request: Request, is_hot: bool) -> int:
        """After the handler's last step; the two halves of a cold request are the whole to the nanosecond."""
        amount = self.request.of(request)
        return self._heated(amount - amount // 2, is_hot)

    def accepting(self, request: Request, is_hot: bool) -> int:
        """On accepting the request's connection."""
        return self._heated(self.connection.of(request), is_hot)

    def _heated(self, amount: int, is_hot: bool) -> int:
        return int(amount * self.hot_factor) if is_hot else amount
