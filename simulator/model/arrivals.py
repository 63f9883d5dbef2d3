"""When a client group sends: open arrivals that come regardless of answers, and users who wait for theirs."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.distributions import Distribution
from simulator.model.events import AT_ONCE, NORMAL, NOW, Alarm
from simulator.model.rates import Modulated, Profile
from simulator.model.request import Request, Stage, called_off
from simulator.scenario import ArrivalKind, ClientScenario, replay
from simulator.units import NS_PER_S, to_ns

if TYPE_CHECKING:
    from simulator.model.clients import ClientGroup
    from simulator.model.request import Connection


class Arrivals(ABC):
    """Calls `group.send` when the time has come, while `start <= now < stop`."""

    def __init__(self, group: "ClientGroup") -> None:
        self.group = group

    @abstractmethod
    def begin(self) -> None:
        """Schedule what comes first."""

    def answered(self, request: Request, now: int) -> None:  # noqa: B027  # open arrivals do not listen
        """The group's request has its answer."""

    def change(self, scenario: ClientScenario, now: int) -> None:  # noqa: B027  # bursts and replays have none
        """The group's values are those of `scenario` from now on."""


_LONGEST_GAP_NS = 1e30
"""Longer than any run, and still a number."""


class RenewalArrivals(Arrivals):
    """Poisson and constant arrivals: gaps of unit mean, divided by the rate when they begin.

    A change of rate stretches what is left of the gap, so that the same draws serve every rate.
    """

    def __init__(self, group: "ClientGroup", scenario: ClientScenario) -> None:
        super().__init__(group)
        self.is_constant = scenario.arrivals is ArrivalKind.CONSTANT
        self.gap = None if self.is_constant else Distribution.parse("exponential(1s)")
        self._set_rate(scenario)
        self._origin = group.start
        self._since_origin = 0
        self._next = 0
        self._pending: Request | None = None
        self.arrived: Stage = self._arrive
        """What happens to the request that arrives next."""

    def _set_rate(self, scenario: ClientScenario) -> None:
        assert scenario.rate is not None, "required for these arrivals"
        self._rate = scenario.rate
        self.gap_ns = min(1e9 / scenario.rate, _LONGEST_GAP_NS)

    def begin(self) -> None:
        """Constant arrivals begin at `start`, Poisson arrivals a gap later."""
        gap = 0.0 if self.gap is None else self.group.first_gap(self.gap)
        self._next = self.group.start + int(gap * self.gap_ns)
        self._schedule()

    def _schedule(self) -> None:
        self._pending = None
        if self._next < self.group.stop:
            self._pending = Request(self.group)
            self._pending.due = self._next
            self._pending.stage = self.arrived
            self.group.post(self._pending, NORMAL, self._next)

    def _arrive(self, request: Request) -> None:
        """Send it, and schedule the next: the event of its arrival is the request's own."""
        group, now = self.group, self._next
        gap = group.send(request, now)
        if self.is_constant:
            # Counted from the origin, so that gaps that are no whole nanoseconds do not add up to a drift.
            self._since_origin += 1
            following = self._origin + int(self._since_origin * self.gap_ns)
        else:
            following = now + int(gap * self.gap_ns)
        self._next = following
        if following < group.stop:
            self._pending = pending = Request(group)
            pending.stage = self.arrived
            post = group.post
            post(pending, NORMAL, following)
        else:
            self._pending = None

    def change(self, scenario: ClientScenario, now: int) -> None:
        """A new rate."""
        if scenario.rate == self._rate:
            return
        if now < self.group.start:
            left = 0.0 if self.is_constant else (self._next - self.group.start) / self.gap_ns
            self._set_rate(scenario)
            self._next = self.group.start + int(left * self.gap_ns)
        else:
            left = max(0, self._next - now) / self.gap_ns
            self._set_rate(scenario)
            self._next = now + int(left * self.gap_ns)
        self._origin, self._since_origin = self._next, 0
        if self._pending is not None:
            self._pending.stage = called_off  # another takes its place
        self._schedule()


class VaryingArrivals(Arrivals):
    """Poisson arrivals of a rate that varies in time: the same unit gaps, stretched by the integral of the rate."""

    def __init__(self, group: "ClientGroup", rate: Profile | Modulated) -> None:
        super().__init__(group)
        self.gap = Distribution.parse("exponential(1s)")
        self._rate = rate
        self._left = 0.0
        """What is left of the unit gap at `_since`."""
        self._since = 0.0
        """Seconds from the group's start."""
        self._alarm: Alarm | None = None

    def begin(self) -> None:
        """The first arrival comes a gap after `start`."""
        self._left = self.group.first_gap(self.gap)
        self._schedule()

    def _schedule(self) -> None:
        group = self.group
        following, left = self._rate.look(self._since, self._left)
        if following * NS_PER_S < group.stop - group.start:
            then = self._arrive if not left else lambda _: self._look_on(following, left)
            self._alarm = Alarm(group.env, then).set(max(group.start + int(following * NS_PER_S), group.now))

    def _look_on(self, since: float, left: float) -> None:
        """Nothing came by then: rates that change so often are looked through as time goes on."""
        self._alarm, self._since, self._left = None, since, left
        self._schedule()

    def _arrive(self, now: int) -> None:
        self._alarm = None
        self._left = self.group.send(Request(self.group), now)
        self._since = (now - self.group.start) / NS_PER_S
        self._schedule()

    def change(self, scenario: ClientScenario, now: int) -> None:
        """New rates, of mmpp: what is left of the gap stays."""
        if not isinstance(self._rate, Modulated) or not self._rate.would_change(scenario):
            return
        at = (now - self.group.start) / NS_PER_S
        if at > self._since:
            self._left = max(0.0, self._left - self._rate.integral(self._since, at))
            self._since = at
        self._rate.read(scenario)
        if self._alarm is not None:
            self._alarm.drop()
            self._alarm = None
        self._schedule()


