"""What the model assumes and what it leaves out: one text a language, for the command line and for the window."""

import re
from importlib.resources import files

LANGUAGES = ("en", "pt_BR")
_LEFT_OUT = re.compile(r"^- \*\*.+$", re.MULTILINE)


def page(language: str) -> str:
    """In Markdown."""
    return _text("assumptions", language).replace("{left_out}", "\n".join(_lines(language)))


def left_out(language: str) -> list[str]:
    """What is not modelled, a line each, as plain text: `Size: bandwidth, ...`."""
    return [line.removeprefix("- ").replace("**", "") for line in _lines(language)]


def _lines(language: str) -> list[str]:
    """As the guide has them: who says it elsewhere takes it from there."""
    return _LEFT_OUT.findall(_text("guide", language, "10_not_modelled"))


def _text(folder: str, language: str, name: str = "") -> str:
    assert language in LANGUAGES, "there is a page for each language of the window"
    path = f"{language}/{name}.md" if name else f"{language}.md"
    return files("resources").joinpath(folder, path).read_text(encoding="utf-8")
