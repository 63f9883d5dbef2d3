"""`simulate gui`: the window takes this program's place, and nothing of it is loaded before."""

import os
import sys
from importlib.util import find_spec

import pytest

from tests.cli.conftest import Simulate


@pytest.mark.skipif(os.name != "posix", reason="a program takes another's place")
@pytest.mark.parametrize(("arguments", "words"), [((), ()), (("02_async",), ("--", "02_async"))])
def test_the_window_takes_the_place_of_the_program(
    simulate: Simulate, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    class TakenOverError(Exception):
        pass

    called: list[tuple[str, ...]] = []

    def take_over(program: str, its_words: list[str]) -> None:
        called.append((program, *its_words[1:]))
        raise TakenOverError

    monkeypatch.setattr(os, "execv", take_over)
    simulate("gui", *arguments)
    assert called == [(sys.executable, "-m", "ui.app", *words)]
    assert find_spec("ui.app") is not None
