"""The parameters of a scenario that may change while it runs."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from simulator.scenario import Scenario
from ui.parameters.offers import Offer, changes, offers, state
from ui.parameters.overlay_scroll import OverlayScroll
from ui.parameters.parameter_list import MARGIN, ParameterList
from ui.parameters.scenario_keys import key_facts
from ui.parameters.specs import Parameter
from ui.parameters.targets import Value, settings, stated
from ui.parameters.throttle import Throttle
from ui.theme import Theme
from ui.theme.fonts import font
from ui.theme.icons import icon

_SEARCH_HEIGHT = 28
_TIGHT_BELOW = 860
"""Pixels of height under which all stands closer, so that the key to the requests is seen, too."""
_REST_MS = 600
"""Keys that come quicker than this belong together."""


class ParametersPanel(QWidget):
    """Rows with slider and field, a search, and the key to the requests.

    `open_scenario` says what "changed" is measured against; `show_scenario` shows the values as they stand.
    """

    change_requested = Signal(str, object)
    """A live key and its plain TOML value: emitted while a slider is dragged, and only where it is new."""
    key_chosen = Signal(str)
    """The dotted key of the scenario that is to be shown in its text."""
    settled = Signal()
    """What was asked for belongs together: a drag is over, or keys and wheel have come to rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opening: Scenario | None = None
        self._scenario: Scenario | None = None
        self._offers: dict[Parameter, Offer] = {}
        self._throttle = Throttle(self)
        self._held: Parameter | None = None
        """What the hand is at."""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._title, self._count = QLabel(self), QLabel(self)
        self.search = QLineEdit(self)
        self._glass, self.clear_search = QAction(self), QAction(self)
        self.list = ParameterList(theme)
        self._scroll = OverlayScroll(self.list, self)
        self._arrange()
        self._connect()
        self._retranslate()
        self.use_theme(theme)

    def _arrange(self) -> None:
        self._title.setProperty("role", "title")
        self._count.setFont(font(11, 500))
        self.search.setProperty("role", "search")
        self.search.setFixedHeight(_SEARCH_HEIGHT)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        # Qt's own clear button has an icon that ignores the theme.
        self.search.addAction(self.clear_search, QLineEdit.ActionPosition.TrailingPosition)
        self.clear_search.setVisible(False)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._top = QVBoxLayout()
        self._top.addLayout(head)
        self._top.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)
        self.setAutoFillBackground(True)

    def _connect(self) -> None:
        self._throttle.passed.connect(self.change_requested)
        self._rest.timeout.connect(self._on_rest)
        self.search.textChanged.connect(self._on_sought)
        self.clear_search.triggered.connect(self.search.clear)
        self.list.keys.chosen.connect(self.key_chosen)
        for parameter, row in self.list.rows.items():
            row.wanted.connect(lambda value, parameter=parameter: self._on_wanted(parameter, value))
            row.settled.connect(self._on_settled)
            row.reset_wanted.connect(lambda parameter=parameter: self._on_reset(parameter))
            row.target_picked.connect(lambda name, parameter=parameter: self._on_target_picked(parameter, name))

    # What there is

    def open_scenario(self, scenario: Scenario) -> None:
        """A run begins: changes are counted from these values."""
        self._throttle.forget()
        self._opening = scenario
        self._offers = {offer.spec.parameter: offer for offer in offers(scenario)}
        for parameter, offer in self._offers.items():
            row = self.list.rows[parameter]
            row.offer(offer, offer.target(row.target.name if row.target else None))
        names = tuple(client.name for client in scenario.clients)
        self.list.legend.show_clients(names, has_messages=scenario.broker is not None)
        self.show_scenario(scenario)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the values as they stand now; nothing is emitted."""
        self._scenario = scenario
        for parameter in self._offers:
            self._show_row(parameter)
        self.list.keys.show_facts(key_facts(scenario) if self.search.text() else ())
        self.list.show_summaries()
        self._show_count()

    def _show_row(self, parameter: Parameter) -> None:
        if self._opening is None or self._scenario is None:
            return
        row, offer = self.list.rows[parameter], self._offers[parameter]
        if row.target is not None:
            for key, value in stated(offer.spec, row.target, self._scenario).items():
                self._throttle.know(key, value)
        shown = state(offer, row.target, self._opening, self._scenario)
        # One row changes at a time, and there are forty.
        if row.is_stale or shown != row.state:
            row.show_state(shown)

    def _show_count(self) -> None:
        number = 0
        if self._opening is not None and self._scenario is not None:
            number = changes(self._offers.values(), self._opening, self._scenario)
        self._count.setVisible(number > 0)
        self._count.setText(self.tr("1 change") if number == 1 else self.tr("{count} changes").format(count=number))

    def seek(self, query: str) -> None:
        """Seek something, and go to the first that is found."""
        self.search.setText(query)
        first = self.list.first_found()
        (self.search if first is None else first).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the user does

    def _on_wanted(self, parameter: Parameter, value: Value) -> None:
        target = self.list.rows[parameter].target
        if target is None or self._opening is None or self._scenario is None:
            return
        if parameter is not self._held:
            self._on_settled()
            self._held = parameter
        self._rest.start()
        spec = self._offers[parameter].spec
        self._ask(settings(spec, target, self._opening, self._scenario, value))

    def _on_rest(self) -> None:
        """Keys and wheel do not say when they are done; a hand that holds a slider still is not."""
        if self._held is not None and self.list.rows[self._held].is_held:
            self._rest.start()
        else:
            self._on_settled()

    def _on_settled(self) -> None:
        self._rest.stop()
        self._throttle.flush()
        self._held = None
        self.settled.emit()

    def _on_reset(self, parameter: Parameter) -> None:
        target = self.list.rows[parameter].target
        if target is not None and self._opening is not None:
            self._on_settled()
            self._ask(stated(self._offers[parameter].spec, target, self._opening))
            self._on_settled()

    def _ask(self, wanted: dict[str, object]) -> None:
        for key, value in wanted.items():
            self._throttle.ask(key, value)
        self._throttle.go()

    def _on_target_picked(self, parameter: Parameter, name: str) -> None:
        """The other rows follow to the same route or group, but not one that sets all groups together."""
        self._throttle.flush()
        picked = self.list.rows[parameter]
        for other, row in self.list.rows.items():
            is_alike = row.spec.table == picked.spec.table and self._offers[other].has(name)
            if row is picked or (is_alike and row.target is not None and not row.target.is_together):
                row.offer(self._offers[other], self._offers[other].target(name))
                self._show_row(other)
        self.list.show_summaries()

    def _on_sought(self, query: str) -> None:
        self.clear_search.setVisible(bool(query))
        # What there is to find changes with every drag; only who seeks needs to know.
        self.list.keys.show_facts(key_facts(self._scenario) if query and self._scenario is not None else ())
        self.list.seek(query)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self.search.hasFocus():
            self.seek(self.search.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = event.size().height() < _TIGHT_BELOW
        self.list.set_tight(is_tight)
        self._top.setContentsMargins(MARGIN, 10 if is_tight else 14, MARGIN, 6 if is_tight else 10)
        self._top.setSpacing(8 if is_tight else 10)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Parameters"))
        self.search.setPlaceholderText(self.tr("Find a parameter"))
        self.search.setAccessibleName(self.tr("Find a parameter"))
        self.clear_search.setToolTip(self.tr("Show all parameters"))
        self.list.retranslate()
        self.list.seek(self.search.text())
        self._show_count()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._glass.setIcon(icon("search", theme, "text.muted"))
        self.clear_search.setIcon(icon("close", theme, "text.muted"))
        palette = self._count.palette()
        palette.setColor(self._count.foregroundRole(), theme.colour("accent.text"))
        self._count.setPalette(palette)
        background = self.palette()
        background.setColor(self.backgroundRole(), theme.colour("surface.panel"))
        self.setPalette(background)
        self.list.use_theme(theme)
