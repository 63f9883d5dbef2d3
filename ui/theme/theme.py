"""A theme: the colours behind tokens such as `surface.card`, and the sizes that all themes share."""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from PySide6.QtGui import QColor


class ThemeName(StrEnum):
    """The two themes there are."""

    LIGHT = "light"
    DARK = "dark"


class Theme:
    """One theme; widgets get it when they are made, and again by their `use_theme` when it changes."""

    def __init__(self, name: ThemeName) -> None:
        self.name = name
        self._colours = _colours(name)

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return self.name is ThemeName.DARK

    def colour(self, token: str) -> QColor:
        """The colour of a token such as `surface.card`; a fresh one, the caller's to change.

        Raises KeyError where there is no such token.
        """
        return QColor(self._colours[token])

    def css(self, token: str) -> str:
        """The colour as style sheets and SVG write it."""
        return self._colours[token]

    @property
    def colours(self) -> Mapping[str, str]:
        """All colours by token, as style sheets write them."""
        return self._colours


@cache
def tokens() -> Mapping[str, Any]:
    """The whole table: `light` and `dark`, and the sizes, fonts and durations beside them."""
    table: Mapping[str, Any] = json.loads(files("resources").joinpath("theme/tokens.json").read_text(encoding="utf-8"))
    return table


@cache
def _colours(name: ThemeName) -> Mapping[str, str]:
    groups: Mapping[str, Mapping[str, str]] = tokens()[name]
    return {f"{group}.{key}": colour for group, colours in groups.items() for key, colour in colours.items()}
