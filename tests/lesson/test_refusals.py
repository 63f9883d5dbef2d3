"""A broken lesson is refused with every problem at once, each with its file and line."""

import pytest

from simulator.errors import LessonError
from simulator.lesson import load_lesson
from tests.lesson.conftest import TABLE, TEXT, Write


def problems(write: Write, **files: str | None) -> list[str]:
    with pytest.raises(LessonError) as refusal:
        load_lesson(write(**files))
    return [str(problem) for problem in refusal.value.problems]


def test_a_whole_lesson_is_read(write: Write) -> None:
    lesson = load_lesson(write())
    assert [plan.scenario.server.workers for plan in lesson.plans] == [1, 2]
    assert lesson.plans[1].scenario.run.duration == 10, "what a step changes holds for those after it"
    assert lesson.texts["en"].steps["second"].part("knob", "workers").text == "Turn it."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('spotlight = "worker:1"', "speed = 0", "lesson.toml:8: steps[0].speed: must be at least 0.001, got 0"),
        ('spotlight = "worker:1"', 'speed = "fast"', "lesson.toml:8: steps[0].speed: must be a number"),
        ("minutes = 5", "minuts = 5", "lesson.toml:2: minuts: unknown key (did you mean minutes?)"),
        ("format = 1", "format = 2", "lesson.toml:1: format: must be 1, got 2"),
        ('"01_blocking"', '"01_bloking"', 'steps[0].scenario.from: there is no bundled scenario "01_bloking"'),
        ('"01_blocking"', '"mine.toml"', 'steps[0].scenario.from: there is no file "mine.toml"'),
        ('scenario.from = "01_blocking"', "", "the first step needs a server"),
        ('"server.workers" = 2', '"server.wokers" = 2', "19: steps[1].scenario.set[server.wokers]: unknown key"),
        ('"server.workers" = 2', '"server.workers" = 0', "server.workers: must be at least 1, got 0"),
        ('spotlight = "worker:1"', 'spotlight = "worker:3"', '8: steps[0].spotlight: the diagram has no "worker:3"'),
        ('spotlight = "worker:1"', 'spotlight = "lisener"', "(did you mean listener?)"),
        ('"requests.sent"', '"requests.send"', '13: steps[0].claims[0].figure: there is no figure "requests.send"'),
        ('"throughput_per_s.mean"', '"throughput_per_s"', "is no number: it has mean, ci95"),
        (', figure = "throughput_per_s.mean" }', " }", "needs a figure, such as throughput_per_s.mean"),
        ('kind = "choice"', 'kind = "choise"', "must be number, choice, order or question"),
        ("values = [1, 2]", 'values = [1, "x"]', "must be a whole number"),
        ('name = "second"', 'name = "a próxima"', "must have letters without accents, digits, - and _ only, got"),
        ('name = "second"', 'name = "first"', 'two steps have the name "first"'),
        ("below = 2 }", 'below = "x" }', "must be a number, a time such as"),
        ('{ name = "one", below = 2 }', '{ name = "one" }', "belong to every option of a choice"),
    ],
)
def test_what_is_wrong_in_the_table_has_its_line(write: Write, old: str, new: str, said: str) -> None:
    assert old in TABLE
    assert any(said in problem for problem in problems(write, table=TABLE.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("## first: The first", "## frst: The first", 'en.md:5: there is no step "frst" (did you mean first?)'),
        ("### option two: Two\n", "", 'en.md:17: the step "second" is missing "### option two: Label"'),
        ("### option two: Two", "### option too: Two", "has no option too (did you mean two?)"),
        ("{sent}", "{snt}", "en.md:5: {snt} is no claim of this step (did you mean sent?)"),
        ("### why", "### whi", 'en.md:13: must be "### " and one of'),
        ("# Title", "Title", 'en.md:1: must begin with "# " and the title'),
        ("## second: The second", "## The second", 'en.md:17: must be "## step: Heading"'),
    ],
)
def test_what_is_wrong_in_a_text_has_its_line(write: Write, old: str, new: str, said: str) -> None:
    assert old in TEXT
    assert any(said in problem for problem in problems(write, en=TEXT.replace(old, new, 1)))


def test_a_missing_translation_is_named_beside_all_else(write: Write) -> None:
    found = problems(write, pt_BR=None, table=TABLE.replace("worker:1", "worker:9"))
    assert found == [
        "mine/pt_BR.md: is missing",
        "mine/lesson.toml:8: steps[0].spotlight: " + found[1].split(": ", 2)[2],
    ]


def test_toml_that_is_none_has_its_line(write: Write) -> None:
    assert any(
        problem.startswith("mine/lesson.toml:4: is not valid TOML")
        for problem in problems(write, table=TABLE.replace("[[steps]]", "[[steps]", 1))
    )


def test_a_broken_scenario_of_the_lesson_has_its_own_file_and_line(write: Write) -> None:
    folder = write(table=TABLE.replace('"01_blocking"', '"own.toml"'))
    (folder / "own.toml").write_text("format = 1\nname = 3\n", encoding="utf-8")
    with pytest.raises(LessonError) as refusal:
        load_lesson(folder)
    assert "mine/own.toml:2: name: must be a text" in str(refusal.value)


def test_what_is_nested_without_end_is_said(write: Write) -> None:
    assert problems(write, table="a = " + "[" * 50_000)[0] == "mine/lesson.toml: is nested too deeply"


def test_headings_and_braces_inside_code_are_code(write: Write) -> None:
    code = "Some {sent} come.\n\n```python\n# no heading\n{'no': claim}\n```\n\nAnd `{neither}`."
    lesson = load_lesson(write(en=TEXT.replace("Some {sent} come.", code)))
    assert lesson.texts["en"].steps["first"].text == code
