"""The guide is whole in both languages, and says the keys and words that the window has."""

import re

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from ui.action_table import ACTS
from ui.guide.dress import dress
from ui.guide.text import GuideText
from ui.guide.topics import Topic, text_of, title_of
from ui.i18n import CODES
from ui.theme.code_grounds import grounds_of
from ui.theme.theme import Theme, ThemeName

_KEY = re.compile(r"(?:Ctrl\+(?:Shift\+)?[A-Z](?![a-z0-9])|Ctrl\+F\d+|Ctrl\+End|(?<![\w+])F\d+)")


@pytest.mark.parametrize("code", CODES)
def test_every_topic_is_there_in_its_own_words(code: str) -> None:
    texts = {topic: text_of(topic, code) for topic in Topic}
    assert len(set(texts.values())) == len(Topic)
    assert all(text.startswith("# ") for text in texts.values())
    if code != "en":
        assert all(texts[topic] != text_of(topic, "en") for topic in Topic)
    assert len({title_of(topic, code) for topic in Topic}) == len(Topic)


def test_the_languages_say_as_much_as_each_other() -> None:
    for topic in Topic:
        one, other = (text_of(topic, code) for code in CODES)
        marks = [line[:2] for line in one.splitlines() if line[:2] in ("- ", "##", "# ", "| ", "``")]
        assert marks == [line[:2] for line in other.splitlines() if line[:2] in ("- ", "##", "# ", "| ", "``")], topic
        assert set(_KEY.findall(one)) == set(_KEY.findall(other)), topic


def test_the_keys_that_it_names_are_those_of_the_window() -> None:
    known = {key for act in ACTS for key in act.keys} | {"F10"}
    for topic in Topic:
        assert set(_KEY.findall(text_of(topic, "en"))) <= known, topic


def test_all_that_is_dressed_is_readable(qapp: object) -> None:
    for topic in Topic:
        document = QTextDocument()
        document.setMarkdown(text_of(topic, "en"))
        plain = document.toPlainText()
        dress(document, Theme(ThemeName.DARK))
        assert document.toPlainText() == plain


def test_a_paragraph_after_a_list_has_the_room_of_any_other(qapp: object) -> None:
    document = QTextDocument()
    document.setMarkdown("# A\n\nB\n\n- c\n- d\n\nE\n\nF")
    dress(document, Theme(ThemeName.LIGHT))
    below = [document.findBlockByNumber(number).blockFormat().bottomMargin() for number in range(6)]
    assert below == [10, 9, 3, 9, 9, 9]


def test_code_has_room_on_its_ground_wherever_the_text_is_scrolled(qtbot: QtBot) -> None:
    theme = Theme(ThemeName.LIGHT)
    text = GuideText(theme)
    qtbot.addWidget(text)
    text.resize(300, 200)
    text.setMarkdown("A\n\n```\nb\n\nc\n```\n\nD\n\n```\ne\n```\n" + "\nF\n" * 20)
    dress(text.document(), theme)
    text.show()
    first, second = grounds_of(text)
    assert first.bottom() + 3 < second.top(), "one for each piece"
    line = text.cursorRect(QTextCursor(text.document().findBlockByNumber(1)))
    assert first.left() + 8 <= line.left()
    assert first.top() + 4 <= line.top()
    text.verticalScrollBar().setValue(40)
    assert grounds_of(text)[0].top() == first.top() - 40
