"""The topics of the guide: text files in both languages, and which one fits where the user is."""

from enum import StrEnum
from functools import cache
from importlib.resources import files


class Topic(StrEnum):
    """In the order of the guide; the value is the name of its files."""

    FIRST_STEPS = "01_first_steps"
    DIAGRAM = "02_diagram"
    TIME = "03_time"
    PARAMETERS = "04_parameters"
    CHARTS = "05_charts"
    INSPECTOR = "06_inspector"
    TRUST = "07_trust"
    FILES = "08_files"
    COMMAND_LINE = "09_command_line"
    NOT_MODELLED = "10_not_modelled"
    GLOSSARY = "11_glossary"
    LESSONS = "12_lessons"
    WRITING_LESSONS = "13_writing_lessons"
    COMPARE = "14_compare"


FITTING: dict[str, Topic] = {
    "toolbar": Topic.TIME,
    "timeline": Topic.TIME,
    "panel": Topic.PARAMETERS,
    "scenario_text": Topic.PARAMETERS,
    "charts": Topic.CHARTS,
    "inspector": Topic.INSPECTOR,
    "trust": Topic.TRUST,
    "compare": Topic.COMPARE,
    "diagram": Topic.DIAGRAM,
    "lesson": Topic.LESSONS,
    "lessons": Topic.LESSONS,
}
"""Where the focus may be, and what is asked for there."""


@cache
def text_of(topic: Topic, code: str) -> str:
    """The topic in Markdown; in English where it is not there in the language."""
    folder = files("resources").joinpath("guide")
    for language in (code, "en"):
        file = folder.joinpath(language, f"{topic}.md")
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise AssertionError(f"every topic is there in English, and {topic} is not")


def title_of(topic: Topic, code: str) -> str:
    """Its first heading."""
    return text_of(topic, code).partition("\n")[0].removeprefix("# ").strip()
