"""What is written reads back as the same scenario, and the user's text is kept where nothing changed."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from simulator.scenario import bundled, dumps, load, parse
from simulator.scenario.file import from_plain, read_text
from simulator.scenario.keys import replace
from tests.scenario.strategies import Plain, plain_scenarios


@settings(max_examples=60, deadline=None)
@given(plain_scenarios())
def test_a_scenario_as_run_reads_back_equal_and_to_the_byte(plain: Plain) -> None:
    scenario = from_plain(plain, Path())
    text = dumps(scenario)
    assert parse(text) == scenario
    assert dumps(parse(text)) == text


@settings(max_examples=60, deadline=None)
@given(plain_scenarios(), plain_scenarios())
def test_an_edited_text_reads_back_as_the_new_scenario(old: Plain, new: Plain) -> None:
    before, after = from_plain(old, Path()), from_plain(new, Path())
    assert parse(dumps(after, dumps(before))) == after


@pytest.mark.parametrize("name", bundled())
def test_an_unchanged_text_is_kept_to_the_byte(name: str) -> None:
    text, _, _ = read_text(name)
    assert dumps(load(name), text) == text


@pytest.mark.parametrize("name", bundled())
def test_every_default_is_written(name: str) -> None:
    text = dumps(load(name))
    for key in ("burst_window", "syn_retry", "keep_alive", "thread_calls", "sample_every", "drain"):
        assert f"\n{key} = " in text


def test_one_changed_value_changes_one_line(base: str) -> None:
    text = base.replace("workers = 1", "workers = 1   # try more")
    edited = dumps(replace(parse(text), "server.workers", 4), text)
    assert edited == text.replace("workers = 1 ", "workers = 4 ")


def test_a_changed_step_keeps_the_others_as_they_stand(base: str) -> None:
    edited = dumps(replace(parse(base), "routes[/a].steps[1].io", "70ms"), base)
    assert edited == base.replace("50ms", "70ms")


def test_a_new_key_comes_into_its_table_and_a_change_to_the_end(base: str) -> None:
    scenario = replace(parse(base), "server.thread_limit", 5)
    change = {"at": "10s", "set": "server.workers", "to": 2}
    edited = dumps(replace(scenario, "changes", [change]), base)
    assert "workers = 1\nthread_limit = 5\n" in edited
    assert edited.rstrip().endswith('[[changes]]\nat = "10s"\nset = "server.workers"\nto = 2')
    assert parse(edited).changes[0].to == 2


@pytest.mark.parametrize(
    "text",
    [
        (
            'server.workers = 2\nname = "x"\nformat = 1\nrun = { duration = 5 }\nclients = [{ name = "A", '
            'arrivals = "constant", rate = 1 }]\nroutes = [{ path = "/", handler = "async" }]\n'
        ),
        (
            'format = 1\r\nname.en = "x"\r\nrun.duration = "5s"\r\n[[routes]]\r\npath = "/"\r\nhandler = "async"\r\n'
            '[[clients]]\r\nname = "A"\r\narrivals = "constant"\r\nrate = 1\r\n'
        ),
    ],
)
def test_other_ways_of_writing_toml_can_be_edited_too(text: str) -> None:
    scenario = replace(replace(parse(text), "server.workers", 3), "clients[A].rate", 2.5)
    assert parse(dumps(scenario, text)) == scenario
