"""A run as one HTML file: figures, charts and the scenario; nothing is loaded from elsewhere, no script runs."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

from simulator.output import svg
from simulator.output.inputs import Inputs
from simulator.output.report_style import STYLE
from simulator.output.report_words import ENGLISH, Words
from simulator.record import NEVER, Outcome, Record
from simulator.statistics import Rate, Summary, timeseries
from simulator.statistics.summary import GroupFigures, Tasks
from simulator.statistics.utilisation_law import utilisation_law
from simulator.units import NS_PER_S

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


def report(summary: Summary, record: Record, picture: str = "", words: Words = ENGLISH) -> str:
    """The page: figures of all replications, charts of the one whose closed record this is.

    `picture`: elements to be shown above all; those of class `on-light` or `on-dark` where the page is so.
    """
    title = escape(record.scenario.title(words.code))
    return (
        f'<!doctype html>\n<html lang="{words.tag}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(_sections(summary, record, picture, words))}</main>\n</body>\n</html>\n"
    )


def _sections(summary: Summary, record: Record, picture: str, words: Words) -> Iterator[str]:
    scenario = record.scenario
    title, description = scenario.title(words.code), scenario.text(words.code)
    yield f"<h1>{escape(title)}</h1>\n<p class=lead>{escape(description)}</p>\n"
    yield f"<p class=facts>{escape(_facts(summary, words))}</p>\n"
    yield "".join(f"<p class=warning>{escape(warning)}</p>\n" for warning in _warnings(summary, words))
    yield f"<figure>{picture}</figure>\n" if picture else ""
    yield _tiles(summary, words)
    yield _parts(summary, words)
    yield "".join(_charts(record, words))
    yield _workers(summary, words)
    yield _groups("Route", summary.by_route, words)
    yield _groups("Client", summary.by_client, words)
    yield _messages(summary.tasks, words) if scenario.broker is not None else ""
    yield _checks(summary, record, words)
    how = "Save the scenario below as scenario.toml: with its seed it gives the same requests again, to the byte."
    yield (
        f"<h2>{words('To repeat it')}</h2>\n<p class=facts>{words(how)}</p>\n"
        "<pre>simulate --config scenario.toml --out results</pre>\n"
    )
    toml = escape(Inputs(scenario).text(summary.replications))
    yield f"<details><summary>{words('The scenario as it was run')}</summary><pre>{toml}</pre></details>\n"


def _facts(summary: Summary, words: Words) -> str:
    time, is_one = words.plain(summary.simulated_s), summary.replications == 1
    facts = [
        words("{time} s simulated", time=time)
        if is_one
        else words("{count} replications of {time} s simulated", count=words.count(summary.replications), time=time)
    ]
    if summary.warm_up_s:
        facts.append(words("the first {time} s left out", time=words.plain(summary.warm_up_s)))
    charts = [] if is_one else [words("charts of the first replication")]
    return ", ".join([*facts, words("seed {seed}", seed=str(summary.seed)), *charts])


def _warnings(summary: Summary, words: Words) -> Iterator[str]:
    requests = summary.requests
    if not requests.sent:
        yield words("Nothing was sent after the warm-up, so there is nothing to measure.")
    elif requests.unfinished > _MANY_UNFINISHED * requests.sent:
        yield words(
            "{share} of the attempts were unfinished when the run ended, so true response times are longer.",
            share=words.percent(requests.unfinished / requests.sent),
        )


def _tiles(summary: Summary, words: Words) -> str:
    times, requests = summary.response_time_s, summary.requests
    errors = requests.refused + requests.rejected + requests.failed + requests.timed_out
    interval = "" if times.ci95 is None else f"95 %: {words.time(times.ci95[0])} .. {words.time(times.ci95[1])}"
    outcomes = words(
        "{completed} completed, {errors} errors", completed=words.count(requests.completed), errors=words.count(errors)
    )
    rate = f"{words.number(summary.throughput_per_s.mean)}/s"
    most = words("{count} at most", count=words.count(summary.in_flight.max))
    tiles = (
        (words("Response time, mean"), words.time(times.mean), interval),
        ("p95", words.time(times.p95), f"p50 {words.time(times.p50)}, p99 {words.time(times.p99)}"),
        (words("Throughput"), rate, _interval(summary.throughput_per_s, words)),
        (words("Sent"), words.count(requests.sent), outcomes),
        (words("In flight"), words.number(summary.in_flight.mean), most),
    )
    drawn = "".join(
        f"<div class=tile><span>{escape(name)}</span><b>{escape(value)}</b><small>{escape(more)}</small></div>"
        for name, value, more in tiles
    )
    return f"<div class=tiles>{drawn}</div>\n"


def _interval(rate: Rate, words: Words) -> str:
    return "" if rate.ci95 is None else f"95 %: {words.number(rate.ci95[0])} .. {words.number(rate.ci95[1])}"


def _parts(summary: Summary, words: Words) -> str:
    mean = summary.response_time_s.mean
    if not mean:
        return ""
    parts = [
        (number, words(_PARTS[name]), time) for number, name in enumerate(_PARTS) if (time := summary.parts_s[name])
    ]
    bar = svg.shares(
        [(number, name, time / mean) for number, name, time in parts], words("shares of time"), words.figures
    )
    legend = "".join(
        f"<li><i class=s{number}></i>{name} <b>{words.time(time)}</b> {escape(words.percent(time / mean))}</li>"
        for number, name, time in parts
    )
    heading = words("Where an answer's time goes")
    return f"<h2>{heading}</h2>{bar}<ul class=legend>{legend}</ul>\n"


def _charts(record: Record, words: Words) -> Iterator[str]:
    series = _without_rest(timeseries(record))

    def chart(title: str, columns: Mapping[str, str], unit: str, scale: float = 1.0) -> str:
        lines = {label: scale * series[column] for label, column in columns.items()}
        return _chart(words(title), series["time_s"], lines, unit, words)

    yield chart("Response time", {name: f"response_{name}_s" for name in ("p50", "p95", "p99")}, "s")
    rates = {"sent": "sent_per_s", "completed": "completed_per_s", "errors": "errors_per_s"}
    yield chart("Per second", {words(name): column for name, column in rates.items()}, "/s")
    queues = ("accept_queue", "loop_queue", "thread_queue", "in_flight")
    yield chart("Waiting and in flight", {words(name.replace("_", " ")): name for name in queues}, "")
    uses = {"loop": "utilisation", "threads": "thread_utilisation", "processor": "cpu_utilisation"}
    yield chart("Utilisation", {words(name): column for name, column in uses.items()}, "%", 100)
    if record.scenario.broker is not None:
        yield chart("Messages waiting", {words("broker queue"): "broker_queue"}, "")
    rows = record.requests.array()
    completed = rows[(rows["outcome"] == Outcome.COMPLETED) & (rows["finished"] != NEVER)]
    times = (completed["finished"] - completed["sent"]) / NS_PER_S
    drawn = svg.histogram(times, words("histogram"), words("{low} to {high} s: {count}"), words.figures)
    yield f"<h2>{words('Response times')}</h2><div class=chart>{drawn}</div>\n"


def _without_rest(series: Mapping[str, NDArray[np.float64]]) -> Mapping[str, NDArray[np.float64]]:
    """A run may end anywhere: one arrival in a last interval of a millisecond would be a thousand a second."""
    lengths = np.diff(series["time_s"], prepend=0.0)
    if len(lengths) < 2 or lengths[-1] >= lengths[0] / 2:  # noqa: PLR2004  # one is all that there is
        return series
    return {name: values[:-1] for name, values in series.items()}


def _chart(
    title: str, at: NDArray[np.float64], series: Mapping[str, NDArray[np.float64]], unit: str, words: Words
) -> str:
    names = "".join(f"<li><i class=c{number}></i>{escape(name)}</li>" for number, name in enumerate(series))
    drawn = svg.lines(at, series, unit=unit, figures=words.figures)
    return f"<h2>{escape(title)}</h2><div class=chart>{drawn}</div><ul class=legend>{names}</ul>\n"


def _workers(summary: Summary, words: Words) -> str:
    rows = [
        (
            str(each.worker),
            words.percent(each.utilisation.loop),
            words.percent(each.utilisation.threads),
            words.percent(each.utilisation.cpu),
            words.count(each.completed),
        )
        for each in summary.workers
    ]
    head = ("Worker", "loop busy", "threads taken", "processor", "answered")
    return _table([words(name) for name in head], rows)


def _groups(kind: str, groups: Mapping[str, GroupFigures], words: Words) -> str:
    rows = [
        (
            name,
            words.count(each.sent),
            words.count(each.completed),
            words.number(each.throughput_per_s),
            words.time(each.response_time_s.mean),
            words.time(each.response_time_s.p95),
        )
        for name, each in groups.items()
    ]
    return _table([*(words(name) for name in (kind, "sent", "answered", "per second", "mean")), "p95"], rows)


def _messages(tasks: Tasks, words: Words) -> str:
    rows = [
        ("published", words.count(tasks.published)),
        ("completed", words.count(tasks.completed)),
        ("failed", words.count(tasks.failed)),
        ("dead letters", words.count(tasks.dead_lettered)),
        ("unfinished", words.count(tasks.unfinished)),
        ("redelivered", words.count(tasks.redelivered)),
        ("waiting, mean", words.number(tasks.queue.mean)),
        ("waiting, at most", words.count(tasks.queue.max)),
    ]
    return _table((words("Messages"), ""), [(words(name), figure) for name, figure in rows])


def _checks(summary: Summary, record: Record, words: Words) -> str:
    checks, law = summary.checks, utilisation_law(summary, record.scenario)
    little = checks.littles_law
    left, right, edge = (
        words.figures(text) for text in (f"{little.L:.4g}", f"{little.lambda_W:.4g}", f"{little.edge:+.3g}")
    )
    balance = words("{left} = {right} {edge} at the edges", left=left, right=right, edge=edge)
    whole = words("every attempt has one outcome, its parts fill its time")
    rows = [
        (words("Little's law"), words(_verdict(little.ok)), balance),
        (words("Conservation"), words(_verdict(checks.conservation.ok)), whole),
    ]
    if law is not None:
        shares = words(
            "{resource} {measured}, by the answers {expected}",
            resource=words(law.resource),
            measured=words.percent(law.measured),
            expected=words.percent(law.expected),
        )
        rows.insert(1, (words("Utilisation law"), words(_verdict(law.ok)), shares))
    return _table((words("Check"), "", ""), rows, kind="words")


def _verdict(is_ok: bool | None) -> str:
    return {True: "ok", False: "BROKEN", None: "open"}[is_ok]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], kind: str = "figures") -> str:
    first = "".join(f"<th>{escape(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<div class=wide><table class={kind}><thead><tr>{first}</tr></thead><tbody>{body}</tbody></table></div>\n"
