"""States of the panels that are opened by an action: the scenario's text, and what follows it."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QTextCursor

from simulator.reality.calibrate.fitting import fit
from simulator.reality.calibrate.from_log import Calibrated
from simulator.reality.reasons import Cause, Reason
from simulator.record import Samples
from ui.charts.kinds import ChartKind
from ui.charts.panel import ChartsPanel
from ui.experiment.dialog import ExperimentDialog
from ui.guide.panel import GuidePanel
from ui.guide.topics import Topic
from ui.inspector.panel import InspectorPanel
from ui.main_window import MainWindow
from ui.palette.palette import Palette
from ui.parameters.panel import ParametersPanel
from ui.reality.calibrate_dialog import CalibrateDialog
from ui.reality.made_words import made_fits, made_words
from ui.reality.outcome import Figure, Outcome
from ui.reality.panel import RealityPanel
from ui.scenario_text.panel import ScenarioTextPanel

if TYPE_CHECKING:
    from tests.screenshots.window import WindowStudio

State = Callable[["WindowStudio", MainWindow], None]


def panel_states(paused: State) -> dict[str, State]:
    """By the names of their pictures; each begins with a run that stands still."""

    def after(act: Callable[[MainWindow], object]) -> State:
        def state(studio: "WindowStudio", window: MainWindow) -> None:
            paused(studio, window)
            act(window)

        return state

    return {name: after(act) for name, act in _ACTS.items()}


def _break_text(window: MainWindow) -> None:
    window.parts.show("scenario_text")
    _type_over(window, "workers =", "wokers =")
    _type_over(window, 'name = "Cliente_2"', 'name = "Cliente_2"\nratee = "many"')


def _fix_text(window: MainWindow) -> None:
    window.parts.show("scenario_text")
    _type_over(window, "backlog = 32", 'backlog = 64\nloop = "uvloop"')


def _make_odd(window: MainWindow) -> None:
    window.parts.show("scenario_text")
    _type_over(window, "[server]", '[[faults]]\nat = "2h"\nkind = "restart"\ntarget = "server"\n\n[server]')


def _seek(window: MainWindow) -> None:
    window.commands["palette"].trigger()
    shown = window.findChild(Palette)
    assert shown is not None, "it was opened"
    shown.field.setText("work")


def _read(window: MainWindow) -> None:
    shown = window.parts.show("guide")
    assert isinstance(shown, GuidePanel), "the part of this name"
    shown.show_topic(Topic.TIME)


def _seek_key(window: MainWindow) -> None:
    panel = window.parts.need("panel")
    assert isinstance(panel, ParametersPanel), "the part of this name"
    panel.search.setText("server")


def _show_all_charts(window: MainWindow) -> None:
    for kind in ChartKind:
        if not window.commands[f"chart_{kind}"].isChecked():
            window.commands[f"chart_{kind}"].trigger()


def _enlarge(window: MainWindow) -> None:
    charts = window.parts.need("charts")
    assert isinstance(charts, ChartsPanel), "the part of this name"
    charts.enlarge(ChartKind.WAITS)


def _sweep(window: MainWindow) -> None:
    dialog = window.parts.show("experiment")
    assert isinstance(dialog, ExperimentDialog), "the part of this name"
    page = dialog.sweep
    page.duration.setText("20s")
    loop = QEventLoop()
    page.runner.over.connect(loop.quit)
    page.go.click()
    if page.runner.is_running:
        loop.exec()


def _open_all(window: MainWindow) -> None:
    for name in ("scenario_text", "guide", "trust"):
        window.parts.show(name)


def _measured(window: MainWindow) -> None:
    panel = window.parts.show("reality")
    assert isinstance(panel, RealityPanel), "the part of this name"
    shares = Figure("completed", 0.971, 0.968, is_ok=True), Figure("timed_out", 0.029, 0.032, is_ok=True)
    figures = (Figure("throughput", 20.4, 20.1, is_ok=True), Figure("p95", 0.28, 0.351, is_ok=False), *shares)
    reasons = (Reason(Cause.LATE, 0.0049), Reason(Cause.EDGES, 5.4), Reason(Cause.HEEDED, 0.31), Reason(Cause.ONE_RUN))
    panel.show_outcome(Outcome(figures, reasons, Samples()))


def _plan(window: MainWindow) -> None:
    dialog = window.parts.show("experiment")
    assert isinstance(dialog, ExperimentDialog), "the part of this name"
    dialog.tabs.setCurrentIndex(1)


def _list(window: MainWindow) -> None:
    window.commands["inspector"].trigger()
    panel = window.findChild(InspectorPanel)
    assert panel is not None, "it was opened"
    panel.show_table()


def _inspect(place: str) -> Callable[[MainWindow], object]:
    return lambda window: window.diagram.node_clicked.emit(place)


def _calibrated(window: MainWindow) -> None:
    dialog = window.parts.show("calibrate")
    assert isinstance(dialog, CalibrateDialog), "the part of this name"
    dialog.fields["file"].setText("access.log")
    times = np.random.default_rng(1)
    routes = {"/items": times.gamma(4.0, 0.012, 3460), "/users/{id}": times.exponential(0.102, 1540)}
    fits = {path: fit(each, allow_empirical=False) for path, each in routes.items()}
    told = json.dumps(Calibrated("", {}, fits, (), lines=5001, unread=1).plain())
    dialog.show_made(made_words(told), made_fits(told))


_ACTS: dict[str, Callable[[MainWindow], object]] = {
    "requests": _list,
    "worker": _inspect("worker:3"),
    "queue": _inspect("listener"),
    "client": _inspect("client:Cliente_1"),
    "service": _inspect("service:database"),
    "plan": _plan,
    "side-full": _open_all,
    "experiment-empty": lambda window: window.parts.show("experiment"),
    "past-runs": lambda window: window.parts.show("past_runs"),
    "teacher": lambda window: window.parts.show("teacher"),
    "about": lambda window: window.parts.show("about"),
    "until": lambda window: window.commands["until"].trigger(),
    "guide": lambda window: window.parts.show("guide"),
    "guide-table": _read,
    "animation": lambda window: window.commands["animate"].trigger(),
    "palette": lambda window: window.commands["palette"].trigger(),
    "palette-found": _seek,
    "keys-found": _seek_key,
    "trust": lambda window: window.parts.show("trust"),
    "assumptions": lambda window: window.parts.show("assumptions"),
    "charts-all": _show_all_charts,
    "chart-enlarged": _enlarge,
    "experiment": _sweep,
    "reality": _measured,
    "calibrate": lambda window: window.parts.show("calibrate"),
    "calibrate-made": _calibrated,
    "text": lambda window: window.parts.show("scenario_text"),
    "text-broken": _break_text,
    "text-waiting": _fix_text,
    "text-odd": _make_odd,
}


def _type_over(window: MainWindow, old: str, new: str) -> None:
    panel = window.findChild(ScenarioTextPanel)
    assert panel is not None, "it was opened"
    panel.bring_in_step()
    panel.editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert panel.editor.find(old), old
    panel.editor.insertPlainText(new)
    panel.editor.ensureCursorVisible()  # as a key does
    panel.bring_in_step()
