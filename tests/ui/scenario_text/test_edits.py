"""What differs between two scenarios, key by key."""

import pytest

from simulator.scenario import Scenario, parse
from ui.scenario_text.edits import Edit, edits_between, with_edits

TEXT = """
format = 1
name = "Two groups"
[run]
duration = "60s"
[[clients]]
name = "A"
arrivals = "poisson"
rate = 5
timeout = "2s"
[[clients]]
name = "B"
arrivals = "poisson"
rate = 7
[server]
workers = 2
[[routes]]
path = "/x"
handler = "async"
steps = [{ cpu = "1ms" }, { io = "50ms" }]
"""


def scenario(*replaced: tuple[str, str]) -> Scenario:
    """The scenario above with words replaced."""
    text = TEXT
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    return parse(text)


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("workers = 2", "workers = 3", Edit("server.workers", 3, is_live=True)),
        ("rate = 7", "rate = 8.5", Edit("clients[B].rate", 8.5, is_live=True)),
        ('handler = "async"', 'handler = "blocking"', Edit("routes[/x].handler", "blocking", is_live=True)),
        ("workers = 2", "workers = 2\nbacklog = 64", Edit("server.backlog", 64, is_live=False)),
        ('duration = "60s"', 'duration = "70s"', Edit("run.duration", "70s", is_live=False)),
        ('timeout = "2s"', "", Edit("clients[A].timeout", "none", is_live=True)),
        ('duration = "60s"', 'duration = "60s"\nseed = 3', Edit("run.seed", 3, is_live=False)),
        ('name = "Two groups"', 'name = "Groups"', Edit("name", "Groups", is_live=False)),
    ],
)
def test_a_key_that_differs(old: str, new: str, edit: Edit) -> None:
    assert edits_between(scenario(), scenario((old, new))) == (edit,)


def test_entries_that_come_or_are_renamed_are_a_matter_of_the_whole_table() -> None:
    (edit,) = edits_between(scenario(), scenario(('name = "B"', 'name = "C"')))
    assert (edit.key, edit.is_live) == ("clients", False)
    (edit,) = edits_between(scenario(), parse(TEXT + '[[services]]\nname = "db"\n'))
    assert (edit.key, edit.is_live) == ("services", False)


def test_edits_turn_the_one_into_the_other() -> None:
    other = scenario(("workers = 2", "workers = 3"), ("rate = 5", "rate = 6"), ('io = "50ms"', 'io = "9ms"'))
    edits = edits_between(scenario(), other)
    assert len(edits) == 3
    assert with_edits(scenario(), edits) == other


def test_an_edit_of_what_is_not_there_any_more_is_left_out() -> None:
    one_group = parse(TEXT.replace('[[clients]]\nname = "B"\narrivals = "poisson"\nrate = 7\n', ""))
    assert with_edits(one_group, [Edit("clients[B].rate", 9.0, is_live=True)]) == one_group
