"""A session that was saved is the same run again, headless: request by request, byte by byte."""

import random
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.errors import SimulatorError
from simulator.model import System
from simulator.output.requests import lines
from simulator.scenario import Scenario, load
from ui.saved import write_whole
from ui.session import Session

CLIENTS = """
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 40
network = "exponential(5ms)"
routes = { "/a" = 2, "/b" = 1 }

[[clients]]
name = "Cliente_2"
arrivals = "closed"
users = 6
think_time = "exponential(200ms)"
keep_alive = false
routes = { "/b" = 1, "/c" = 1 }
"""
SERVER = """
[server]
workers = 2
request_cpu = "200us"

[[routes]]
path = "/a"
handler = "async"
steps = [{ cpu = "1ms" }, { label = "query", io = "exponential(40ms)" }]

[[routes]]
path = "/b"
handler = "blocking"
steps = [{ io = "gamma(20ms, cv=0.5)" }]

[[routes]]
path = "/c"
handler = "threadpool"
steps = [{ io = "30ms", service = "disk" }, { cpu = "2ms" }]

[[services]]
name = "disk"
"""
HEAD = """# A scenario with comments.
format = 1
name = "Saved"
[run]
duration = "20s"  # as planned
"""
MOVES: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("server.workers", (1, 2, 3, 5)),
    ("server.thread_limit", (1, 4, 40)),
    ("clients[Cliente_1].rate", (5.0, 60.0, 120.0)),
    ("clients[Cliente_2].users", (1, 6, 12)),
    ("clients[Cliente_2].think_time", ("0s", "exponential(100ms)")),
    ("routes[/a].handler", ("async", "threadpool", "blocking")),
    ("routes[/a].steps[1].io", ("exponential(10ms)", "exponential(80ms)", "25ms")),
    ("routes[/b].steps[0].io", ("gamma(5ms, cv=0.5)", "gamma(40ms, cv=0.5)")),
    ("clients[Cliente_1].network", ("0s", "exponential(20ms)", "3ms")),
    ("clients[Cliente_2].timeout", ("50ms", "200ms", "none")),
    ("services[disk].pool_size", (1, 3, "none")),
)


def rows(system: System) -> bytes:
    """What `requests.csv` says of a run."""
    return b"".join(lines(system.record))


def headless(path: Path) -> System:
    """The run of a saved file, as `simulate --config` does it."""
    scenario = load(path)
    assert scenario.run.seed is not None
    system = System(scenario, seed=scenario.run.seed)
    assert system.finish()
    return system


def ended(session: Session) -> System:
    """The session's own run, cut where it stands."""
    assert session.system is not None
    session.system.close()
    return session.system


@pytest.fixture
def opened(tmp_path: Path, qapp: object) -> Iterator[Callable[[str], Session]]:
    """Opens a text as a session that stands at 0; what fails is raised."""
    sessions: list[Session] = []

    def opened(text: str) -> Session:
        path = tmp_path / "opened.toml"
        path.write_text(text, encoding="utf-8")
        session = Session()
        session.failed.connect(raise_it)
        sessions.append(session)
        assert session.open(path)
        return session

    yield opened
    for session in sessions:
        session.deleteLater()


def raise_it(error: SimulatorError) -> None:
    """Fail the test that meets an error."""
    raise AssertionError(str(error))


def play(session: Session, chance: random.Random) -> None:
    """Let time go for a while, or change a value, as a hand at the window does."""
    assert session.system is not None
    match chance.randrange(4):
        case 0:
            session.system.run_until(session.now_s + chance.uniform(0.0, 1.0))
        case 1:
            session.system.run_until(session.now_s + chance.uniform(0.0, 1.0), 0.0005)
        case 2:
            session.step()
        case _:
            key, values = chance.choice(MOVES)
            session.apply(key, chance.choice(values))


@pytest.mark.parametrize("seed", range(20))
def test_a_saved_session_replays_to_the_same_rows(seed: int, opened: Callable[[str], Session], tmp_path: Path) -> None:
    chance = random.Random(seed)
    session = opened(HEAD + CLIENTS + SERVER)
    for _ in range(chance.randrange(1, 25)):
        play(session, chance)
    session.save(tmp_path / "saved.toml")

    replayed = headless(tmp_path / "saved.toml")

    assert rows(replayed) == rows(ended(session))
    assert replayed.record.requests.count > 0 or session.now_s < 0.5


