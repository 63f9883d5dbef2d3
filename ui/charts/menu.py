"""What can be done with a chart: enlarge, hide, export, and which others are shown."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.charts.kinds import ChartKind


class ChartMenu(QMenu):
    """Made anew for each chart that asks."""

    enlarge_requested = Signal(object)
    """The ChartKind; None: all charts again."""
    toggled = Signal(object, bool)
    """A ChartKind, and whether it is to be shown."""
    export_requested = Signal(object, str)
    """The ChartKind, and the suffix of the file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chart_menu")

    def show_for(
        self,
        kind: ChartKind,
        at: QPoint,
        titles: Mapping[ChartKind, str],
        shown: Sequence[ChartKind],
        enlarged: ChartKind | None,
    ) -> None:
        """Open at a place of the screen."""
        self.clear()
        large = self.addAction(self.tr("Enlarge") if enlarged is None else self.tr("Show all charts"))
        large.triggered.connect(lambda: self.enlarge_requested.emit(kind if enlarged is None else None))
        hide = self.addAction(self.tr("Hide"))
        hide.setEnabled(len(shown) > 1)
        hide.triggered.connect(lambda: self.toggled.emit(kind, False))
        self.addSeparator()
        for suffix, words in self._exports():
            action = self.addAction(words)
            action.triggered.connect(lambda _=False, suffix=suffix: self.export_requested.emit(kind, suffix))
        self.addSeparator()
        for each, title in titles.items():
            action = self.addAction(title)
            action.setCheckable(True)
            action.setChecked(each in shown)
            action.setEnabled(len(shown) > 1 or each not in shown)
            action.toggled.connect(lambda is_on, each=each: self.toggled.emit(each, is_on))
        self.popup(at)

    def _exports(self) -> tuple[tuple[str, str], ...]:
        return (
            (".png", self.tr("Export picture (PNG)...")),
            (".svg", self.tr("Export drawing (SVG)...")),
            (".csv", self.tr("Export data (CSV)...")),
        )
