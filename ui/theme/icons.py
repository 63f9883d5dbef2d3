"""Icons of our own, tinted by the theme: `icon(name, theme)`.

Every file of `resources/icons` is a name: menu, step, run, fast, express, until, pause, restart, slower, faster,
search, sun, moon, expand, shrink, reset, open, save, export, picture, copy, folder, undo, redo, to_now, branch,
compare, book, language, clock, chevron (down), chevron_right, check, dash, dot, more, warning, info, close, quit.
`app_icon()` is the window's.
"""

from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.theme import Theme, ThemeName

_SIDE = 16
_ALWAYS = (1.0, 3.0)
"""Densities that an icon is made for, whatever the screens; for one that comes later the larger is made smaller."""
_APP_SIDES = (16, 24, 32, 48, 64, 128, 256)

_Mode, _State = QIcon.Mode, QIcon.State


def icon(name: str, theme: Theme, token: str = "text.secondary") -> QIcon:
    """An icon of 16 px in a colour of the theme; disabled, checked and pointed at, it has the colours of those states.

    Ask again when the theme changes. Raises FileNotFoundError where there is no such icon.
    """
    return _icon(name, theme.name, token)


@lru_cache(maxsize=256)
def _icon(name: str, theme_name: ThemeName, token: str) -> QIcon:
    theme, made = Theme(theme_name), QIcon()
    pointed_at = "text.primary" if token == "text.secondary" else token
    looks = (
        (_Mode.Normal, _State.Off, token),
        (_Mode.Active, _State.Off, pointed_at),
        (_Mode.Normal, _State.On, "accent.text"),
        (_Mode.Disabled, _State.Off, "text.disabled"),
    )
    for density in sorted({*_ALWAYS, *_densities()}):
        shape = _shape(name, round(_SIDE * density))
        for mode, state, colour in looks:
            made.addPixmap(_tinted(shape, theme.colour(colour)), mode, state)
    return made


def _densities() -> tuple[float, ...]:
    """Device pixels for a pixel, of the screens there are: pictures made for these have sharp edges."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}))


def tinted(name: str, colour: QColor, side: int) -> QPixmap:
    """An icon in one colour, `side` device pixels wide and high."""
    return _tinted(_shape(name, side), colour)


def svg(name: str, colour: str) -> str:
    """The lines of an icon in one colour, as SVG writes both."""
    return _folder().joinpath(f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """The icon of the application."""
    made = QIcon()
    for side in _APP_SIDES:
        picture = QPixmap()
        picture.loadFromData(_folder().joinpath(f"app/vazao_{side}.png").read_bytes())
        made.addPixmap(picture)
    return made


@cache
def _folder() -> Traversable:
    return files("resources").joinpath("icons")


@lru_cache(maxsize=128)
def _lines(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg(name, "#000000").encode()))


def _shape(name: str, side: int) -> QPixmap:
    lines, picture = _lines(name), QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    lines.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def _tinted(shape: QPixmap, colour: QColor) -> QPixmap:
    # Much cheaper than to paint the lines anew in every colour.
    picture = QPixmap(shape)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), colour)
    painter.end()
    return picture
