"""A part of the panel that unfolds."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.keys import ENTER
from ui.theme import Theme
from ui.theme.fonts import font
from ui.theme.icons import icon

_TIGHT, _LOOSE, _MARGIN = 29, 31, 16
_CHEVRON, _TITLE_X = 16, 34
_DOT_R = 3.0


class FoldHeader(QAbstractButton):
    """Chevron, title, and in short what is inside; unfolds on click, Space, Enter and the arrow keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._summary = ""
        self._is_unfolded = False
        self._is_changed = False
        self.setCheckable(True)
        self.set_tight(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_tight(self, is_tight: bool) -> None:
        """Be lower, where there is little room."""
        self.setFixedHeight(_TIGHT if is_tight else _LOOSE)

    @property
    def is_unfolded(self) -> bool:
        """Whether what is inside can be seen."""
        return self._is_unfolded

    def show_unfolded(self, is_unfolded: bool) -> None:
        """What is inside can be seen, or not."""
        self._is_unfolded = is_unfolded
        self.update()

    @property
    def summary(self) -> str:
        """What it says of its inside."""
        return self._summary

    def show_summary(self, text: str, *, is_changed: bool) -> None:
        """Say this of the inside; a dot where anything in it was changed."""
        if (text, is_changed) != (self._summary, self._is_changed):
            self._summary, self._is_changed = text, is_changed
            self.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        elif event.key() == Qt.Key.Key_Right:
            self.setChecked(True)
        elif event.key() == Qt.Key.Key_Left:
            self.setChecked(False)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.fillRect(area, theme.colour("surface.pressed" if self.isDown() else "surface.hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent.base"), 2))
            painter.drawRoundedRect(area.adjusted(7, 2, -7, -2), 6, 6)
        chevron = icon("chevron" if self._is_unfolded else "chevron_right", theme)
        chevron.paint(painter, 11, (self.height() - _CHEVRON) // 2, _CHEVRON, _CHEVRON)
        painter.setFont(font(12, 500))
        painter.setPen(theme.colour("text.primary"))
        painter.drawText(area.adjusted(_TITLE_X, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        end = _TITLE_X + QFontMetricsF(painter.font()).horizontalAdvance(self.text())
        if self._is_changed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent.base"))
            painter.drawEllipse(QPointF(end + 9, area.center().y()), _DOT_R, _DOT_R)
        self._paint_summary(painter, area.adjusted(end + 20, 0, -_MARGIN, 0))

    def _paint_summary(self, painter: QPainter, room: QRectF) -> None:
        if self._is_unfolded or not self._summary:
            return
        painter.setFont(font(11))
        painter.setPen(self._theme.colour("text.muted"))
        if QFontMetricsF(painter.font()).horizontalAdvance(self._summary) <= room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._summary)


class Fold(QWidget):
    """A header and what it hides."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = FoldHeader(theme, self)
        self.body = QWidget(self)
        self.rows = QVBoxLayout(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.body)
        self._is_sought = False
        self.header.toggled.connect(self._show_body)

    def show_sought(self, is_sought: bool) -> None:
        """A search found something inside: show it, whether it is unfolded or not."""
        self._is_sought = is_sought
        self._show_body()

    def _show_body(self) -> None:
        is_unfolded = self.header.isChecked() or self._is_sought
        self.header.show_unfolded(is_unfolded)
        self.body.setVisible(is_unfolded)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.header.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self.header.use_theme(theme)
