"""Code in a text stays whole, and is copied as it was written."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from ui.lessons.prose import Prose
from ui.theme.code_grounds import grounds_of
from ui.theme.theme import Theme, ThemeName

TEXT = "A resposta de `/professor/create` vem de `uvicorn main:app --workers 4`, e os e-mails saem."


def shown(qtbot: QtBot) -> Prose:
    prose = Prose(Theme(ThemeName.LIGHT), TEXT)
    qtbot.addWidget(prose)
    return prose


def test_a_path_does_not_leave_its_slash_behind(qtbot: QtBot) -> None:
    prose = shown(qtbot)
    for width in range(160, 400, 12):
        prose.document().setTextWidth(width)
        layout = prose.document().begin().layout()
        text = prose.document().begin().text()
        lines = [layout.lineAt(index) for index in range(layout.lineCount())]
        ends = [text[line.textStart() : line.textStart() + line.textLength()].rstrip() for line in lines]
        assert not [line for line in ends if line.endswith(("/", "-"))]


def test_lines_stand_as_far_apart_with_code_as_without(qtbot: QtBot) -> None:
    prose, plain = shown(qtbot), Prose(Theme(ThemeName.LIGHT), TEXT.replace("/", "x").replace("-", "x"))
    qtbot.addWidget(plain)
    heights = []
    for each in (prose, plain):
        each.document().setTextWidth(2_000)
        heights.append(each.document().size().height())
    assert heights[0] == heights[1]


def test_what_is_copied_and_spoken_is_what_was_written(qtbot: QtBot) -> None:
    prose = shown(qtbot)
    prose.selectAll()
    plain = TEXT.replace("`", "")
    assert prose.createMimeDataFromSelection().text() == plain
    assert prose.accessibleName() == plain


CODE = "```\nfirst = 1\nsecond = 2\n```"


@pytest.mark.parametrize("text", [CODE, f"Before.\n\n{CODE}", f"{CODE}\n\nAfter.", f"Before.\n\n{CODE}\n\nAfter."])
def test_code_has_room_on_its_ground_wherever_it_stands(text: str, qtbot: QtBot) -> None:
    prose = Prose(Theme(ThemeName.LIGHT), text)
    qtbot.addWidget(prose)
    prose.resize(300, prose.height())
    prose.show()
    (ground,) = grounds_of(prose)
    lines = [
        prose.document().documentLayout().blockBoundingRect(block)
        for block in iter_blocks(prose)
        if block.text().startswith(("first", "second"))
    ]
    assert len(lines) == 2
    assert ground.top() <= lines[0].top() - 5
    assert ground.bottom() >= lines[1].bottom() + 5
    assert all(block.blockFormat().leftMargin() >= 8 for block in iter_blocks(prose) if "=" in block.text())
    assert prose.viewport().rect().toRectF().adjusted(0, 0, 0, 1).contains(ground)
    others = [
        prose.document().documentLayout().blockBoundingRect(block)
        for block in iter_blocks(prose)
        if block.text() in ("Before.", "After.")
    ]
    assert not any(ground.adjusted(0, -3, 0, 3).intersects(other) for other in others)


def iter_blocks(prose: Prose) -> Iterator[QTextBlock]:
    block = prose.document().begin()
    while block.isValid():
        yield block
        block = block.next()
