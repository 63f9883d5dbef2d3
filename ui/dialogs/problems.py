"""A scenario that does not load: all that is wrong with it, each with its line."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from simulator.errors import Problem, ScenarioError, SimulatorError
from ui.problem_words import said, whole

_SIZE = (680, 360)


class _Wrapping(QStyledItemDelegate):
    """A tree asks how high a row is without saying how wide: nothing would ever be wrapped."""

    def __init__(self, table: QTreeWidget) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect = QRect(0, 0, self._table.columnWidth(index.column()), _SIZE[1])
        return super().sizeHint(narrow, index)


class ProblemsDialog(QDialog):
    """Lists the problems of a file; the window behind it goes on."""

    another_requested = Signal()
    """Open another file instead."""

    def __init__(self, error: SimulatorError, file: str | Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.setWindowTitle(self.tr("This scenario does not load"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._problems = error.problems if isinstance(error, ScenarioError) else (Problem(str(error)),)
        self._file = file
        count = len(self._problems)
        name = Path(file).name
        text = (
            self.tr("{file} has a problem:").format(file=name)
            if count == 1
            else self.tr("{file} has {count} problems:").format(file=name, count=count)
        )
        head = QLabel(text, self)
        head.setProperty("role", "title")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self._table())
        column.addWidget(self._buttons())

    def _table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName("problem_list")
        table.setAccessibleName(self.tr("Problems"))
        table.setHeaderLabels([self.tr("Line"), self.tr("Key"), self.tr("What is wrong")])
        table.headerItem().setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setRootIsDecorated(False)
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        for problem in self._problems:
            line = "" if problem.line is None else str(problem.line)
            item = QTreeWidgetItem([line, problem.key, said(problem.message)])
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            item.setToolTip(2, whole(problem))
            table.addTopLevelItem(item)
        header = table.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegateForColumn(2, _Wrapping(table))
        header.sectionResized.connect(table.scheduleDelayedItemsLayout)
        return table

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        another = QPushButton(self.tr("Open another..."), self)
        another.setObjectName("open_another")
        another.setProperty("primary", True)
        another.setDefault(True)
        another.clicked.connect(self._on_another)
        buttons.addButton(another, QDialogButtonBox.ButtonRole.AcceptRole)
        copy = QPushButton(self.tr("Copy"), self)
        copy.setObjectName("copy")
        copy.clicked.connect(self._copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        if Path(self._file).is_file():
            edit = QPushButton(self.tr("Edit"), self)
            edit.setObjectName("edit")
            edit.clicked.connect(self._edit)
            buttons.addButton(edit, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("close")
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_another(self) -> None:
        self.accept()
        self.another_requested.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(whole, self._problems)))

    def _edit(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._file).resolve())))
