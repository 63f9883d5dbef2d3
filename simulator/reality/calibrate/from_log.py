"""A log as a scenario: what it tells, and what had to be assumed, marked where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from simulator.distributions import Distribution, DistributionKind
from simulator.reality.calibrate.fitting import Fit, fit, rounded
from simulator.reality.calibrate.gathering import Counts, RouteSeen, Seen, replayed
from simulator.reality.calibrate.outline import outline
from simulator.scenario import HandlerKind

_LONGEST_S = 3600
_POINTS = 60
_FEWEST_A_POINT = 20
_UNKNOWN_RATE = 10.0
_UNKNOWN_S = 600
_STEADY = 2.0
"""Variance over mean of the counts of a Poisson process is 1; above this the rate changes."""


@dataclass(frozen=True)
class Assumed:
    """What no log tells, and nobody asked otherwise."""

    handler: HandlerKind = HandlerKind.THREADPOOL
    cpu_share: float = 0.1
    workers: int = 1
    given: frozenset[str] = frozenset()
    """Which of them somebody did say."""

    def mark(self, name: str) -> str:
        """A comment for a value."""
        return "" if name in self.given else "   # assumed: a log does not tell"


@dataclass(frozen=True)
class Calibrated:
    """A scenario and what comes with it."""

    text: str
    """TOML, with comments."""
    files: dict[str, str]
    """Contents by name, beside the scenario."""
    fits: dict[str, Fit]
    """Of response times, by path."""
    words: tuple[str, ...]
    """What to say about it."""
    lines: int = 0
    """Of a log."""
    unread: int = 0
    """Of those, without a request that could be read."""
    unmapped: tuple[str, ...] = ()
    """Parts of a topology that have no counterpart."""

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        fits = {path: {**each.plain(), "outline": outline(each).plain()} for path, each in self.fits.items()}
        return {"fits": fits, "lines": self.lines, "unread": self.unread, "unmapped": list(self.unmapped)}


def from_log(seen: Seen, path: Path, assumed: Assumed, *, replays: bool, has_files: bool) -> Calibrated:
    """Write the scenario; without `has_files` it names no other file."""
    files: dict[str, str] = {}
    fits: dict[str, Fit] = {}
    blocks = [_head(seen, path), *_clients(seen, replays=replays, files=files), _server(assumed)]
    for number, (name, route) in enumerate(seen.routes.items(), 1):
        blocks.append(_route(name, route, assumed, _Fitter(f"times_{number}", files, fits, has_files=has_files)))
    words = [f"{name}: {each.words}" for name, each in fits.items()]
    return Calibrated("\n\n".join(blocks) + "\n", files, fits, tuple(words), seen.lines, seen.unread)


def _head(seen: Seen, path: Path) -> str:
    lines = [
        f"# Made by simulate calibrate from {path.name} ({seen.format}):",
        f"# {seen.requests:,} requests in {seen.lines:,} lines.",
        f"# Lines that could not be read: {seen.unread:,}.",
        *(f"#   {each}" for each in seen.shown),
        *([_WAITING] if any(route.response.count for route in seen.routes.values()) else ()),
        "format = 1",
        f"name = {quoted(path.name)}",
    ]
    return "\n".join(lines)


_WAITING = (
    "# A log's response times contain the waiting of that day: where the server was busy, they are too long here."
)


def quoted(text: str) -> str:
    """As TOML has it, on one line."""
    safe = "".join(sign if sign.isprintable() else "?" for sign in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'


# Arrivals


def _clients(seen: Seen, *, replays: bool, files: dict[str, str]) -> Iterator[str]:
    if seen.counts.first_s is None:
        yield f'[run]\nduration = "{_UNKNOWN_S}s"   # assumed: the log has no times\nseed = 1'
        yield "\n".join(
            [
                *_client(),
                'arrivals = "poisson"',
                f"rate = {_UNKNOWN_RATE}   # assumed: the log has no times",
                _mix(seen),
            ]
        )
        return
    if replays:
        rows = list(replayed(seen))
        files["arrivals.csv"] = "time_s,route\n" + "".join(f"{at:.6f},{route}\n" for at, route in rows)
        yield f'[run]\nduration = "{max(1, round(rows[-1][0] + 0.5))}s"\ndrain = "10s"\nseed = 1'
        yield "\n".join([*_client(), 'arrivals = "replay"', 'file = "arrivals.csv"'])
        return
    begin, duration, points, dispersion = profile(seen.counts)
    note = f"# {duration:g} s of the log, {'its busiest' if begin else 'all of it'}"
    yield f'{note}\n[run]\nduration = "{duration:g}s"\nseed = 1'
    if dispersion <= _STEADY or len(points) < 2:  # noqa: PLR2004  # one point is a rate
        rate = rounded(float(np.mean([rate for _, rate in points])))
        said = f"# the counts vary as those of a steady rate do (variance / mean {dispersion:.2f})"
        yield "\n".join([*_client(), said, 'arrivals = "poisson"', f"rate = {max(rate, 1e-6)!r}", _mix(seen)])
        return
    table = ", ".join(f'["{at:g}s", {rounded(rate)!r}]' for at, rate in points)
    said = f"# the rate changes: variance / mean of the counts is {dispersion:.1f}"
    yield "\n".join([*_client(), said, 'arrivals = "schedule"', 'shape = "step"', f"profile = [{table}]", _mix(seen)])


def _client() -> tuple[str, str]:
    return "[[clients]]", 'name = "Log"'


def _mix(seen: Seen) -> str:
    return "routes = { " + ", ".join(f"{quoted(name)} = {route.count}" for name, route in seen.routes.items()) + " }"


def profile(counts: Counts) -> tuple[int, float, list[tuple[float, float]], float]:
    """First bin, seconds, rate by time, and variance over mean of the counts, of the busiest hour or of all."""
    _, table = counts.table()
    values, width = np.array(table, dtype=np.float64), counts.width_s
    begin = 0
    if len(values) * width > _LONGEST_S:
        size = max(1, _LONGEST_S // width)
        begin = int(np.argmax(np.convolve(values, np.ones(size), "valid")))
        values = values[begin : begin + size]
    duration = float(len(values) * width)
    # Points so long that each has enough requests to tell a change of rate from chance.
    most = max(1, min(_POINTS, len(values), int(values.sum() / _FEWEST_A_POINT)))
    parts = np.array_split(values, most)
    starts = np.cumsum([0, *(len(part) for part in parts[:-1])]) * width
    points = [(float(at), float(part.mean() / width)) for at, part in zip(starts, parts, strict=True)]
    sums = np.array([part.sum() for part in parts if len(part) == len(parts[0])])
    dispersion = float(sums.var() / sums.mean()) if len(sums) > 1 and sums.mean() else 1.0
    return begin, duration, points, dispersion


# Server and routes


def _server(assumed: Assumed) -> str:
    return f"[server]\nworkers = {assumed.workers}{assumed.mark('workers')}"


class _Fitter:
    """Fits times, and keeps them in a file where no named distribution is good enough."""

    def __init__(self, stem: str, files: dict[str, str], fits: dict[str, Fit], *, has_files: bool) -> None:
        self._stem = stem
        self._files = files
        self._fits = fits
        self._has_files = has_files

    def words(self, path: str) -> str:
        """How the fit of a path was chosen."""
        return self._fits[path].words

    def text(self, path: str, times: "np.ndarray[tuple[int], np.dtype[np.float64]]", scale: float = 1.0) -> str:
        """The distribution as a scenario has it; with `scale`, of the times times that."""
        found = self._fits[path] = fit(times, allow_empirical=self._has_files)
        if found.distribution.kind is DistributionKind.EMPIRICAL:
            name = f"{self._stem}.csv"
            self._files[name] = "seconds\n" + "".join(f"{time * scale:.6f}\n" for time in found.times)
            return f"empirical({name})"
        return found.distribution.with_mean(rounded(found.distribution.mean_s * scale)).text


def _route(name: str, route: RouteSeen, assumed: Assumed, fitter: _Fitter) -> str:
    lines = ["[[routes]]", f"path = {quoted(name)}", f'handler = "{assumed.handler.value}"{assumed.mark("handler")}']
    lines += list(_steps(name, route, assumed, fitter))
    if route.failed:
        lines.append(f"failure_rate = {rounded(route.failed / route.count)!r}   # {route.failed:,} answers 5xx")
    return "\n".join(lines)


def _steps(name: str, route: RouteSeen, assumed: Assumed, fitter: _Fitter) -> Iterator[str]:
    if not route.response.count:
        yield 'steps = [{ cpu = "1ms" }, { io = "20ms" }]   # assumed: the log has no response times'
        return
    times = route.response.values
    if route.cpu.count:
        cpu = Distribution(DistributionKind.CONSTANT, rounded(float(route.cpu.values.mean()))).text
        share = min(1.0, float(route.cpu.values.mean() / times.mean()))
        said = "the log's" if not route.io.count else "assumed: what is in no CLIENT span computes"
    else:
        share, said = assumed.cpu_share, f"{assumed.cpu_share:.0%} of the mean"
        said += "" if "cpu_share" in assumed.given else ", assumed: a log does not tell"
        cpu = Distribution(DistributionKind.CONSTANT, rounded(float(times.mean()) * share)).text
    io = fitter.text(name, times, 1 - share)
    yield f"# {fitter.words(name)}"
    yield f'steps = [\n  {{ cpu = "{cpu}" }},   # {said}\n  {{ io = "{io}" }},\n]'
