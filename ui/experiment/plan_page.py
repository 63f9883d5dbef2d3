"""The page of the plan: the cheapest server that meets its targets, in a sentence with its evidence."""

import csv
import io
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from simulator.experiment.planning import Plan
from simulator.experiment.trials import Trial, Verdict
from ui.charts import numbers
from ui.experiment import asked as asking
from ui.experiment.choices import planned
from ui.experiment.labels import reached, share, value_text
from ui.experiment.outcome import sentence_values
from ui.experiment.page import Page
from ui.experiment.runner import Work
from ui.experiment.vary_row import VaryRow
from ui.experiment.work import planning
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.experiment.asked import Planned


class PlanPage(Page):
    """A trial a row; its verdict in words and colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.found: Plan | None = None
        self._planned: Planned | None = None
        super().__init__(theme, parent)
        self.targets = QLineEdit("p95<300ms, errors<1%", self)
        self._labels = [QLabel(self) for _ in range(4)]
        for label, field in zip(self._labels, (self.targets, *self.rows, self.duration), strict=True):
            self.form.addRow(label, field)
        self.answer = QLabel(self)
        self.answer.setProperty("role", "title")
        self.answer.setWordWrap(True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = QTableWidget(0, 0, self)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.insertWidget(2, self.answer)
        self.column.insertWidget(3, self.table, 1)
        self.column.insertWidget(4, self._nothing, 1)
        self.retranslate()

    def _make_rows(self) -> tuple[VaryRow, ...]:
        first = VaryRow(planned, is_optional=False, has_price=True, parent=self)
        return first, VaryRow(planned, is_optional=True, has_price=True, parent=self)

    def first_choice(self, number: int, known: object) -> int:
        """Only what makes the server larger is looked for at first."""
        return super().first_choice(number, known) if number == 0 else -1  # type: ignore[arg-type]  # see its base

    def prepare(self) -> Work:
        costs = [(row.asked[0], row.price.text()) for row in self.rows if row.asked is not None]
        self._planned = asking.plan(self.asked, self.targets.text(), costs)
        self.found = None
        self.save.setEnabled(False)
        self._show()
        return planning(self._planned)

    def on_finished(self, result: object) -> None:
        assert isinstance(result, Plan), "a plan's work returns one"
        self.found = result
        self.progress.setValue(self.progress.maximum())
        self.save.setEnabled(True)
        self._show()

    # What it says

    def _show(self) -> None:
        self.answer.setText("" if self.found is None else self._sentence(self.found))
        for part in (self.answer, self.table):
            part.setVisible(self.found is not None)
        self._nothing.setVisible(self.found is None)
        self.table.setRowCount(0)
        if self.found is None or self._planned is None:
            return
        heads = [self.tr("tried"), self.tr("runs"), *(target.text for target in self._planned.targets), ""]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        for trial in self._ordered(self.found):
            self._add(trial)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _add(self, trial: Trial) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(self._cells(trial)):
            item = QTableWidgetItem(text)
            if column == len(trial.reached) + 2:
                token = {Verdict.MET: "state.ok_text", Verdict.MISSED: "state.blocked_text"}.get(trial.verdict)
                item.setForeground(self._theme.colour(token or "text.muted"))
            self.table.setItem(row, column, item)

    def _cells(self, trial: Trial) -> list[str]:
        assert self._planned is not None, "it was begun"
        figures = [reached(*pair) for pair in zip(self._planned.targets, trial.reached, strict=True)]
        point = ", ".join(value_text(value) for value in trial.point.values())
        return [point, numbers.whole(trial.replications), *figures, self._verdict(trial.verdict)]

    def _verdict(self, verdict: Verdict) -> str:
        return {
            Verdict.MET: self.tr("met"),
            Verdict.MISSED: self.tr("missed"),
            Verdict.UNDECIDED: self.tr("cannot tell"),
        }[verdict]

    @staticmethod
    def _ordered(found: Plan) -> list[Trial]:
        return sorted(found.trials, key=lambda trial: [_sortable(value) for value in trial.point.values()])

    def _sentence(self, found: Plan) -> str:
        assert self._planned is not None, "it was begun"
        wanted = self.tr(" and ").join(target.text for target in self._planned.targets)
        if found.answer is None:
            assert found.nearest is not None, "something was tried"
            form = (
                self.tr("No choice meets {targets}; {point} came closest.")
                if found.is_confident
                else self.tr("No choice was shown to meet {targets}; {point} came closest.")
            )
            return form.format(targets=wanted, point=sentence_values(found.nearest.point))
        form = (
            self.tr("{point} is the cheapest that meets {targets} ({confidence} confidence).")
            if found.is_confident
            else self.tr("{point} meets {targets} ({confidence} confidence); whether a cheaper one does is open.")
        )
        text = form.format(point=sentence_values(found.answer), targets=wanted, confidence=share(found.confidence))
        if found.cost is not None:
            text += " " + self.tr("It costs {cost}.").format(cost=numbers.amount(found.cost))
        return text

    def export(self) -> None:
        if self.found is None or self._planned is None:
            return
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        named = [f"{target.text} {part}" for target in self._planned.targets for part in ("mean", "low", "high")]
        writer.writerow([*self.found.trials[0].point, "replications", *named, "verdict"])
        for trial in self._ordered(self.found):
            figures = [number for each in trial.reached for number in (each.value, *each.interval)]
            writer.writerow([*trial.point.values(), trial.replications, *figures, trial.verdict.value])
        self.exported.emit("plan", text.getvalue().encode())

    def retranslate(self) -> None:
        super().retranslate()
        words = (self.tr("Targets"), self.tr("Choose among"), self.tr("and"), self.tr("Simulated time"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self.targets.setAccessibleName(self.tr("Targets"))
        self.targets.setToolTip(self.tr("Such as p95<300ms, errors<0.1%, utilisation<80%, throughput>100"))
        self.duration.setAccessibleName(self.tr("Simulated time of each run"))
        self.table.setAccessibleName(self.tr("Evidence"))
        self._nothing.setText(self.tr("What comes of it will stand here."))
        self._show()

    def start_text(self) -> str:
        return self.tr("Look for it")


def _sortable(value: object) -> tuple[bool, float, str]:
    is_number = isinstance(value, int | float)
    return not is_number, float(value) if isinstance(value, int | float) else 0.0, str(value)
