"""Our own mistake: said plainly, with what a report needs; the session stays."""

import platform
import traceback
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

_SIZE = (640, 380)


class InternalErrorDialog(QDialog):
    """Shows an exception that nobody expected."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("internal_error")
        self.setWindowTitle(self.tr("Internal error"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        head = QLabel(self.tr("Something went wrong inside Vazão."), self)
        head.setProperty("role", "title")
        text = self.tr("Time stands still, and your session is kept: you can save it. A report needs these details.")
        body = QLabel(text, self)
        body.setWordWrap(True)
        self.details = QPlainTextEdit(details, self)
        self.details.setObjectName("details")
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setReadOnly(True)
        self.details.setProperty("role", "code")
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        copy = QPushButton(self.tr("Copy details"), self)
        copy.setObjectName("copy_details")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (head, body, self.details, buttons):
            column.addWidget(part)


def details_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a report needs."""
    try:
        own = version("vazao")
    except PackageNotFoundError:
        own = "?"
    where = f"vazao {own}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return where + "\n\n" + "".join(traceback.format_exception(kind, error, trace))
