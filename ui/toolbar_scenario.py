"""The scenario that is open, and the menu of others."""

import tomllib
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from simulator.scenario import bundled
from simulator.scenario.file import read_text
from simulator.scenario.frozen import localised
from ui.theme.fonts import font
from ui.theme.icons import icon
from ui.theme.theme import Theme

_WIDTH, _HEIGHT, _PAD, _ICON = 380, 34, 12, 16
_GAP, _RIGHT = 8, 10
"""Before and after the chevron."""
_CAPTION, _TITLE = (10, 400), (12, 600)
"""Pixels and weight of their letters."""
_LEAST_WIDTH = 120
"""It gives way to the rest of the bar, and takes what that leaves up to its width: titles are long."""


class ScenarioButton(QToolButton):
    """Two lines: what it is, and its title; a menu with the bundled scenarios, then whatever `open_action` opens."""

    chosen = Signal(str)
    """The name of a bundled scenario."""

    def __init__(self, theme: Theme, open_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_action = open_action
        self._caption = self._title = ""
        self._current: str | None = None
        self._code = "en"
        self.setObjectName("scenario")
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setObjectName("scenario_menu")
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_scenario(self, title: str, text: str, name: str | None, *, is_unsaved: bool) -> None:
        """The title and description of what is open; its name where it is a bundled one."""
        self._title, self._current = title, name
        if name is None:
            self._caption = self.tr("Scenario")
        else:
            self._caption = self.tr("Bundled scenario")
        if is_unsaved:
            self._caption = self.tr("{kind} (changed)").format(kind=self._caption)
        self.setToolTip(f"<b>{_escaped(title)}</b><br>{_escaped(text)}" if text else title)
        self.setAccessibleName(self.tr("Scenario: {title}").format(title=title))
        self.setAccessibleDescription(text)
        self.update()

    @property
    def is_whole(self) -> bool:
        """Whether there is room for all of the title."""
        return QFontMetricsF(font(*_TITLE)).horizontalAdvance(self._title) <= self._room

    @property
    def _room(self) -> float:
        return float(self.width() - _PAD - _GAP - _ICON - _RIGHT)

    def use_language(self, code: str) -> None:
        """Titles in this language from now on."""
        self._code = code

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def _fill(self) -> None:
        self._menu.clear()
        for name, title in titles(self._code):
            action = self._menu.addAction(title)
            action.setObjectName(f"scenario_{name}")
            action.setCheckable(True)
            action.setChecked(name == self._current)
            action.triggered.connect(lambda _=False, name=name: self.chosen.emit(name))
        self._menu.addSeparator()
        self._menu.addAction(self._open_action)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hot = self.isDown() or self.underMouse()
        painter.setBrush(self._theme.colour("surface.hover" if is_hot else "surface.card"))
        painter.setPen(self._theme.colour("border.strong"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent.base"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        self._line(painter, self._caption, 13.0, _CAPTION, "text.secondary")
        self._line(painter, self._title, 27.0, _TITLE, "text.primary")
        chevron = QRectF(self.width() - _RIGHT - _ICON, (_HEIGHT - _ICON) / 2, _ICON, _ICON).toRect()
        icon("chevron", self._theme).paint(painter, chevron)

    def _line(self, painter: QPainter, text: str, baseline: float, size: tuple[int, int], token: str) -> None:
        letters, room = font(*size), self._room
        painter.setFont(letters)
        painter.setPen(self._theme.colour(token))
        elided = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(_PAD, baseline - 11, room, 15), Qt.AlignmentFlag.AlignVCenter, elided)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)


@cache
def _names() -> tuple[tuple[str, str | dict[str, str]], ...]:
    """Bundled scenarios and what they are called; only their first lines matter, so nothing is validated."""
    return tuple((name, tomllib.loads(read_text(name)[0])["name"]) for name in bundled())


def titles(code: str) -> Iterator[tuple[str, str]]:
    """Name and title of the bundled scenarios, in order."""
    for name, texts in _names():
        yield name, localised(texts, code)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
