"""A module that others import without need is loaded only when it is used."""

import sys
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class _Absent(ModuleType):
    """Stands for a module. Not importlib's LazyLoader: that loads at the first `from MODULE import NAME`."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        self.__spec__ = find_spec(name)
        assert self.__spec__ is not None, "it is there, only not wanted yet"
        self.__path__ = self.__spec__.submodule_search_locations or []
        for function in functions:
            setattr(self, function, partial(self._call, function))

    def __getattr__(self, name: str) -> object:
        return getattr(self._loaded(), name)

    def _call(self, function: str, *arguments: object, **options: object) -> object:
        do: Callable[..., object] = getattr(self._loaded(), function)
        return do(*arguments, **options)

    def _loaded(self) -> ModuleType:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


def put_off(name: str, *functions: str) -> None:
    """From here on, who imports these functions of a module does not load it before they are called."""
    if name not in sys.modules:
        sys.modules[name] = absent = _Absent(name, functions)
        package, _, last = name.rpartition(".")
        if package:
            # As an import does.
            setattr(import_module(package), last, absent)
