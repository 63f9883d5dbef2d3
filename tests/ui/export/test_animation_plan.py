"""How many pictures a span of time becomes, and of which instants."""

import pytest

from ui.export.animation_plan import MOST_PICTURES, AnimationPlan, proposed


def test_the_ends_are_the_first_and_the_last_picture() -> None:
    plan = AnimationPlan(2.0, 4.0, speed=0.5, per_s=10, width=1280)
    assert plan.count == 41
    assert (plan.instant_s(0), plan.instant_s(1), plan.instant_s(40)) == (2.0, 2.05, 4.0)
    assert plan.height % 2 == 0


@pytest.mark.parametrize(("begin", "end", "speed"), [(2.0, 2.0, 1.0), (3.0, 2.0, 1.0), (0.0, MOST_PICTURES / 10, 1.0)])
def test_what_cannot_be(begin: float, end: float, speed: float) -> None:
    assert not AnimationPlan(begin, end, speed, per_s=10, width=800).is_possible


@pytest.mark.parametrize(
    ("now", "shown", "speed", "span"),
    [
        (60.0, 60.0, 0.1, (59.2, 60.0)),
        (60.0, 0.1, 0.1, (0.0, 0.8)),
        (0.5, 0.5, 1.0, (0.0, 0.5)),
        (9.0, 4.0, 0.1, (3.2, 4.0)),
    ],
)
def test_some_seconds_up_to_what_is_shown_are_proposed(
    now: float, shown: float, speed: float, span: tuple[float, float]
) -> None:
    plan = proposed(now, shown, speed)
    assert (plan.begin_s, plan.end_s) == pytest.approx(span)
