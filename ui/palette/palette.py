"""The palette as a window: a field to type into, and below it what is meant."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.palette.entries import Entry, find
from ui.palette.rows import FoundModel, RowPainter
from ui.theme import Theme

_WIDTH, _HEIGHT, _TOP = 720, 420, 56
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """Enter does what is selected; Escape, or a click beside it, does nothing. The field keeps the focus."""

    chosen = Signal(object)
    """The Entry that is about to act."""

    def __init__(self, theme: Theme, entries: Sequence[Entry], recent: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._entries, self._recent, self._window = entries, recent, parent
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Command palette"))
        self.field, self.list, self._nothing = QLineEdit(self), QListView(self), QLabel(self)
        self._model = FoundModel(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(RowPainter(theme, self.list))
        self._arrange()
        self.field.textChanged.connect(self._seek)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self._seek("")

    def _arrange(self) -> None:
        self.setFixedSize(min(_WIDTH, self._window.width() - 48), _HEIGHT)
        self.field.setPlaceholderText(self.tr("Find an action, a scenario, a parameter..."))
        self.field.setAccessibleName(self.windowTitle())
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing.setText(self.tr("Nothing is called that."))
        self._nothing.setProperty("role", "muted")
        # Where the first row would begin.
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(10, 8, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _seek(self, query: str) -> None:
        found = find(query, self._entries, self._recent)
        self._model.show_found(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._select(0)

    def _select(self, row: int) -> None:
        index = self._model.index(min(max(row, 0), self._model.rowCount() - 1))
        self.list.setCurrentIndex(index)
        # The field has the focus: who cannot see the list hears from it what is selected.
        self.field.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self._model.entry(index.row())
        self.chosen.emit(entry)
        self.accept()
        self._window.activateWindow()
        # The window has the focus again by then, so that what acts may give it to somebody.
        QTimer.singleShot(0, entry.act)

    # Qt

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return False

    def _on_key(self, key: Qt.Key) -> bool:
        row, page = self.list.currentIndex().row(), 9
        match key:
            case Qt.Key.Key_Down:
                self._select((row + 1) % max(1, self._model.rowCount()))
            case Qt.Key.Key_Up:
                self._select((row - 1) % max(1, self._model.rowCount()))
            case Qt.Key.Key_PageDown:
                self._select(row + page)
            case Qt.Key.Key_PageUp:
                self._select(row - page)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.list.currentIndex())
            case _:
                return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.move(self._window.mapToGlobal(QPoint((self._window.width() - self.width()) // 2, _TOP)))
        self.activateWindow()
        self.field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.reject()
        super().changeEvent(event)
