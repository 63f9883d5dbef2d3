"""Everything that leaves the window as a file but the scenario: where to, how far it is, and what went wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QProgressDialog, QWidget

from simulator.errors import SimulatorError
from ui.diagram.view import DiagramView
from ui.problem_words import error_text
from ui.session.session import Session
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from ui.export.animation_plan import AnimationPlan

_STEPS = 1000


class Export(Protocol):
    """Work that goes on while the window lives."""

    progressed: SignalInstance
    finished: SignalInstance
    failed: SignalInstance

    def begin(self) -> None:
        """Start."""

    def cancel(self) -> None:
        """Stop, and leave nothing half written."""

    def deleteLater(self) -> None:
        """It is over."""


class Exports(QObject):
    """On behalf of a window. What is slow to load is loaded when it is asked for."""

    said = Signal(str)
    """Something was done, in a few words."""

    def __init__(
        self,
        session: Session,
        diagram: DiagramView,
        appearance: Appearance,
        stem: Callable[[], Path],
        window: QWidget,
    ) -> None:
        """`stem`: the folder and the name, without suffix, that a file is proposed."""
        super().__init__(window)
        self._session, self._diagram, self._appearance = session, diagram, appearance
        self._stem, self._window = stem, window

    def picture(self) -> None:
        """Ask for a name, and write what the diagram shows: PNG, SVG or PDF."""
        from ui.dialogs.files import ask_picture  # noqa: PLC0415  # seldom needed

        path = ask_picture(self._window, self._proposed(".png"))
        if path is None:
            return
        from ui.export.picture import export_picture  # noqa: PLC0415  # seldom needed

        try:
            export_picture(self._diagram, path)
        except SimulatorError as error:
            self._warn(error_text(error))
        else:
            self._on_written(path)

    def chart(self, name: str, suffix: str, data: bytes) -> None:
        """Ask for a name, and write what a chart has made of itself."""
        from ui.dialogs.files import ask_chart  # noqa: PLC0415  # seldom needed

        path = ask_chart(self._window, self._proposed(f"-{name}{suffix}"))
        if path is None:
            return
        from ui.export.picture import write_bytes  # noqa: PLC0415  # seldom needed

        try:
            write_bytes(path, data)
        except SimulatorError as error:
            self._warn(error_text(error))
        else:
            self._on_written(path)

    def results(self) -> None:
        """Ask for a folder, and write the session's CSV files there."""
        from ui.dialogs.files import ask_results  # noqa: PLC0415  # seldom needed

        if self._session.system is not None and (folder := ask_results(self._window, self._stem().parent)) is not None:
            self.results_into(folder)

    def results_into(self, folder: Path) -> None:
        """Write the session's CSV files into a folder."""
        from ui.export.results import ResultsExport  # noqa: PLC0415  # statistics and output are not needed to start

        self._session.pause()
        export = ResultsExport(self._session.saved_scenario(), folder, self)
        export.finished.connect(lambda names: self._on_results(folder, names))
        self._run(export, self.tr("Running the session again, for its results..."))

    def report(self) -> None:
        """Ask for a name, and write the session as one page."""
        from ui.dialogs.files import ask_report  # noqa: PLC0415  # seldom needed

        if self._session.system is not None and (path := ask_report(self._window, self._proposed(".html"))):
            self.report_into(path)

    def report_into(self, path: Path) -> None:
        """Write the session as one page."""
        from ui.export.picture import inline_svg  # noqa: PLC0415  # seldom needed
        from ui.export.report import ReportExport  # noqa: PLC0415

        self._session.pause()
        picture = inline_svg(self._diagram, self._appearance.theme)
        export = ReportExport(self._session.saved_scenario(), path, picture, self)
        export.finished.connect(lambda _: self._on_written(path))
        self._run(export, self.tr("Running the session again, for its report..."))

    def animation(self) -> None:
        """Ask what to show, then for a name; then draw."""
        from ui.export.encoder import has_pillow  # noqa: PLC0415  # seldom needed

        if self._session.system is None:
            return
        if not has_pillow():
            self._warn(
                self.tr(
                    "Animations need Pillow, which is not installed here. This installs it:\n\n"
                    'pip install "vazao[export]"'
                )
            )
            return
        from ui.dialogs.animation import AnimationDialog  # noqa: PLC0415
        from ui.export.animation_plan import proposed  # noqa: PLC0415

        session = self._session
        session.pause()
        plan = proposed(session.now_s, session.shown_s, session.speed)
        dialog = AnimationDialog(plan, session.now_s, self._window)
        dialog.wanted.connect(self._on_animation)
        dialog.open()

    def _on_animation(self, plan: "AnimationPlan") -> None:
        from ui.dialogs.files import ask_animation  # noqa: PLC0415  # seldom needed

        path = ask_animation(self._window, self._proposed(".gif"))
        if path is not None:
            self.animation_into(path, plan)

    def animation_into(self, path: Path, plan: "AnimationPlan") -> None:
        """Draw a span of the run into a GIF or WebP file."""
        from ui.export.animation import AnimationExport  # noqa: PLC0415  # seldom needed
        from ui.export.encoder import SUFFIXES, suffix_of  # noqa: PLC0415

        if suffix_of(path) is None:
            self._warn(self.tr("{file}: must end with {suffixes}").format(file=path, suffixes=", ".join(SUFFIXES)))
            return
        system = self._session.system
        assert system is not None, "asked for with a run"
        self._session.pause()
        export = AnimationExport(system, self._appearance.theme, plan, path, self)
        export.finished.connect(lambda _: self._on_written(path))
        self._run(export, self.tr("Drawing the animation..."))

    def _proposed(self, end: str) -> Path:
        """A name with points of its own keeps them."""
        stem = self._stem()
        return stem.with_name(stem.name + end)

    # While it goes on

    def _run(self, export: Export, text: str) -> None:
        """With a window that shows how far it is and can be cancelled."""
        progress = QProgressDialog(text, self.tr("Cancel"), 0, _STEPS, self._window)
        progress.setObjectName("export_progress")
        progress.setWindowTitle(self.tr("Export"))
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(300)
        progress.setAutoReset(False)
        progress.canceled.connect(export.cancel)
        progress.canceled.connect(export.deleteLater)
        export.progressed.connect(lambda share: progress.setValue(round(share * (_STEPS - 1))))
        export.failed.connect(lambda error: self._warn(error_text(error)))
        for over in (export.finished, export.failed):
            over.connect(progress.deleteLater)
            over.connect(export.deleteLater)
        export.begin()

    def _on_results(self, folder: Path, names: tuple[str, ...]) -> None:
        self.said.emit(self.tr("{count} files written into {folder}").format(count=len(names), folder=folder))

    def _on_written(self, path: Path) -> None:
        self.said.emit(self.tr("Saved as {file}").format(file=path.name))

    def _warn(self, text: str) -> None:
        from ui.dialogs.warning import warn  # noqa: PLC0415  # seldom needed

        warn(self._window, text)
