"""The words of a line of TOML and what they are."""

import pytest

from ui.scenario_text.syntax import Part, parts


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("workers = 4  # for now", [("workers", Part.KEY), ("4", Part.NUMBER), ("# for now", Part.COMMENT)]),
        ("[[clients]]", [("[[clients]]", Part.TABLE)]),
        ('name = "a # b"', [("name", Part.KEY), ('"a # b"', Part.STRING)]),
        (
            '{ cpu = "1ms", count = 2 }',
            [("cpu", Part.KEY), ('"1ms"', Part.STRING), ("count", Part.KEY), ("2", Part.NUMBER)],
        ),
        ("keep_alive = false", [("keep_alive", Part.KEY), ("false", Part.NUMBER)]),
        ("rate = -1.5e3", [("rate", Part.KEY), ("-1.5e3", Part.NUMBER)]),
    ],
)
def test_a_line(line: str, words: list[tuple[str, Part]]) -> None:
    found, state = parts(line, 0)
    assert [(line[begin : begin + length], part) for begin, length, part in found] == words
    assert state == 0


def test_a_text_of_several_lines() -> None:
    found, state = parts('description = """first', 0)
    assert [part for _, _, part in found] == [Part.KEY, Part.STRING, Part.STRING]
    assert state == 1
    found, state = parts("still # text", 1)
    assert found == [(0, 12, Part.STRING)]
    assert state == 1
    found, state = parts('end""" # over', 1)
    assert [part for _, _, part in found] == [Part.STRING, Part.COMMENT]
    assert state == 0
