"""Pictures that there are not are refused before a window is made."""

import pytest

from tests.screenshots.__main__ import asked_for


def test_a_wrong_state_ends_with_the_nearest_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        asked_for(["out", "--states", "start,runing"])
    assert "there is no 'runing' (did you mean running?)" in capsys.readouterr().err


def test_a_lesson_is_all_its_steps() -> None:
    states = asked_for(["out", "--states", "paused,lesson-03_workers"]).states
    assert states[:3] == ["paused", "lesson-03_workers-1", "lesson-03_workers-2"]
    assert "lesson-03_workers-2-seen" in states
    assert asked_for(["out", "--states", "lesson-03_workers-2"]).states == ["lesson-03_workers-2"]


@pytest.mark.parametrize("size", ["12", "1280x", "0x720", "1280x720x2"])
def test_a_size_has_width_and_height(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        asked_for(["out", "--sizes", size])
    assert "is no width and height" in capsys.readouterr().err
