"""Until when shall time go: an instant, a number of requests, or a condition."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.until_words import figure_meanings, refusal_text
from ui.session.condition import ConditionError
from ui.session.wishes import COUNTED, CountError, InstantError, Kind, Wish
from ui.theme.fonts import font

_CODE_PX = 11
_SIZE = QSize(640, 400)


class UntilDialog(QDialog):
    """Three ways to say it; what cannot be understood is explained below, and nothing starts."""

    wanted = Signal(object, object)
    """The Goal, and the Wish that it was made of."""

    def __init__(self, wish: Wish, now_s: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self.setObjectName("until_dialog")
        self.setWindowTitle(self.tr("Run until..."))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._radios = {kind: QRadioButton(self) for kind in Kind}
        self._fields = {kind: QLineEdit(self) for kind in Kind}
        self.counted = QComboBox(self)
        self.error = QLabel(self)
        self._lay_out()
        self._show(wish)
        for kind, field in self._fields.items():
            field.installEventFilter(self)
            field.textEdited.connect(self.error.clear)
            field.textEdited.connect(lambda _, radio=self._radios[kind]: radio.setChecked(True))
            self._radios[kind].clicked.connect(field.setFocus)

    def field(self, kind: Kind) -> QLineEdit:
        """Where it is typed."""
        return self._fields[kind]

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        names = {
            Kind.TIME: self.tr("An instant of simulated time"),
            Kind.REQUESTS: self.tr("A number of requests"),
            Kind.CONDITION: self.tr("A condition becomes true"),
        }
        for row, (kind, radio) in enumerate(self._radios.items()):
            radio.setText(names[kind])
            radio.setObjectName(f"until_{kind}")
            self._fields[kind].setObjectName(f"until_{kind}_field")
            self._fields[kind].setAccessibleName(names[kind])
            grid.addWidget(radio, row, 0)
            grid.addLayout(self._beside(kind), row, 1)
        grid.setColumnStretch(1, 1)
        self.error.setProperty("role", "error")
        self.error.setObjectName("until_error")
        self.error.setWordWrap(True)
        self.error.setMinimumHeight(18)
        self.error.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addWidget(self._figures(), 1)
        column.addWidget(self._buttons())

    def _beside(self, kind: Kind) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._fields[kind], 1)
        if kind is Kind.REQUESTS:
            self.counted.setObjectName("until_counted")
            self.counted.setAccessibleName(self.tr("Which requests count"))
            for name, text in zip(COUNTED, (self.tr("sent"), self.tr("finished"), self.tr("completed")), strict=True):
                self.counted.addItem(text, name)
            row.addWidget(self.counted)
        return row

    def _figures(self) -> QLabel:
        """What a condition can name, in two columns."""
        letters = f"font-family: '{font(_CODE_PX, is_code=True).family()}'; font-size: {_CODE_PX}px"
        rows = [
            f'<td style="{letters}; padding: 1px 0">{name}</td><td style="padding: 1px 18px 1px 12px">{meaning}</td>'
            for name, meaning in figure_meanings().items()
        ]
        half = -(-len(rows) // 2)
        pairs = zip(rows[:half], [*rows[half:], *[""] * (2 * half - len(rows))], strict=True)
        table = "".join(f"<tr>{left}{right}</tr>" for left, right in pairs)
        head = self.tr("A condition compares these with > >= < <= == != and joins with and, or, not:")
        said = head.replace(">", "&gt;").replace("<", "&lt;")
        table = f"<table cellspacing='0' cellpadding='0' style='margin-top:6px'>{table}</table>"
        label = QLabel(f"<p>{said}</p>{table}", self)
        label.setProperty("role", "caption")
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        return label

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        go = QPushButton(self.tr("Run"), self)
        go.setObjectName("until_run")
        go.setProperty("primary", True)
        go.setDefault(True)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show(self, wish: Wish) -> None:
        for kind, text in ((Kind.TIME, wish.time), (Kind.REQUESTS, wish.count), (Kind.CONDITION, wish.condition)):
            self._fields[kind].setText(text)
        self.counted.setCurrentIndex(max(0, self.counted.findData(wish.counted)))
        self._radios[wish.kind].setChecked(True)
        self._fields[wish.kind].setFocus()
        self._fields[wish.kind].selectAll()

    @property
    def wish(self) -> Wish:
        """What is typed now."""
        kind = next(kind for kind, radio in self._radios.items() if radio.isChecked())
        texts = {kind: field.text().strip() for kind, field in self._fields.items()}
        return Wish(kind, texts[Kind.TIME], texts[Kind.REQUESTS], self.counted.currentData(), texts[Kind.CONDITION])

    def _on_accepted(self) -> None:
        wish = self.wish
        try:
            goal = wish.goal(self._now_s)
        except (ConditionError, InstantError, CountError) as error:
            self.error.setText(refusal_text(error))
            field = self._fields[wish.kind]
            field.setFocus()
            if isinstance(error, ConditionError):
                field.setSelection(error.at, max(1, len(error.word)))
            else:
                field.selectAll()
            return
        self.accept()
        self.wanted.emit(goal, wish)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for kind, field in self._fields.items():
                if field is watched:
                    self._radios[kind].setChecked(True)
        return super().eventFilter(watched, event)
