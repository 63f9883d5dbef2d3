"""The panel of the check: how long, start and end, and then measured beside simulated."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.reality.outcome import Figure, Outcome
from ui.reality.words import difference, name_of, said, value
from ui.theme import Theme

MOST_SECONDS = 300
_STEPS = 1000
_COLUMNS = 3
_PROPOSED_S = 20
_ROW_PX = 24


class RealityPanel(QWidget):
    """Asks to be started and cancelled; shows what it is told."""

    start_requested = Signal(int)
    """So many seconds."""
    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outcome: Outcome | None = None
        self._error = ""
        self.told, self.seconds = QLabel(self), QSpinBox(self)
        self._seconds_label = QLabel(self)
        self.start, self.cancel = QPushButton(self), QPushButton(self)
        self.bar, self.state = QProgressBar(self), QLabel(self)
        self.table, self.notes = QTableWidget(0, _COLUMNS, self), QLabel(self)
        self._arrange()
        self.start.clicked.connect(lambda: self.start_requested.emit(self.seconds.value()))
        self.cancel.clicked.connect(self.cancel_requested)
        self._retranslate()
        self.use_theme(theme)

    def _arrange(self) -> None:
        self.seconds.setObjectName("reality_seconds")
        self.start.setObjectName("reality_start")
        self.cancel.setObjectName("reality_cancel")
        self.table.setObjectName("reality_table")
        self.seconds.setRange(1, MOST_SECONDS)
        self.seconds.setValue(_PROPOSED_S)
        self._seconds_label.setBuddy(self.seconds)
        self.start.setProperty("primary", True)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.notes.setProperty("role", "caption")
        for label in (self.told, self.state, self.notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setTextFormat(Qt.TextFormat.RichText)
        self._arrange_table()
        self._lay_out()
        self.show_running(is_running=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._seconds_label)
        row.addWidget(self.seconds)
        row.addStretch(1)
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.state)
        column.addWidget(self.table)
        column.addWidget(self.notes)
        column.addStretch(1)
        scrolled = QScrollArea(self)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)
        self.setAutoFillBackground(True)

    def _arrange_table(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    # What it is told

    def offer(self, seconds: float, *, above: float = 0.0) -> None:
        """So long a run is proposed; it must be longer than `above`."""
        self.seconds.setMinimum(min(MOST_SECONDS, int(above) + 1))
        self.seconds.setValue(min(MOST_SECONDS, round(seconds)))

    def show_running(self, *, is_running: bool) -> None:
        """Whether a check is on its way."""
        self.bar.setVisible(is_running)
        self.cancel.setVisible(is_running)
        self.start.setVisible(not is_running)
        self.seconds.setEnabled(not is_running)
        if is_running:
            self.bar.setValue(0)
            self.state.hide()

    def show_share(self, share: float) -> None:
        """So much is done, 0..1."""
        self.bar.setValue(round(share * _STEPS))

    def show_outcome(self, outcome: Outcome | None, error: str = "") -> None:
        """Measured beside simulated, or what went wrong; neither: it was cancelled, or there is none yet."""
        self._outcome, self._error = outcome, error
        self._write()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        background = self.palette()
        background.setColor(self.backgroundRole(), theme.colour("surface.panel"))
        self.setPalette(background)
        self._write()

    # Writing

    def _write(self) -> None:
        outcome = self._outcome
        self.table.setVisible(outcome is not None)
        self.notes.setVisible(outcome is not None and bool(outcome.reasons))
        self.state.setVisible(outcome is not None or bool(self._error))
        self.state.setProperty("role", "error" if self._error else "title")
        self.state.style().polish(self.state)
        if outcome is None:
            self.state.setText(self._error)
            return
        self.state.setText(self._verdict(outcome))
        self.notes.setText(_listed([said(reason) for reason in outcome.reasons]))
        self.table.setRowCount(len(outcome.figures))
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + _ROW_PX * len(outcome.figures) + 6
        )
        for row, figure in enumerate(outcome.figures):
            self._write_row(row, figure)

    def _write_row(self, row: int, figure: Figure) -> None:
        agrees = self.tr("agrees") if figure.is_ok else self.tr("differs")
        texts = (name_of(figure), value(figure, figure.measured), value(figure, figure.simulated))
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_side(column))
            item.setToolTip(f"{difference(figure)}: {agrees}")
            if column == _COLUMNS - 1:
                item.setText(f"{text} {'✓' if figure.is_ok else '✗'}")
                item.setForeground(self._theme.colour("activity.answered" if figure.is_ok else "state.blocked_text"))
            self.table.setItem(row, column, item)

    def _verdict(self, outcome: Outcome) -> str:
        if not outcome.missed:
            return self.tr("Measured and simulated agree in every figure.")
        agree = len(outcome.figures) - outcome.missed
        return self.tr("{agree} of {all} figures agree.").format(agree=agree, all=len(outcome.figures))

    def _retranslate(self) -> None:
        self.told.setText(
            self.tr(
                "Runs this scenario on a real uvicorn on this computer, and compares. It takes the time below, and "
                "half a minute more."
            )
        )
        self._seconds_label.setText(self.tr("Seconds"))
        self.start.setText(self.tr("Measure"))
        self.cancel.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Reality check"))
        headings = (self.tr("figure"), self.tr("real"), self.tr("simulated"))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setAccessibleName(self.tr("Measured beside simulated"))
        for column in range(_COLUMNS):
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                item.setTextAlignment(_side(column))
        self._write()

    def sizeHint(self) -> QSize:
        return QSize(360, 420)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _side(column: int) -> Qt.AlignmentFlag:
    """Names begin together, numbers end together."""
    return (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def _listed(texts: Sequence[str]) -> str:
    """Rich text in which the lines of one stand together, away from the dots and from the others."""
    rows = "".join(
        f'<tr><td style="padding: 0 6px 6px 0">•</td><td style="padding: 0 0 6px 0">{html.escape(text)}</td></tr>'
        for text in texts
    )
    return f'<table cellspacing="0" cellpadding="0">{rows}</table>'
