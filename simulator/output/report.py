"""A run as one HTML file: figures, charts and the scenario; nothing is loaded from elsewhere, no script runs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

from simulator.output import svg
from simulator.output.inputs import Inputs
from simulator.output.report_style import STYLE
from simulator.record import NEVER, Outcome, Record
from simulator.statistics import Rate, Summary, timeseries
from simulator.statistics.utilisation_law import utilisation_law
from simulator.units import NS_PER_S, format_time

_NONE = "–"
_BEFORE_UNIT = re.compile(r"(?<=[0-9])(?=[a-z])")
_MANY_UNFINISHED = 0.01
"""Share of attempts, above which the response times are too low to be used."""
_PARTS = {
    "network": "network",
    "accept_wait": "accept queue",
    "loop_wait": "event loop",
    "thread_wait": "thread token",
    "pool_wait": "pool connection",
    "service_wait": "service",
    "cpu_wait": "GIL or core",
    "cpu": "computing",
    "io": "in I/O",
}


def report(summary: Summary, record: Record, picture: str = "") -> str:
    """The page: figures of all replications, charts of the one whose closed record this is.

    `picture`: inline SVG to be shown above all.
    """
    title = escape(summary.scenario)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(_sections(summary, record, picture))}</main>\n</body>\n</html>\n"
    )


def _sections(summary: Summary, record: Record, picture: str) -> Iterator[str]:
    scenario = record.scenario
    description = scenario.plain().get("description", "")
    if isinstance(description, Mapping):
        description = description.get("en", "")
    yield f"<h1>{escape(summary.scenario)}</h1>\n<p class=lead>{escape(str(description))}</p>\n"
    yield f"<p class=facts>{escape(_facts(summary))}</p>\n"
    yield "".join(f"<p class=warning>{escape(warning)}</p>\n" for warning in _warnings(summary))
    yield f"<figure>{picture}</figure>\n" if picture else ""
    yield _tiles(summary)
    yield _parts(summary)
    yield "".join(_charts(record))
    yield _workers(summary)
    for kind, groups in (("Route", summary.by_route), ("Client", summary.by_client)):
        rows = [
            (
                name,
                f"{each.sent:,}",
                f"{each.completed:,}",
                _number(each.throughput_per_s),
                _time(each.response_time_s.mean),
                _time(each.response_time_s.p95),
            )
            for name, each in groups.items()
        ]
        yield _table((kind, "sent", "answered", "per second", "mean", "p95"), rows)
    yield _checks(summary, record)
    toml = Inputs(scenario).text(summary.replications)
    yield (
        "<h2>To repeat it</h2>\n<p class=facts>Save the scenario below as scenario.toml: with its seed it gives "
        "the same requests again, to the byte.</p>\n<pre>simulate --config scenario.toml --out results</pre>\n"
    )
    yield f"<details><summary>The scenario as it was run</summary><pre>{escape(toml)}</pre></details>\n"


def _facts(summary: Summary) -> str:
    count = f"{summary.replications} replications of " if summary.replications > 1 else ""
    facts = [f"{count}{summary.simulated_s:g} s simulated"]
    if summary.warm_up_s:
        facts.append(f"the first {summary.warm_up_s:g} s left out")
    charts = ["charts of the first replication"] if summary.replications > 1 else []
    return ", ".join([*facts, f"seed {summary.seed}", *charts])


def _warnings(summary: Summary) -> Iterator[str]:
    requests = summary.requests
    if not requests.sent:
        yield "Nothing was sent after the warm-up, so there is nothing to measure."
    elif requests.unfinished > _MANY_UNFINISHED * requests.sent:
        share = _percent(requests.unfinished / requests.sent)
        yield f"{share} of the attempts were unfinished when the run ended, so true response times are longer."


def _tiles(summary: Summary) -> str:
    times, requests = summary.response_time_s, summary.requests
    errors = requests.refused + requests.rejected + requests.failed + requests.timed_out
    interval = "" if times.ci95 is None else f"95 %: {_time(times.ci95[0])} .. {_time(times.ci95[1])}"
    tiles = (
        ("Response time, mean", _time(times.mean), interval),
        ("p95", _time(times.p95), f"p50 {_time(times.p50)}, p99 {_time(times.p99)}"),
        ("Throughput", f"{_number(summary.throughput_per_s.mean)}/s", _interval(summary.throughput_per_s)),
        ("Sent", f"{requests.sent:,}", f"{requests.completed:,} completed, {errors:,} errors"),
        ("In flight", _number(summary.in_flight.mean), f"{summary.in_flight.max:,} at most"),
    )
    drawn = "".join(
        f"<div class=tile><span>{escape(name)}</span><b>{escape(value)}</b><small>{escape(more)}</small></div>"
        for name, value, more in tiles
    )
    return f"<div class=tiles>{drawn}</div>\n"


def _interval(rate: Rate) -> str:
    return "" if rate.ci95 is None else f"95 %: {_number(rate.ci95[0])} .. {_number(rate.ci95[1])}"


def _parts(summary: Summary) -> str:
    mean = summary.response_time_s.mean
    if not mean:
        return ""
    parts = [(number, name, time) for number, name in enumerate(_PARTS) if (time := summary.parts_s[name])]
    bar = svg.shares([(number, _PARTS[name], time / mean) for number, name, time in parts])
    legend = "".join(
        f"<li><i class=s{number}></i>{_PARTS[name]} <b>{_time(time)}</b> {_percent(time / mean)}</li>"
        for number, name, time in parts
    )
    return f"<h2>Where an answer's time goes</h2>{bar}<ul class=legend>{legend}</ul>\n"


def _charts(record: Record) -> Iterator[str]:
    series = timeseries(record)
    at = series["time_s"]
    yield _chart("Response time", at, {name: series[f"response_{name}_s"] for name in ("p50", "p95", "p99")}, "s")
    rates = {"sent": "sent_per_s", "completed": "completed_per_s", "errors": "errors_per_s"}
    yield _chart("Per second", at, {label: series[name] for label, name in rates.items()}, "/s")
    queues = ("accept_queue", "loop_queue", "thread_queue", "in_flight")
    yield _chart("Waiting and in flight", at, {name.replace("_", " "): series[name] for name in queues}, "")
    uses = {"loop": "utilisation", "threads": "thread_utilisation", "processor": "cpu_utilisation"}
    yield _chart("Utilisation", at, {label: 100 * series[name] for label, name in uses.items()}, "%")
    rows = record.requests.array()
    completed = rows[(rows["outcome"] == Outcome.COMPLETED) & (rows["finished"] != NEVER)]
    times = (completed["finished"] - completed["sent"]) / NS_PER_S
    yield f"<h2>Response times</h2><div class=chart>{svg.histogram(times, unit='s')}</div>\n"


def _chart(title: str, at: NDArray[np.float64], series: Mapping[str, NDArray[np.float64]], unit: str) -> str:
    names = "".join(f"<li><i class=c{number}></i>{escape(name)}</li>" for number, name in enumerate(series))
    drawn = svg.lines(at, series, unit=unit)
    return f"<h2>{escape(title)}</h2><div class=chart>{drawn}</div><ul class=legend>{names}</ul>\n"


def _workers(summary: Summary) -> str:
    rows = [
        (
            str(each.worker),
            _percent(each.utilisation.loop),
            _percent(each.utilisation.threads),
            _percent(each.utilisation.cpu),
            f"{each.completed:,}",
        )
        for each in summary.workers
    ]
    return _table(("Worker", "loop busy", "threads taken", "processor", "answered"), rows)


def _checks(summary: Summary, record: Record) -> str:
    checks, law = summary.checks, utilisation_law(summary, record.scenario)
    little = checks.littles_law
    rows = [
        (
            "Little's law",
            _verdict(little.ok),
            f"{little.L:.4g} = {little.lambda_W:.4g} {little.edge:+.3g} at the edges",
        ),
        ("Conservation", _verdict(checks.conservation.ok), "every attempt has one outcome, its parts fill its time"),
    ]
    if law is not None:
        words = f"{law.resource} {_percent(law.measured)}, by the answers {_percent(law.expected)}"
        rows.insert(1, ("Utilisation law", _verdict(law.ok), words))
    return _table(("Check", "", ""), rows, kind="words")


def _verdict(is_ok: bool | None) -> str:
    return {True: "ok", False: "BROKEN", None: "open"}[is_ok]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], kind: str = "figures") -> str:
    first = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table class={kind}><thead><tr>{first}</tr></thead><tbody>{body}</tbody></table>\n"


def _time(seconds: float | None) -> str:
    if seconds is None:
        return _NONE
    return _BEFORE_UNIT.sub(" ", format_time(float(f"{seconds:.3g}"))).replace("us", "µs")


def _number(value: float) -> str:
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"  # noqa: PLR2004  # three digits that matter


def _percent(share: float | None) -> str:
    return _NONE if share is None else f"{share * 100:.3g} %"
