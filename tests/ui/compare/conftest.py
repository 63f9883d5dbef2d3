"""A session that stands at 0, and its B."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.compare.duo import Duo
from ui.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """Of one blocking worker."""
    session = Session()
    assert session.open("01_blocking")
    yield session
    session.stop()


@pytest.fixture
def duo(session: Session) -> Duo:
    """Not begun."""
    return Duo(session, session)