class BurstArrivals(Arrivals):
    """All users send at one instant, once."""

    def __init__(self, group: "ClientGroup", scenario: ClientScenario) -> None:
        super().__init__(group)
        assert scenario.users is not None, "required for a burst"
        assert scenario.at is not None, "required for a burst"
        self._users = scenario.users
        self._at = to_ns(scenario.at)

    def begin(self) -> None:
        """Wait for the instant."""
        if self.group.start <= self._at < self.group.stop:
            Alarm(self.group.env, self._burst).set(self._at)

    def _burst(self, now: int) -> None:
        for _ in range(min(self._users, AT_ONCE)):
            self.group.send(Request(self.group), now)
        self._users -= AT_ONCE
        if self._users > 0:
            Alarm(self.group.env, self._burst).set(now, NOW)


class ReplayArrivals(Arrivals):
    """The instants of a file, and its routes where it has them."""

    def __init__(self, group: "ClientGroup", recording: replay.Recording) -> None:
        super().__init__(group)
        self._instants = recording.instants_ns
        self._routes = recording.routes
        self._index = 0

    def begin(self) -> None:
        """Wait for the first instant."""
        self._schedule()

    def _schedule(self) -> None:
        if self._index < len(self._instants):
            at = self.group.start + self._instants[self._index]
            if at < self.group.stop:
                Alarm(self.group.env, self._arrive).set(at)

    def _arrive(self, now: int) -> None:
        route = self._routes[self._index] if self._routes is not None else None
        self._index += 1
        self.group.send(Request(self.group), now, route)
        self._schedule()


class User:
    """One user of a closed group: sends, waits for the answer, thinks, sends again, on a connection of its own."""

    __slots__ = ("connection", "has_begun", "is_gone", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.connection: Connection | None = None
        self.has_begun = False
        self.is_gone = False


class ClosedArrivals(Arrivals):
    """`users` users; user i begins at start + ramp x i / users."""

    def __init__(self, group: "ClientGroup", scenario: ClientScenario) -> None:
        super().__init__(group)
        assert scenario.users is not None, "required for closed arrivals"
        self._ramp = to_ns(scenario.ramp)
        self._count = scenario.users
        self._users: list[User] = []

    def begin(self) -> None:
        """Every user begins in turn."""
        for number in range(self._count):
            user = User(number)
            self._users.append(user)
            at = self.group.start + self._ramp * number // self._count
            if at < self.group.stop:
                self._send_at(user, at)

    def answered(self, request: Request, now: int) -> None:
        """Think, then send."""
        user = request.user
        assert user is not None, "users send what closed arrivals send"
        at = now + self.group.thinking(request)
        if user.is_gone or at >= self.group.stop:
            return
        if at == now:
            self.group.send(Request(self.group, user), now)
        else:
            self._send_at(user, at)

    def _send_at(self, user: User, at: int) -> None:
        Alarm(self.group.env, lambda now: self._send(user, now)).set(at)

    def _send(self, user: User, now: int) -> None:
        if not user.is_gone:
            user.has_begun = True
            self.group.send(Request(self.group, user), now)

    def change(self, scenario: ClientScenario, now: int) -> None:
        """New users begin at once; the highest numbers go after the answer they wait for."""
        assert scenario.users is not None, "closed arrivals have users"
        for user in self._users[scenario.users :]:
            user.is_gone = True
        del self._users[scenario.users :]
        at = max(now, self.group.start)
        for number in range(len(self._users), scenario.users):
            user = User(number)
            self._users.append(user)
            if at < self.group.stop:
                self._send_at(user, at)
        self._count = scenario.users


def arrivals_of(group: "ClientGroup", scenario: ClientScenario, directory: Path) -> Arrivals:
    """The arrivals of the group's kind."""
    match scenario.arrivals:
        case ArrivalKind.POISSON | ArrivalKind.CONSTANT:
            return RenewalArrivals(group, scenario)
        case ArrivalKind.SCHEDULE:
            return VaryingArrivals(group, Profile(scenario))
        case ArrivalKind.MMPP:
            stays = group.system.streams[f"clients[{scenario.name}].mmpp"]
            return VaryingArrivals(group, Modulated(scenario, stays))
        case ArrivalKind.CLOSED:
            return ClosedArrivals(group, scenario)
        case ArrivalKind.BURST:
            return BurstArrivals(group, scenario)
        case ArrivalKind.REPLAY:
            assert scenario.file is not None, "required for replay"
            return ReplayArrivals(group, replay.read(directory / scenario.file, scenario.file))
