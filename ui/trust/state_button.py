"""Trust in short, at the end of the bar below: how many laws hold; opens the panel."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from ui.theme.fonts import font
from ui.theme.icons import icon
from ui.theme.theme import Theme
from ui.trust.findings import Finding, Verdict, answer
from ui.trust.signs import SIGNS, TOKENS
from ui.trust.watch import TrustWatch
from ui.trust.words import headline, words

_ROOMY = 1600
"""Pixels of the window from which on all is said: below, other things need the bar more."""
_MANY = 8


class TrustStateButton(QToolButton):
    """Keeps its width while its numbers change."""

    def __init__(self, theme: Theme, watch: TrustWatch, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._action = theme, action
        self.watch = watch
        watch.setParent(self)
        self._found: tuple[Finding, ...] = ()
        self._is_roomy = False
        self.setObjectName("trust_state")
        self.setProperty("flat", True)
        self.setFont(font(11, 500))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        watch.looked.connect(self._on_looked)
        self._show()

    def _on_looked(self) -> None:
        if self.watch.found != self._found:
            self._found = self.watch.found
            self._show()

    def use_room(self, width: int) -> None:
        """The window is so wide."""
        if (width >= _ROOMY) is not self._is_roomy:
            self._is_roomy = width >= _ROOMY
            self._show()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self._show()

    def _show(self) -> None:
        verdict = answer(self._found)
        token = TOKENS[verdict]
        self.setIcon(icon(SIGNS[verdict], self._theme, token))
        self.setStyleSheet(f"color: {self._theme.css(token)};")
        self._keep_width()
        said = self._said()
        self._write(said if self._is_roomy else self._short())
        self.setAccessibleName(said)
        self.setAccessibleDescription(headline(self._found) if self._found else "")
        self.setToolTip(self._tip(said))

    def _write(self, text: str) -> None:
        # A style sheet knows no room between icon and text.
        self.setText(f" {text}")

    def _short(self) -> str:
        if not self._found:
            return self.tr("Trust –")
        return self._held_in_short(self._count(Verdict.HOLDS), self._of())

    def _held_in_short(self, held: int, of: int) -> str:
        return self.tr("Trust {held} of {all}").format(held=held, all=of)

    def _held(self, held: int, of: int) -> str:
        return self.tr("Trust: {held} of {all} laws hold").format(held=held, all=of)

    def _early(self, count: int) -> str:
        return self.tr(", too early for {count}").format(count=count)

    def _said(self) -> str:
        if not self._found:
            return self.tr("Trust: too early to tell")
        text = self._held(self._count(Verdict.HOLDS), self._of())
        if failed := self._count(Verdict.FAILS):
            text += self.tr(", broken: {count}").format(count=failed)
        if early := self._count(Verdict.EARLY):
            text += self._early(early)
        return text

    def _tip(self, said: str) -> str:
        if not self._found:
            return said
        laws = (words(finding) for finding in self._found)
        lines = (headline(self._found), *(f"{law.title}: {law.verdict}" for law in laws))
        return "<br>".join((*lines, self._action.toolTip()))

    def _count(self, verdict: Verdict) -> int:
        return sum(finding.verdict is verdict for finding in self._found)

    def _of(self) -> int:
        """The laws of which something can be said, now or later."""
        return len(self._found) - self._count(Verdict.SILENT)

    def _keep_width(self) -> None:
        """As wide as its longest words, whatever it says now."""
        if self._is_roomy:
            self._write(f"{self._held(_MANY, _MANY)}{self._early(_MANY)}")
        else:
            self._write(self._held_in_short(_MANY, _MANY))
        self.setMinimumWidth(self.sizeHint().width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
