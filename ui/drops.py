"""Files that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Takes one TOML file, or one folder of results, at a time; says of other files why not."""

    dropped = Signal(object)
    """The Path of a scenario, or of a folder."""
    refused = Signal(str)
    """Why nothing of what was dropped can be opened."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            # By way of the system's window: what lies in this one would take files, or refuse them, as it likes.
            if event.type() is QEvent.Type.Show:
                self._window.windowHandle().installEventFilter(self)
        # A drag that enters or moves is a QDropEvent of its own kind.
        elif isinstance(event, QDropEvent) and (urls := event.mimeData().urls()):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                # Who dragged waits for an answer, and is not to wait for a question about unsaved changes.
                QTimer.singleShot(0, self, lambda: self._take(urls))
            return True
        return super().eventFilter(watched, event)

    def _take(self, urls: list[QUrl]) -> None:
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if len(urls) > 1:
            self.refused.emit(self.tr("One at a time, please: a scenario (.toml) or a folder of results."))
        elif not paths:
            self.refused.emit(self.tr("Only a file or a folder of this computer can be opened by dropping it here."))
        elif paths[0].suffix.lower() == ".toml" or paths[0].is_dir():
            self.dropped.emit(paths[0])
        else:
            text = self.tr("{file} is neither a scenario (.toml) nor a folder of results.")
            self.refused.emit(text.format(file=paths[0].name))
