"""What a start costs: what is loaded before the first picture, and what comes after it."""

import gc
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.start import end_start, lighten_start, with_room

OPENED = """
import gc, json, linecache, sys
from ui.start import lighten_start, load_qt
lighten_start()
load_qt()
from PySide6.QtCore import QSettings, QTimer
from ui.launch import begin, make_window
from ui.preferences import Preferences
from ui.theme.appearance import make_application
app = make_application(sys.argv[0])
window = make_window(app, Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
told, waiting = [], QTimer(interval=20)
def tell():
    told.append({"modules": sorted(sys.modules), "read": sorted(linecache.cache)})
def on_waited():
    if gc.isenabled():
        tell()
        print(json.dumps(told))
        app.exit()
waiting.timeout.connect(on_waited)
window.painted.connect(tell)
window.painted.connect(waiting.start)
window.show()
begin(window, "01_blocking")
app.exec()
"""
"""Prints what was loaded by the first picture, and what was when all had come that comes by itself."""

FIRST_PARTS = {"pyqtgraph", "ui.parts.charts", "ui.parts.inspector", "ui.parts.parameters", "ui.parts.timeline"}
NEVER_BY_ITSELF = {
    *("scipy", "tomlkit", "typer", "rich", "PIL", "concurrent.futures", "asyncio"),
    *("simulator.cli", "simulator.experiment.sweep", "simulator.lesson", "simulator.output", "simulator.reality"),
    *("ui.compare.panel", "ui.experiment.dialog", "ui.export.results", "ui.guide.panel", "ui.lessons.stage"),
    *("ui.palette.palette", "ui.reality.panel", "ui.trust.panel"),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, set[str]]]:
    """Modules, and sources that were read: at the first picture, and after it."""
    settings = tmp_path_factory.mktemp("settings") / "settings.ini"
    command = [sys.executable, "-c", OPENED, str(settings)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    return [{key: set(names) for key, names in told.items()} for told in json.loads(ran.stdout)]


def test_the_first_picture_waits_for_nothing_that_it_does_not_show(opened: list[dict[str, set[str]]]) -> None:
    by_the_first_picture, _ = (told["modules"] for told in opened)
    assert by_the_first_picture & (FIRST_PARTS | NEVER_BY_ITSELF) == set()


def test_after_it_come_the_parts_that_are_shown_and_no_others(opened: list[dict[str, set[str]]]) -> None:
    _, afterwards = (told["modules"] for told in opened)
    assert afterwards & (FIRST_PARTS | NEVER_BY_ITSELF) == FIRST_PARTS


def test_no_source_of_ours_is_read_to_start(opened: list[dict[str, set[str]]]) -> None:
    project = Path(__file__).parents[2]
    ours = [file for told in opened for file in told["read"] if Path(file).is_relative_to(project / "ui")]
    assert ours == []


def test_what_only_helps_to_load_is_over_with_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    before = dict(os.environ)
    lighten_start()
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"
    assert not gc.isenabled()
    end_start()
    assert dict(os.environ) == before
    assert gc.isenabled()


def test_below_a_function_with_room_no_call_waits_for_memory() -> None:
    assert with_room(dearest)(400) < 100
    assert with_room(max)(3, 5) == 5


def dearest(depth: int) -> int:
    """Page faults of 500 calls from the depth at which they cost most, of so many depths."""
    here = page_faults(lambda: [None for _ in range(500) if int_of("7")])
    return here if depth == 0 else max(here, dearest(depth - 1))


def int_of(text: str) -> int:
    """A call that is as deep as can be."""
    return int(text)


def page_faults(work: Callable[[], object]) -> int:
    """Of this process, while it goes on."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    work()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
