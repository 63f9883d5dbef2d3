"""The top of the inspector: what is shown, the ways to its neighbours, the button for all requests."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.diagram.ink import Ink
from ui.diagram.shapes import outline
from ui.inspector import numbers

_SHAPE = 16


class InspectorBar(QWidget):
    """Title at the left, buttons at the right."""

    previous_wanted = Signal()
    next_wanted = Signal()
    all_toggled = Signal(bool)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._client: int | None = None
        self._total = 0
        self.shape, self.title = QLabel(), QLabel()
        self.previous, self.next, self.all = QToolButton(), QToolButton(), QToolButton()
        self.title.setProperty("role", "title")
        self.all.setCheckable(True)
        for button in (self.previous, self.next, self.all):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 6, 14, 6)
        self.row.setSpacing(8)
        self.row.addWidget(self.shape)
        self.row.addWidget(self.title)
        self.row.addStretch(1)
        for button in (self.previous, self.next, self.all):
            self.row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.all.clicked.connect(self.all_toggled)
        self.show_request(None, None)
        self._retranslate()

    def show_request(self, request_id: int | None, client: int | None) -> None:
        """A request of a client group; None: something else is shown."""
        self._client = client
        for part in (self.previous, self.next, self.shape):
            part.setVisible(request_id is not None)
        if request_id is not None:
            self.title.setText(numbers.request_name(request_id))
            self.previous.setEnabled(request_id > 1)
            self._show_shape()

    def show_title(self, text: str) -> None:
        """Something that is no request."""
        self.show_request(None, None)
        self.title.setText(text)

    def show_total(self, total: int) -> None:
        """How many requests there are."""
        if total != self._total:
            self._total = total
            self._retranslate()

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self._show_shape()

    def _show_shape(self) -> None:
        if self._client is None:
            return
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(_SHAPE, _SHAPE) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_SHAPE / 2, _SHAPE / 2)
        painter.setPen(self._ink.pen("text.secondary", 1.5))
        painter.setBrush(self._ink.mixed("surface.panel", "text.secondary", 0.2))
        painter.drawPath(outline(self._client, 13))
        painter.end()
        self.shape.setPixmap(picture)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.previous.setText("‹")
        self.next.setText("›")
        for button, text in ((self.previous, self.tr("Previous request")), (self.next, self.tr("Next request"))):
            button.setAccessibleName(text)
        self.previous.setToolTip(self.tr("Previous request (Alt+Left)"))
        self.next.setToolTip(self.tr("Next request (Alt+Right)"))
        self.all.setText(self.tr("All {count}").replace("{count}", numbers.count(self._total)))
        self.all.setToolTip(self.tr("The table of all requests"))
