"""A parameter is found however its name is typed."""

import pytest

from ui.parameters.finding import matches


@pytest.mark.parametrize("query", ["", "latencia", "LATÊNCIA", "e/s", "latencia e/s", "e/s lat"])
def test_it_is_found(query: str) -> None:
    assert matches(query, "Latência de E/S", "io")


@pytest.mark.parametrize("query", ["workers", "latencia workers"])
def test_it_is_not_found(query: str) -> None:
    assert not matches(query, "Latência de E/S", "io")
