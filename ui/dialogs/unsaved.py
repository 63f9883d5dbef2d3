"""The question before changes are lost."""

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


class Answer(Enum):
    """What becomes of the changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


_ANSWERS = {
    QMessageBox.StandardButton.Save: Answer.SAVE,
    QMessageBox.StandardButton.Discard: Answer.DISCARD,
    QMessageBox.StandardButton.Cancel: Answer.CANCEL,
}


def ask_about_changes(parent: QWidget, title: str) -> Answer:
    """Save, discard, or stay?"""
    box = QMessageBox(parent)
    box.setObjectName("unsaved_changes")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Unsaved", "Unsaved changes"))
    box.setText(QCoreApplication.translate("Unsaved", 'Save the changes of "{title}"?').format(title=title))
    box.setInformativeText(
        QCoreApplication.translate("Unsaved", "A saved session is a scenario that plays back all that you changed.")
    )
    for button in _ANSWERS:
        box.addButton(button)
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    box.setEscapeButton(QMessageBox.StandardButton.Cancel)
    return _ANSWERS.get(QMessageBox.StandardButton(box.exec()), Answer.CANCEL)
