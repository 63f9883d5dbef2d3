"""The speed: a slider of equal factors between two buttons that halve and double, and the number."""

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui import pacing
from ui.actions import Actions
from ui.theme.fonts import font
from ui.theme.slider import Slider
from ui.theme.theme import Theme

_STEPS = 500
"""A hundred places for each factor of ten."""
_SLIDER_PX = 80


class SpeedControl(QWidget):
    """Shows a speed and asks for another."""

    speed_requested = Signal(float)
    """Simulated seconds per wall second."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speed = 1.0
        self.slider = Slider(theme, self)
        self.slider.setObjectName("speed")
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 5)
        self.slider.setSingleStep(_STEPS // 50)
        self.slider.setFixedWidth(_SLIDER_PX)
        self._number = QLabel(self)
        self._number.setObjectName("speed_number")
        self._number.setFont(font(13, 600))
        self._number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(action_button(actions, "slower", self))
        row.addWidget(self.slider)
        row.addWidget(action_button(actions, "faster", self))
        row.addSpacing(4)
        row.addWidget(self._number)
        self.slider.valueChanged.connect(self._on_moved)
        self.show_speed(1.0)
        self._retranslate()

    def show_speed(self, speed: float) -> None:
        """The speed that is asked for."""
        self._speed = speed
        place = round(pacing.to_position(speed) * _STEPS)
        if place != self.slider.value():
            self.slider.blockSignals(True)
            self.slider.setValue(place)
            self.slider.blockSignals(False)
            self.slider.update()
        self._number.setText(speed_text(speed))
        self.slider.setAccessibleDescription(speed_text(speed))

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self.slider.use_theme(theme)

    def _on_moved(self, place: int) -> None:
        self.speed_requested.emit(pacing.from_position(place / _STEPS))

    def _retranslate(self) -> None:
        self.slider.setAccessibleName(self.tr("Speed"))
        self.slider.setToolTip(self.tr("Simulated seconds in a second of real time"))
        widest = max((speed_text(speed) for speed in (0.0012, 0.88, 88.0)), key=len)
        self._number.setFixedWidth(self._number.fontMetrics().horizontalAdvance(widest) + 6)
        self._number.setText(speed_text(self._speed))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def speed_text(speed: float) -> str:
    """As 0.05×, to two digits that count; a slow one is not rounded to nothing."""
    decimals = 0 if speed >= 10 else 1 if speed >= 2 else 2 if speed >= 0.1 else 3
    text = QLocale().toString(speed, "f", decimals)
    point = QLocale().decimalPoint()
    return f"{text.rstrip('0').rstrip(point) if point in text else text}×"


def action_button(actions: Actions, name: str, parent: QWidget) -> QToolButton:
    """An icon that does what the action says, reached by Tab."""
    button = QToolButton(parent)
    button.setDefaultAction(actions[name])
    button.setObjectName(name)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
