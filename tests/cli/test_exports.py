"""`--parquet`, `--perfetto` and `--report`: the files, and what is refused."""

import json
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as Xml

import polars
import pytest

from simulator.output.report_words import PT_BR
from tests.cli.conftest import Simulate, contents
from tests.output.trace_events import problems


def test_parquet_has_the_rows_of_the_csv(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    answer = simulate("--config", scenario, "--out", out, "--parquet", "--trace", "--replications", "2", "--jobs", "2")
    assert answer.code == 0
    for name in ("requests", "timeseries", "trace"):
        rows = polars.read_parquet(out / f"{name}.parquet")
        written = polars.read_csv(out / f"{name}.csv", schema=rows.schema)
        assert rows.equals(written)
        assert rows["replication"].unique().to_list() == [1, 2]
    requests = polars.read_parquet(out / "requests.parquet")
    assert requests["response_time_s"].dtype == polars.Float64
    assert requests["status"].dtype == polars.Int64


def test_a_run_without_parquet_takes_the_old_ones_away(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    simulate("--config", scenario, "--out", tmp_path / "out", "--parquet")
    simulate("--config", scenario, "--out", tmp_path / "out")
    assert not [name for name in contents(tmp_path / "out") if name.endswith(".parquet")]


def test_without_the_extra_it_is_named(
    simulate: Simulate, scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    answer = simulate("--config", scenario, "--out", tmp_path / "out", "--parquet")
    assert answer.code == 2
    assert answer.err == "--parquet: needs polars: pip install polars\n"
    assert not (tmp_path / "out").exists()


def test_a_trace_for_perfetto_needs_no_folder(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    file = tmp_path / "trace.json"
    answer = simulate("--config", scenario, "--perfetto", file)
    assert answer.code == 0
    assert answer.out.endswith(f"Written: {file}\n")
    assert not list(problems(json.loads(file.read_text(encoding="utf-8"))))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["trace.json"]


class Page(HTMLParser):
    """Whether tags close as they should, and what the page would load."""

    VOID = frozenset(("meta", "line", "polyline", "rect"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [str(value) for name, value in attrs if name in ("src", "href", "srcset")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("name", ["01_blocking", "04_workers", "05_overload"])
def test_a_report_is_one_whole_page(simulate: Simulate, tmp_path: Path, name: str) -> None:
    file = tmp_path / "report.html"
    assert simulate("--config", name, "--report", file, "--quiet").code == 0
    text = file.read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert page.open == []
    assert page.loads == []
    assert "script" not in page.tags
    assert "://" not in text
    assert "url(" not in text
    drawings = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(drawings) == 6
    for drawing in drawings:
        Xml.fromstring(drawing)  # well formed on its own
        assert "nan" not in drawing
        assert "inf" not in drawing


def test_a_report_has_the_figures_and_the_scenario(simulate: Simulate, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    simulate("--config", "01_blocking", "--report", file, "--quiet")
    text = file.read_text(encoding="utf-8")
    assert "<h1>1. Blocking: one at a time</h1>" in text
    for words in ("1,148", "1,129 completed, 0 errors", "Little&#x27;s law", "path = &quot;/professor/create&quot;"):
        assert words in text
    assert "were unfinished when the run ended" in text


def test_a_report_speaks_portuguese_where_it_is_asked_to(simulate: Simulate, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    simulate("--config", "19_email_queue", "--report", file, "--language", "pt-BR", "--quiet")
    text = file.read_text(encoding="utf-8")
    assert '<html lang="pt-BR">' in text
    for words in ("Tempo de resposta médio", "Para onde vai o tempo de uma resposta", "Lei de Little", "Conservação"):
        assert words in text
    assert "<h1>19. E-mail para 1.000: por uma fila</h1>" in text
    shown = re.sub("<style>.*?</style>|<pre>.*?</pre>", "", text, flags=re.DOTALL)
    read = re.sub("<[^>]*>", " ", shown)
    assert not [english for english in set(PT_BR) - set(PT_BR.values()) if re.search(rf"\b{english}\b", read)]


def test_a_report_has_what_became_of_messages(simulate: Simulate, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    simulate("--config", "23_dead_letter", "--report", file, "--quiet", "--out", tmp_path / "out")
    tasks = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))["tasks"]
    assert tasks["dead_lettered"] > 0
    text = file.read_text(encoding="utf-8")
    for name, key in (("published", "published"), ("dead letters", "dead_lettered"), ("redelivered", "redelivered")):
        assert f"<tr><td>{name}</td><td>{tasks[key]:,}</td></tr>" in text
    assert "Messages waiting" in text


def test_reports_without_a_broker_say_nothing_of_messages(simulate: Simulate, tmp_path: Path) -> None:
    simulate("--config", "01_blocking", "--report", tmp_path / "report.html", "--quiet")
    assert "Messages" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_language_that_reports_do_not_speak_is_refused_before_the_run(
    simulate: Simulate, scenario: Path, tmp_path: Path
) -> None:
    answer = simulate("--config", scenario, "--report", tmp_path / "report.html", "--language", "pt-PT")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == '--language: must be en or pt-BR, got "pt-PT" (did you mean pt-BR?)\n'


def test_names_cannot_break_out_of_a_report(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    text = scenario.read_text(encoding="utf-8").replace("One route", "<script>alert(1)</script>")
    scenario.write_text(text, encoding="utf-8")
    simulate("--config", scenario, "--report", tmp_path / "report.html", "--quiet")
    assert "<script" not in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--perfetto", "--report"])
def test_what_cannot_be_written_is_said_before_the_run(
    simulate: Simulate, scenario: Path, tmp_path: Path, option: str
) -> None:
    answer = simulate("--config", scenario, option, tmp_path / "nowhere" / "file")
    assert (answer.code, answer.out) == (3, "")
    assert "does not exist" in answer.err
    assert "is a folder" in simulate("--config", scenario, option, tmp_path).err


def test_parquet_needs_a_folder(simulate: Simulate, scenario: Path) -> None:
    assert simulate("--config", scenario, "--parquet").err == "--parquet: needs --out DIR, the folder to write into\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_report_goes_into_a_pipe_and_replaces_nothing(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert simulate("--config", scenario, "--report", pipe, "--quiet").code == 0
    page = b"".join(iter(lambda: os.read(end, 65_536), b""))
    os.close(end)
    assert page.rstrip().endswith(b"</html>")
    assert pipe.is_fifo()
