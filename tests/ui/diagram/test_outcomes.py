"""The pile counts up to any instant, and only what is new in it moves."""

from typing import Any

from simulator.record import Stage
from ui.diagram.outcomes import MOST_DRAWN, OutcomeLog, Outcomes

CLIENTS = ("Cliente_1", "Cliente_2", "Cliente_3")
MS = 1_000_000


def end(story: Any, at_ms: float, stage: Stage, client: int = 0) -> None:
    request = story.send(at_ms, client=client)
    story.enter(at_ms, request, stage, f"client:Cliente_{client + 1}")


def test_ends_without_success_are_counted_by_kind_up_to_an_instant(story: Any) -> None:
    end(story, 1, Stage.REFUSED)
    end(story, 2, Stage.TIMED_OUT, client=2)
    end(story, 3, Stage.ANSWERED)
    end(story, 4, Stage.TIMED_OUT)
    log = OutcomeLog(story.transitions, CLIENTS)
    assert log.at(3 * MS).counts == (1, 0, 0, 1)
    assert log.at(9 * MS).counts == (1, 0, 0, 2)
    assert log.at(3 * MS).drawn == ((0, Stage.REFUSED), (2, Stage.TIMED_OUT))
    assert log.at(0) == Outcomes()


def test_the_log_reads_on_as_the_run_does(story: Any) -> None:
    log = OutcomeLog(story.transitions, CLIENTS)
    end(story, 1, Stage.REJECTED)
    assert log.at(5 * MS).of(Stage.REJECTED) == 1
    end(story, 6, Stage.REJECTED)
    assert log.at(6 * MS).of(Stage.REJECTED) == 2


def test_the_last_second_is_told_apart(story: Any) -> None:
    end(story, 100, Stage.FAILED)
    end(story, 1500, Stage.FAILED)
    outcomes = OutcomeLog(story.transitions, CLIENTS).at(1600 * MS)
    assert (outcomes.of(Stage.FAILED), outcomes.lately(Stage.FAILED)) == (2, 1)


def test_a_further_one_takes_the_place_of_the_oldest_and_the_others_lie_still(story: Any) -> None:
    for number in range(MOST_DRAWN + 12):
        end(story, number, Stage.TIMED_OUT, client=number % 2)
    end(story, 50, Stage.REFUSED, client=2)
    log = OutcomeLog(story.transitions, CLIENTS)
    before, after = log.at(49 * MS).drawn, log.at(50 * MS).drawn
    assert len(before) == len(after) == MOST_DRAWN
    assert [place for place in range(MOST_DRAWN) if before[place] != after[place]] == [12]
    assert after[12] == (2, Stage.REFUSED)
