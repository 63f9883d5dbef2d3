"""All rows of the panel, the lesson's first, the rest in parts that unfold; below them what else a search finds."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.parameters import texts
from ui.parameters.choice_row import ChoiceRow
from ui.parameters.finding import matches
from ui.parameters.fold import Fold
from ui.parameters.key_list import KeyList
from ui.parameters.legend import Legend
from ui.parameters.row import Row
from ui.parameters.slider_row import SliderRow
from ui.parameters.specs import SPECS, Parameter, Section, Spec
from ui.parameters.typed import Unit
from ui.theme import Theme

MARGIN = 16
_ROW_MARGIN = MARGIN - 3
_TIGHT, _LOOSE = 4, 8
"""Pixels between rows."""
_IN_SUMMARY = 2
_MOST_IN_SUMMARY = 18


class ParameterList(QWidget):
    """Rows by parameter, folds by section."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[Parameter, Row] = {}
        self.folds: dict[Section, Fold] = {}
        self._lesson = QVBoxLayout()
        self._lesson.setContentsMargins(_ROW_MARGIN, 0, _ROW_MARGIN, 0)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(MARGIN, 4, MARGIN, 12)
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._rules = [QFrame(self), QFrame(self)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addLayout(self._lesson)
        column.addSpacing(8)
        column.addWidget(self._rules[0])
        for spec in SPECS:
            self._add(spec, theme)
        self.keys = KeyList(theme, self)
        column.addWidget(self.keys)
        column.addWidget(self._rules[1])
        self.legend = Legend(theme, self)
        column.addWidget(self.legend)
        column.addStretch(1)
        for rule in self._rules:
            rule.setProperty("role", "rule")

    def _add(self, spec: Spec, theme: Theme) -> None:
        made: Row = ChoiceRow(spec, theme, self) if spec.scale is None else SliderRow(spec, theme, self)
        self.rows[spec.parameter] = made
        if spec.section is Section.LESSON:
            self._lesson.addWidget(made)
            return
        if spec.section not in self.folds:
            fold = self.folds[spec.section] = Fold(theme, self)
            fold.rows.setContentsMargins(_ROW_MARGIN, 4, _ROW_MARGIN, 8)
            column = self.layout()
            assert isinstance(column, QVBoxLayout), "made above"
            column.addWidget(fold)
        self.folds[spec.section].rows.addWidget(made)

    def set_tight(self, is_tight: bool) -> None:
        """Everything closer together, where there is little room."""
        spacing = _TIGHT if is_tight else _LOOSE
        self._lesson.setSpacing(spacing)
        for fold in self.folds.values():
            fold.rows.setSpacing(spacing)
            fold.header.set_tight(is_tight)
        self.legend.set_tight(is_tight)

    def seek(self, query: str) -> None:
        """Show only what a query names; with an empty one everything, folded as it was."""
        is_search = bool(query.strip())
        found: set[Section] = set()
        for parameter, row in self.rows.items():
            section = row.spec.section
            title = "" if section is Section.LESSON else texts.section(section)
            key = f"{row.spec.table}.{row.spec.key}"
            is_found = matches(query, texts.label(parameter), texts.explanation(parameter), title, key)
            row.setVisible(is_found)
            if is_found:
                found.add(section)
        for section, fold in self.folds.items():
            fold.setVisible(section in found)
            fold.show_sought(is_search and section in found)
        keys = self.keys.seek(query)
        self._nothing.setVisible(not found and not keys)
        self._rules[0].setVisible(Section.LESSON in found and len(found) > 1)

    def first_found(self) -> QWidget | None:
        """The control of the first row that is shown and can be set."""
        controls = [row.control for row in self.rows.values() if not row.isHidden()]
        controls += [row for row in self.keys.rows if not row.isHidden()]
        return next((control for control in controls if control.isEnabled()), None)

    def show_summaries(self) -> None:
        """What the folded parts hold, in short."""
        for section, fold in self.folds.items():
            inside = [row for row in self.rows.values() if row.spec.section is section]
            said = [row.said(row.state.value) for row in inside if row.state.value is not None and _is_telling(row)]
            text = " · ".join(said[:_IN_SUMMARY])
            fold.header.show_summary(
                text if len(text) <= _MOST_IN_SUMMARY else said[0],
                is_changed=any(row.state.is_changed for row in inside),
            )

    def retranslate(self) -> None:
        """The language changed."""
        for row in self.rows.values():
            row.retranslate()
        for section, fold in self.folds.items():
            fold.header.setText(texts.section(section))
        self._nothing.setText(self.tr("There is no such parameter."))
        self.keys.retranslate()
        self.legend.retranslate()
        self.show_summaries()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        for row in self.rows.values():
            row.use_theme(theme)
        for fold in self.folds.values():
            fold.use_theme(theme)
        self.keys.use_theme(theme)
        self.legend.use_theme(theme)


def _is_telling(row: Row) -> bool:
    """Whether its value says anything by itself: a number that is something, and no factor."""
    return row.spec.scale is not None and row.spec.unit is not Unit.TIMES and bool(row.state.value)
