"""The bar on top: menu, scenario, modes, speed, language and theme."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from ui.actions import MODES, Actions
from ui.pacing import Mode
from ui.theme.icons import icon
from ui.theme.segmented import Choice, Segmented
from ui.theme.theme import Theme
from ui.toolbar_scenario import ScenarioButton
from ui.toolbar_speed import SpeedControl, action_button

_HEIGHT = 48
_HINTS_FROM_PX = 1400


class Toolbar(QWidget):
    """Buttons for actions; the menu holds all of them."""

    mode_requested = Signal(object)
    """The Mode whose button was pressed."""

    def __init__(self, theme: Theme, actions: Actions, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._actions = theme, actions
        self.setObjectName("toolbar")
        self.setFixedHeight(_HEIGHT)
        self.menu_button = _menu_button("menu", menu, self)
        self.scenario = ScenarioButton(theme, actions["open"], self)
        self.modes = Segmented(theme, acts=True, height=34, parent=self)
        self.modes.setObjectName("modes")
        self.speed = SpeedControl(theme, actions, self)
        self.palette_button = _palette_button(actions["palette"], self)
        self.language_button = _menu_button("language", QMenu(self), self)
        self.language_button.menu().addActions([actions["english"], actions["portuguese"]])
        self._lay_out()
        self.modes.chosen.connect(self.mode_requested)
        QShortcut(QKeySequence("F10"), self).activated.connect(self.menu_button.showMenu)
        self.use_theme(theme)
        self._retranslate()
        # Before there is a size: what only a wide window has room for must not make it wide.
        self._use_room(is_wide=False)
        for before, after in pairwise(_stops(self)):
            self.setTabOrder(before, after)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self.menu_button)
        row.addWidget(self.scenario)
        row.addSpacing(6)
        row.addWidget(self.modes)
        row.addSpacing(4)
        row.addWidget(action_button(self._actions, "pause", self))
        row.addWidget(action_button(self._actions, "restart", self))
        row.addWidget(_rule(self))
        row.addWidget(self.speed)
        row.addSpacing(6)
        row.addStretch(1)
        row.addWidget(self.palette_button)
        row.addWidget(action_button(self._actions, "compare", self))
        row.addWidget(self.language_button)
        row.addWidget(action_button(self._actions, "theme", self))

    def show_mode(self, mode: Mode) -> None:
        """The current mode stays pressed."""
        self.modes.set_value(mode)

    def show_language(self, code: str) -> None:
        """The language in use."""
        self.language_button.setText({"en": "EN", "pt_BR": "PT"}.get(code, code))
        self.scenario.use_language(code)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        for part in (self.scenario, self.modes, self.speed):
            part.use_theme(theme)
        self.menu_button.setIcon(icon("menu", theme))
        self.palette_button.setIcon(icon("search", theme))
        self._name_modes()
        self.update()

    def _name_modes(self) -> None:
        actions = self._actions
        self.modes.set_choices(
            tuple(
                Choice(
                    mode, actions[name].text(), icon(name, self._theme), actions.keys_of(name), actions[name].toolTip()
                )
                for name, mode in MODES.items()
            )
        )
        for name, mode in MODES.items():
            self.modes.segment(mode).setObjectName(name)

    def _retranslate(self) -> None:
        self._name_modes()
        self.modes.setAccessibleName(self.tr("Mode"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        # A style sheet knows no room between icon and text.
        self.palette_button.setText(f" {self._actions.keys_of('palette')}")
        self.palette_button.setAccessibleName(self._actions["palette"].iconText())
        self.palette_button.setToolTip(self._actions["palette"].toolTip())
        self.language_button.setAccessibleName(self.tr("Language"))
        self.language_button.setToolTip(self.tr("Language"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._use_room(is_wide=self.width() >= _HINTS_FROM_PX)

    def _use_room(self, *, is_wide: bool) -> None:
        """Keys beside what they are for, where there is room: who has seen them needs the button no more."""
        self.modes.show_hints(are_shown=is_wide)
        style = Qt.ToolButtonStyle
        self.palette_button.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_wide else style.ToolButtonIconOnly)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface.panel"))
        painter.setPen(self._theme.colour("border.hairline"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab may come to within a widget, from left to right, which is not the order of making."""
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield widget
    layout = widget.layout()
    items = (layout.itemAt(number) for number in range(layout.count())) if layout else ()
    for part in (item.widget() for item in items if item is not None):
        if part is not None:
            yield from _stops(part)


def _menu_button(name: str, menu: QMenu, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _palette_button(action: QAction, parent: QWidget) -> QToolButton:
    """It says the keys and not the words of the action, so it is not the action's own button."""
    button = QToolButton(parent)
    button.setObjectName("palette_button")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("role", "rule")
    rule.setFixedSize(1, 22)
    return rule