def test_a_restart_begins_from_the_values_as_they_stand(opened: Callable[[str], Session], tmp_path: Path) -> None:
    session = opened(HEAD + CLIENTS + SERVER)
    assert session.system is not None
    session.system.run_until(1.0)
    session.apply("server.workers", 4)
    session.apply("routes[/a].handler", "threadpool")
    session.restart()
    session.system.run_until(2.0)
    session.apply("clients[Cliente_1].rate", 80.0)
    session.system.run_until(3.0)
    session.save(tmp_path / "saved.toml")

    text = (tmp_path / "saved.toml").read_text(encoding="utf-8")

    assert load(tmp_path / "saved.toml").server.workers == 4
    assert "# A scenario with comments." in text
    assert rows(headless(tmp_path / "saved.toml")) == rows(ended(session))


def test_changes_of_the_scenario_itself_come_first_and_those_to_come_go(
    opened: Callable[[str], Session], tmp_path: Path
) -> None:
    own = '\n[[changes]]\nat = "{}"  # mine\nset = "server.workers"\nto = {}\n'
    session = opened(HEAD + CLIENTS + SERVER + own.format("1s", 3) + own.format("9s", 1))
    assert session.system is not None
    session.system.run_until(0.5)
    session.apply("routes[/b].steps[0].io", "gamma(50ms, cv=0.5)")
    session.system.run_until(2.0)
    session.apply("server.workers", 5)
    session.system.run_until(3.0)
    session.save(tmp_path / "saved.toml")

    saved = load(tmp_path / "saved.toml")

    assert [change.at for change in saved.changes] == [1.0, 0.5, 2.0]
    assert saved.run.duration == 3.0
    assert (tmp_path / "saved.toml").read_text(encoding="utf-8").count("# mine") == 1
    assert rows(headless(tmp_path / "saved.toml")) == rows(ended(session))


def test_a_fault_that_is_still_to_come_is_kept_for_when_the_session_goes_on(
    opened: Callable[[str], Session], tmp_path: Path
) -> None:
    fault = '\n[[faults]]\nat = "9s"  # the crash\nkind = "crash"\ntarget = "worker:2"\n'
    session = opened(HEAD + CLIENTS + SERVER + fault)
    assert session.system is not None
    session.system.run_until(3.0)
    session.apply("server.workers", 3)
    session.save(tmp_path / "saved.toml")
    assert rows(headless(tmp_path / "saved.toml")) == rows(ended(session))
    again = opened((tmp_path / "saved.toml").read_text(encoding="utf-8"))
    assert again.system is not None
    again.system.run_until(10.0)
    assert again.system.pool.restarts == 1


def test_changes_of_one_instant_act_in_the_order_of_the_file(opened: Callable[[str], Session], tmp_path: Path) -> None:
    session = opened(HEAD + CLIENTS + SERVER + '\n[[changes]]\nat = "1s"\nset = "server.workers"\nto = 3\n')
    assert session.system is not None
    session.system.run_until(1.0)
    session.apply("server.workers", 1)
    session.apply("server.workers", 4)
    session.system.run_until(2.0)
    session.save(tmp_path / "saved.toml")

    assert [(change.at, change.to) for change in load(tmp_path / "saved.toml").changes] == [(1, 3), (1, 1), (1, 4)]
    assert rows(headless(tmp_path / "saved.toml")) == rows(ended(session))


