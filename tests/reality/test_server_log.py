"""What uvicorn writes has its instants, and reads as uvicorn would write it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, time

import pytest

from simulator.reality.server import RealServer
from simulator.reality.server_log import ServerLog


@pytest.fixture
def log() -> Iterator[ServerLog]:
    log = ServerLog()
    yield log
    log.close()


def test_the_instant_goes_before_the_line_and_is_not_shown(log: ServerLog) -> None:
    log.output.write(b"@1700000000.250000 INFO:     Received SIGTTIN, more.\nTraceback\n@x INFO:     y\n")
    log.output.flush()
    assert log.text() == b"INFO:     Received SIGTTIN, more.\nTraceback\n@x INFO:     y\n"
    assert log.instants(b"SIGTTIN") == [pytest.approx(1700000000.25 - time() + monotonic(), abs=0.1)]
    assert log.instants(b"SIGTTOU") == []


TRACEBACK = """\
ERROR:    Traceback (most recent call last):
  File "app.py", line 5, in life
    connect()
    ^^^^^^^^^

custom.NoDatabase: nobody is there
"""


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("", "", "it said nothing"),
        ("INFO:     well\n\n", "", "INFO:     well"),
        ("ERROR:    [Errno 98] taken\nINFO:     bye\n", "ERROR:    [Errno 98] taken", "ERROR:    [Errno 98] taken"),
        *(
            (TRACEBACK + "\nERROR:    Application startup failed. Exiting.\n" + more, *(2 * [told]))
            for more, told in (("", "custom.NoDatabase: nobody is there"), ("ERROR:    else\n", "ERROR:    else"))
        ),
    ],
)
def test_its_last_error_is_what_was_raised(log: ServerLog, text: str, error: str, words: str) -> None:
    log.output.write(text.encode())
    log.output.flush()
    assert (log.error(), log.last_words()) == (error, words)


def test_its_files_are_gone_with_it(log: ServerLog) -> None:
    config = Path(log.config)
    assert config.exists()
    log.close()
    assert not config.exists()


def test_uvicorn_writes_so(app_folder: Callable[[str], Path]) -> None:
    text = "async def app(scope, receive, send):\n    raise RuntimeError"
    before = monotonic()
    with RealServer("app:app", app_folder(text), ["--log-level", "info"]) as server:
        assert server.said().startswith(b"INFO:     Started server process [")
        assert before < server._log.instants(b"Application startup complete.")[0] < monotonic()  # when
