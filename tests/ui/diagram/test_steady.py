"""What is shown stays long enough to be read, and what matters more comes at once."""

from ui.diagram.steady import Held, LoopState, Steady, SteadyLoops

BLOCKED = Held(LoopState.BLOCKED, "/professor/create")
ON_CPU = Held(LoopState.ON_CPU, "/professor")


def test_a_loop_that_is_free_for_a_moment_between_two_blocking_calls_does_not_blink() -> None:
    loops = SteadyLoops(0.15)
    shown = [loops.show({1: BLOCKED if tick % 4 else ON_CPU}, tick * 0.016)[1] for tick in range(1, 60)]
    assert set(shown) == {BLOCKED}


def test_blocked_is_shown_at_once() -> None:
    loops = SteadyLoops(0.15)
    loops.show({1: ON_CPU}, 0.0)
    assert loops.show({1: BLOCKED}, 0.001)[1] == BLOCKED


def test_what_is_over_is_gone_when_it_has_been_over_for_a_while() -> None:
    loops = SteadyLoops(0.15)
    loops.show({1: BLOCKED}, 0.0)
    assert loops.show({1: Held()}, 0.1)[1] == BLOCKED
    assert loops.is_behind
    assert loops.show({1: Held()}, 0.2)[1] == Held()
    assert not loops.is_behind


def test_a_worker_is_shown_blocked_as_long_as_the_sentence_says_so() -> None:
    loops = SteadyLoops(0.15)
    loops.show({1: BLOCKED, 2: BLOCKED}, 0.0, named=(1,))
    assert loops.show({1: Held(), 2: Held()}, 0.3, named=(1,)) == {1: BLOCKED, 2: Held()}
    assert loops.is_behind
    assert loops.show({1: Held(), 2: Held()}, 0.38) == {1: Held(), 2: Held()}


def test_words_that_matter_equally_take_turns_slowly() -> None:
    steady: Steady[str] = Steady(0.4)
    shown = [steady.show(f"{tick} requests", 0, tick * 0.1) for tick in range(10)]
    assert shown == ["0 requests"] * 4 + ["4 requests"] * 4 + ["8 requests"] * 2


def test_after_forgetting_the_next_value_is_shown_as_it_is() -> None:
    steady: Steady[str] = Steady(0.4)
    steady.show("blocked", 1, 0.0)
    steady.forget()
    assert steady.show("free", 0, 0.01) == "free"


def test_workers_that_went_are_forgotten() -> None:
    loops = SteadyLoops(0.15)
    loops.show({1: BLOCKED, 2: BLOCKED}, 0.0)
    assert loops.show({1: BLOCKED}, 0.1) == {1: BLOCKED}