def test_files_are_found_from_where_the_session_is_saved(opened: Callable[[str], Session], tmp_path: Path) -> None:
    (tmp_path / "arrivals.csv").write_text("time_s,route\n0.1,/a\n0.15,/b\n0.2,/a\n0.9,/c\n", encoding="utf-8")
    (tmp_path / "times.csv").write_text("0.01\n0.05\n0.02\n", encoding="utf-8")
    replay = '[[clients]]\nname = "Cliente_3"\narrivals = "replay"\nfile = "arrivals.csv"\n'
    server = SERVER.replace("exponential(40ms)", "empirical(times.csv)")
    session = opened(HEAD + CLIENTS + replay + server)
    assert session.system is not None
    session.system.run_until(0.3)
    session.apply("routes[/b].steps[0].io", "empirical(times.csv)")
    session.apply("routes[/c].steps", [{"label": "read", "io": "empirical(times.csv)"}])
    session.system.run_until(1.5)
    (tmp_path / "elsewhere" / "deep").mkdir(parents=True)
    session.save(tmp_path / "elsewhere" / "deep" / "saved.toml")
    session.save(tmp_path / "beside.toml")

    assert rows(headless(tmp_path / "elsewhere" / "deep" / "saved.toml")) == rows(ended(session))
    assert 'file = "arrivals.csv"' in (tmp_path / "beside.toml").read_text(encoding="utf-8")
    assert "../../arrivals.csv" in (tmp_path / "elsewhere" / "deep" / "saved.toml").read_text(encoding="utf-8")


LATE = """
[[clients]]
name = "Late"
arrivals = "burst"
users = 3
at = "9s"
start = "8s"
stop = "15s"
routes = { "/a" = 1 }
"""


@pytest.mark.parametrize("at_s", [0.0, 0.0000004, 0.4, 3.0, 10.0, 16.0, 30.0])
def test_any_instant_can_be_saved(at_s: float, opened: Callable[[str], Session], tmp_path: Path) -> None:
    head = HEAD.replace("# as planned", '\nwarm_up = "2s"\ndrain = "5s"\nreplications = 3\nsample_every = "500ms"')
    session = opened(head + CLIENTS + LATE + SERVER)
    assert session.system is not None
    session.system.run_until(at_s)
    session.apply("server.workers", 3)
    session.save(tmp_path / "saved.toml")

    saved: Scenario = load(tmp_path / "saved.toml")

    assert saved.run.warm_up == (2.0 if at_s > 2.0 else 0.0)
    assert (saved.run.drain, saved.run.replications) == (0.0, 1)
    assert saved.changes[-1].at < saved.run.duration
    assert rows(headless(tmp_path / "saved.toml")) == rows(ended(session))


def test_a_session_longer_than_a_file_may_have_rows_takes_fewer(
    opened: Callable[[str], Session], tmp_path: Path
) -> None:
    quiet = (
        CLIENTS.replace("rate = 40", "rate = 0.01")
        .replace("users = 6", "users = 1")
        .replace("exponential(200ms)", "1000s")
    )
    session = opened(HEAD.replace("# as planned", '\nsample_every = "1ms"') + quiet + SERVER)
    assert session.system is not None
    session.system.run_until(1200.0)
    session.save(tmp_path / "saved.toml")

    assert load(tmp_path / "saved.toml").run.sample_every == 0.01


def test_a_saved_session_opens_and_saves_again(opened: Callable[[str], Session], tmp_path: Path) -> None:
    session = opened(HEAD + CLIENTS + SERVER)
    assert session.system is not None
    session.system.run_until(1.0)
    session.apply("server.workers", 4)
    session.system.run_until(2.0)
    session.save(tmp_path / "saved.toml")
    again = opened((tmp_path / "saved.toml").read_text(encoding="utf-8"))
    assert again.system is not None
    again.system.run_until(2.0)
    again.save(tmp_path / "again.toml")

    first, second = (tomllib.loads((tmp_path / name).read_text()) for name in ("saved.toml", "again.toml"))

    assert first == second


def test_unsaved_changes_are_those_that_no_file_has(opened: Callable[[str], Session], tmp_path: Path) -> None:
    session = opened(HEAD + CLIENTS + SERVER)
    assert not session.has_unsaved_changes
    session.apply("server.workers", 4)
    assert session.has_unsaved_changes
    session.restart()
    assert session.has_unsaved_changes
    session.save(tmp_path / "saved.toml")
    assert not session.has_unsaved_changes
    session.restart()
    assert not session.has_unsaved_changes


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "saved.toml").mkdir()

    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "saved.toml", "text")

    assert [path.name for path in tmp_path.iterdir()] == ["saved.toml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept.toml").write_text("old")
    (tmp_path / "link.toml").symlink_to(tmp_path / "kept.toml")

    write_whole(tmp_path / "link.toml", "new")

    assert (tmp_path / "link.toml").is_symlink()
    assert (tmp_path / "kept.toml").read_text() == "new"
