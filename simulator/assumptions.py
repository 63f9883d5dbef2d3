"""What the model assumes and what it leaves out: one text a language, for the command line and for the window."""

from importlib.resources import files

LANGUAGES = ("en", "pt_BR")


def page(language: str) -> str:
    """In Markdown."""
    assert language in LANGUAGES, "there is a page for each language of the window"
    return files("resources").joinpath("assumptions", f"{language}.md").read_text(encoding="utf-8")
