"""The bar below: simulated time, speed reached, pictures a second, and how many requests there are."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.actions import Actions
from ui.progress import Progress
from ui.status_cell import Cell, Elided, ink
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.toolbar_speed import action_button, speed_text

_HEIGHT = 26
_SAID_MS = 6000
_NARROW, _NARROWEST = 1540, 1280
_LONG = 380
"""What is said has about so much room beside all cells where the window is narrow."""


class Status(NamedTuple):
    """What the bar says of one instant."""

    time_s: float
    is_rewound: bool
    speed: float | None
    """Simulated seconds per wall second that are asked for; None: as many as can be."""
    reached_speed: float | None
    """None: time stands still, or it is too early to tell."""
    is_limited_by_cpu: bool
    frames_per_s: float | None
    sent: int
    in_flight: int


class StatusBar(QWidget):
    """A row of figures, each in a column of its own that does not move."""

    resized = Signal(int)
    """To this width."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status = Status(0.0, False, 1.0, None, False, None, 0, 0)
        self.setObjectName("status_bar")
        self.setFixedHeight(_HEIGHT)
        self._cells = {name: Cell(name, self) for name in ("time", "speed", "picture", "sent", "finished", "in_flight")}
        self._limited = QLabel(self)
        self._limited.setObjectName("limited_by_cpu")
        self._limited.setFont(font(11, 500))
        self._limited.setContentsMargins(0, 0, 20, 0)
        self._said = Elided(self, QSizePolicy.Policy.Ignored)
        self._said.setObjectName("said")
        self._said.setFont(font(11, 500))
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._said_timer = QTimer(self)
        self._said_timer.setSingleShot(True)
        self._said_timer.timeout.connect(lambda: self._show_said(""))
        self.to_now = action_button(actions, "to_now", self)
        self.to_now.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.to_now.setProperty("flat", True)
        self.branch = action_button(actions, "branch", self)
        self.branch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.branch.setProperty("flat", True)
        self.branching, self.checking = self._progresses = Progress(self), Progress(self)
        for progress in self._progresses:
            progress.shown_changed.connect(self._show_ways)
        self.seat = QWidget(self)
        self._lay_out()
        self.use_theme(theme)
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(0)
        for cell in self._cells.values():
            row.addWidget(cell)
        # Behind the figures: it comes and goes, and they stay.
        row.addWidget(self._limited)
        row.addWidget(self._said, 1)
        row.addSpacing(8)
        for progress in self._progresses:
            row.addWidget(progress)
        row.addWidget(self.branch)
        row.addSpacing(8)
        row.addWidget(self.to_now)
        row.addSpacing(8)
        row.addWidget(self.seat)

    def say(self, text: str) -> None:
        """Something was done: said for a while."""
        self._show_said(text)
        self._said_timer.start(_SAID_MS)

    def keep_saying(self, text: str) -> None:
        """Something holds: said until something else is; empty: no more."""
        self._said_timer.stop()
        self._show_said(text)

    def _show_said(self, text: str) -> None:
        self._said.setText(text)
        self._said.setToolTip(text)
        self._said.setAccessibleName(text)
        self._give_way()

    def _give_way(self) -> None:
        """In the past there are neither a speed nor pictures a second: a narrow bar has their room for what is said.

        At rest there are no pictures either, but would be soon: only what is long is worth that the other cells move.
        """
        is_long = self._said.fontMetrics().horizontalAdvance(self._said.text()) > _LONG
        is_free = self._status.is_rewound or (is_long and self._status.frames_per_s is None)
        is_needed = bool(self._said.text()) or self._is_busy or self.width() < _NARROWEST
        is_wanted = is_needed and is_free and self.width() < _NARROW
        gone = {"picture": is_wanted, "speed": is_wanted and self._status.is_rewound}
        for name, is_hidden in gone.items():
            self._cells[name].setHidden(is_hidden)

    def show_status(self, status: Status) -> None:
        """Say this from now on."""
        if status.is_rewound != self._status.is_rewound:
            self._status = status
            self._colour()
        self._status = status
        count, seconds = QLocale().toString, _time_text(status.time_s)
        self._cells["time"].say(seconds)
        self._cells["speed"].say(self._speed_text(status))
        frames = status.frames_per_s
        self._cells["picture"].say("–" if frames is None else self.tr("{count} frames/s").format(count=round(frames)))
        self._cells["sent"].say(count(status.sent))
        self._cells["finished"].say(count(status.sent - status.in_flight))
        self._cells["in_flight"].say(count(status.in_flight))
        self._limited.setVisible(status.is_limited_by_cpu)
        self._show_ways()

    def _show_ways(self) -> None:
        """Out of the past; not while something is on its way there, which then has their room."""
        for button in (self.branch, self.to_now):
            button.setVisible(self._status.is_rewound and not self._is_busy)
        self._give_way()

    @property
    def _is_busy(self) -> bool:
        return any(progress.is_shown for progress in self._progresses)

    def _speed_text(self, status: Status) -> str:
        reached = "–" if status.reached_speed is None else speed_text(status.reached_speed)
        if status.speed is None:
            return reached
        return self.tr("{reached} of {asked}").format(reached=reached, asked=speed_text(status.speed))

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self._colour()
        self.update()

    def _colour(self) -> None:
        for name, cell in self._cells.items():
            is_past = name == "time" and self._status.is_rewound
            ink(cell.name, self._theme, "text.muted")
            ink(cell.value, self._theme, "accent.text" if is_past else "text.primary")
        ink(self._limited, self._theme, "state.blocked_text")
        ink(self._said, self._theme, "accent.text")

    def _retranslate(self) -> None:
        names = {
            "time": self.tr("t"),
            "speed": self.tr("speed"),
            "picture": self.tr("picture"),
            "sent": self.tr("sent"),
            "finished": self.tr("finished"),
            "in_flight": self.tr("in flight"),
        }
        tips = {
            "time": self.tr("Simulated time"),
            "speed": self.tr("Simulated seconds in a second of real time: reached, and asked for"),
            "picture": self.tr("Pictures of the diagram in a second"),
            "sent": self.tr("Requests sent"),
            "finished": self.tr("Requests that ended, whatever their outcome"),
            "in_flight": self.tr("Requests sent and not ended"),
        }
        widest = {
            "time": _time_text(88888.888),
            "speed": self.tr("{reached} of {asked}").format(reached="0.888×", asked="0.888×"),
            "picture": self.tr("{count} frames/s").format(count=88),
            "sent": QLocale().toString(8_888_888),
            "finished": QLocale().toString(8_888_888),
            "in_flight": QLocale().toString(88_888),
        }
        for name, cell in self._cells.items():
            cell.name.setText(names[name])
            cell.value.setToolTip(tips[name])
            cell.value.setAccessibleName(tips[name])
            cell.value.setMinimumWidth(cell.value.fontMetrics().horizontalAdvance(widest[name]))
        self._limited.setText(self.tr("limited by CPU"))
        self._limited.setToolTip(self.tr("This computer cannot simulate as fast as was asked for"))
        self.show_status(self._status)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            # Cells move: the lines between them were drawn by nobody else.
            self.update()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()
        self.resized.emit(event.size().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface.panel"))
        painter.setPen(self._theme.colour("border.hairline"))
        painter.drawLine(0, 0, self.width(), 0)
        for cell in list(self._cells.values())[1:]:
            if cell.isHidden():
                continue
            x = cell.x() - 10
            painter.drawLine(x, 8, x, self.height() - 7)


def _time_text(seconds: float) -> str:
    return f"{QLocale().toString(seconds, 'f', 3)} s"
