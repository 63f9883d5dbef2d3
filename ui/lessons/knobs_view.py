"""Knobs to be turned once a step is understood, unlocked one by one."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from simulator.lesson import Knob, StepTexts
from simulator.lesson.texts import Passage
from simulator.scenario import Scenario
from simulator.units import time_parts
from ui.lessons.knob_values import standing
from ui.lessons.numbers import NARROW, number
from ui.lessons.prose import Prose
from ui.theme import Theme
from ui.theme.segmented import Choice, Segmented


class KnobView(QWidget):
    """A label, its values side by side, and below them what to look at."""

    turned = Signal(object)
    """The value that was chosen."""

    def __init__(self, theme: Theme, knob: Knob, passage: Passage, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.knob = knob
        self._label = QLabel(passage.label, self)
        self._label.setProperty("role", "title")
        self._label.setWordWrap(True)
        self.values = Segmented(theme, parent=self)
        self.values.setAccessibleName(passage.label)
        self.values.set_choices(tuple(Choice(number, written(value)) for number, value in enumerate(knob.values)))
        self.values.chosen.connect(lambda number: self.turned.emit(knob.values[number]))
        self._text = Prose(theme, text, self, size_px=12)
        self._lock = QLabel(self.tr("Locked: turn the one above first"), self)
        self._lock.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._label, self.values, self._lock, self._text):
            column.addWidget(part)

    def show_scenario(self, scenario: Scenario) -> None:
        """The value as it stands."""
        self.values.set_value(standing(self.knob, scenario))

    def unlock(self, *, is_unlocked: bool) -> None:
        """Let it be turned, or not yet."""
        self.values.setEnabled(is_unlocked)
        self._label.setEnabled(is_unlocked)
        self._lock.setVisible(not is_unlocked)
        self._text.setVisible(is_unlocked and bool(self._text.toPlainText()))


def written(value: object) -> str:
    """A value on its button."""
    names = {
        "async": "async def",
        "threadpool": "def",
        "blocking": QCoreApplication.translate("Lessons", "blocking"),
        True: QCoreApplication.translate("Lessons", "yes"),
        False: QCoreApplication.translate("Lessons", "no"),
    }
    if isinstance(value, bool | str) and value in names:
        return names[value]
    if isinstance(value, str) and (time := time_parts(value)):
        return f"{number(time[0])}{NARROW}{time[1]}"
    return number(value) if isinstance(value, int | float) else str(value)


class KnobsView(QWidget):
    """All knobs of a step."""

    turned = Signal(str, object)
    """The name of a knob, and the value."""

    def __init__(self, theme: Theme, knobs: tuple[Knob, ...], texts: StepTexts, filled: dict[str, str]) -> None:
        """`filled`: what is said of each, numbers written out."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.knobs: dict[str, KnobView] = {}
        for knob in knobs:
            made = KnobView(theme, knob, texts.part("knob", knob.name), filled[knob.name])
            made.turned.connect(lambda value, name=knob.name: self.turned.emit(name, value))
            self.knobs[knob.name] = made
            column.addWidget(made)

    def unlock(self, count: int) -> None:
        """So many, from the first on."""
        for place, view in enumerate(self.knobs.values()):
            view.unlock(is_unlocked=place < count)

    def show_scenario(self, scenario: Scenario) -> None:
        """The values as they stand."""
        for view in self.knobs.values():
            view.show_scenario(scenario)
