"""What a search finds in the scenario besides the rows of the panel: keys, each of which leads to its line."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.keys import ENTER
from ui.parameters.finding import matches
from ui.parameters.key_explanations import meaning_of, why_fixed
from ui.parameters.scenario_keys import KeyFact
from ui.theme import Theme
from ui.theme.fonts import font

_HEIGHT, _MARGIN, _GAP = 42, 16, 8
_MOST = 40


class KeyRow(QAbstractButton):
    """A key with its value, and below it why it is fixed, or that it can be typed in the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self.fact: KeyFact | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_fact(self, fact: KeyFact) -> None:
        """Show this key."""
        self.fact = fact
        self._note = self.tr("Can be set in the text") if fact.is_live else why_fixed(fact.table)
        meaning = meaning_of(fact.table, fact.name)
        self.setAccessibleName(f"{fact.key} = {fact.value}")
        self.setAccessibleDescription(f"{meaning} {self._note}")
        self.setToolTip(f"<qt>{escape(meaning)}<br><i>{escape(self._note)}</i></qt>")
        self.update()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.fact is None:
            return
        painter, area = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(area, self._theme.colour("surface.pressed" if self.isDown() else "surface.hover"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent.base"), 2))
            painter.drawRoundedRect(area.adjusted(7, 2, -7, -2), 6, 6)
        room = area.adjusted(_MARGIN, 5, -_MARGIN, -5)
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(room.height() / 2)
        lower.setTop(upper.bottom())
        letters = QFontMetricsF(font(11, is_code=True))
        most = upper.width() * 0.5
        value = letters.elidedText(self.fact.value, Qt.TextElideMode.ElideRight, most)
        self._words(painter, upper, value, "text.primary", is_code=True, is_right=True)
        upper.setRight(upper.right() - letters.horizontalAdvance(value) - _GAP)
        self._words(painter, upper, self.fact.key, "text.secondary", is_code=True)
        self._words(painter, lower, self._note, "text.muted")

    def _words(
        self, painter: QPainter, room: QRectF, text: str, token: str, *, is_code: bool = False, is_right: bool = False
    ) -> None:
        letters = font(11, is_code=is_code)
        painter.setFont(letters)
        painter.setPen(self._theme.colour(token))
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        elided = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, elided)


class KeyList(QWidget):
    """Rows for what is found; hidden where nothing is sought or found."""

    chosen = Signal(str)
    """The dotted key that was chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[KeyFact, ...] = ()
        self._query = ""
        self.rows: list[KeyRow] = []
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setContentsMargins(_MARGIN, 12, _MARGIN, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self.hide()

    def show_facts(self, facts: tuple[KeyFact, ...]) -> None:
        """What there is to find."""
        self._facts = facts
        if self._query:
            self.seek(self._query)

    def seek(self, query: str) -> int:
        """Show what a query names, as far as there is room; how many there are."""
        self._query = query.strip()
        found = [fact for fact in self._facts if self._query and _is_meant(self._query, fact)]
        while len(self.rows) < min(len(found), _MOST):
            row = KeyRow(self._theme, self)
            row.clicked.connect(lambda _=False, row=row: self._on_clicked(row))
            self.rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self.rows):
            if number < len(found):
                row.show_fact(found[number])
            row.setVisible(number < len(found))
        self.setVisible(bool(found))
        return len(found)

    def _on_clicked(self, row: KeyRow) -> None:
        if row.fact is not None:
            self.chosen.emit(row.fact.key)

    def retranslate(self) -> None:
        """The language changed."""
        self._title.setText(self.tr("In the scenario's text"))
        self.seek(self._query)

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        for row in self.rows:
            row.use_theme(theme)


def _is_meant(query: str, fact: KeyFact) -> bool:
    return matches(query, fact.key, fact.key.replace("_", " "), meaning_of(fact.table, fact.name))
