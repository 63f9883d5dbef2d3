"""The stage: what is typed stays, knobs unlock one by one, and the rest of the window plays along."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.lessons.conftest import Begin
from tests.ui.lessons.test_walk_through import answer, page
from ui.lessons import classroom
from ui.lessons.guesses import NumberGuess
from ui.lessons.spotlight import Spotlight
from ui.lessons.walk import Phase
from ui.main_window import MainWindow

FIRST = "01_one_at_a_time"


def test_a_lesson_stands_beside_the_diagram_and_takes_the_parameters_away(window: MainWindow, begin: Begin) -> None:
    begin(FIRST)
    stage = window.parts.get("lesson")
    assert stage is not None
    assert stage.isVisible()
    assert window.diagram.isVisible()
    assert stage.width() + window.diagram.width() <= window.width()
    assert not window.places.panel.isVisible()
    window.commands["lesson"].trigger()
    assert not stage.isVisible()
    assert window.places.panel.isVisible()
    assert not window.session.has_unsaved_changes


def test_the_speed_that_is_remembered_is_the_users(window: MainWindow, begin: Begin) -> None:
    window.session.set_speed(0.5)
    begin(FIRST)
    assert window.session.speed != 0.5
    window.close()
    assert window.preferences.speed == 0.5


def test_an_empty_stage_is_the_shelf(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["lesson"].trigger()
    qtbot.waitUntil(lambda: window.places.whole is not None)
    assert window.places.whole is window.parts.get("lessons")
    assert not window.commands["lesson"].isChecked()


def test_a_scenario_that_is_opened_ends_the_lesson(window: MainWindow, begin: Begin) -> None:
    speed = window.session.speed
    conductor = begin(FIRST)
    assert window.session.speed != speed
    window.files.open("02_async")
    assert conductor.walk is None
    assert not window.commands["lesson"].isChecked()
    assert window.session.speed == speed


def test_what_was_typed_stays_when_the_language_changes(window: MainWindow, begin: Begin) -> None:
    conductor = begin(FIRST)
    conductor.go_to(1)
    guess = page(window).guess
    assert isinstance(guess, NumberGuess)
    guess.field.setText("4.5")
    window.language.set_code("pt_BR")
    again = page(window).guess
    assert isinstance(again, NumberGuess)
    assert (again.field.text(), again.guess) == ("4,5", 4.5)


def test_time_stands_still_until_something_is_predicted_and_again_at_the_end(
    window: MainWindow, begin: Begin, qtbot: QtBot
) -> None:
    conductor = begin(FIRST)
    conductor.go_to(1)
    assert not window.session.mode.is_running
    conductor.predict(5.0)
    assert window.session.mode.is_running
    window.session.set_speed(100.0)
    walk = conductor.walk
    assert walk is not None
    qtbot.waitUntil(lambda: walk.phase is Phase.SEEN)
    assert not window.session.mode.is_running
    assert window.session.now_s >= 20


def test_the_result_is_shown_at_once_also_when_it_was_there_before_the_picture_came_to_its_end(
    window: MainWindow, begin: Begin
) -> None:
    conductor = begin(FIRST)
    conductor.go_to(1)
    conductor.predict(5.0)
    conductor._run._runs.hurry()
    walk = conductor.walk
    assert walk is not None
    assert walk.phase is Phase.RUNNING, "nothing is told while one watches"
    conductor.hurry()
    assert walk.phase is Phase.SEEN


def test_knobs_unlock_one_by_one_and_act_in_the_running_server(window: MainWindow, begin: Begin) -> None:
    conductor = begin(FIRST)
    conductor.go_to(4)
    knobs = page(window).knobs
    assert knobs is not None
    views = list(knobs.knobs.values())
    assert [view.values.isEnabled() for view in views] == [True, False, False]
    views[0].values.segment(1).click()
    assert [view.values.isEnabled() for view in views] == [True, True, False]
    assert window.session.scenario().routes[0].steps[1].io is not None
    views[1].values.segment(0).click()
    assert window.session.scenario().clients[0].rate == 2
    assert window.session.mode.is_running


def test_the_spotlight_lies_on_what_is_spoken_of_until_something_runs(window: MainWindow, begin: Begin) -> None:
    conductor = begin(FIRST)
    conductor.go_to(1)
    light = window.diagram.findChild(Spotlight)
    assert light is not None
    assert (light.place, light.isVisible()) == ("worker:1", True)
    conductor.predict(5.0)
    assert not light.isVisible()


def test_keys_lead_through_the_lesson(window: MainWindow, begin: Begin) -> None:
    walk = begin(FIRST).walk
    assert walk is not None
    for name, index, phase in (
        ("lesson_next", 1, Phase.PREDICT),
        ("lesson_hurry", 1, Phase.SEEN),
        ("lesson_again", 1, Phase.PREDICT),
        ("lesson_back", 0, Phase.SEEN),
    ):
        window.commands[name].trigger()
        assert (walk.index, walk.phase) == (index, phase), name


def test_a_lesson_is_gone_through_with_the_enter_key(window: MainWindow, begin: Begin, qtbot: QtBot) -> None:
    walk = begin(FIRST).walk
    stage = window.parts.get("lesson")
    assert walk is not None
    assert stage is not None

    def press(widget: QWidget) -> None:
        qtbot.keyClick(widget, Qt.Key.Key_Return)

    press(stage)
    assert (walk.index, walk.phase) == (1, Phase.PREDICT)
    guess = page(window).guess
    assert isinstance(guess, NumberGuess)
    assert stage.focusWidget() is guess.field
    press(guess.field)
    assert walk.phase is Phase.PREDICT, "nothing was predicted yet"
    qtbot.keyClicks(guess.field, "12")
    press(guess.field)
    assert walk.phase is Phase.RUNNING
    press(stage)
    assert walk.phase is Phase.SEEN
    press(stage)
    assert walk.index == 2


def test_a_turned_knob_brings_no_light_back(window: MainWindow, begin: Begin) -> None:
    conductor = begin(FIRST)
    conductor.go_to(4)
    light = window.diagram.findChild(Spotlight)
    assert light is not None
    assert light.isVisible()
    light.point_at(None)
    knobs = page(window).knobs
    assert knobs is not None
    next(iter(knobs.knobs.values())).values.segment(1).click()
    assert not light.isVisible()


def test_a_long_page_is_read_to_its_end_with_keys(window: MainWindow, begin: Begin, qtbot: QtBot) -> None:
    conductor = begin("07_backlog")
    conductor.go_to(7)
    answer(window, conductor, 12.0)
    QCoreApplication.processEvents()
    stage = window.parts.get("lesson")
    knobs = page(window).knobs
    assert stage is not None
    assert knobs is not None
    for _ in range(4):
        qtbot.keyClick(stage, Qt.Key.Key_PageDown)
    assert not knobs.visibleRegion().isEmpty()


def test_what_stopped_the_run_of_a_step_is_not_said_of_the_next_one(window: MainWindow, begin: Begin) -> None:
    said = window.status.findChild(QLabel, "said")
    assert isinstance(said, QLabel)
    conductor = begin(FIRST)
    conductor.go_to(1)
    answer(window, conductor, 12.0)
    assert said.toolTip().startswith("until")
    conductor.next()
    assert said.toolTip() == ""


def test_what_became_of_a_prediction_is_in_sight_however_long_the_page_is(window: MainWindow, begin: Begin) -> None:
    conductor = begin("07_backlog")
    conductor.go_to(7)
    answer(window, conductor, 12.0)
    for _ in range(3):
        QCoreApplication.processEvents()
    shown = page(window).findChild(QLabel, "verdict")
    assert isinstance(shown, QLabel)
    assert shown.visibleRegion().boundingRect() == shown.rect()


def test_who_is_right_but_not_to_the_point_reads_how_far_off(window: MainWindow, begin: Begin) -> None:
    conductor = begin("01_one_at_a_time")
    conductor.go_to(1)
    answer(window, conductor, 5.2)
    assert conductor.walk is not None
    found = conductor.walk.answer
    assert found is not None
    assert found.is_right
    shown = page(window).findChild(QLabel, "verdict")
    assert isinstance(shown, QLabel)
    assert found.gap is not None
    assert shown.text() == f"You predicted right, to within {found.gap.difference:.3g}/s."


def test_the_light_of_a_broker_lies_on_its_consumers_too(window: MainWindow, begin: Begin) -> None:
    conductor = begin("07_backlog")
    conductor.go_to(4)
    zone = window.diagram.layout_shown.broker
    lit = window.diagram.rect_of("broker")
    assert zone is not None
    assert lit is not None
    assert lit.width() >= zone.zone.width - 1
    light = window.diagram.findChild(Spotlight)
    assert light is not None
    assert light.place == "broker"


def test_a_step_is_shown_as_slowly_as_it_asks_for(window: MainWindow, begin: Begin) -> None:
    conductor = begin(FIRST)
    assert conductor.walk is not None
    assert window.session.speed == conductor.walk.plan.step.speed == 0.1
    conductor.next()
    assert window.session.speed == 2.0, "twenty seconds in ten"


def test_progress_is_there_again_in_the_next_window(window: MainWindow, begin: Begin) -> None:
    conductor = begin(FIRST)
    conductor.go_to(1)
    answer(window, conductor, 5.0)
    from ui.lessons.course import Course  # noqa: PLC0415  # as the next start does

    kept = Course(window.preferences).progress.of(FIRST)
    assert kept.at == "one_worker"
    assert (kept.steps["one_worker"].guess, kept.steps["one_worker"].is_right) == (5.0, True)


def test_a_teacher_locks_hides_and_gathers(window: MainWindow, begin: Begin, tmp_path: Path) -> None:
    kept = window.preferences
    kept.are_parameters_locked, kept.are_answers_hidden = True, True
    kept.class_file, kept.learner = tmp_path / "class.jsonl", "Ana"
    conductor = begin(FIRST)
    conductor.go_to(1)
    answer(window, conductor, 12.0)
    assert page(window).findChild(QLabel, "verdict") is None
    assert not window.places.panel.isEnabled()
    conductor.go_to(4)
    assert page(window).knobs is None
    assert "Your teacher has locked the knobs of this step." in {
        label.text() for label in page(window).findChildren(QLabel)
    }
    gathered, wrong = classroom.read(tmp_path / "class.jsonl")
    assert wrong == 0
    assert [(each.learner, each.step, each.prediction, each.right) for each in gathered] == [
        ("Ana", "one_worker", "12", False)
    ]
