"""A parameter of the panel: what all rows have, whatever the value is set with."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.parameters import texts
from ui.parameters.heading import Heading
from ui.parameters.offers import Offer, RowState
from ui.parameters.specs import Spec
from ui.parameters.targets import Target, Value
from ui.theme import Theme
from ui.theme.icons import icon

_RESET_PX = 14
OVERHANG = 3
"""By how much a slider's handle stands out of its groove, which is to begin and end where the words do."""


class Row(QWidget):
    """Heading and reset arrow; the control is the subclass's."""

    wanted = Signal(object)
    """A Value that the user set; never emitted by `show_state`."""
    settled = Signal()
    """A drag is over: its last value counts."""
    reset_wanted = Signal()
    target_picked = Signal(str)

    def __init__(self, spec: Spec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.theme = theme
        self.state = RowState(None, None)
        self.is_stale = True
        """Whether the control may show something else than the state."""
        self.target: Target | None = None
        self._offer: Offer | None = None
        self.heading = Heading(theme, is_code=spec.table == "routes", is_to_right=spec.scale is None, parent=self)
        self.reset = QToolButton(self)
        self.reset.setProperty("flat", True)
        self.reset.setIconSize(QSize(_RESET_PX, _RESET_PX))
        self.reset.setIcon(icon("reset", theme, "text.muted"))
        self.reset.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.top = QHBoxLayout()
        self.top.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        self.top.setSpacing(4)
        self.top.addWidget(self.heading, 1)
        self.top.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.top)
        self.heading.chooser.picked.connect(self.target_picked)
        self.heading.refitted.connect(self._on_refitted)
        self.reset.clicked.connect(self._on_reset)
        self.wanted.connect(self._on_wanted)

    def _on_wanted(self) -> None:
        self.is_stale = True

    def _on_refitted(self) -> None:
        # Inside a folded part Qt passes changes of size on to nobody.
        self.top.invalidate()
        self.column.invalidate()
        self.updateGeometry()

    def _on_reset(self) -> None:
        self.reset_wanted.emit()
        self.control.setFocus()

    @property
    def control(self) -> QWidget:
        """What takes the focus for this row."""
        raise NotImplementedError

    @property
    def is_held(self) -> bool:
        """Whether the hand holds its control, and may go on."""
        return False

    def offer(self, offer: Offer, target: Target | None) -> None:
        """A run begins, or another target is chosen."""
        self._offer, self.target, self.is_stale = offer, target, True
        has_name = any(each.name for each in offer.targets) and (len(offer.targets) > 1 or self.spec.scale is None)
        self.heading.chooser.setVisible(has_name)
        self.heading.chooser.show_targets({each.name: texts.target(each) for each in offer.targets})
        if target is not None:
            self.heading.chooser.show_target(target.name)
        self.heading.fit()

    def show_state(self, state: RowState) -> None:
        """Show a value, as somebody else set it or as it was asked for."""
        self.state, self.is_stale = state, False
        self.heading.label.show_changed(state.is_changed)
        self.heading.show_note("" if state.reason is None else texts.reason(state.reason))
        self.reset.setVisible(state.is_changed)
        if state.opening is not None:
            back = self.tr("Back to {value}").format(value=self.said(state.opening))
            self.reset.setToolTip(back)
            self.reset.setAccessibleName(f"{texts.label(self.spec.parameter)}: {back}")

    def said(self, value: Value) -> str:
        """A value in words."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """The language changed."""
        name, meaning = texts.label(self.spec.parameter), texts.explanation(self.spec.parameter)
        self.heading.label.setText(name)
        self.setToolTip(f"<qt>{escape(meaning)}</qt>")
        self.heading.chooser.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(meaning)
        if self._offer is not None:
            self.offer(self._offer, self.target)
        self.show_state(self.state)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self.theme = theme
        self.reset.setIcon(icon("reset", theme, "text.muted"))
        self.heading.use_theme(theme)
