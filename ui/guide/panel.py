"""The guide: a list of topics, and the text of one."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.guide.dress import dress
from ui.guide.text import GuideText
from ui.guide.topics import Topic, text_of, title_of
from ui.theme.icons import icon
from ui.theme.theme import Theme

_TOPICS = tuple(Topic)


class GuidePanel(QWidget):
    """Shows a topic in a language; switching either keeps the place as well as it can."""

    def __init__(self, theme: Theme, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._code, self._topic = theme, code, Topic.FIRST_STEPS
        self.topics, self.text = QComboBox(self), GuideText(theme, self)
        self.before, self.after = QToolButton(self), QToolButton(self)
        self._arrange()
        self.topics.currentIndexChanged.connect(lambda index: self.show_topic(_TOPICS[index]))
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(+1))
        self.use_theme(theme)
        self._retranslate()

    def _arrange(self) -> None:
        self.topics.setObjectName("guide_topics")
        self.text.setObjectName("guide_text")
        self.text.setOpenExternalLinks(True)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(4)
        head.addWidget(self.topics, 1)
        for name, button in (("guide_before", self.before), ("guide_after", self.after)):
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self.topics.addItems([""] * len(_TOPICS))
        self.setAutoFillBackground(True)

    @property
    def topic(self) -> Topic:
        """What is shown."""
        return self._topic

    def show_topic(self, topic: Topic) -> None:
        """Show another topic, from its beginning."""
        self._topic = topic
        self.topics.setCurrentIndex(_TOPICS.index(topic))
        self._write()
        self.text.verticalScrollBar().setValue(0)

    def use_language(self, code: str) -> None:
        """Speak this from now on."""
        self._code = code
        self._retranslate()

    def use_theme(self, theme: Theme) -> None:
        """The colours changed."""
        self._theme = theme
        self.text.use_theme(theme)
        self.before.setIcon(icon("slower", theme))
        self.after.setIcon(icon("faster", theme))
        background = self.palette()
        background.setColor(self.backgroundRole(), theme.colour("surface.panel"))
        self.setPalette(background)
        self._write()

    def _go(self, step: int) -> None:
        self.show_topic(_TOPICS[(_TOPICS.index(self._topic) + step) % len(_TOPICS)])

    def _write(self) -> None:
        bar = self.text.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        document = QTextDocument(self.text)
        document.setMarkdown(text_of(self._topic, self._code))
        dress(document, self._theme)
        self.text.setDocument(document)
        bar.setValue(round(share * bar.maximum()))

    def _retranslate(self) -> None:
        is_blocked = self.topics.blockSignals(True)
        for number, topic in enumerate(_TOPICS):
            self.topics.setItemText(number, title_of(topic, self._code))
        self.topics.blockSignals(is_blocked)
        self.topics.setAccessibleName(self.tr("Topic of the guide"))
        self.text.setAccessibleName(self.tr("Guide"))
        for button, words in ((self.before, self.tr("The topic before")), (self.after, self.tr("The next topic"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._write()

    def sizeHint(self) -> QSize:
        return QSize(360, 420)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
