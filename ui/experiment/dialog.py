"""The dialog of experiments: a sweep and a plan, which go on beside the window."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QVBoxLayout, QWidget

from simulator.scenario import Scenario
from ui.experiment.plan_page import PlanPage
from ui.experiment.sweep_page import SweepPage
from ui.theme.theme import Theme


class ExperimentDialog(QDialog):
    """Not modal: the session goes on. Its processes end with it."""

    exported = Signal(str, str, bytes)
    """What the file is called, its suffix, and what it is to hold."""
    opened = Signal(object)
    """The scenario of a cell, to be run."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("experiment")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sweep, self.plan = SweepPage(theme, self), PlanPage(theme, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.tabs)
        for page in (self.sweep, self.plan):
            self.tabs.addTab(page, "")
            page.exported.connect(lambda name, data: self.exported.emit(name, ".csv", data))
        self.sweep.opened.connect(self.opened)
        app = QApplication.instance()
        assert app is not None, "widgets need one"
        app.aboutToQuit.connect(self.stop)
        self._retranslate()

    def use_scenario(self, scenario: Scenario, seed: int) -> None:
        """The session's, as it stands."""
        for page in (self.sweep, self.plan):
            page.use_scenario(scenario, seed)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        for page in (self.sweep, self.plan):
            page.use_theme(theme)

    def stop(self) -> None:
        """End what runs, and wait until its processes are gone."""
        for page in (self.sweep, self.plan):
            page.runner.stop()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Experiment"))
        self.tabs.setTabText(0, self.tr("Sweep"))
        self.tabs.setTabText(1, self.tr("Plan"))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(720, 620)

    def done(self, result: int) -> None:
        self.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
