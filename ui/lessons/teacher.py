"""Teacher mode: what learners may do and see, and where the class's predictions are gathered."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ui.dialogs.sheets import sheet
from ui.lessons.conductor import Conductor
from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> QDialog:
    """The sheet; what is set on it holds at once."""
    made, column = sheet("teacher", QCoreApplication.translate("Lessons", "Teacher mode"), window)
    settings = TeacherSettings(window.preferences, made)
    column.insertWidget(0, settings)

    def hold() -> None:
        stage = window.parts.get("lesson")
        conductor = stage.findChild(Conductor) if stage is not None else None
        if conductor is not None:
            conductor.show()
            conductor.came.emit()

    made.finished.connect(hold)
    return made


class TeacherSettings(QWidget):
    """Reads and writes the preferences."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.locked, self.hidden = QCheckBox(self.tr("Lock parameters and knobs in lessons"), self), QCheckBox(self)
        self.hidden.setText(self.tr("Hide answers: predictions are kept, the gap is not shown"))
        self.file, self.learner = QLineEdit(self), QLineEdit(self)
        self.choose = QPushButton(self.tr("Choose..."), self)
        self.locked.setChecked(preferences.are_parameters_locked)
        self.hidden.setChecked(preferences.are_answers_hidden)
        self.file.setText(str(preferences.class_file or ""))
        self.learner.setText(preferences.learner)
        self.file.setPlaceholderText(self.tr("a file that all can reach"))
        hint = QLabel(self.tr("Every prediction is added to it as a line, under the learner's name."), self)
        hint.setProperty("role", "caption")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.locked)
        form.addRow(self.hidden)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.choose)
        form.addRow(self.tr("The class's file"), row)
        self.file.setAccessibleName(self.tr("The class's file"))
        form.addRow(self.tr("Learner's name"), self.learner)
        form.addRow(hint)
        self.setMinimumWidth(460)
        self._connect()

    def _connect(self) -> None:
        self.locked.toggled.connect(self._keep)
        self.hidden.toggled.connect(self._keep)
        self.file.editingFinished.connect(self._keep)
        self.learner.editingFinished.connect(self._keep)
        self.choose.clicked.connect(self._on_choose)

    def _keep(self) -> None:
        kept, text = self._preferences, self.file.text().strip()
        kept.are_parameters_locked = self.locked.isChecked()
        kept.are_answers_hidden = self.hidden.isChecked()
        kept.class_file = Path(text) if text else None
        kept.learner = self.learner.text().strip()

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("The class's file"),
            self.file.text() or "class.jsonl",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.file.setText(name)
            self._keep()
