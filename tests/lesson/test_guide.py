"""What the guide shows of a lesson is a lesson."""

import re
from importlib.resources import files
from pathlib import Path

from simulator.lesson import load_lesson
from simulator.lesson.facts import facts, unanswered


def shown(code: str, kind: str) -> str:
    page = files("resources").joinpath(f"guide/{code}/13_writing_lessons.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{kind}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 1
    return str(blocks[0])


def test_the_examples_of_the_guide_make_a_whole_lesson_in_both_languages(tmp_path: Path) -> None:
    for code in ("en", "pt_BR"):
        (tmp_path / f"{code}.md").write_text(shown(code, "markdown"), encoding="utf-8")
    for code in ("en", "pt_BR"):
        (tmp_path / "lesson.toml").write_text(shown(code, "toml"), encoding="utf-8")
        lesson = load_lesson(tmp_path)
        assert all(fact.is_true for fact in facts(lesson))
        assert list(unanswered(lesson)) == []
