"""What takes a while, how far it is, and a way to end it: in a line of the bar below, where it covers nothing."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QToolButton, QWidget

from ui.status_cell import Elided
from ui.theme.fonts import font

_AFTER_MS = 250
"""What is over sooner was not worth a line."""
_STEPS, _BAR_PX = 1000, 90


class Progress(QWidget):
    """Takes no focus, so that a hand on a slider keeps what it holds."""

    cancelled = Signal()
    shown_changed = Signal()
    """Before it appears, and after it has gone: a layout wants room at once for all that is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.is_shown = False
        self.text, self._bar, self.cancel = (
            Elided(self, QSizePolicy.Policy.Maximum),
            QProgressBar(self),
            QToolButton(self),
        )
        self.text.setFont(font(11, 500))
        self._bar.setRange(0, _STEPS)
        self._bar.setFixedWidth(_BAR_PX)
        self._bar.setTextVisible(False)
        self.cancel.setObjectName("progress_cancel")
        self.cancel.setProperty("flat", True)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self.text, self._bar, self.cancel):
            row.addWidget(part)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._appear)
        self._escape = QShortcut(QKeySequence("Esc"), parent.window())
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.cancelled)
        self.cancel.clicked.connect(self.cancelled)
        self._retranslate()
        self.hide()

    def show_share(self, text: str, share: float | None) -> None:
        """So much is done, 0..1; None: nothing is on its way any more."""
        if share is None:
            self._timer.stop()
            self._escape.setEnabled(False)
            self._vanish()
            return
        self._bar.setValue(round(share * _STEPS))
        if text != self.text.text():
            self.text.setText(text)
            self.text.setToolTip(text)
            self._bar.setAccessibleName(text)
        if not self.is_shown and not self._timer.isActive():
            self._escape.setEnabled(True)
            self._timer.start()

    def _appear(self) -> None:
        self.is_shown = True
        self.shown_changed.emit()
        self.show()

    def _vanish(self) -> None:
        self.is_shown = False
        self.hide()
        self.shown_changed.emit()

    def _retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Cancel (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
