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


def test_its_files_are_gone_with_it(log: ServerLog) -> None:
    config = Path(log.flags[1])
    assert config.exists()
    log.close()
    assert not config.exists()


def test_uvicorn_writes_so(app_folder: Callable[[str], Path]) -> None:
    text = "async def app(scope, receive, send):\n    raise RuntimeError"
    before = monotonic()
    with RealServer("app:app", app_folder(text), ["--log-level", "info"]) as server:
        assert server.said().startswith(b"INFO:     Started server process [")
        assert before < server._log.instants(b"Application startup complete.")[0] < monotonic()  # when
