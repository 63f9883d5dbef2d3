"""What a start need not pay for: switched off before anything large is loaded."""

import builtins
import gc
import os
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_ENVIRONMENT = {
    # Nothing here multiplies matrices: numpy's library need not start a thread a core.
    "OPENBLAS_NUM_THREADS": "1",
    # Pydantic would look through every installed package for plugins, of which nothing here makes use.
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
}
"""What libraries look at as they are loaded."""
_given: set[str] = set()
"""Which of it the environment did not have."""
_ROOM_WORDS = 33_000
"""Just more than fits into 256 kB, so that Python takes 512 kB."""
_P = ParamSpec("_P")
_R = TypeVar("_R")


def with_room(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """A function below which calls have room.

    Python takes memory for calls 16 kB at a time, and gives a piece back as soon as it is empty: a loop whose calls go
    to and fro over the edge of a piece spends far more on that than on the calls. The piece that has to hold this
    function's own frame is so large that all that it calls fits in as well.
    """

    def roomy(*arguments: _P.args, **named: _P.kwargs) -> _R:
        return function(*arguments, **named)

    roomy.__code__ = roomy.__code__.replace(co_stacksize=_ROOM_WORDS)
    return roomy


def lighten_start() -> None:
    """Before anything large is loaded: what only costs time there."""
    # A great many objects are made and hardly any garbage.
    gc.disable()
    _given.update(set(_ENVIRONMENT) - set(os.environ))
    os.environ.update({name: _ENVIRONMENT[name] for name in _given})


def end_start() -> None:
    """All is loaded that comes by itself: look for garbage from now on, and let programs that are started from here
    have the environment that this one had."""
    # All of it, now that pictures come late anyhow: else Python would do that once in the middle of the first run.
    gc.collect()
    gc.enable()
    while _given:
        os.environ.pop(_given.pop(), None)


def load_qt() -> None:
    """PySide, without its own way to import: that reads the source of every module, in search of `PySide6`.

    It is there for those who say `from __feature__ import`, which nothing here does.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415  # not needed to say that there is no screen

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
