"""A parameter that is a number: a slider over round values, and a field for any."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from ui.parameters import texts
from ui.parameters.number_field import NumberField
from ui.parameters.offers import RowState
from ui.parameters.row import OVERHANG, Row
from ui.parameters.scales import position
from ui.parameters.specs import Spec
from ui.parameters.targets import Value, limits
from ui.parameters.typed import Refusal
from ui.theme import Theme
from ui.theme.slider import Slider

_PAGE = 10
_SPOKEN_MS = 6000
"""How long a refusal stands in the slider's place."""


class SliderRow(Row):
    """While it is dragged nothing moves it but the hand; what came meanwhile is shown afterwards."""

    def __init__(self, spec: Spec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        assert spec.scale is not None, "a number has a scale"
        self._scale, self._limits = spec.scale, limits(spec)
        self._missed: RowState | None = None
        self.slider = Slider(theme, self)
        self.slider.setRange(0, len(self._scale.stops) - 1)
        self.slider.setPageStep(_PAGE)
        self.field = NumberField(theme, spec.unit, self._scale, self._limits, self)
        self._refusal = QLabel(self)
        self._refusal.setProperty("role", "error")
        self._refusal.setContentsMargins(OVERHANG, 0, 0, 0)
        self._below = QStackedWidget(self)
        self._below.addWidget(self.slider)
        self._below.addWidget(self._refusal)
        self._below.setFixedHeight(self.slider.sizeHint().height())
        self._silence = QTimer(self, singleShot=True, interval=_SPOKEN_MS)
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        self.top.addWidget(self.field, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(self._below)
        self.column.setSpacing(0)
        for before, after in (
            (self.heading.chooser, self.slider),
            (self.slider, self.field),
            (self.field, self.reset),
        ):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderReleased.connect(self._on_released)
        self.field.entered.connect(self._on_entered)
        self.field.refused.connect(self._on_refused)
        self.field.edited.connect(self._quieten)
        self._silence.timeout.connect(self._quieten)

    @property
    def control(self) -> QWidget:
        return self.slider

    @property
    def is_held(self) -> bool:
        return self.slider.isSliderDown()

    def said(self, value: Value) -> str:
        return (not value and texts.zero(self.spec.parameter)) or texts.amount(float(value), self.spec.unit)

    def show_state(self, state: RowState) -> None:
        if self.slider.isSliderDown():
            self._missed, self.is_stale = state, True
            return
        super().show_state(state)
        value = None if state.value is None else float(state.value)
        for widget in (self.slider, self.field):
            widget.setEnabled(value is not None)
        self.field.show_value(value)
        has_mark = state.is_changed and state.opening is not None
        self.slider.set_mark(position(self._scale, float(state.opening or 0)) if has_mark else None)
        with QSignalBlocker(self.slider):
            self.slider.setValue(0 if value is None else position(self._scale, value))

    # What the user does

    def _on_moved(self, at: int) -> None:
        value = self._scale.stops[at]
        self.field.show_value(value)
        self._missed = None
        self.wanted.emit(value)

    def _on_released(self) -> None:
        missed, self._missed = self._missed, None
        self.settled.emit()
        if missed is not None:
            self.show_state(missed)

    def _on_entered(self, value: float) -> None:
        self._quieten()
        with QSignalBlocker(self.slider):
            self.slider.setValue(position(self._scale, value))
        self.wanted.emit(value)
        self.settled.emit()

    def _on_refused(self, why: Refusal) -> None:
        self._refusal.setText(texts.refusal(why, self.spec, self._limits))
        self._below.setCurrentWidget(self._refusal)
        self._silence.start()

    def _quieten(self) -> None:
        self._silence.stop()
        self._below.setCurrentWidget(self.slider)

    @property
    def refusal(self) -> str:
        """What the row says instead of its slider; nothing where it has it."""
        return self._refusal.text() if self._below.currentWidget() is self._refusal else ""

    def retranslate(self) -> None:
        super().retranslate()
        name, meaning = texts.label(self.spec.parameter), texts.explanation(self.spec.parameter)
        for widget in (self.slider, self.field):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(meaning)
        self._quieten()
        self.field.retranslate(texts.zero(self.spec.parameter))

    def use_theme(self, theme: Theme) -> None:
        super().use_theme(theme)
        self.slider.use_theme(theme)
        self.field.use_theme(theme)
