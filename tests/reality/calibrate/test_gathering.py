"""Logs that are long, damaged, or none."""

import gzip
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from simulator.errors import SimulatorError
from simulator.reality.calibrate import gathering
from simulator.reality.calibrate.gathering import OTHER, Counts, Reservoir, gathered, replayed

ROW = '10.0.0.1 - - [01/Nov/2026:10:00:{:02} +0000] "GET /a HTTP/1.1" 200 6 "-" "-" 0.1{:02}'


def log(path: Path, count: int = 50) -> Path:
    path.write_text("\n".join(ROW.format(n % 60, n % 100) for n in range(count)) + "\n", encoding="utf-8")
    return path


def test_lines_that_are_none_are_counted_and_shown(tmp_path: Path) -> None:
    file = log(tmp_path / "a.log")
    text = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join([*text[:10], "what is this?", *text[10:]]), encoding="utf-8")
    seen = gathered(file, {})
    assert (seen.lines, seen.requests, seen.unread) == (51, 50, 1)
    assert seen.shown == ["line 11 (is no line of an access log): what is this?"]


def test_a_log_that_was_cut_loses_its_last_line_and_says_so(tmp_path: Path) -> None:
    file = log(tmp_path / "a.log")
    file.write_bytes(file.read_bytes()[:-60])
    seen = gathered(file, {})
    assert (seen.requests, seen.unread) == (49, 1)


def test_gzip_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.log.gz"
    file.write_bytes(gzip.compress(log(tmp_path / "a.log").read_bytes()))
    assert gathered(file, {}).requests == 50


def test_gzip_that_was_cut(tmp_path: Path) -> None:
    file = tmp_path / "a.log.gz"
    whole = gzip.compress(log(tmp_path / "a.log", 5000).read_bytes())
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SimulatorError, match="is cut, or is no whole gzip file"):
        gathered(file, {})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (bytes(range(256)) * 20, "is binary"),
        (b"dear diary,\ntoday nothing happened\n", 'is no log that can be read .* it begins with "dear diary,"'),
        (b'{"resourceSpans": [{"scopeSpans": [{"spa', "no request of 1 lines could be read as OpenTelemetry spans"),
        (b"time,path,duration\nyesterday,/a,1\n", r"line 2 \(Invalid isoformat string"),
    ],
)
def test_what_is_no_log(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "a.log"
    file.write_bytes(data)
    with pytest.raises(SimulatorError, match=message):
        gathered(file, {})


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SimulatorError, match="cannot be read: No such file"):
        gathered(tmp_path / "none.log", {})


def test_fields_by_name(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("when,what,how_long_us\n1,/a,2500\n", encoding="utf-8")
    fields = {"time": "when", "path": "what", "response": "how_long_us"}
    assert list(gathered(file, fields).routes["/a"].response.values) == [pytest.approx(0.0025)]
    with pytest.raises(SimulatorError, match="--field: the log has no wen, but when, what"):
        gathered(file, fields | {"time": "wen"})


def test_routes_beyond_the_most_are_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "_MOST_ROUTES", 2)
    file = tmp_path / "a.csv"
    file.write_text("path,duration\n" + "".join(f"/p{n % 5}x,1\n" for n in range(20)), encoding="utf-8")
    seen = gathered(file, {})
    assert {name: route.count for name, route in seen.routes.items()} == {"/p0x": 4, "/p1x": 4, OTHER: 12}


def test_memory_does_not_grow_with_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "_MOST_TIMES", 500)
    peaks = []
    gathered(log(tmp_path / "first.log", 1000), {})  # what is cached on first use
    for count in (1000, 4000):
        file = log(tmp_path / f"{count}.log", count)
        tracemalloc.start()
        gathered(file, {})
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]


def test_a_sample_of_a_stream_is_a_fair_one() -> None:
    sample = Reservoir(400)
    for value in range(20_000):
        sample.add(float(value))
    assert sample.count == 20_000
    assert len(sample.values) == 400
    assert sample.values.mean() == pytest.approx(10_000, rel=0.1)


def test_bins_double_when_there_are_too_many() -> None:
    counts = Counts()
    for second in range(10_000):
        counts.add(float(second))
    first, table = counts.table()
    assert counts.width_s == 4
    assert first == 0
    assert sum(table) == 10_000
    assert set(table) == {4}


def test_a_replay_is_in_order_of_time(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("time,path\n12.5,/b\n10,/a\n11,/b\n", encoding="utf-8")
    seen = gathered(file, {}, keeps_instants=True)
    assert list(replayed(seen)) == [(0.0, "/a"), (1.0, "/b"), (2.5, "/b")]
    assert np.array(seen.instants).shape == (3,)
