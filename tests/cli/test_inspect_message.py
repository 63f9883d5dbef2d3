"""`simulate inspect --message`: a message's life in words."""

from pathlib import Path

import pytest

from simulator.cli.inspect_message import MESSAGE_WORDS
from simulator.record.stages import MESSAGE_ENDED, MessageStage
from tests.cli.conftest import Simulate
from tests.model.broker_stories import broker, crash, publishing, task
from tests.model.stories import burst

HEAD = 'format = 1\nname = "story"\n[run]\nduration = "9s"\nseed = 4\n'
SLOW = 'visibility_timeout = "2s"\nconsumers = 2'


def words(simulate: Simulate, folder: Path, message: int, *parts: str) -> str:
    (folder / "story.toml").write_text(HEAD + burst("0s") + "".join(parts), encoding="utf-8")
    out = folder / "out"
    assert simulate("--config", folder / "story.toml", "--out", out, "--trace", "--quiet").code == 0
    answer = simulate("inspect", out, "--message", message)
    assert answer.code == 0
    return " ".join(answer.out.split())


def test_every_stage_that_lasts_has_words() -> None:
    assert set(MESSAGE_WORDS) == {stage for stage in MessageStage if stage not in MESSAGE_ENDED}


def test_a_wait_in_the_queue_is_told(simulate: Simulate, tmp_path: Path) -> None:
    told = words(simulate, tmp_path, 2, publishing(2), broker("rq"), task("io 1s"))
    assert "Message 2 (work), published by request 1 at 0 s, completed after 2.00 s" in told
    assert "waits at the broker broker no consumer had room for it" in told


def test_a_death_is_told(simulate: Simulate, tmp_path: Path) -> None:
    told = words(simulate, tmp_path, 1, publishing(), broker("rabbitmq"), task("io 3s"), crash("1s"))
    assert "2 deliveries, 2 executions" in told
    assert "consumer 1 died before it had acknowledged it" in told


def test_a_time_out_is_told_and_both_deliveries(simulate: Simulate, tmp_path: Path) -> None:
    late = 'ack = "late"\nconcurrency = 1\n'
    told = words(simulate, tmp_path, 1, publishing(), broker("celery", late + SLOW), task("io 3500ms"))
    assert "5 deliveries, 5 executions" in told
    assert "not acknowledged within 2s: given out again, while consumer 1 went on with it" in told
    assert "given back" not in told


def test_a_failure_is_told(simulate: Simulate, tmp_path: Path) -> None:
    poison = task("io 1s", more="failure_rate = 1.0")
    told = words(simulate, tmp_path, 1, publishing(), broker("rabbitmq", "max_deliveries = 2"), poison)
    assert "given back by consumer 1, where it failed" in told
    assert "put aside: it had been delivered too often" in told


@pytest.mark.parametrize("options", [(), ("--request", 1, "--message", 1)])
def test_one_of_the_two_is_asked_for(simulate: Simulate, tmp_path: Path, options: tuple[object, ...]) -> None:
    answer = simulate("inspect", tmp_path, *options)
    assert answer.code == 2
    assert "give one of --request ID and --message ID" in answer.err


def test_a_message_that_was_not_published_is_refused(simulate: Simulate, tmp_path: Path) -> None:
    words(simulate, tmp_path, 1, publishing(), broker("rq"), task("io 1s"))
    answer = simulate("inspect", tmp_path / "out", "--message", 2)
    assert answer.code == 2
    assert "--message: must be from 1 to 1" in answer.err
