"""Where the palette's entries come from: a list of functions that each know one kind of thing."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from simulator.scenario.positions import line_of, lines_of
from ui.guide.panel import GuidePanel
from ui.guide.topics import Topic, title_of
from ui.lessons.doors import lesson_titles, open_lesson
from ui.palette.entries import Entry, Kind
from ui.parameters import texts
from ui.parameters.panel import ParametersPanel
from ui.parameters.specs import SPECS, Section
from ui.scenario_text.panel import ScenarioTextPanel
from ui.toolbar_scenario import titles

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Source = Callable[["MainWindow"], Iterator[Entry]]
_NOT_OFFERED = ("palette", "slower", "faster")
"""The palette itself, and what is done again and again."""


def actions(window: "MainWindow") -> Iterator[Entry]:
    """Every action of the window."""
    for name in window.commands.names:
        action = window.commands[name]
        if name not in _NOT_OFFERED:
            detail = action.toolTip().partition(" (")[0]
            keys = window.commands.keys_of(name)
            yield Entry(Kind.ACTION, action.iconText(), action.trigger, detail, keys, is_enabled=action.isEnabled())


def scenarios(window: "MainWindow") -> Iterator[Entry]:
    """The bundled scenarios, by their titles."""
    for name, title in titles(window.language.code):
        yield Entry(Kind.SCENARIO, title, partial(window.files.open, name), name)


def recent_files(window: "MainWindow") -> Iterator[Entry]:
    """The files that were opened last."""
    for path in window.preferences.recent:
        yield Entry(Kind.FILE, path.name, partial(window.files.open, path), str(path.parent))


def lessons(window: "MainWindow") -> Iterator[Entry]:
    """The lessons that come with the program, by their titles."""
    for name, title in lesson_titles(window.language.code):
        yield Entry(Kind.LESSON, title, partial(open_lesson, window, name), name)


def parameters(window: "MainWindow") -> Iterator[Entry]:
    """Every parameter of the panel: its control gets the focus."""
    for spec in SPECS:
        section = "" if spec.section is Section.LESSON else texts.section(spec.section)
        label = texts.label(spec.parameter)

        def show(label: str = label) -> None:
            window.commands["panel"].setChecked(True)
            panel = window.parts.need("panel")
            assert isinstance(panel, ParametersPanel), "the part of this name"
            panel.seek(label)

        yield Entry(Kind.PARAMETER, label, show, section)


def keys(window: "MainWindow") -> Iterator[Entry]:
    """Every key that the text of the scenario has: its line is shown."""
    lines = lines_of(window.session.text)
    for path in lines:
        if len(path) > 1 and isinstance(path[-1], str):
            name = ".".join(str(part) for part in path if isinstance(part, str))
            place = line_of(path, lines)
            yield Entry(Kind.KEY, name, partial(_show_line, window, place), f"TOML {place}")


def _show_line(window: "MainWindow", line: int) -> None:
    panel = window.parts.show("scenario_text")
    assert isinstance(panel, ScenarioTextPanel), "the part of this name"
    panel.go_to(line)


def topics(window: "MainWindow") -> Iterator[Entry]:
    """Every topic of the guide."""
    for topic in Topic:

        def show(topic: Topic = topic) -> None:
            panel = window.parts.show("guide")
            assert isinstance(panel, GuidePanel), "the part of this name"
            panel.show_topic(topic)

        yield Entry(Kind.TOPIC, title_of(topic, window.language.code), show)


SOURCES: list[Source] = [actions, scenarios, recent_files, lessons, parameters, topics, keys]
"""What the palette asks when it opens; whoever has more to offer adds a function here."""
