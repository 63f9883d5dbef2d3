"""The application's one style sheet: a template with tokens, and the few pictures that it shows.

Properties that it knows, set with `setProperty` before a widget is shown:
`primary` on a QPushButton (the one accent button of a view);
`role` on a QLabel: `display`, `heading`, `title`, `caption`, `muted`, `code`, `error`;
`role` on a QFrame: `card`, `rule` (a hairline); `role` on a text editor: `code`;
`flat` on a QToolButton (no padding, for small icon buttons).
"""

import math
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Template

from ui.theme.icons import densities, tinted
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
}
"""Name in the template, icon, colour."""
_LARGE = {"ask": ("info", "accent.base"), "caution": ("warning", "state.blocked")}
"""The same, of those that stand beside a question or a warning."""
_PICTURE_PX, _LARGE_PX = 16, 32
_MOST_RATIO = 3
"""Qt looks for pictures of up to three times the density."""


class _Tokens(Template):
    idpattern = r"[a-z_]+(?:\.[a-z_]+)*"


def style_sheet(theme: Theme, pictures: Path) -> str:
    """The style sheet of a theme, sharp on the screens there are.

    Its pictures are written into a folder, since style sheets know only files.
    """
    text = files("resources").joinpath("theme/window.qss").read_text(encoding="utf-8")
    return _Tokens(text).substitute({**theme.colours, **dict(_write_pictures(theme, pictures))})


def _write_pictures(theme: Theme, folder: Path) -> Iterator[tuple[str, str]]:
    ratios = sorted({1, *(min(_MOST_RATIO, math.ceil(density)) for density in densities())})
    for name, (source, token) in (_PICTURES | _LARGE).items():
        path, side = folder / f"{name}-{theme.name}.png", _LARGE_PX if name in _LARGE else _PICTURE_PX
        for ratio in ratios:
            stem = path.stem if ratio == 1 else f"{path.stem}@{ratio}x"
            tinted(source, theme.colour(token), side * ratio).save(str(path.with_stem(stem)))
        yield f"picture.{name}", path.as_posix()
