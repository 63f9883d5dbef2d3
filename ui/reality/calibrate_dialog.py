"""From a log, an app or a topology to a scenario: what it is made from, where it goes, and how it went."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simulator.scenario import HandlerKind
from ui.dialogs.files import ask_written
from ui.reality.fits import FitShown, FitsView
from ui.reality.sources import Asked, Source, proposal
from ui.theme import Theme

_SIZE = QSize(620, 470)
_STEPS = 1000
_OF_FILES, _OF_APPS = ("file", "handler"), ("app", "folder", "routes")
_BROWSED = ("file", "folder", "out")


class CalibrateDialog(QDialog):
    """Asks to be started, cancelled, and to have the result opened; shows what it is told."""

    start_requested = Signal(object)
    """An Asked."""
    cancel_requested = Signal()
    open_requested = Signal(str)
    """The scenario that was written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calibrate")
        self.fits = FitsView(theme, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._made = ""
        self.told = QLabel(self)
        self.source, self.handler = QComboBox(self), QComboBox(self)
        self.fields = {name: QLineEdit(self) for name in ("file", "app", "folder", "routes", "out")}
        self._labels = {name: QLabel(self) for name in ("source", "file", "app", "folder", "routes", "handler", "out")}
        self._browse = {name: QPushButton(self) for name in _BROWSED}
        self.state, self.bar = QLabel(self), QProgressBar(self)
        self.start, self.use, self.cancel = QPushButton(self), QPushButton(self), QPushButton(self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._on_source()

    def _lay_out(self) -> None:
        self.source.addItems([""] * len(Source))
        self.handler.addItems([""] * (len(HandlerKind) + 1))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        widgets: dict[str, QWidget] = {"source": self.source, "handler": self.handler, **self.fields}
        for row, (name, label) in enumerate(self._labels.items()):
            widgets[name].setObjectName(f"calibrate_{name}")
            label.setBuddy(widgets[name])
            grid.addWidget(label, row, 0)
            grid.addWidget(widgets[name], row, 1)
            if name in self._browse:
                grid.addWidget(self._browse[name], row, 2)
        grid.setColumnStretch(1, 1)
        self.bar.setTextVisible(False)
        self.bar.hide()
        for label in (self.told, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addLayout(grid)
        column.addWidget(self.bar)
        column.addWidget(self.fits)
        column.addWidget(self.state, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for name, button in (("start", self.start), ("use", self.use), ("cancel", self.cancel)):
            button.setObjectName(f"calibrate_{name}")
            row.addWidget(button)
        self.start.setProperty("primary", True)
        self.use.setProperty("primary", True)
        self.start.setDefault(True)
        self.use.hide()
        return row

    def _connect(self) -> None:
        self.source.currentIndexChanged.connect(self._on_source)
        for name, button in self._browse.items():
            button.clicked.connect(lambda _=False, name=name: self._on_browse(name))
        for field in self.fields.values():
            field.textChanged.connect(self._on_changed)
        self.fields["file"].textChanged.connect(lambda text: self.fields["out"].setText(proposal(text)))
        self.start.clicked.connect(lambda: self.start_requested.emit(self.asked))
        self.use.clicked.connect(self._on_open)
        self.cancel.clicked.connect(self._on_cancel)

    @property
    def asked(self) -> Asked:
        """As it is filled in."""
        texts = {name: field.text() for name, field in self.fields.items()}
        handlers = ("", *(kind.value for kind in HandlerKind))
        return Asked(self._source, handler=handlers[self.handler.currentIndex()], **texts)

    @property
    def _source(self) -> Source:
        return tuple(Source)[self.source.currentIndex()]

    # What it is told

    def show_running(self, *, is_running: bool) -> None:
        """Whether it is on its way; how far is not known at first."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(is_running)
        for widget in (self.source, self.handler, *self.fields.values(), *self._browse.values()):
            widget.setEnabled(not is_running)
        self._forget()
        self.start.setEnabled(not is_running and self.asked.is_complete)
        if is_running:
            self._say("", is_error=False)

    def show_share(self, share: float) -> None:
        """So much is done, 0..1."""
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(round(share * _STEPS))

    def show_made(self, words: str, fits: Sequence[FitShown] = ()) -> None:
        """The scenario was written; what is to be said about it, and shown."""
        self.fits.show_fits(fits, self.tr("Measured times, and the distributions that fit them"))
        self._made = self.fields["out"].text().strip()
        self._say(words, is_error=False)
        self.start.hide()
        self.use.show()
        self.use.setDefault(True)
        self._name_way_out()

    def show_failure(self, error: str) -> None:
        """What went wrong; nothing: it was cancelled."""
        self._say(error, is_error=True)

    def _say(self, text: str, *, is_error: bool) -> None:
        self.state.setProperty("role", "error" if is_error else "")
        self.state.style().polish(self.state)
        self.state.setText(text)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self.fits.use_theme(theme)

    # What is done to it

    def _on_source(self) -> None:
        is_app = self._source is Source.APP
        shown = _OF_APPS if is_app else ("file",) if self._source is Source.ASYNCFLOW else _OF_FILES
        for name in (*_OF_APPS, *_OF_FILES):
            widget: QWidget = self.handler if name == "handler" else self.fields[name]
            for part in (self._labels[name], widget, self._browse.get(name)):
                if part is not None:
                    part.setVisible(name in shown)
        self._on_changed()

    def _on_changed(self) -> None:
        self._forget()
        self.start.setEnabled(self.asked.is_complete)

    def _forget(self) -> None:
        """What was made is not what would be made now."""
        self.use.hide()
        self.fits.show_fits((), "")
        self.start.show()
        self._name_way_out()

    def _name_way_out(self) -> None:
        """What was written is not cancelled."""
        self.cancel.setText(self.tr("Cancel") if self.use.isHidden() else self.tr("Close"))

    def _on_browse(self, name: str) -> None:
        before = self.fields[name].text()
        if name == "folder":
            chosen = QFileDialog.getExistingDirectory(self, self._labels[name].text(), before)
        elif name == "out":
            path = ask_written(self, self._labels[name].text(), Path(before), {"TOML (*.toml)": ".toml"})
            chosen = "" if path is None else str(path)
        else:
            chosen = QFileDialog.getOpenFileName(self, self._labels[name].text(), before)[0]
        if chosen:
            self.fields[name].setText(chosen)

    def _on_open(self) -> None:
        self.open_requested.emit(self._made)

    def _on_cancel(self) -> None:
        if self.bar.isVisible():
            self.cancel_requested.emit()
        else:
            self.reject()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Scenario from a log or an app"))
        self.told.setText(
            self.tr(
                "Fits distributions to what was measured. What a log cannot tell is marked as assumed in the scenario."
            )
        )
        names = {
            "source": self.tr("From"),
            "file": self.tr("File"),
            "app": self.tr("App"),
            "folder": self.tr("In the folder"),
            "routes": self.tr("Routes"),
            "handler": self.tr("Handler"),
            "out": self.tr("Save as"),
        }
        for name, text in names.items():
            self._labels[name].setText(text)
        sources = (self.tr("a log"), self.tr("my app, which is run and asked"), self.tr("an AsyncFlow topology"))
        for index, text in enumerate(sources):
            self.source.setItemText(index, text)
        for index, text in enumerate((self.tr("not known"), "async def", "def", self.tr("async def that blocks"))):
            self.handler.setItemText(index, text)
        self.fields["app"].setPlaceholderText("shop:app")
        self.fields["routes"].setPlaceholderText("/items=3, /buy")
        for button in self._browse.values():
            button.setText(self.tr("Choose..."))
        self.start.setText(self.tr("Make scenario"))
        self.use.setText(self.tr("Open scenario"))
        self._name_way_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def reject(self) -> None:
        """Closed: what is on its way ends."""
        self.cancel_requested.emit()
        super().reject()
