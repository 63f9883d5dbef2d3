"""What is kept: progress between runs, the class's predictions in a file that many write to."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from simulator.errors import SimulatorError
from simulator.lesson import Knob
from simulator.scenario import load
from simulator.scenario.keys import replace
from ui.lessons import classroom
from ui.lessons.gap_axis import axis_for
from ui.lessons.knob_values import standing
from ui.lessons.progress import Progress, StepDone


def test_progress_comes_back_as_it_was_kept() -> None:
    kept = Progress()
    kept.come_to("a", "second")
    kept.finish("a", "first", StepDone(guess=("x", "y"), is_right=False))
    again = Progress.read(kept.text())
    assert (again.of("a").at, again.of("a").steps["first"].guess) == ("second", ("x", "y"))


@pytest.mark.parametrize("text", ["", "no JSON", '{"lessons": 3}', "[]"])
def test_what_was_kept_wrongly_counts_as_nothing(text: str) -> None:
    assert Progress.read(text).lessons == {}


def test_stars_once_won_stay_and_a_reset_forgets_one_lesson() -> None:
    kept = Progress()
    for stars in (2, 1):
        kept.finish("a", "step", StepDone(stars=stars))
    kept.finish("b", "step", StepDone())
    assert kept.of("a").steps["step"].stars == 2
    kept.reset("a")
    assert set(kept.lessons) == {"b"}


def test_a_knob_shows_the_value_however_it_is_written_and_none_where_its_route_is_gone() -> None:
    scenario = replace(load("01_blocking"), "routes[/professor/create].steps[1].io", "0.05s")
    knob = Knob(name="io", key="routes[/professor/create].steps[1].io", values=("10ms", "50ms"))
    assert standing(knob, scenario) == 1
    assert standing(knob, load("01_blocking")) is None
    assert standing(Knob(name="x", key="routes[/email].handler", values=("async", "blocking")), scenario) is None


def prediction(learner: str, value: str) -> classroom.Prediction:
    return classroom.Prediction("2026-03-01T10:00:00+00:00", learner, "01", "one", value, "4.9", right=False)


def test_a_class_writes_at_once_and_no_line_is_lost_nor_torn(tmp_path: Path) -> None:
    file = tmp_path / "class.jsonl"
    learners = [f"Ação {number} \u2028 {'x' * 3000}" for number in range(8)]

    def predict(learner: str) -> None:
        for value in range(25):
            classroom.add(file, prediction(learner, str(value)))

    with ThreadPoolExecutor(len(learners)) as several:
        list(several.map(predict, learners))
    gathered, wrong = classroom.read(file)
    assert wrong == 0
    assert Counter(each.learner for each in gathered) == dict.fromkeys(learners, 25)


BROKEN = [
    b'{"half a line',
    b"[]",
    b"3",
    b"{}",
    b'{"at": "", "learner": null, "lesson": "", "step": "", "prediction": "", "measured": "", "right": true}',
    b'{"at": "", "learner": 5, "lesson": "", "step": "", "prediction": "", "measured": "", "right": true}',
    b'{"at": "", "learner": "Jo\xe3o", "lesson": "", "step": "", "prediction": "", "measured": "", "right": true}',
    b"\x00\xff\xfe",
]


@pytest.mark.parametrize("line", BROKEN)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_broken_line_costs_itself_only_also_where_it_broke_off(tmp_path: Path, line: bytes, end: bytes) -> None:
    file = tmp_path / "class.jsonl"
    classroom.add(file, prediction("Rui", "1"))
    with file.open("ab") as opened:
        opened.write(line + end)
    classroom.add(file, prediction("Ana", "2"))
    gathered, wrong = classroom.read(file)
    assert ([each.learner for each in gathered], wrong) == (["Rui", "Ana"], 1)
    assert classroom.table(gathered).count("\n") == 3


def test_the_table_has_every_whole_line_and_says_how_many_are_none(tmp_path: Path) -> None:
    file = tmp_path / "class.jsonl"
    for learner in ("Rui, da 2ª", "Ana"):
        classroom.add(file, prediction(learner, "12"))
    with file.open("a", encoding="utf-8") as opened:
        opened.write('{"half a line\n')
    gathered, wrong = classroom.read(file)
    assert wrong == 1
    assert classroom.table(gathered).splitlines() == [
        "\ufeffat,learner,lesson,step,prediction,measured,right",
        "2026-03-01T10:00:00+00:00,Ana,01,one,12,4.9,False",
        '2026-03-01T10:00:00+00:00,"Rui, da 2ª",01,one,12,4.9,False',
    ]


def test_a_class_file_that_cannot_be_written_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(SimulatorError, match="nowhere"):
        classroom.add(tmp_path / "nowhere" / "class.jsonl", prediction("Ana", "1"))


@pytest.mark.parametrize(
    ("values", "top"), [((4.9, 12.0), 15.0), ((58.2, 120.0), 150.0), ((0.006, 0.5), 0.6), ((0.0,), 1.0)]
)
def test_the_axis_of_a_gap_begins_at_zero_and_ends_round(values: tuple[float, ...], top: float) -> None:
    axis = axis_for(*values)
    assert axis.ticks[0] == 0
    assert axis.top == pytest.approx(top)
    assert 3 <= len(axis.ticks) <= 8
    assert all(0 <= axis.share(value) <= 1 for value in values)
