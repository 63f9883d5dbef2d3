"""A panel that shows a lesson, and what it asks for."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from pytestqt.qtbot import QtBot

from simulator.scenario import Scenario, parse
from simulator.scenario.validation import replaced
from ui.i18n import Language
from ui.parameters.panel import ParametersPanel
from ui.theme import Theme, ThemeName
from ui.theme.fonts import load_fonts

LESSON = """\
format = 1
name = "lesson"
[run]
duration = "60s"
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 9
network = "30ms"
[[clients]]
name = "Cliente_2"
arrivals = "constant"
rate = 6
network = "40ms"
[[routes]]
path = "/professor"
handler = "blocking"
steps = [{ cpu = "1ms" }, { io = "exponential(40ms)" }, { io = "10ms" }]
"""
MIXED = """\
format = 1
name = "mixed"
[run]
duration = "60s"
[[clients]]
name = "Open"
arrivals = "poisson"
rate = 9
routes = { "/a" = 1 }
[[clients]]
name = "Closed"
arrivals = "closed"
users = 5
think_time = "uniform(500ms, 1500ms)"
deadline = "300ms"
keep_alive = false
routes = { "/a" = 1, "/b" = 2 }
[server]
request_cpu = "lognormal(1ms, cv=0.5)"
[[routes]]
path = "/a"
handler = "async"
steps = [{ io = "50ms" }, { io = "20ms" }]
[[routes]]
path = "/b"
handler = "threadpool"
steps = [{ cpu = "2ms" }, { io = "100ms" }]
"""
MORE = """
[[clients]]
name = "Bursts"
arrivals = "mmpp"
rate = 5
burst_rate = 50
burst_for = "1s"
calm_for = "5s"
routes = { "/a" = 1 }
[[services]]
name = "database"
pool_size = 5
[[services]]
name = "smtp"
[broker]
kind = "rabbitmq"
[[tasks]]
name = "send"
steps = [{ cpu = "1ms" }, { io = "30ms" }, { io = "exponential(200ms)" }]
"""


@pytest.fixture
def lesson() -> Scenario:
    """Two open groups, one route."""
    return parse(LESSON)


@pytest.fixture
def whole() -> Scenario:
    """A scenario that has something of everything that can be set."""
    text = MIXED.replace("rate = 9\n", 'rate = 9\ntimeout = "2s"\n')
    background = 'background = [{ io = "20ms" }, { io = "exponential(200ms)" }]'
    return parse(text.replace('{ io = "20ms" }]', '{ io = "20ms" }]\n' + background, 1) + MORE)


@pytest.fixture
def mixed() -> Scenario:
    """An open and a closed group, two routes."""
    return parse(MIXED)


@pytest.fixture
def light(qapp: Any) -> Theme:
    """The light theme, with the fonts that go with it."""
    load_fonts()
    return Theme(ThemeName.LIGHT)


@pytest.fixture
def language(qapp: Any) -> Iterator[Language]:
    """English, to be switched."""
    before = QLocale()
    spoken = Language("en")
    yield spoken
    spoken.remove()
    QLocale.setDefault(before)


@pytest.fixture
def show(qtbot: QtBot, light: Theme, language: Language) -> Iterator[Callable[[Scenario], ParametersPanel]]:
    """Opens a scenario in a panel."""
    made: list[ParametersPanel] = []

    def show(scenario: Scenario, height: int = 800) -> ParametersPanel:
        panel = ParametersPanel(light)
        made.append(panel)
        panel.resize(300, height)
        panel.open_scenario(scenario)
        panel.show()
        qtbot.waitActive(panel)
        return panel

    yield show
    for panel in made:
        panel.close()
        panel.deleteLater()
    # Without a running event loop Qt keeps what is to be deleted, and tells all of it of the next language.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Desk:
    """A panel whose wishes come true, as they do in a session."""

    def __init__(self, panel: ParametersPanel, scenario: Scenario) -> None:
        self.panel = panel
        self.scenario = scenario
        self.asked: list[tuple[str, object]] = []
        panel.change_requested.connect(self._on_asked)

    def _on_asked(self, key: str, value: object) -> None:
        self.asked.append((key, value))
        self.scenario = replaced(self.scenario, key, value)
        self.panel.show_scenario(self.scenario)

    def row(self, parameter: str) -> Any:
        """The row of a parameter."""
        return self.panel.list.rows[parameter]  # type: ignore[index]  # a StrEnum

    def let_pass(self) -> None:
        """The throttle's time is over."""
        timer = self.panel._throttle._timer
        if timer.isActive():
            timer.stop()
            self.panel._throttle.flush()


@pytest.fixture
def desk(show: Callable[[Scenario], ParametersPanel], lesson: Scenario) -> Desk:
    """The lesson on a desk."""
    return Desk(show(lesson), lesson)


@pytest.fixture
def mixed_desk(show: Callable[[Scenario], ParametersPanel], mixed: Scenario) -> Desk:
    """Several kinds of groups and routes on a desk."""
    return Desk(show(mixed), mixed)


@pytest.fixture
def whole_desk(show: Callable[[Scenario], ParametersPanel], whole: Scenario) -> Desk:
    """Something of everything on a desk."""
    return Desk(show(whole), whole)
