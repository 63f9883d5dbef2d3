"""Lines of every format that can be read."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from simulator.reality.calibrate.entries import Entry, route_of
from simulator.reality.calibrate.formats import instant
from simulator.reality.calibrate.gathering import Seen, gathered

AT = 1_793_527_200.0  # 2026-11-01 10:00 UTC


def span(name: str, kind: object, length_s: float, own: str, parent: str = "") -> dict[str, object]:
    return {
        "spanId": own, "parentSpanId": parent, "name": name, "kind": kind,
        "startTimeUnixNano": str(int(AT * 1e9)), "endTimeUnixNano": str(int((AT + length_s) * 1e9)),
        "attributes": [
            {"key": "http.route", "value": {"stringValue": "/items/{id}"}},
            {"key": "http.response.status_code", "value": {"intValue": "200"}},
        ],
    }  # fmt: skip


SPANS = {"resourceSpans": [{"scopeSpans": [{"spans": [
    span("GET /items/{id}", 2, 0.1, "a"), span("SELECT", "SPAN_KIND_CLIENT", 0.08, "b", "a"),
]}]}]}  # fmt: skip
K6 = "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,status,url"
LOCUST = (
    "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,"
    "Max Response Time,Average Content Size,Requests/s,Failures/s,50%,95%,100%"
)
LOGS: dict[str, tuple[str, Sequence[str], tuple[str, float | None, float | None]]] = {
    "uvicorn": (
        "uvicorn access log",
        ['INFO:     127.0.0.1:40001 - "GET /items/7?page=2 HTTP/1.1" 200 OK'],
        ("/items/{id}", None, None),
    ),
    "uvicorn with times": (
        "uvicorn access log",
        ['2026-11-01 10:00:00,000 INFO 127.0.0.1:40001 - "GET /items HTTP/1.1" 200 OK'],
        ("/items", AT, None),
    ),
    "combined": (
        "combined access log",
        ['10.0.0.1 - bob [01/Nov/2026:07:00:00 -0300] "GET /a HTTP/1.1" 200 612 "-" "curl/8.5"'],
        ("/a", AT, None),
    ),
    "combined with request_time": (
        "combined access log",
        ['10.0.0.1 - - [01/Nov/2026:10:00:00 +0000] "POST /a HTTP/2.0" 201 6 "-" "curl/8.5" 0.123'],
        ("/a", AT, 0.123),
    ),
    "CSV": ("CSV", ["timestamp,method,path,duration_ms,status", f"{AT},GET,/a,12.5,200"], ("/a", AT, 0.0125)),
    "CSV of a spreadsheet": ("CSV", ["path;timestamp;duration_ms", f"/a;{AT};12,5"], ("/a", AT, 0.0125)),
    "TSV": ("CSV", ["path\ttimestamp\tduration_ms", f"/a\t{AT}\t12.5"], ("/a", AT, 0.0125)),
    "JSON lines": (
        "JSON lines",
        [json.dumps({"time": "2026-11-01T10:00:00Z", "url": "https://x.org/a?b", "latency": 0.2, "status": 200})],
        ("/a", AT, 0.2),
    ),
    "k6": (
        "k6 CSV",
        [
            K6,
            f"http_reqs,{AT:.0f},1,,,,true,,GET,http://x/a,200,http://x/a",
            f"http_req_duration,{AT:.0f},31.5,,,,true,,GET,http://x/a,200,http://x/a",
        ],
        ("/a", AT, 0.0315),
    ),
    "Locust": (
        "Locust statistics",
        [LOCUST, "GET,/a,1,0,20,20,20,20,5,1,0,20,20,20", ",Aggregated,1,0,20,20,20,20,5,1,0,20,20,20"],
        ("/a", None, 0.02),
    ),
    "OTLP, an object a line": ("OpenTelemetry spans", [json.dumps(SPANS)], ("/items/{id}", AT, 0.1)),
    "OTLP, one object": ("OpenTelemetry spans", json.dumps(SPANS, indent=2).split("\n"), ("/items/{id}", AT, 0.1)),
}  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Sequence[str]], Seen]:
    def of(lines: Sequence[str]) -> Seen:
        file = tmp_path / "log"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return gathered(file, {})

    return of


@pytest.mark.parametrize("kind", LOGS)
def test_a_log(kind: str, read: Callable[[Sequence[str]], Seen]) -> None:
    name, lines, (path, at, response) = LOGS[kind]
    seen = read(lines)
    assert (seen.format, seen.unread, seen.requests) == (name, 0, 1)
    (route,) = seen.routes.items()
    assert route[0] == path
    assert seen.counts.first_s == at
    assert list(route[1].response.values) == ([] if response is None else [pytest.approx(response, abs=1e-6)])


def test_what_a_server_span_waits_for_is_in_its_client_spans(read: Callable[[Sequence[str]], Seen]) -> None:
    (route,) = read([json.dumps(SPANS)]).routes.values()
    assert list(route.io.values) == [pytest.approx(0.08, abs=1e-6)]
    assert list(route.cpu.values) == [pytest.approx(0.02, abs=1e-6)]


def test_errors_are_counted(read: Callable[[Sequence[str]], Seen]) -> None:
    row = '10.0.0.1 - - [01/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" {} 6 "-" "-" 0.1'
    (route,) = read([row.format(status) for status in (200, 500, 502, 503, 404)]).routes.values()
    assert (route.count, route.failed) == (5, 2)


def test_locust_has_as_many_as_there_were(read: Callable[[Sequence[str]], Seen]) -> None:
    (route,) = read([LOCUST, "GET,/a,1000,10,20,30,5,90,5,1,0,20,60,90"]).routes.values()
    assert (route.count, route.failed) == (1000, 10)
    values = sorted(route.response.values)
    assert values[len(values) // 2] == pytest.approx(0.020, rel=0.05)
    assert values[0] >= 0.005
    assert values[-1] <= 0.090


@pytest.mark.parametrize(
    ("target", "route"),
    [
        ("/", "/"),
        ("/a?x=1", "/a"),
        ("/users/42/posts/7", "/users/{id}/posts/{id}"),
        ("/f/0b9f6c0e-7b1a-4b2f-9c1d-0a1b2c3d4e5f", "/f/{id}"),
        ("http://host:80/a/b", "/a/b"),
        ("/a%20b[1]", "/a_b_1_"),
        ("*", "/*"),
    ],
)
def test_paths_are_those_of_routes(target: str, route: str) -> None:
    assert route_of(target) == route


@pytest.mark.parametrize(
    "value", [AT, str(AT), AT * 1e3, str(int(AT * 1e6)), AT * 1e9, "2026-11-01T10:00:00", "2026-11-01 07:00:00-03:00"]
)
def test_times_in_any_unit(value: object) -> None:
    assert instant(value) == pytest.approx(AT)


def test_an_entry_needs_no_more_than_a_path() -> None:
    assert Entry("/a").at_s is None
