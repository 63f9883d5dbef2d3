"""A parameter that is one of a few words."""

from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.scenario import HandlerKind, HoldKind
from ui.parameters import texts
from ui.parameters.offers import RowState
from ui.parameters.row import OVERHANG, Row
from ui.parameters.specs import Parameter, Spec
from ui.parameters.targets import Value
from ui.theme import Theme
from ui.theme.segmented import Choice, Segmented

_BELOW = 6
_CHOICES: dict[Parameter, tuple[Value, ...]] = {
    Parameter.HANDLER: tuple(HandlerKind),
    Parameter.KEEP_ALIVE: (True, False),
    Parameter.POOL_HOLD: tuple(HoldKind),
    Parameter.RETRY_JITTER: (True, False),
    Parameter.BACKGROUND_HANDLER: tuple(HandlerKind),
}
_CODE = (HandlerKind.ASYNC, HandlerKind.THREADPOOL)


class ChoiceRow(Row):
    """All choices side by side."""

    def __init__(self, spec: Spec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spec, theme, parent)
        self.segments = Segmented(theme, parent=self)
        frame = QVBoxLayout()
        frame.setContentsMargins(OVERHANG, 0, OVERHANG, _BELOW)
        frame.addWidget(self.segments)
        self.column.addLayout(frame)
        self.column.setSpacing(3)
        self.segments.chosen.connect(self._on_chosen)
        QWidget.setTabOrder(self.heading.chooser, self.segments)
        QWidget.setTabOrder(self.segments, self.reset)
        self.retranslate()

    @property
    def control(self) -> QWidget:
        value = self.segments.value
        return self.segments if value is None else self.segments.segment(value)

    def said(self, value: Value) -> str:
        return texts.choice(self.spec.parameter, value)

    def show_state(self, state: RowState) -> None:
        super().show_state(state)
        self.segments.setEnabled(state.value is not None)
        self.segments.set_value(state.value)

    def _on_chosen(self, value: object) -> None:
        self.wanted.emit(cast("Value", value))
        self.settled.emit()

    def retranslate(self) -> None:
        parameter = self.spec.parameter
        self.segments.setAccessibleName(texts.label(parameter))
        self.segments.set_choices(
            tuple(
                Choice(
                    value,
                    texts.choice(parameter, value),
                    tooltip=texts.choice_explanation(parameter, value),
                    is_code=value in _CODE,
                )
                for value in _CHOICES[parameter]
            )
        )
        super().retranslate()

    def use_theme(self, theme: Theme) -> None:
        super().use_theme(theme)
        self.segments.use_theme(theme)
