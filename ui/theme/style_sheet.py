"""The application's one style sheet: a template with tokens, and the few pictures that it shows.

Properties that it knows, set with `setProperty` before a widget is shown:
`primary` on a QPushButton (the one accent button of a view);
`role` on a QLabel: `display`, `heading`, `title`, `caption`, `muted`, `code`, `error`;
`role` on a QFrame: `card`, `rule` (a hairline); `role` on a text editor: `code`;
`flat` on a QToolButton (no padding, for small icon buttons).
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Template

from ui.theme.icons import svg
from ui.theme.theme import Theme

_PICTURES = {
    "check": ("check", "text.on_accent"),
    "dash": ("dash", "text.on_accent"),
    "menu_check": ("check", "accent.text"),
    "radio": ("dot", "text.on_accent"),
    "chevron": ("chevron", "text.secondary"),
    "chevron_disabled": ("chevron", "text.disabled"),
    "chevron_right": ("chevron_right", "text.secondary"),
    "close": ("close", "text.secondary"),
    "ask": ("info", "accent.base"),
    "caution": ("warning", "state.blocked"),
}
"""Name in the template, icon, colour."""


class _Tokens(Template):
    idpattern = r"[a-z_]+(?:\.[a-z_]+)*"


def style_sheet(theme: Theme, pictures: Path) -> str:
    """The style sheet of a theme. Its pictures are written into a folder, since style sheets know only files."""
    text = files("resources").joinpath("theme/window.qss").read_text(encoding="utf-8")
    return _Tokens(text).substitute({**theme.colours, **dict(_write_pictures(theme, pictures))})


def _write_pictures(theme: Theme, folder: Path) -> Iterator[tuple[str, str]]:
    """As lines, so that they are drawn where they are shown, and sharp on every screen."""
    for name, (source, token) in _PICTURES.items():
        path = folder / f"{name}-{theme.name}.svg"
        path.write_text(svg(source, theme.css(token)), encoding="utf-8")
        yield f"picture.{name}", path.as_posix()
