"""The page of the sweep: one or two keys at many values."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from simulator.experiment.sweep import Row
from ui.experiment import asked as asking
from ui.experiment.labels import name_of
from ui.experiment.map_view import MapView
from ui.experiment.outcome import Outcome, Shown
from ui.experiment.page import Page
from ui.experiment.runner import Work
from ui.experiment.vary_row import KEY_SHARE, VALUES_SHARE, VaryRow
from ui.experiment.work import sweeping
from ui.theme.theme import Theme

_MOST_REPLICATIONS = 50


class SweepPage(Page):
    """Cells fill while runs end; what was cancelled keeps what it has."""

    opened = Signal(object)
    """The scenario of a cell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.outcome: Outcome | None = None
        super().__init__(theme, parent)
        self.replications, self.shown = QSpinBox(self), QComboBox(self)
        self.replications.setRange(1, _MOST_REPLICATIONS)
        self.replications.setValue(3)
        self.map = MapView(theme, self)
        self._labels = [QLabel(self) for _ in range(4)]
        lengths = QHBoxLayout()
        lengths.setSpacing(8)
        # In the columns of the rows above.
        lengths.addWidget(self._beside(self.duration, self._labels[3]), KEY_SHARE)
        lengths.addWidget(self.replications, VALUES_SHARE)
        for label, row in zip(self._labels, self.rows, strict=False):
            self.form.addRow(label, row)
        self.form.addRow(self._labels[2], lengths)
        self._figure = QLabel(self)
        self.form.addRow(self._figure, self.shown)
        self.column.insertWidget(2, self.map, 1)
        self.shown.currentIndexChanged.connect(self._show)
        self.map.opened.connect(self._on_opened)
        self.retranslate()

    def _beside(self, field: QWidget, label: QLabel) -> QWidget:
        both = QWidget(self)
        both.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(label)
        return both

    def _make_rows(self) -> tuple[VaryRow, ...]:
        first = VaryRow(lambda choice: choice.values, is_optional=False, parent=self)
        return first, VaryRow(lambda choice: choice.values, is_optional=True, parent=self)

    def use_theme(self, theme: Theme) -> None:
        super().use_theme(theme)
        self.map.use_theme(theme)

    def prepare(self) -> Work:
        sweep = asking.sweep(self.asked, self.replications.value())
        self.outcome = Outcome(sweep)
        self.save.setEnabled(False)
        self._show()
        return sweeping(sweep)

    def on_news(self, news: object) -> None:
        assert isinstance(news, Row), "a sweep tells rows"
        assert self.outcome is not None, "it was begun"
        self.outcome.add(news)
        self.save.setEnabled(True)
        self._show()

    def export(self) -> None:
        if self.outcome is not None and self.outcome.count:
            self.exported.emit("sweep", self.outcome.table.as_csv().encode())

    def _show(self) -> None:
        chosen = self.shown.currentData()
        if chosen is not None:
            keys = () if self.outcome is None else self.outcome.sweep.keys
            self.map.show_outcome(self.outcome, Shown(chosen), [self.rows[0].axis_of(key) for key in keys])

    def _on_opened(self, point: object) -> None:
        from simulator.experiment import varying  # noqa: PLC0415  # only with a click

        assert self.outcome is not None, "it has cells"
        assert isinstance(point, dict), "a Point"
        self.opened.emit(varying.at(self.outcome.sweep.scenario, point))

    def retranslate(self) -> None:
        super().retranslate()
        words = (self.tr("Vary"), self.tr("and"), self.tr("Simulated time"), self.tr("replications"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._figure.setText(self.tr("Show"))
        for field, text in (
            (self.duration, self.tr("Simulated time of each run")),
            (self.replications, self.tr("Replications of each point")),
            (self.shown, self.tr("Which figure is shown")),
        ):
            field.setAccessibleName(text)
        current = max(0, self.shown.currentIndex())
        self.shown.blockSignals(True)
        self.shown.clear()
        for each in Shown:
            self.shown.addItem(name_of(each), each.value)
        self.shown.setCurrentIndex(current)
        self.shown.blockSignals(False)
        self._show()

    def start_text(self) -> str:
        return self.tr("Start the sweep")
