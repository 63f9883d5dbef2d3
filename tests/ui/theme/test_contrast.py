"""Can it be read? The contrast of every pair of colours that meets (WCAG 2.2: 1.4.3 and 1.4.11), in both themes."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from ui.charts.plot import GHOST_OPACITY
from ui.compare.chart import FAINT
from ui.compare.letters import TOKENS
from ui.diagram.ink import Ink
from ui.theme import Theme, ThemeName

TEXT, SHAPE = 4.5, 3.0
PAPERS = ("window", "canvas", "panel", "card", "sunken", "hover", "selected", "code")
SURFACES = tuple(f"surface.{name}" for name in PAPERS)
FILLS = ("state.blocked_fill", "state.overloaded_fill")
UNDER_REQUESTS = ("surface.canvas", "surface.card", "surface.panel", "surface.sunken")
ACTIVITIES = ("travelling", "waiting", "on_cpu", "in_io", "answered", "refused", "timed_out", "ghost")
LINES = ("p50", "p95", "p99", "sent", "completed", "goodput", "capacity", "A", "B")

TEXTS = {
    "text.primary": (*SURFACES, *FILLS, "surface.pressed", "syntax.line"),
    "text.secondary": (*SURFACES, *FILLS, "surface.pressed"),
    "text.muted": (*SURFACES, *FILLS),
    "text.on_accent": ("accent.base", "accent.hover", "accent.pressed", "state.blocked", "chart.A", "chart.B"),
    "text.on_tooltip": ("surface.tooltip",),
    "accent.text": ("surface.panel", "surface.card", "surface.selected", "surface.sunken", "surface.canvas"),
    "state.ok_text": ("surface.panel", "surface.card", "surface.canvas"),
    "state.blocked_text": ("surface.panel", "surface.card", "surface.canvas", "state.blocked_fill"),
    "syntax.keyword": ("surface.code",),
    "syntax.string": ("surface.code",),
    "syntax.comment": ("surface.code",),
    "syntax.number": ("surface.code",),
}
SHAPES = {
    **{f"activity.{name}": UNDER_REQUESTS for name in ACTIVITIES},
    **{f"chart.{name}": ("surface.panel",) for name in LINES},
    "state.blocked": ("state.blocked_fill", "surface.canvas"),
    "state.overloaded": ("surface.card", "surface.canvas", "surface.panel"),
    "border.strong": ("surface.panel", "surface.card", "surface.sunken", "surface.window"),
    "accent.base": ("surface.panel", "surface.card", "surface.sunken", "surface.canvas"),
}
IN_A_BLOCKED_WORKER = {"activity.waiting": FILLS[:1], "activity.ghost": FILLS[:1]}


GHOSTS = ("chart.completed", "chart.p95", *(f"activity.{name}" for name in ACTIVITIES[1:7]))
FADED = {**dict.fromkeys(GHOSTS, GHOST_OPACITY), **dict.fromkeys(TOKENS.values(), FAINT)}


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """1 (none) to 21 (black on white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(theme: Theme) -> Iterator[str]:
    """The pairs that are not far enough apart."""
    for needed, pairs in ((TEXT, TEXTS), (SHAPE, SHAPES), (SHAPE, IN_A_BLOCKED_WORKER)):
        for ink, papers in pairs.items():
            for paper in papers:
                found = contrast(theme.colour(ink), theme.colour(paper))
                if found < needed:
                    yield f"{ink} on {paper}: {found:.2f}, not {needed}"


@pytest.mark.parametrize("name", ThemeName)
def test_texts_and_shapes_stand_out(name: ThemeName) -> None:
    assert list(too_weak(Theme(name))) == []


@pytest.mark.parametrize("token", FADED)
@pytest.mark.parametrize("name", ThemeName)
def test_lines_that_are_drawn_paler_stand_out_all_the_same(name: ThemeName, token: str) -> None:
    theme = Theme(name)
    paper = theme.colour("surface.panel")
    pale = Ink(theme, is_dark=theme.is_dark).mixed("surface.panel", token, FADED[token])
    assert contrast(pale, paper) >= SHAPE


def test_contrast_is_wcags() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#FFFFFF")) == pytest.approx(4.54, abs=0.01)
