"""A card over the lower middle of a widget: what takes a while, how far it is, and a way to end it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

_AFTER_MS = 250
"""What is over sooner was not worth a card."""
_STEPS, _BAR_PX, _ABOVE_PX = 1000, 140, 16


class ProgressCard(QFrame):
    """Takes no focus, so that a hand on a slider keeps what it holds."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("progress_card")
        self.setProperty("role", "card")
        self._text, self._bar, self.cancel = QLabel(self), QProgressBar(self), QPushButton(self)
        self._bar.setRange(0, _STEPS)
        self._bar.setFixedWidth(_BAR_PX)
        self._bar.setTextVisible(False)
        self.cancel.setObjectName("progress_cancel")
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        for part in (self._text, self._bar, self.cancel):
            row.addWidget(part)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._appear)
        self._escape = QShortcut(QKeySequence("Esc"), parent.window())
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.cancelled)
        self.cancel.clicked.connect(self.cancelled)
        parent.installEventFilter(self)
        self._retranslate()
        self.hide()

    def show_share(self, text: str, share: float | None) -> None:
        """So much is done, 0..1; None: nothing is on its way any more."""
        if share is None:
            self._timer.stop()
            self._escape.setEnabled(False)
            self.hide()
            return
        self._bar.setValue(round(share * _STEPS))
        if text != self._text.text():
            self._text.setText(text)
            self._bar.setAccessibleName(text)
            self._place()
        if not self.isVisible() and not self._timer.isActive():
            self._escape.setEnabled(True)
            self._timer.start()

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - _ABOVE_PX)

    def _retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Cancel (Esc)"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
