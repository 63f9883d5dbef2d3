"""What an animation shall show: a span of simulated time, how fast, and how large."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.export.animation_plan import MOST_PICTURES, RATES, WIDTHS, AnimationPlan
from ui.pacing import FASTEST, SLOWEST
from ui.toolbar_speed import speed_text

_WIDTH = 380


class _Speed(QDoubleSpinBox):
    """Writes 0.05× as the toolbar does, without the zeros that its step may need."""

    def textFromValue(self, value: float) -> str:
        text, point = super().textFromValue(value), self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


class AnimationDialog(QDialog):
    """Says at once what will come of the wishes; what cannot be is said in words, and cannot be asked for."""

    wanted = Signal(object)
    """The AnimationPlan."""

    def __init__(self, proposed: AnimationPlan, now_s: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("animation_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        self.begin, self.end = self._instant(proposed.begin_s, now_s), self._instant(proposed.end_s, now_s)
        self.speed = _Speed(self)
        self.speed.setDecimals(3)
        self.speed.setRange(SLOWEST, FASTEST)
        self.speed.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.speed.setValue(proposed.speed)
        self.speed.setSuffix("×")
        self.rate, self.width_px = QComboBox(self), QComboBox(self)
        for rate in RATES:
            self.rate.addItem(QLocale().toString(rate), rate)
        for width in WIDTHS:
            self.width_px.addItem(f"{width} px", width)
        self.rate.setCurrentIndex(RATES.index(proposed.per_s))
        self.width_px.setCurrentIndex(WIDTHS.index(proposed.width))
        self.outlook = QLabel(self)
        self.outlook.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = QPushButton(self.tr("Choose a file..."), self)
        self._arrange()
        self._say()

    def _instant(self, value_s: float, now_s: float) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setDecimals(3)
        field.setRange(0.0, now_s)
        field.setValue(value_s)
        field.setSuffix(" s")
        return field

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Export an animation"))
        self.go.setObjectName("animation_go")
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self._buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, field in (
            (self.tr("From"), self.begin),
            (self.tr("To"), self.end),
            (self.tr("Speed"), self.speed),
            (self.tr("Pictures a second"), self.rate),
            (self.tr("Width"), self.width_px),
        ):
            form.addRow(name, field)
            field.setAccessibleName(name)
            changed = field.currentIndexChanged if isinstance(field, QComboBox) else field.valueChanged
            changed.connect(self._say)
        self.outlook.setProperty("role", "caption")
        self.outlook.setMinimumHeight(36)
        self.outlook.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self.outlook)
        column.addWidget(self._buttons)

    @property
    def plan(self) -> AnimationPlan:
        """What the fields say."""
        return AnimationPlan(
            self.begin.value(),
            self.end.value(),
            self.speed.value(),
            int(self.rate.currentData()),
            int(self.width_px.currentData()),
        )

    def _say(self) -> None:
        plan, count = self.plan, QLocale().toString
        if plan.count < 2:
            text = self.tr("The end must come after the beginning.")
        elif not plan.is_possible:
            text = self.tr(
                "{count} pictures are too many: at most {most}. Choose less time, or a higher speed."
            ).format(count=count(plan.count), most=count(MOST_PICTURES))
        else:
            text = self.tr("{count} pictures of {width} × {height}: {seconds} s to look at, at {speed}.").format(
                count=count(plan.count),
                width=plan.width,
                height=plan.height,
                seconds=count(plan.lasts_s, "f", 1),
                speed=speed_text(plan.speed),
            )
        self.outlook.setText(text)
        self.go.setEnabled(plan.is_possible)

    def _on_accepted(self) -> None:
        plan = self.plan
        self.accept()
        self.wanted.emit(plan)
