"""The key to the requests has room for as many client groups as there are shapes, and counts the others."""

import pytest
from pytestqt.qtbot import QtBot

from ui.parameters.legend import Legend
from ui.theme import Theme


@pytest.fixture
def legend(qtbot: QtBot, light: Theme) -> Legend:
    """As wide as the narrowest panel."""
    made = Legend(light)
    qtbot.addWidget(made)
    made.resize(272, 200)
    return made


def test_few_groups_stand_in_one_line(legend: Legend) -> None:
    legend.show_clients(("Cliente_1", "Cliente_2", "Cliente_3"))
    assert [(y, text) for _, y, text in legend._places()] == [(0, "Cliente_1"), (0, "Cliente_2"), (0, "Cliente_3")]


def test_many_groups_with_long_names_stay_inside(legend: Legend) -> None:
    legend.show_clients(tuple(f"a group with quite a long name {number}" for number in range(1000)))
    places = legend._places()
    assert len(places) == 7
    assert places[-1][2] == "+994"
    assert all(16 <= x <= 256 - 20 for x, _, _ in places)
    assert legend.height() > 200


def test_messages_have_their_shapes_where_there_is_a_queue(legend: Legend) -> None:
    legend.show_clients(("Cliente_1",))
    before = legend.height()
    legend.show_clients(("Cliente_1",), has_messages=True)
    assert [text for _, _, text in legend._places()] == ["Cliente_1", "message", "delivered again"]
    assert legend.height() >= before
