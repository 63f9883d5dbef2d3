"""The stage of a lesson, beside the diagram: head, the step's page, and the way on."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.lessons.enter_key import is_enter, press_focused
from ui.lessons.page import Page, Shown
from ui.lessons.steps_bar import StepsBar
from ui.lessons.walk import Phase
from ui.theme import Theme
from ui.theme.icons import icon

_MARGIN = 20
LEAST_WIDTH, WIDTH = 340, 420
_LINE = 24
_SCROLLS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class Stage(QWidget):
    """Shows a step; what is asked of it comes out as signals."""

    page_made = Signal(object)
    """A new Page is shown: whoever answers to it connects now."""
    back_asked = Signal()
    next_asked = Signal()
    again_asked = Signal()
    close_asked = Signal()
    step_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shown | None = None
        self.page: Page | None = None
        self.setObjectName("lesson_stage")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAutoFillBackground(True)
        self._title, self._step = QLabel(self), QLabel(self)
        self.bar = StepsBar(theme, self)
        self.close_button = QToolButton(self)
        self.back, self.again, self.next = (QPushButton(self) for _ in range(3))
        self._scroll = QScrollArea(self)
        self._arrange()
        for signal, slot in (
            (self.back.clicked, self.back_asked),
            (self.again.clicked, self.again_asked),
            (self.next.clicked, self.next_asked),
            (self.close_button.clicked, self.close_asked),
            (self.bar.chosen, self.step_chosen),
        ):
            signal.connect(slot)
        self._retranslate()
        self.use_theme(theme)

    def _arrange(self) -> None:
        self._title.setProperty("role", "title")
        self._step.setProperty("role", "caption")
        self.close_button.setProperty("flat", True)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().setSingleStep(_LINE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 12, _MARGIN, 4)
        head.setSpacing(4)
        head.addLayout(top)
        head.addWidget(self.bar)
        head.addWidget(self._step)
        foot = QHBoxLayout()
        foot.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def show_step(self, shown: Shown) -> None:
        """Show this; what was typed and not committed to stays where the step does."""
        before, draft = self._shown, self.page.draft if self.page is not None else None
        place = self._scroll.verticalScrollBar().value()
        is_same = before is not None and before.walk is shown.walk and self.page is not None
        is_same = is_same and self.page is not None and self.page.step is shown.walk.plan.step
        self._shown = shown
        focused = self.window().focusWidget()
        had_focus = self.page is not None and focused is not None and self.page.isAncestorOf(focused)
        left, self.page = self._scroll.takeWidget(), Page(self._theme, shown)
        self._scroll.setWidget(self.page)
        if left is not None:
            # Not at once: the key or the click that led here may be on its way through it.
            left.hide()
            left.deleteLater()
        if is_same and draft is not None and self.page.guess is not None:
            self.page.guess.show_guess(draft)
        self._scroll.verticalScrollBar().setValue(place if is_same else 0)
        if had_focus:
            self.take_focus()
        self._retranslate()
        self.page_made.emit(self.page)

    def take_focus(self) -> None:
        """To where the step is gone on with: its prediction, else the stage itself, which waits for Enter."""
        guess = self.page.guess if self.page is not None else None
        (guess or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _SCROLLS.get(event.key())
        if way is not None:
            self._scroll.verticalScrollBar().triggerAction(way)
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif not press_focused(self) and self.focusWidget() is self and self.page is not None:
            (self.page.hurry or self.next).click()

    def reveal_answer(self) -> None:
        """Bring what came last into sight, once its place is known: texts take their height after they are shown."""
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        verdict = self.page.findChild(QLabel, "verdict") if self.page is not None else None
        if verdict is not None:
            self._scroll.ensureWidgetVisible(verdict, 0, 200)

    def _retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Close the lesson"))
        self.close_button.setAccessibleName(self.tr("Close the lesson"))
        self.back.setText(self.tr("Back"))
        self.again.setText(self.tr("Once more"))
        self.again.setToolTip(self.tr("This step from its beginning"))
        self._scroll.setAccessibleName(self.tr("The step's text"))
        if self._shown is None:
            return
        walk = self._shown.walk
        count, at = len(walk.lesson.plans), walk.index
        self._title.setText(walk.lesson.texts[self._shown.language].title)
        self._step.setText(self.tr("Step {number} of {count}").format(number=at + 1, count=count))
        self.bar.show_step(at, count)
        self.bar.setAccessibleName(self._step.text())
        heading = walk.texts(self._shown.language).heading
        self.setAccessibleName(f"{self._title.text()}, {self._step.text()}: {heading}")
        self.next.setText(self.tr("Finish") if walk.is_last else self.tr("Next"))
        self.back.setEnabled(not walk.is_first)
        # One button leads on: a prediction's, or a challenge's, until there is nothing more to do here.
        step = walk.plan.step
        is_judged = step.challenge is not None and step.prediction is None
        self.next.setProperty("primary", walk.phase is Phase.SEEN and not is_judged)
        self.next.style().polish(self.next)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.close_button.setIcon(icon("close", theme))
        self.bar.use_theme(theme)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("surface.panel"))
        self.setPalette(palette)
        if self._shown is not None:
            self.show_step(self._shown)
