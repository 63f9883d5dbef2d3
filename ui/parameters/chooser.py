"""A small choice of the route or the group that a parameter is set of."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.theme import Theme
from ui.theme.fonts import font
from ui.theme.icons import icon

_TEXT_PX, _CHEVRON, _HEIGHT, _PAD = 11, 14, 20, 4
_WIDEST, _WIDEST_POPUP, _POPUP_ROOM = 190, 400, 40


class Chooser(QComboBox):
    """A combo box as light as a caption; where there is one target only it is a caption."""

    picked = Signal(str)
    """The target's name, by pointer or keys; never by `show_targets` or `show_target`."""

    def __init__(self, theme: Theme, *, is_code: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # Not setFont: the style sheet has a say in that, and measures must be of what is painted.
        self._letters = font(_TEXT_PX, is_code=is_code)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(lambda index: self.picked.emit(self.itemData(index)))

    @property
    def is_choice(self) -> bool:
        """Whether there is anything to choose."""
        return self.count() > 1

    def show_targets(self, targets: dict[str, str]) -> None:
        """Offer these: a text by name."""
        if targets != {self.itemData(index): self.itemText(index) for index in range(self.count())}:
            self.clear()
            for name, text in targets.items():
                self.addItem(text, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.is_choice else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not self.is_choice)
        self.updateGeometry()

    def show_target(self, name: str) -> None:
        """Show a target as the chosen one."""
        self.setCurrentIndex(self.findData(name))
        self.updateGeometry()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def _text_width(self, text: str) -> float:
        return QFontMetricsF(self._letters).horizontalAdvance(text)

    def sizeHint(self) -> QSize:
        room = _CHEVRON + 2 + 2 * _PAD if self.is_choice else 0
        return QSize(min(round(self._text_width(self.currentText()) + 1) + room, _WIDEST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 48), _HEIGHT)

    def showPopup(self) -> None:
        # Asked for its list before, a combo box makes a window for it that most never need.
        widest = max(self._text_width(self.itemText(index)) for index in range(self.count()))
        self.view().setMinimumWidth(min(round(widest) + _POPUP_ROOM, _WIDEST_POPUP))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.is_choice:
            self._paint_frame(painter, area)
            chevron = QRectF(area.right() - _CHEVRON - 2, area.center().y() - _CHEVRON / 2, _CHEVRON, _CHEVRON)
            icon("chevron", self._theme).paint(painter, chevron.toRect())
            area.adjust(_PAD, 0, -_CHEVRON - 4, 0)
        painter.setFont(self._letters)
        painter.setPen(self._theme.colour("text.secondary" if self.is_choice else "text.muted"))
        text = QFontMetricsF(self._letters).elidedText(
            self.currentText(), Qt.TextElideMode.ElideMiddle, area.width() + 0.5
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        painter.setBrush(self._theme.colour("surface.hover" if self.underMouse() else "surface.sunken"))
        is_focused = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent.base"), 2) if is_focused else Qt.PenStyle.NoPen)
        inset = 1.0 if is_focused else 0.0
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 5, 5)
