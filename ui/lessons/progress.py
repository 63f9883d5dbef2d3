"""What a learner has done of each lesson, as it is kept between runs. Pure."""

from pydantic import BaseModel, Field, ValidationError


class StepDone(BaseModel):
    """A step that was gone through."""

    guess: float | str | tuple[str, ...] | None = None
    """None: it asked for nothing, or was skipped."""
    is_right: bool | None = None
    stars: int = 0
    """The most that a challenge was solved with."""


class LessonDone(BaseModel):
    """A lesson that was begun."""

    at: str = ""
    """The step to go on with."""
    steps: dict[str, StepDone] = Field(default_factory=dict)


class Progress(BaseModel):
    """All lessons by name. What was kept wrongly counts as not kept."""

    lessons: dict[str, LessonDone] = Field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> "Progress":
        """From what `text` wrote."""
        try:
            return cls.model_validate_json(text) if text else cls()
        except ValidationError:
            return cls()

    def text(self) -> str:
        """To be kept."""
        return self.model_dump_json(exclude_defaults=True)

    def of(self, lesson: str) -> LessonDone:
        """What was done of a lesson."""
        return self.lessons.get(lesson, LessonDone())

    def come_to(self, lesson: str, step: str) -> None:
        """This step is looked at."""
        self.lessons.setdefault(lesson, LessonDone()).at = step

    def finish(self, lesson: str, step: str, done: StepDone) -> None:
        """A step was gone through; stars once won stay."""
        steps = self.lessons.setdefault(lesson, LessonDone()).steps
        stars = max(done.stars, steps[step].stars if step in steps else 0)
        steps[step] = done.model_copy(update={"stars": stars})

    def reset(self, lesson: str | None = None) -> None:
        """Forget a lesson, or all of them."""
        if lesson is None:
            self.lessons.clear()
        else:
            self.lessons.pop(lesson, None)
