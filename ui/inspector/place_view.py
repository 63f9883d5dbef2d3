"""A worker, the accept queue, a client or a service: its figures at the instant shown, and a minute before it."""

import html
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from simulator.record.message_transitions import MessageCounts
from simulator.scenario import Scenario
from simulator.units import NS_PER_S
from ui.diagram.ink import Ink
from ui.diagram.request_texts import stage_text
from ui.inspector import numbers
from ui.inspector.places import Here, PlaceHistory, PlaceState
from ui.inspector.sparkline import LEAST, MOST, Sparkline
from ui.inspector.words import REQUEST

_WIDE, _WIDEST = 640, 1400
"""From here on histories stand beside the figures; and requests too."""
_MOST_FIGURES, _ANY_WIDTH = 420, 16777215
"""A figure further from its name is not read with it."""
_LEAST_TOP = 10
"""A queue of three must not look full."""
_BETWEEN = 10
"""Histories."""
_LISTED = 6
"""Requests that are named where there is no room beside the figures."""


class PlaceView(QScrollArea):
    """Shows a `PlaceState` and its `PlaceHistory`."""

    request_chosen = Signal(int)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        self._shown: tuple[PlaceState, PlaceHistory, Scenario] | None = None
        self.caption, self.facts, self.requests = (QLabel() for _ in range(3))
        self.first, self.second = Sparkline(ink), Sparkline(ink)
        self.caption.setProperty("role", "muted")
        for label in (self.caption, self.facts, self.requests):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            label.linkActivated.connect(self._on_link)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()

    def _arrange(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 0, 14, 12)
        column.setSpacing(6)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(32)
        figures, histories = QVBoxLayout(), QVBoxLayout()
        self._figures = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for part in (self.facts, self.requests):
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._figures.addWidget(part)
        figures.addLayout(self._figures)
        figures.addStretch(1)
        for history in (self.first, self.second):
            histories.addWidget(history)
        histories.setSpacing(_BETWEEN)
        histories.addStretch(1)
        self._columns.addLayout(figures, 1)
        self._columns.addLayout(histories, 1)
        column.addWidget(self.caption)
        column.addLayout(self._columns, 1)
        self.setWidget(body)

    def show_place(self, state: PlaceState, history: PlaceHistory, scenario: Scenario) -> None:
        """Show this from now on."""
        self._shown = state, history, scenario
        self.caption.setText(self._explanation(state.place))
        self.facts.setText(_table(self._facts(state, scenario), self._css("text.secondary")))
        self._show_requests(state)
        self._show_history(state, history)

    @property
    def is_whole(self) -> bool:
        """Whether all of the history is there; it is read in pieces."""
        return self._shown is None or self._shown[1].is_whole

    def use_ink(self, ink: Ink) -> None:
        """The colours changed."""
        self._ink = ink
        self.first.use_ink(ink)
        self.second.use_ink(ink)
        if self._shown is not None:
            self.show_place(*self._shown)

    # Figures

    def _facts(self, state: PlaceState, scenario: Scenario) -> list[tuple[str, str]]:
        kind = state.place.partition(":")[0]
        if kind == "client":
            return self._client_facts(state)
        if kind == "worker":
            return self._worker_facts(state, scenario)
        if state.messages is not None:
            return self._consumer_facts(state) if kind == "consumer" else self._queue_facts(state, state.messages)
        if kind == "service":
            return [
                (self.tr("in service"), numbers.count(state.in_service)),
                (self.tr("waiting"), numbers.count(state.waiting)),
            ]
        oldest = state.longest[0].since_ns if state.longest else state.time_ns
        return [
            (self.tr("waiting to be accepted"), numbers.count(state.waiting)),
            (self.tr("room for"), numbers.count(scenario.server.accept_capacity)),
            (self.tr("the first has waited"), numbers.length(state.time_ns - oldest) if state.longest else "–"),
        ]

    def _consumer_facts(self, state: PlaceState) -> list[tuple[str, str]]:
        return [
            (self.tr("works on"), numbers.count(state.in_service)),
            (self.tr("reserved, not begun"), numbers.count(state.waiting)),
        ]

    def _queue_facts(self, state: PlaceState, counts: MessageCounts) -> list[tuple[str, str]]:
        return [
            (self.tr("messages waiting"), numbers.count(state.waiting)),
            (self.tr("hidden until their time-out"), numbers.count(counts.hidden)),
            (self.tr("published so far"), numbers.count(counts.published)),
            (self.tr("completed"), numbers.count(counts.completed)),
            (self.tr("delivered again"), numbers.count(counts.redelivered)),
            (self.tr("failed"), numbers.count(counts.failed)),
            (self.tr("dead letters"), numbers.count(counts.dead_lettered)),
        ]

    def _worker_facts(self, state: PlaceState, scenario: Scenario) -> list[tuple[str, str]]:
        holder = self.tr("nobody")
        if state.holder is not None:
            holder = self._link(state.holder.request_id)
        facts = [
            (self.tr("loop held, last second"), numbers.percent(state.share or 0.0)),
            (self.tr("loop held now by"), holder),
            (self.tr("waiting"), numbers.count(state.waiting)),
            (self.tr("at work or in I/O"), numbers.count(state.in_service)),
        ]
        if any(route.handler == "threadpool" for route in scenario.routes):
            threads = f"{numbers.count(state.threads)} / {numbers.count(scenario.server.thread_limit)}"
            facts.append((self.tr("threads taken"), threads))
        return facts

    def _client_facts(self, state: PlaceState) -> list[tuple[str, str]]:
        median, late = state.response_ns or (None, None)
        return [
            (self.tr("in flight"), numbers.count(state.in_service)),
            (self.tr("sent, last second"), f"{numbers.plain(round(state.sent_per_s or 0.0, 1))}/s"),
            (self.tr("median response time"), "–" if median is None else numbers.length(median)),
            (self.tr("95 % were faster than"), "–" if late is None else numbers.length(late)),
        ]

    def _show_requests(self, state: PlaceState) -> None:
        count = state.waiting + state.in_service
        shown = state.longest[: self._most_listed(count)]
        lines = [self._line(here, state.time_ns) for here in shown]
        if more := count - len(lines) if lines else 0:
            lines.append((self.tr("and {count} more").format(count=numbers.count(more)), ""))
        self.requests.setVisible(bool(lines))
        title = self.tr("Requests there, the longest first")
        self.requests.setText(_table(lines, self._css("text.secondary"), html.escape(title)))

    def _most_listed(self, count: int) -> int:
        """As many as there is room for below their title, where they stand beside the figures."""
        if self.width() < _WIDEST:
            return _LISTED
        row = self.fontMetrics().height() + 4
        rows = self._room // row - 1
        # The last row may be how many more there are.
        return max(_LISTED, rows if rows >= count else rows - 1)

    def _line(self, here: Here, now_ns: int) -> tuple[str, str]:
        doing = html.escape(stage_text(here.stage, holds_loop=here.holds_loop))
        return f"{self._link(here.request_id)} · {doing}", numbers.length(now_ns - here.since_ns)

    def _link(self, request_id: int) -> str:
        style = f"color: {self._css('accent.text')}; font-weight: 600; text-decoration: none"
        return f'<a href="{REQUEST}{request_id}" style="{style}">{numbers.count(request_id)}</a>'

    def _css(self, token: str) -> str:
        return self._ink.colour(token).name()

    # History

    def _show_history(self, state: PlaceState, history: PlaceHistory) -> None:
        is_client = state.place.startswith("client:")
        first = self.tr("in flight") if is_client else self.tr("waiting")
        waiting = history.in_service if is_client else history.waiting
        present = state.in_service if is_client else state.waiting
        token = "activity.travelling" if is_client else "activity.waiting"
        self._show_count(self.first, first, waiting, history, (present, token))
        if history.share is not None:
            texts = (self.tr("loop held"), numbers.percent(state.share or 0.0), numbers.percent(1), *_ends(history))
            self.second.show_series(history.share, texts, 1.0, "activity.on_cpu")
        else:
            service = self.tr("in service")
            self._show_count(self.second, service, history.in_service, history, (state.in_service, "activity.in_io"))
        has_served = state.place.startswith(("service:", "consumer:"))
        self.second.setVisible(history.share is not None or has_served)
        self.first.setVisible(not state.place.startswith("service:") or bool(np.nansum(history.waiting)))

    def _show_count(
        self,
        line: Sparkline,
        name: str,
        values: NDArray[np.float64],
        history: PlaceHistory,
        present: tuple[int, str],
    ) -> None:
        top = _round_top(max(_LEAST_TOP, float(np.nanmax(values, initial=0.0))))
        texts = (name, numbers.count(present[0]), numbers.count(top), *_ends(history))
        line.show_series(values, texts, top, present[1])

    def _explanation(self, place: str) -> str:
        return {
            "worker": self.tr("A process with one event loop: one request at a time computes in it."),
            "client": self.tr("A source of requests."),
            "service": self.tr("Works on what the handlers wait for."),
            "broker": self.tr("Messages that routes have put here, for consumers to work on after the answer."),
            "consumer": self.tr("A process of its own that works on messages, apart from the server."),
        }.get(
            place.partition(":")[0],
            self.tr("Connections that the system has made and no worker has accepted yet; workers pull from it."),
        )

    def _on_link(self, link: str) -> None:
        self.request_chosen.emit(int(link.removeprefix(REQUEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_wide, is_widest = self.width() >= _WIDE, self.width() >= _WIDEST
        self._columns.setDirection(side if is_wide else below)
        self._figures.setDirection(side if is_widest else below)
        self._figures.setSpacing(32 if is_widest else 12)
        for part in (self.facts, self.requests):
            part.setMaximumWidth(_MOST_FIGURES if is_wide else _ANY_WIDTH)
        for history in (self.first, self.second):
            history.setFixedHeight(self._history_height if is_wide else LEAST)
        if self._shown is not None:
            self._show_requests(self._shown[0])

    @property
    def _room(self) -> int:
        """Below the caption."""
        return self.viewport().height() - self.caption.sizeHint().height() - 18

    @property
    def _history_height(self) -> int:
        """Both are seen at once."""
        return min(MOST, max(LEAST, (self._room - _BETWEEN) // 2))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._shown is not None:
            self.show_place(*self._shown)
        super().changeEvent(event)


def _ends(history: PlaceHistory) -> tuple[str, str]:
    if not len(history.times_ns):
        return "", ""
    first, last = (f"{numbers.plain(round(float(at) / NS_PER_S, 2))} s" for at in history.times_ns[[0, -1]])
    return first, last


def _round_top(value: float) -> int:
    size = 10 ** max(0, len(str(int(value))) - 1)
    return int(ceil(value / (size / 2)) * size / 2) if size > 1 else ceil(value)


def _table(rows: list[tuple[str, str]], colour: str, title: str = "") -> str:
    """Names at the left, values at the right; all of it is rich text."""
    head = f'<tr><td colspan="2" style="color: {colour}; padding: 2px 0">{title}</td></tr>' if title else ""
    body = "".join(
        f'<tr><td style="color: {colour}; padding: 2px 0">{name}</td>'
        f'<td align="right" style="font-weight: 600; padding: 2px 0">{value}</td></tr>'
        for name, value in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{head}{body}</table>'
