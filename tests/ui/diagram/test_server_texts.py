"""What the server's card says beside its accept queue stays where it is."""

from ui.diagram.faces import UvicornFace
from ui.diagram.server_texts import UNKNOWN, figures
from ui.diagram.standing import Connections


def face(connections: Connections | None, orphans: int = 0) -> UvicornFace:
    return UvicornFace(0, 33, "asyncio", None, None, connections, orphans=orphans)


def test_connections_keep_their_row_where_nobody_knows_them() -> None:
    assert [label for label, _ in figures(face(None))] == [label for label, _ in figures(face(Connections(4, 0)))]
    assert figures(face(None))[-1][1] == (UNKNOWN,)


def test_only_work_that_there_is_has_a_row() -> None:
    (orphans, count), _ = figures(face(Connections(4, 0), orphans=2))
    assert (orphans, count) == ("orphan work", ("2",))


def test_a_value_has_a_shorter_form_for_a_narrow_card() -> None:
    assert figures(face(Connections(31, 9)))[-1][1] == ("31 · 9 idle", "31")
