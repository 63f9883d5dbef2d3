"""The bar above: typical pairs to choose from, and what is the same on both sides."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui.compare.pairs import PAIRS
from ui.theme.fonts import font


class PairBar(QWidget):
    """A row of buttons; the pair that is compared stays pressed until one side is changed."""

    pair_chosen = Signal(str)
    """The name of a typical pair."""
    likeness_chosen = Signal()
    """B is to be as A is."""
    save_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._likeness = QLabel(self), _Likeness(self)
        self._title.setFont(font(11))
        self._likeness.setFont(font(11))
        self.like = QToolButton(self)
        self.like.setObjectName("pair_like")
        self.pairs = {pair.name: QToolButton(self) for pair in PAIRS}
        self.save = QToolButton(self)
        self.save.setObjectName("compare_save")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(6)
        row.addWidget(self._title)
        for name, button in self.pairs.items():
            button.setObjectName(f"pair_{name}")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, name=name: self.pair_chosen.emit(name))
            row.addWidget(button)
        row.addWidget(self.like)
        row.addWidget(self._likeness, 1)
        row.addWidget(self.save)
        for button in (*self.pairs.values(), self.like, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.like.clicked.connect(self.likeness_chosen)
        self.save.clicked.connect(self.save_chosen)
        self.setAutoFillBackground(True)
        self._retranslate()

    def offer(self, names: Collection[str]) -> None:
        """The pairs that the scenario has what it takes for."""
        for name, button in self.pairs.items():
            button.setVisible(name in names)

    def show_pair(self, name: str) -> None:
        """The one that is compared; empty: none of them."""
        for each, button in self.pairs.items():
            button.setChecked(each == name)

    def show_likeness(self, texts: tuple[str, str]) -> None:
        """What is the same on both sides, and what is not; and the latter alone."""
        self._likeness.show_texts(texts)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(QCoreApplication.translate("Compare", "Typical pairs"))
        for pair in PAIRS:
            self.pairs[pair.name].setText(QCoreApplication.translate("Pairs", str(pair.title)))
        self.like.setText(QCoreApplication.translate("Compare", "B like A"))
        self.like.setToolTip(QCoreApplication.translate("Compare", "Begin again with B as A is now"))
        self.save.setText(QCoreApplication.translate("Compare", "Save..."))
        self.save.setToolTip(
            QCoreApplication.translate("Compare", "Save both as scenarios, and a file that opens them")
        )


class _Likeness(QLabel):
    """Says as much as there is room for: it is never so important that the window must be wider for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = ("", "")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_texts(self, texts: tuple[str, str]) -> None:
        """A long one and a short one."""
        self._texts = texts
        self.setToolTip(texts[0])
        self.setAccessibleName(texts[0])
        self._fit()

    def _fit(self) -> None:
        long, short = self._texts
        metrics, room = self.fontMetrics(), self.width()
        is_roomy = metrics.horizontalAdvance(long) <= room
        self.setText(long if is_roomy else metrics.elidedText(short, Qt.TextElideMode.ElideMiddle, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
