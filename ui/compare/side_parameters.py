"""The parameters of A and of B, at the right of the diagrams."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from simulator.scenario import Scenario
from ui.parameters.panel import ParametersPanel
from ui.theme import Theme

WIDTH = 288


class SideParameters(QObject):
    """A panel for each side, made when it is asked for first: that takes longer than all the rest of the comparison."""

    change_requested = Signal(str, str, object)
    """The letter of a side, a live key, and its new value."""

    def __init__(self, theme: Theme, place: QSplitter) -> None:
        super().__init__(place)
        self._theme, self._place = theme, place
        self._begun: dict[str, Scenario] = {}
        self._present: dict[str, Scenario] = {}
        self.made: dict[str, ParametersPanel] = {}

    def show_for(self, letter: str, *, is_shown: bool) -> None:
        """Show a side's, or not."""
        if is_shown and letter not in self.made:
            self.made[letter] = self._make(letter)
        if letter in self.made:
            self.made[letter].setVisible(is_shown)

    def _make(self, letter: str) -> ParametersPanel:
        panel = ParametersPanel(self._theme)
        panel.setFixedWidth(WIDTH)
        panel.change_requested.connect(lambda key, value: self.change_requested.emit(letter, key, value))
        self._place.addWidget(panel)
        if letter in self._begun:
            panel.open_scenario(self._begun[letter])
            panel.show_scenario(self._present[letter])
        return panel

    def open_scenario(self, letter: str, scenario: Scenario) -> None:
        """A side's run begins."""
        self._begun[letter] = self._present[letter] = scenario
        if letter in self.made:
            self.made[letter].open_scenario(scenario)

    def show_scenario(self, letter: str, scenario: Scenario) -> None:
        """A side's values as they stand now."""
        self._present[letter] = scenario
        if letter in self.made:
            self.made[letter].show_scenario(scenario)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        for panel in self.made.values():
            panel.use_theme(theme)
