"""Space: presses the button that has the focus, as everywhere; else time stands still or goes on."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget


class SpaceKey(QObject):
    """A key of a window, which no action could have: buttons want it too."""

    def __init__(self, pause: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._pause = pause
        QShortcut(QKeySequence("Space"), window).activated.connect(self._on_space)

    def _on_space(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()
        else:
            self._pause.trigger()
