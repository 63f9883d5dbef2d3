"""Colours, sizes and fonts of the window, from one table for light and dark."""

from ui.theme.theme import Theme, ThemeName

__all__ = ["Theme", "ThemeName"]
