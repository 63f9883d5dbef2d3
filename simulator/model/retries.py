"""Further attempts after a time-out, a refusal or a server's error."""

from typing import TYPE_CHECKING

from simulator.distributions import Distribution
from simulator.model.events import Alarm
from simulator.model.request import Request
from simulator.scenario import ClientScenario
from simulator.scenario.clients import NOTHING
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.clients import ClientGroup
    from simulator.model.draws import Draws

_JITTER = Distribution.parse("uniform(0s, 2s)")
"""Unit variates in [0, 2): half of one is the share of the back-off that is waited."""
_LONGEST = 1 << 62


def jitter_of(client: ClientScenario) -> Distribution:
    """What each attempt draws for the back-off behind it."""
    return _JITTER if client.retries and client.retry_jitter else NOTHING


class Retries:
    """The k-th retry waits backoff x factor^(k - 1), or with jitter a uniform share of that."""

    def __init__(self, group: "ClientGroup", draws: "Draws") -> None:
        self._group = group
        self._draws = draws
        self._ledger = group.ledger

    def try_again(self, request: Request, now: int) -> bool:
        """Whether there will be another attempt."""
        if request.attempt > self._group.scenario.retries:
            return False
        self._ledger.in_backoff += 1
        backoff = self._backoff(request)
        if backoff:
            Alarm(self._group.env, lambda at: self._send(request, at)).set(now + backoff)
        else:
            self._send(request, now)
        return True

    def _backoff(self, request: Request) -> int:
        client = self._group.scenario
        try:
            growth = client.retry_factor ** (request.attempt - 1)
        except OverflowError:
            growth = _LONGEST
        backoff = min(to_ns(client.retry_backoff) * growth, _LONGEST)
        if client.retry_jitter:
            position = self._group.extra.position("retry_jitter")
            backoff *= request.row[request.base + position] / 2
        return int(backoff)

    def _send(self, before: Request, now: int) -> None:
        group = self._group
        self._ledger.in_backoff -= 1
        request = Request(group, before.user)
        request.n = before.n
        request.attempt = before.attempt + 1
        group.redraw(request, group.system.plans[before.plan.path])
        request.first_sent = before.sent if before.attempt == 1 else before.first_sent
        group.send_again(request, now, before.first_id)

    def succeeded(self, request: Request, now: int) -> None:
        """A further attempt has its answer; whether it is goodput counts from the first."""
        deadline = self._group.deadline
        if deadline is None or now - request.first_sent <= deadline:
            self._ledger.good_again += 1
