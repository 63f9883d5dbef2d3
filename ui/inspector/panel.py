"""The inspector: one request, one place, or the table of all requests."""

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from simulator.model import System
from simulator.record.life import worker_of
from simulator.scenario import Change
from simulator.units import NS_PER_S, to_ns
from ui.diagram.ink import Ink
from ui.inspector.bar import InspectorBar
from ui.inspector.empty import EmptyPage
from ui.inspector.place_view import PlaceView
from ui.inspector.places import PlaceReader
from ui.inspector.request_view import RequestView
from ui.inspector.requests import Inspected, Inspection
from ui.inspector.table_view import RequestTable
from ui.inspector.words import place_name
from ui.theme.theme import Theme

_EVERY_MS = 220
"""What costs more than a line that moves is shown so often."""
_SOON_MS = 30
"""Until the rest of a history is read."""
_WIDE = 640
_LEAST = QSize(240, 160)


class InspectorPanel(QWidget):
    """`restart` with each run, `refresh` as time goes on; nothing works while it is hidden."""

    request_chosen = Signal(int)
    """A request was chosen here: in the table, by a link, by the buttons."""
    instant_chosen = Signal(float)
    """An instant was chosen here, in seconds: to be shown by all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = Ink(theme, is_dark=theme.is_dark)
        self._inspection: Inspection | None = None
        self._places: PlaceReader | None = None
        self._request: int | None = None
        self._place: str | None = None
        self._wanted = (0.0, 0.0)
        self.bar = InspectorBar(self._ink)
        self.empty, self.request = EmptyPage(), RequestView(self._ink)
        self.place, self.table = PlaceView(self._ink), RequestTable(theme)
        self.pages = QStackedWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._is_behind = False
        self._arrange()
        self._connect()
        self._show_bar()

    def _arrange(self) -> None:
        for page in (self.empty, self.request, self.place, self.table):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        # A page that is not shown needs no room; pages can be narrower than their hints.
        self.pages.setMinimumSize(_LEAST)
        self.setAutoFillBackground(True)

    def _connect(self) -> None:
        self.bar.previous_wanted.connect(lambda: self._go_on(-1))
        self.bar.next_wanted.connect(lambda: self._go_on(+1))
        self.bar.all_toggled.connect(self._on_all)
        self.request.request_chosen.connect(self._choose)
        self.request.instant_chosen.connect(self.instant_chosen)
        self.place.request_chosen.connect(self._choose)
        self.table.request_opened.connect(self._open_with_its_instant)
        self._pause.timeout.connect(self._catch_up)
        alt = Qt.KeyboardModifier.AltModifier
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, +1)):
            shortcut = QShortcut(QKeySequence(QKeyCombination(alt, key)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._go_on(step))

    # A run

    def restart(self, system: System) -> None:
        """Another run: what was chosen is gone; the table stays open."""
        self._inspection, self._places = Inspection(system), PlaceReader(system)
        self._request = self._place = None
        self._wanted = (system.now_s, system.now_s)
        self.table.restart(system)
        self.bar.show_total(self._inspection.count)
        if self.pages.currentWidget() is not self.table:
            self._show_page(self.empty)

    def refresh(self, now_s: float, shown_s: float) -> None:
        """Time went on, or another instant is looked at."""
        self._wanted = now_s, shown_s
        if not self.isVisible() or self._inspection is None:
            return
        shown = self.request.inspected
        if self.pages.currentWidget() is self.request and shown is not None and shown.life.ending is not None:
            # Nothing more will happen to it; only the instant moves.
            self.request.show_request(shown, shown_s)
        if self._pause.isActive():
            self._is_behind = True
        else:
            self._show()

    def mark_change(self, change: Change) -> None:
        """A value was changed: what is shown is read anew with the next refresh."""

    # What is shown

    def show_request(self, request_id: int) -> None:
        """Look into a request; nothing happens where there is none of this number."""
        if self._inspection is None or not 0 < request_id <= self._inspection.count:
            return
        self._request, self._place = request_id, None
        self._show_page(self.request)

    def show_place(self, place: str) -> None:
        """Show a worker, the accept queue, a client or a service, named as `Moment.places` does."""
        if self._places is None:
            return
        worker = worker_of(place)
        self._place, self._request = f"worker:{worker}" if worker else place, None
        self._show_page(self.place)

    def show_table(self) -> None:
        """Show all requests; the one that was looked into is selected."""
        self._show_page(self.table)
        if self._request is not None:
            self.table.select(self._request)

    @property
    def shown_request(self) -> int | None:
        """The request that is looked into."""
        return self._request

    @property
    def shown_place(self) -> str | None:
        """The place that is shown."""
        return self._place

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._ink = Ink(theme, is_dark=theme.is_dark, ratio=self.devicePixelRatioF())
        for part in (self.bar, self.request, self.place):
            part.use_ink(self._ink)
        self.table.use_theme(theme)

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self._show()

    def _show(self) -> None:
        self._is_behind = False
        self._pause.start(_EVERY_MS)
        inspection, page = self._inspection, self.pages.currentWidget()
        if inspection is None:
            return
        self.bar.show_total(inspection.count)
        if page is self.request and self._request is not None:
            self._show_request(inspection, self._request)
        elif page is self.place and self._place is not None and self._places is not None:
            self._show_place(self._places, self._place, inspection.system)
        elif page is self.table:
            self.table.refresh(len(inspection.system.all_workers))
        self._show_bar()

    def _show_place(self, places: PlaceReader, place: str, system: System) -> None:
        shown_ns = to_ns(self._wanted[1])
        history = places.history(place, shown_ns)
        self.place.show_place(places.state(place, shown_ns), history, system.scenario)
        if not history.is_whole:
            self._is_behind = True
            self._pause.start(_SOON_MS)

    def _show_request(self, inspection: Inspection, request_id: int) -> None:
        known = self.request.inspected
        is_known = known is not None and known.life.request_id == request_id and known.life.ending is not None
        inspected = known if is_known else inspection.look(request_id)
        if inspected is not None:
            self.request.show_request(inspected, self._wanted[1])

    def _show_bar(self) -> None:
        page, inspected = self.pages.currentWidget(), self.request.inspected
        is_request = page is self.request and inspected is not None
        self.bar.all.setChecked(page is self.table)
        if is_request and inspected is not None:
            self.bar.show_request(inspected.life.request_id, inspected.life.client)
            self.bar.next.setEnabled(
                self._inspection is not None and inspected.life.request_id < self._inspection.count
            )
        elif page is self.place and self._place is not None:
            self.bar.show_title(place_name(self._place, worker_of(self._place)))
        else:
            self.bar.show_title(self.tr("Requests") if page is self.table else self.tr("Inspector"))
        self._seat_chips(is_request=is_request)

    def _seat_chips(self, *, is_request: bool) -> None:
        """In the bar where it is wide, else below it."""
        chips = self.request.chips
        in_bar = is_request and self.width() >= _WIDE
        if in_bar and chips.parentWidget() is not self.bar:
            self.bar.row.insertWidget(2, chips, 1000)
        elif not in_bar and chips.parentWidget() is self.bar:
            self.request.take_chips()
        chips.show()

    def _catch_up(self) -> None:
        if self._is_behind and self.isVisible():
            self._show()

    # What is chosen here

    def _choose(self, request_id: int) -> None:
        self.show_request(request_id)
        if self._request == request_id:
            self.request_chosen.emit(request_id)

    def _go_on(self, step: int) -> None:
        if self._request is not None and self.pages.currentWidget() is self.request:
            self._choose(self._request + step)

    def _open_with_its_instant(self, request_id: int) -> None:
        self.show_request(request_id)
        inspected = self.request.inspected
        if inspected is not None:
            # Time stands still before the request is shown in the diagram: what is selected there would be let go.
            self.instant_chosen.emit(_telling_ns(inspected) / NS_PER_S)
            self.request_chosen.emit(request_id)

    def _on_all(self, is_wanted: bool) -> None:
        if is_wanted:
            self.show_table()
        elif self._request is not None:
            self._show_page(self.request)
        else:
            self._show_page(self.place if self._place is not None else self.empty)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show_bar()
        super().changeEvent(event)


def _telling_ns(inspected: Inspected) -> int:
    """The middle of its longest wait, which explains most; of the longest stretch where it never waited."""
    life = inspected.life
    spans = [cause.span for cause in inspected.causes] or list(life.spans)
    if not spans:
        return life.sent_ns
    longest = max(spans, key=lambda span: span.length_ns)
    return (longest.begin_ns + longest.end_ns) // 2
