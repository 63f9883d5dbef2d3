"""A legend has room for what it says."""

from pytestqt.qtbot import QtBot

from ui.charts.header import ChartHeader, LegendEntry
from ui.diagram.ink import Ink
from ui.theme import Theme, ThemeName

NAMES = ("completed", "sent", "capacity")


def fitted(qtbot: QtBot) -> ChartHeader:
    """So wide that usual values have just room beside the full names."""
    made = ChartHeader(Ink(Theme(ThemeName.LIGHT), is_dark=False))
    qtbot.addWidget(made)
    made.set_entries(tuple(LegendEntry((name, name[0]), "chart.sent") for name in NAMES))
    made.show_values(("14.0", "95.9", "24.1"), None)
    width = next(width for width in range(50, 1000) if names(made, width) == NAMES)
    assert names(made, width) == NAMES
    return made


def names(legend: ChartHeader, width: int) -> tuple[str, ...]:
    legend.resize(width, legend.height())
    return tuple(text.partition(" ")[0] for text in legend.shown_entries)


def test_another_usual_value_changes_nothing(qtbot: QtBot) -> None:
    legend = fitted(qtbot)
    legend.show_values(("140.0", "9.5", "–"), None)
    assert names(legend, legend.width()) == NAMES


def test_names_are_short_where_a_value_is_long(qtbot: QtBot) -> None:
    legend = fitted(qtbot)
    legend.show_values(("14.0", "1,295,972.5", "24.1"), None)
    assert names(legend, legend.width()) == ("c", "s", "c")


def test_the_last_give_way_where_even_that_is_too_long(qtbot: QtBot) -> None:
    legend = fitted(qtbot)
    legend.show_values(("14,000,000,000,000", "1,295,972,111,222,333", "24.1"), None)
    assert len(legend.shown_entries) < len(NAMES)


def test_an_instant_leaves_as_much_of_the_unit_as_there_is_room_for(qtbot: QtBot) -> None:
    header = ChartHeader(Ink(Theme(ThemeName.LIGHT), is_dark=False))
    qtbot.addWidget(header)
    header.show_title("Response time", "ms, last 2 s")
    header.resize(600, header.height())
    assert header.shown_beside_title == ("ms, last 2 s", "")
    header.show_values((), "at 20.000 s")
    seen = []
    for width in range(600, 60, -5):
        header.resize(width, header.height())
        seen.append(header.shown_beside_title)
    assert list(dict.fromkeys(unit for unit, _ in seen)) == ["ms, last 2 s", "ms", ""]
    assert {instant for _, instant in seen} == {"at 20.000 s"}
