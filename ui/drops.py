"""Files that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Takes one TOML file, or one folder of results, at a time."""

    dropped = Signal(object)
    """The Path of a scenario, or of a folder."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A drag that enters is a QDropEvent of its own kind.
        if isinstance(event, QDropEvent) and (path := _scenario_in(event)) is not None:
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.dropped.emit(path)
            return True
        return super().eventFilter(watched, event)


def _scenario_in(event: QDropEvent) -> Path | None:
    """The one TOML file, or folder, that is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and (paths[0].suffix == ".toml" or paths[0].is_dir()) else None
