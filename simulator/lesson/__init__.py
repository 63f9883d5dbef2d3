"""Lessons: what a course wants to show, as data; read, checked and answered here, shown by the window."""

from simulator.lesson.answers import Answer, Gap, Guess, judged
from simulator.lesson.file import Lesson, StepPlan, load_lesson
from simulator.lesson.shelf import Shelved, bundled_lessons, shelf
from simulator.lesson.steps import Challenge, Claim, Knob, Option, Prediction, PredictionKind, Step
from simulator.lesson.texts import LessonTexts, StepTexts

__all__ = [
    "Answer",
    "Challenge",
    "Claim",
    "Gap",
    "Guess",
    "Knob",
    "Lesson",
    "LessonTexts",
    "Option",
    "Prediction",
    "PredictionKind",
    "Shelved",
    "Step",
    "StepPlan",
    "StepTexts",
    "bundled_lessons",
    "judged",
    "load_lesson",
    "shelf",
]
