"""Changes on their way out: not too many a second, none twice, and always the last."""

from PySide6.QtCore import QObject, QTimer, Signal

EVERY_MS = 30


class Throttle(QObject):
    """Emits a key and its value at once, further ones at most every 30 ms, and only values that are new."""

    passed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, object] = {}
        self._waiting: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.flush)

    def know(self, key: str, value: object) -> None:
        """The key has this value already."""
        self._known[key] = value

    def ask(self, key: str, value: object) -> None:
        """The value is to pass with the next `go`; a later one takes its place."""
        self._waiting[key] = value

    def go(self) -> None:
        """Pass on what was asked: now, or in a moment where something passed just before."""
        if not self._timer.isActive():
            self.flush()

    def flush(self) -> None:
        """Pass on now what waits."""
        waiting, self._waiting = self._waiting, {}
        fresh = {key: value for key, value in waiting.items() if self._known.get(key) != value}
        if not fresh:
            return
        self._timer.start()
        for key, value in fresh.items():
            self._known[key] = value
            self.passed.emit(key, value)

    def forget(self) -> None:
        """Another run: nothing that waits belongs to it."""
        self._timer.stop()
        self._waiting.clear()
        self._known.clear()
