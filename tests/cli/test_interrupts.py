"""The first signal is a request, the second is not."""

import io
import signal
import sys
from contextlib import suppress

import pytest

from simulator.cli.interrupts import Interrupts
from simulator.cli.progress import progress


def test_the_patient_wait_for_a_second_signal() -> None:
    with Interrupts(is_patient=True) as interrupts:
        signal.raise_signal(signal.SIGINT)
        assert interrupts.received == signal.SIGINT
        with pytest.raises(SystemExit) as end:
            signal.raise_signal(signal.SIGTERM)
    assert end.value.code == 143


def test_what_is_dispensable_ends_with_the_first() -> None:
    reached = []
    with Interrupts(is_patient=True) as interrupts:
        with interrupts.dispensable():
            signal.raise_signal(signal.SIGINT)
            reached.append("in the middle")
        assert interrupts.received == signal.SIGINT
        assert reached == []
        reached.append("behind it")
    assert reached == ["behind it"]


def test_what_is_dispensable_ends_also_where_others_make_another_error_of_it() -> None:
    with Interrupts(is_patient=True) as interrupts, interrupts.dispensable():
        try:
            signal.raise_signal(signal.SIGINT)
        except BaseException as error:
            raise ValueError("cannot be written") from error
    with (
        pytest.raises(ValueError, match="of its own"),
        Interrupts(is_patient=True) as interrupts,
        interrupts.dispensable(),
    ):
        raise ValueError("of its own")


def test_who_has_nothing_to_keep_ends_at_once() -> None:
    with Interrupts(), pytest.raises(SystemExit) as end:
        signal.raise_signal(signal.SIGINT)
    assert end.value.code == 130


def test_an_exit_that_was_lost_comes_at_the_next_look() -> None:
    shares: list[float] = []
    with Interrupts() as interrupts:
        advance = interrupts.watched(shares.append)
        advance(0.5)
        with suppress(SystemExit):  # as an import of a compiled module does
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(SystemExit) as end:
            advance(0.6)
    assert end.value.code == 130
    assert shares == [0.5]


def test_afterwards_signals_are_what_they_were() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Interrupts(), Interrupts(is_patient=True):
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_only_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, is_quiet, is_shown in (
        (Terminal(), False, True),
        (Terminal(), True, False),
        (io.StringIO(), False, False),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress(is_quiet=is_quiet) as advance:
            advance(0.5)
        assert ("simulating" in stream.getvalue()) is is_shown
