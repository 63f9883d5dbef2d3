"""The rows of the palette: title with the letters that were typed, what it is, and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.palette.entries import Entry, Found, Kind
from ui.theme import Theme
from ui.theme.fonts import font

_HEIGHT, _PAD, _GAP = 30, 10, 10
_TITLE, _DETAIL, _KEYS = 12, 11, 11
_KIND_WIDTH = 76
_KINDS = {
    Kind.ACTION: QT_TRANSLATE_NOOP("Palette", "action"),
    Kind.SCENARIO: QT_TRANSLATE_NOOP("Palette", "scenario"),
    Kind.FILE: QT_TRANSLATE_NOOP("Palette", "file"),
    Kind.LESSON: QT_TRANSLATE_NOOP("Palette", "lesson"),
    Kind.PARAMETER: QT_TRANSLATE_NOOP("Palette", "parameter"),
    Kind.CHART: QT_TRANSLATE_NOOP("Palette", "chart"),
    Kind.TOPIC: QT_TRANSLATE_NOOP("Palette", "guide"),
    Kind.KEY: QT_TRANSLATE_NOOP("Palette", "key"),
}
assert set(_KINDS) == set(Kind)
_Index = QModelIndex | QPersistentModelIndex


def kind_text(kind: Kind) -> str:
    """What kind of thing an entry is."""
    return QCoreApplication.translate("Palette", str(_KINDS[kind]))


class FoundModel(QAbstractListModel):
    """What was found, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Found] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._found[row].entry

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self._found[index.row()]
        entry = found.entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.UserRole:
            return found
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.detail or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.title, kind_text(entry.kind), entry.keys) if part)
        return None


class RowPainter(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        found: Found = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("surface.selected" if is_selected else "surface.hover"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        room = area.adjusted(_PAD, 0, -_PAD, 0)
        kind = QRectF(room.left(), room.top(), _KIND_WIDTH, room.height())
        self._words(painter, kind, kind_text(found.entry.kind), font(_DETAIL), "text.muted")
        room.setLeft(kind.right() + _GAP)
        if found.entry.keys:
            keys = font(_KEYS, is_code=True)
            width = QFontMetricsF(keys).horizontalAdvance(found.entry.keys)
            place = QRectF(room.right() - width, room.top(), width + 1, room.height())
            self._words(painter, place, found.entry.keys, keys, "text.muted")
            room.setRight(place.left() - _GAP)
        room.setLeft(self._title(painter, room, found) + _GAP)
        if room.width() > 40:
            self._words(painter, room, found.entry.detail, font(_DETAIL), "text.muted")
        painter.restore()

    def _words(self, painter: QPainter, room: QRectF, text: str, letters: QFont, token: str) -> None:
        painter.setFont(letters)
        painter.setPen(self._theme.colour(token))
        elided = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)

    def _title(self, painter: QPainter, room: QRectF, found: Found) -> float:
        """Paint the title, the letters that were typed in the accent; where it ends."""
        x, title = room.left(), found.entry.title
        plain, bold = font(_TITLE, 500), font(_TITLE, 600)
        for is_asked, run in _runs(title, found.places):
            letters = bold if is_asked else plain
            width = QFontMetricsF(letters).horizontalAdvance(run)
            place = QRectF(x, room.top(), min(width + 1, room.right() - x), room.height())
            if place.width() <= 0:
                break
            self._words(painter, place, run, letters, "accent.text" if is_asked else "text.primary")
            x += width
        return min(x, room.right())


def _runs(title: str, places: frozenset[int]) -> list[tuple[bool, str]]:
    """The title in pieces, each all asked for or all not."""
    runs: list[tuple[bool, str]] = []
    for at, sign in enumerate(title):
        if runs and runs[-1][0] is (at in places):
            runs[-1] = (runs[-1][0], runs[-1][1] + sign)
        else:
            runs.append((at in places, sign))
    return runs
