"""The stage of a lesson in the window: made with the first lesson, and wired to all that it leads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from simulator.lesson import Shelved
from ui.charts.panel import ChartsPanel
from ui.lessons.chart_gap import chart_gap
from ui.lessons.conductor import Conductor
from ui.lessons.course import Course
from ui.lessons.spotlight import Spotlight
from ui.lessons.stage import Stage
from ui.lessons.walk import Phase
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_LIT_MS = 4000
"""How long a light stays on a picture that moves already."""


def course_of(window: "MainWindow") -> Course:
    """The window's lessons, read when they are asked for first."""
    found = window.findChild(Course)
    return found if found is not None else Course(window.preferences, window)


def add(window: "MainWindow") -> Stage:
    """Make and wire it. The one who leads is a child of the stage: `stage.findChild(Conductor)`."""
    stage = Stage(window.appearance.theme)
    conductor = Conductor(window.session, stage, course_of(window), stage)
    conductor.language = window.language.code
    guide = LessonInWindow(window, stage, conductor)
    # Who asked for the stage before there was one chooses a lesson first.
    QTimer.singleShot(0, guide, guide.offer)
    return stage


class LessonInWindow(QObject):
    """What of a lesson concerns the rest of the window."""

    def __init__(self, window: "MainWindow", stage: Stage, conductor: Conductor) -> None:
        super().__init__(stage)
        self._window, self._conductor = window, conductor
        self._light = Spotlight(window.appearance.theme, window.diagram)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_LIT_MS)
        self._fade.timeout.connect(lambda: self._light.point_at(None))
        self._speed = window.session.speed
        self._had_panel = True
        window.installEventFilter(self)
        commands = window.commands
        for signal, slot in (
            (window.appearance.changed, self._on_theme),
            (window.appearance.changed, stage.use_theme),
            (window.language.changed, self._on_language),
            (window.session.mode_changed, self._on_mode),
            (window.session.opened, self._on_opened),
            (conductor.came, self._on_came),
            (conductor.said, window.status.say),
            (conductor.finished, self._on_finished),
            (stage.close_asked, self.close),
            (course_of(window).rewritten, self._on_rewritten),
            (commands["lesson"].toggled, self._on_toggled),
            (commands["lesson_next"].triggered, conductor.next),
            (commands["lesson_back"].triggered, conductor.back),
            (commands["lesson_again"].triggered, conductor.again),
            (commands["lesson_hurry"].triggered, self._on_hurry),
        ):
            signal.connect(slot)

    def open(self, each: Shelved, step: str = "") -> None:
        """Begin a lesson, or go on at a step, after asking about unsaved changes."""
        if each.lesson is None or not self._window.files.may_leave():
            return
        if self._conductor.walk is None:
            self._speed, self._had_panel = self._window.session.speed, self._window.commands["panel"].isChecked()
            self._window.commands["panel"].setChecked(False)
        self._window.commands["lessons"].setChecked(False)
        self._conductor.open(each.lesson, step)
        self._window.parts.show("lesson")
        self._conductor.take_focus()

    def close(self) -> None:
        """The lesson is left; its server stays, to be played with."""
        self._window.commands["lesson"].setChecked(False)

    def offer(self) -> None:
        """Where the stage is wanted and empty: the shelf."""
        if self._window.commands["lesson"].isChecked() and self._conductor.walk is None:
            self._window.commands["lesson"].setChecked(False)
            self._window.parts.show("lessons")

    def _on_opened(self) -> None:
        if self._window.session.source is not None:
            # Somebody opened a scenario: the lesson's server is gone.
            self.close()

    def _on_toggled(self, is_wanted: bool) -> None:
        if is_wanted:
            self.offer()
        elif self._conductor.walk is not None:
            self._conductor.close()
            self._window.session.set_speed(self._speed)
            self._window.commands["panel"].setChecked(self._had_panel)

    def _on_came(self) -> None:
        walk = self._conductor.walk
        is_free = walk is None or (walk.phase is Phase.SEEN and not self._conductor.rules.are_parameters_locked)
        self._window.places.panel.setEnabled(is_free)
        self._shine()
        self._draw_gap()

    def _draw_gap(self) -> None:
        """The prediction, and what became of it, on the chart of the run."""
        charts = self._window.parts.get("charts")
        if isinstance(charts, ChartsPanel):
            rules = self._conductor.rules
            charts.show_gap(chart_gap(self._conductor.walk, are_answers_hidden=rules.are_answers_hidden))

    def _shine(self) -> None:
        """A light on what is spoken of, until something moves there."""
        walk = self._conductor.walk
        place = walk.plan.step.spotlight if walk is not None else None
        is_new = walk is not None and walk.answer is None and walk.phase is not Phase.RUNNING and not walk.tried
        self._light.point_at(place if is_new else None)
        self._choose()
        if is_new and walk is not None and walk.phase is Phase.SEEN:
            self._fade.start()
        else:
            self._fade.stop()

    def _choose(self) -> None:
        walk = self._conductor.walk
        place = walk.plan.step.spotlight if walk is not None else None
        self._window.diagram.select_place(place.partition("/")[0] if place else None)

    def _on_mode(self) -> None:
        if self._conductor.walk is not None:
            self._choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close and self._conductor.walk is not None:
            # The speed that is remembered is the user's, not the lesson's.
            self._window.session.set_speed(self._speed)
        return super().eventFilter(watched, event)

    def _on_hurry(self) -> None:
        walk = self._conductor.walk
        if walk is not None and walk.phase is Phase.PREDICT:
            self._conductor.predict(None)
        self._conductor.hurry()

    def _on_finished(self) -> None:
        self.close()
        self._window.parts.show("lessons")

    def _on_rewritten(self, each: Shelved) -> None:
        self._conductor.reload(each)

    def _on_theme(self, theme: Theme) -> None:
        self._light.use_theme(theme)

    def _on_language(self, code: str) -> None:
        self._conductor.language = code
        self._conductor.show()
        self._draw_gap()
