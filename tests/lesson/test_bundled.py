"""Every scenario of every lesson is run, and every number that the texts state is what the run has."""

from functools import cache
from pathlib import Path

import pytest

from simulator.lesson import Lesson, bundled_lessons, load_lesson
from simulator.lesson.facts import facts, summary_of, unanswered
from simulator.scenario import Scenario
from simulator.statistics import Summary

LESSONS = [pytest.param(folder, id=folder.name) for folder in bundled_lessons()]
_RAN: list[tuple[Scenario, Summary]] = []


@cache
def read(folder: Path) -> Lesson:
    return load_lesson(folder)


def run(scenario: Scenario) -> Summary:
    known = next((summary for ran, summary in _RAN if ran == scenario), None)
    if known is None:
        known = summary_of(scenario)
        _RAN.append((scenario, known))
    return known


@pytest.mark.parametrize("folder", LESSONS)
def test_what_the_texts_state_is_what_the_runs_have(folder: Path) -> None:
    untrue = [
        f"{fact.plan.step.name}: {fact.claim.figure} is {fact.measured}, not {fact.claim.value}"
        for fact in facts(read(folder), run)
        if not fact.is_true
    ]
    assert untrue == []


@pytest.mark.parametrize("folder", LESSONS)
def test_every_prediction_has_an_answer_in_the_run(folder: Path) -> None:
    assert [plan.step.name for plan in unanswered(read(folder), run)] == []


@pytest.mark.parametrize("folder", LESSONS)
def test_both_languages_state_the_same_numbers(folder: Path) -> None:
    lesson = read(folder)
    for plan in lesson.plans:
        said = {
            language: sorted(
                name for passage in texts.steps[plan.step.name].passages() for name in passage.placeholders()
            )
            for language, texts in lesson.texts.items()
        }
        assert said["en"] == said["pt_BR"], plan.step.name
        assert {claim.name for claim in plan.step.claims} == set(said["en"]), (
            f"{plan.step.name}: a claim that no text states"
        )


@pytest.mark.parametrize("folder", LESSONS)
def test_a_lesson_has_four_to_eight_steps(folder: Path) -> None:
    assert 4 <= len(read(folder).plans) <= 8
