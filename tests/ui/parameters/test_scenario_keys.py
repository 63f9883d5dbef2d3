"""Every key of a scenario is found, and says in plain words what it means and why it is fixed."""

import pytest

from simulator.scenario import Scenario, bundled, load
from simulator.scenario.problems import keys_at
from ui.parameters.key_explanations import KEYS, meaning_of
from ui.parameters.scenario_keys import key_facts
from ui.parameters.specs import SPECS

TABLES = ("run", "clients", "server", "routes", "services", "broker", "tasks", "changes", "faults")


def test_every_key_that_no_row_sets_is_explained() -> None:
    rows = {(spec.table, spec.key) for spec in SPECS}
    keys = {(table, key) for table in TABLES for key in keys_at((table,), Scenario)}
    keys |= {("", key) for key in keys_at((), Scenario) if key not in TABLES}
    assert keys - rows - set(KEYS) == set()
    assert set(KEYS) - keys == set()


@pytest.mark.parametrize("name", bundled())
def test_rows_and_keys_together_are_the_scenario(name: str) -> None:
    facts = key_facts(load(name))
    assert len({fact.key for fact in facts}) == len(facts)
    assert all(meaning_of(fact.table, fact.name) for fact in facts)


def test_a_key_says_its_value_and_whether_it_is_fixed() -> None:
    facts = {fact.key: fact for fact in key_facts(load("01_blocking"))}
    assert facts["server.backlog"].value == "2048"
    assert not facts["server.backlog"].is_live
    weights = next(fact for fact in key_facts(load("11_retry_storm")) if fact.name == "steps")
    assert weights.is_live
    assert weights.value.startswith("[{ ")
