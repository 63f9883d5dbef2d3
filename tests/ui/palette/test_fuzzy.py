"""A few letters name a text, and the best of several."""

import pytest

from ui.palette.entries import Entry, Kind, find
from ui.palette.fuzzy import match


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("run", "Run", "Run"),
        ("work", "Max workers", "work"),
        ("lat", "I/O latency", "lat"),
        ("kb sh", "Keyboard shortcuts", "Kbsh"),
        ("sal como", "Salvar como...", "Salcomo"),
        ("LATENCIA", "Latência de E/S", "Latência"),
        ("press", "Expresso", "press"),
        ("ep", "Export picture", "Ep"),
    ],
)
def test_it_is_found(query: str, text: str, letters: str) -> None:
    found = match(query, text)
    assert found is not None
    assert "".join(text[at] for at in sorted(found.places)) == letters


@pytest.mark.parametrize(("query", "text"), [("runs", "Run"), ("nur", "Run"), ("run fast", "Run"), ("x", "")])
def test_it_is_not_found(query: str, text: str) -> None:
    assert match(query, text) is None


def entries(*titles: str, detail: str = "") -> list[Entry]:
    """Entries that do nothing."""
    return [Entry(Kind.ACTION, title, lambda: None, detail) for title in titles]


def named(query: str, offered: list[Entry], *recent: str) -> list[str]:
    """The titles that are found, in their order."""
    return [found.entry.title for found in find(query, offered, recent)]


def test_a_word_that_begins_so_comes_before_one_that_has_it_inside() -> None:
    offered = entries("Express", "Back to press", "Pressure", "Press")
    assert named("press", offered) == ["Press", "Pressure", "Back to press", "Express"]


def test_with_nothing_typed_all_stand_in_their_order_behind_the_recent_ones() -> None:
    offered = entries("Step", "Run", "Save", "Quit")
    assert named("", offered, "Save", "Run") == ["Save", "Run", "Step", "Quit"]


def test_a_title_counts_more_than_a_detail() -> None:
    offered = [*entries("Language", detail="choose a theme"), *entries("Theme")]
    assert named("theme", offered) == ["Theme", "Language"]


def test_what_cannot_be_done_now_is_not_offered() -> None:
    offered = [Entry(Kind.ACTION, "Undo", lambda: None, is_enabled=False)]
    assert named("undo", offered) == []
