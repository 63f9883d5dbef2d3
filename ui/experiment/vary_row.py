"""One key that varies: which, its values, and, where the cheapest is looked for, its price."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.experiment.choices import Choice
from ui.parameters import texts
from ui.parameters.specs import SPECS
from ui.parameters.typed import Unit

KEY_SHARE, VALUES_SHARE = 4, 3


class VaryRow(QWidget):
    """The values change with the key, until somebody types some."""

    def __init__(
        self,
        proposed: Callable[[Choice], str],
        *,
        is_optional: bool,
        has_price: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._proposed, self._is_optional = proposed, is_optional
        self._choices: tuple[Choice, ...] = ()
        self.key, self.values, self.price = QComboBox(self), QLineEdit(self), QLineEdit(self)
        self.key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.price.setFixedWidth(72)
        self.price.setVisible(has_price)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.key, KEY_SHARE)
        row.addWidget(self.values, VALUES_SHARE)
        row.addWidget(self.price, 1)
        self.key.currentIndexChanged.connect(self._propose)
        self._retranslate()

    def offer(self, choices: Sequence[Choice], first: int) -> None:
        """Keys that there are; the one that is chosen stays where it is still there."""
        before = self.asked
        self._choices = tuple(choices)
        self._name()
        known = [choice.key for choice in self._choices]
        wanted = known.index(before[0]) if before is not None and before[0] in known else first
        self.key.setCurrentIndex(wanted + self._is_optional if wanted >= 0 else 0)
        if before is not None and before[0] in known:
            self.values.setText(before[1])

    def axis_of(self, key: str) -> str:
        """In the words of the window, with the unit of numbers that have none; the key itself where there is none."""
        choice = next((choice for choice in self._choices if choice.key == key), None)
        if choice is None:
            return key
        is_rate = any(spec.parameter is choice.parameter and spec.unit is Unit.PER_SECOND for spec in SPECS)
        return f"{_label(choice)} ({Unit.PER_SECOND.sign})" if is_rate else _label(choice)

    @property
    def asked(self) -> tuple[str, str] | None:
        """Key and values; None where none is chosen."""
        choice = self._choice
        return None if choice is None else (choice.key, self.values.text())

    @property
    def _choice(self) -> Choice | None:
        index = self.key.currentIndex() - self._is_optional
        return self._choices[index] if 0 <= index < len(self._choices) else None

    def _propose(self) -> None:
        choice = self._choice
        self.values.setText("" if choice is None else self._proposed(choice))
        self.values.setEnabled(choice is not None)
        self.price.setEnabled(choice is not None)

    def _name(self) -> None:
        self.key.blockSignals(True)
        current = self.key.currentIndex()
        self.key.clear()
        if self._is_optional:
            self.key.addItem(self.tr("nothing more"))
        for choice in self._choices:
            self.key.addItem(_label(choice))
            self.key.setItemData(self.key.count() - 1, choice.key, 3)  # the tooltip's role
        self.key.setCurrentIndex(current)
        self.key.blockSignals(False)
        self._propose_if_empty()

    def _propose_if_empty(self) -> None:
        if not self.values.text():
            self._propose()

    def _retranslate(self) -> None:
        self.key.setAccessibleName(self.tr("What varies"))
        self.values.setAccessibleName(self.tr("Values"))
        self.values.setToolTip(self.tr("Such as 1,2,4,8 or 1..32 or 10ms..200ms:5"))
        self.price.setAccessibleName(self.tr("Price of one more"))
        self.price.setPlaceholderText(self.tr("price"))
        self.price.setToolTip(self.tr("What one more costs; without prices the first key weighs most"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._name()
        super().changeEvent(event)


def _label(choice: Choice) -> str:
    label = texts.label(choice.parameter)
    return f"{label} · {choice.place}" if choice.place else label
