"""The palette of a theme: what Qt's own styles paint with."""

from PySide6.QtGui import QPalette

from ui.theme.theme import Theme

_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup
_TOKENS = {
    _Role.Window: "surface.panel",
    _Role.Base: "surface.card",
    _Role.Button: "surface.card",
    _Role.Light: "surface.card",
    _Role.AlternateBase: "surface.sunken",
    _Role.WindowText: "text.primary",
    _Role.Text: "text.primary",
    _Role.ButtonText: "text.primary",
    _Role.BrightText: "text.on_accent",
    _Role.Midlight: "surface.hover",
    _Role.Mid: "border.default",
    _Role.Dark: "border.strong",
    _Role.Shadow: "border.strong",
    _Role.Highlight: "accent.base",
    _Role.Accent: "accent.base",
    _Role.HighlightedText: "text.on_accent",
    _Role.PlaceholderText: "text.muted",
    _Role.Link: "accent.text",
    _Role.LinkVisited: "accent.text",
    _Role.ToolTipBase: "surface.tooltip",
    _Role.ToolTipText: "text.on_tooltip",
}
_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette(theme: Theme) -> QPalette:
    """A palette of our own: `QStyleHints.setColorScheme` changes nothing offscreen and on a bare X server."""
    made = QPalette()
    for role, token in _TOKENS.items():
        made.setColor(role, theme.colour(token))
    for role in _DISABLED:
        made.setColor(_Group.Disabled, role, theme.colour("text.disabled"))
    made.setColor(_Group.Disabled, _Role.Highlight, theme.colour("surface.pressed"))
    made.setColor(_Group.Disabled, _Role.HighlightedText, theme.colour("text.disabled"))
    return made
