"""The runs that were left, with scenario and seed: one of them can be run again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.session.past_runs import PastRun

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_SIZE = (720, 420)
_NUMBERS = (2, 3, 4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PastRunsDialog(QDialog):
    """A row a run, the newest first; Enter or a double click opens it."""

    chosen = Signal(object)
    """A PastRun."""

    def __init__(self, runs: list[PastRun], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self.setObjectName("past_runs")
        self.setWindowTitle(self.tr("Past runs"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.table = self._table(language)
        none = QLabel(self.tr("None yet: a run is kept when it is left."), self)
        none.setProperty("role", "muted")
        none.setVisible(not runs)
        self.table.setVisible(bool(runs))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(none)
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons())

    def _table(self, language: str) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName("past_run_list")
        table.setAccessibleName(self.tr("Past runs"))
        table.setHeaderLabels(
            [self.tr("Left at"), self.tr("Scenario"), self.tr("Seed"), self.tr("Simulated"), self.tr("Changes")]
        )
        table.setRootIsDecorated(False)
        for number in _NUMBERS:
            table.headerItem().setTextAlignment(number, _RIGHT)
        locale = QLocale()
        for run in self._runs:
            left = locale.toString(QDateTime.fromSecsSinceEpoch(int(run.left_at_s)), QLocale.FormatType.ShortFormat)
            simulated = f"{locale.toString(run.simulated_s, 'f', 1)} s"
            texts = [left, run.scenario.title(language), str(run.seed), simulated, locale.toString(run.changes)]
            item = QTreeWidgetItem(texts)
            for number in _NUMBERS:
                item.setTextAlignment(number, _RIGHT)
            table.addTopLevelItem(item)
        header = table.header()
        header.setStretchLastSection(False)
        for number in range(header.count()):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        # Else the rows after the current one keep the height that they have without a style.
        table.ensurePolished()
        if (newest := table.topLevelItem(0)) is not None:
            table.setCurrentItem(newest)
        table.itemActivated.connect(lambda _: self._on_chosen())
        return table

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        again = QPushButton(self.tr("Run again"), self)
        again.setObjectName("run_again")
        again.setProperty("primary", True)
        again.setDefault(True)
        again.setEnabled(bool(self._runs))
        buttons.addButton(again, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self._on_chosen)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_chosen(self) -> None:
        item = self.table.currentItem()
        if item is not None and self.isVisible():
            self.accept()
            self.chosen.emit(self._runs[self.table.indexOfTopLevelItem(item)])


def add(window: "MainWindow") -> PastRunsDialog:
    """Of this machine; one that is chosen takes the place of the session."""
    past = window.runs.past
    dialog = PastRunsDialog(past.all() if past is not None else [], window.language.code, window)
    dialog.chosen.connect(lambda run: window.files.open_past(run.path))
    return dialog
