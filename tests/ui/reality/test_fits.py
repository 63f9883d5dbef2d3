"""The fits of a calibration, drawn beside each other."""

import json

from pytestqt.qtbot import QtBot

from ui.reality.fits import FitShown, FitsView
from ui.reality.made_words import made_fits
from ui.theme import Theme
from ui.theme.theme import ThemeName

OUTLINE = {"highest_s": 0.1, "measured": [0.5, 0.5], "fitted": [0.6, 0.4], "constant_s": None}


def told(**counts: int) -> str:
    fits = {f"/{path}": {"kind": "gamma", "count": count, "outline": OUTLINE} for path, count in counts.items()}
    return json.dumps({"fits": fits, "lines": 0, "unread": 0, "unmapped": []})


def test_the_route_with_the_most_times_comes_first() -> None:
    found = made_fits(told(few=3, many=90))
    assert [fit.name for fit in found] == ["/many", "/few"]
    assert found[0] == FitShown("/many", 0.1, (0.5, 0.5), (0.6, 0.4), None)
    assert made_fits(told()) == ()


def colours(view: FitsView) -> set[str]:
    image = view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_bars_and_a_line_are_drawn_in_the_themes_colours(qtbot: QtBot) -> None:
    light, dark = Theme(ThemeName.LIGHT), Theme(ThemeName.DARK)
    view = FitsView(light)
    qtbot.addWidget(view)
    assert view.isHidden()
    view.resize(300, view.height())
    view.show_fits(made_fits(told(a=1, b=2, c=3, d=4)), "fits")
    assert not view.isHidden()
    assert view.accessibleName() == "fits"
    assert light.colour("accent.base").name() in colours(view)
    view.use_theme(dark)
    assert dark.colour("accent.base").name() in colours(view)
    view.show_fits((), "")
    assert view.isHidden()


def test_a_constant_is_a_line_from_top_to_bottom(qtbot: QtBot) -> None:
    theme = Theme(ThemeName.LIGHT)
    view = FitsView(theme)
    qtbot.addWidget(view)
    view.resize(200, view.height())
    view.show_fits([FitShown("/", 0.1, (0.0, 1.0), (), 0.05)], "a fit")
    image = view.grab().toImage()
    column = [image.pixelColor(x, 40).name() for x in (99, 100, 101)]
    assert theme.colour("accent.base").name() in column
