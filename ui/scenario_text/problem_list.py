"""What is wrong with a text, or odd in it, a row each: choosing one leads to its line."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QWidget

from simulator.errors import Problem
from ui.problem_words import said

_MOST_HEIGHT = 132
_BESIDE, _ABOVE = 12, 5
"""The padding of a row, as the style sheet has it."""


class ProblemList(QListWidget):
    """Hidden where there is nothing to say."""

    line_chosen = Signal(int)
    """The line of the chosen problem, from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scenario_text_problems")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._on_chosen)
        self.itemClicked.connect(self._on_chosen)
        self._problems: tuple[Problem, ...] = ()
        self._is_wrong = True
        self.hide()
        self._retranslate()

    def show_problems(self, problems: tuple[Problem, ...], *, is_wrong: bool) -> None:
        """Show these, in their order; not `is_wrong`: it runs, and they say what is odd."""
        if (problems, is_wrong) == (self._problems, self._is_wrong):
            return
        self._problems, self._is_wrong = problems, is_wrong
        self.setProperty("calm", not is_wrong)
        self.style().polish(self)
        self.setVisible(bool(problems))
        self._retranslate()

    def _fill(self) -> None:
        self.clear()
        for problem in self._problems:
            where = self.tr("line {line}").format(line=problem.line or 1)
            what = f"{problem.key}: {said(problem.message)}" if problem.key else said(problem.message)
            item = QListWidgetItem(f"{where} · {what}", self)
            item.setData(Qt.ItemDataRole.UserRole, problem.line or 1)
        self._fit()

    def _wrap(self) -> None:
        """Give each row its height. Qt's own forgets the padding where it wraps: a little too long was elided."""
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1
        width, metrics = self.viewport().width(), self.fontMetrics()
        room = QRect(0, 0, width - 2 * (_BESIDE + margin), _MOST_HEIGHT)
        for row in range(self.count()):
            text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.item(row).text())
            self.item(row).setSizeHint(QSize(width, text.height() + 2 * _ABOVE))
        self.doItemsLayout()

    def _fit(self) -> None:
        """As high as what it says, and no higher than leaves room for the text itself."""
        self._wrap()
        rows = (self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        around = self.height() - self.viewport().height()
        self.setFixedHeight(min(_MOST_HEIGHT, max(sum(rows), self.sizeHintForRow(0)) + around + 2))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.line_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _retranslate(self) -> None:
        name = self.tr("Problems of the text") if self._is_wrong else self.tr("Notes on the text")
        self.setAccessibleName(name)
        self._fill()

    def sizeHint(self) -> QSize:
        return QSize(240, _MOST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Rows are wrapped anew.
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
