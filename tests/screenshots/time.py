"""States of a session in time: until something, branched off, full, left behind."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from simulator.record import Budget
from ui.launch import recover
from ui.main_window import MainWindow
from ui.session.past_runs import PastRuns
from ui.session.wishes import Wish

if TYPE_CHECKING:
    from tests.screenshots.window import WindowStudio

State = Callable[["WindowStudio", MainWindow], None]
_LONGEST_S = 20.0
_FULL = Budget(transitions=16_384, samples=100_000)


def time_states(paused: State) -> dict[str, State]:
    """By the names of their pictures; each begins with a run of a minute that stands still."""

    def after(act: State) -> State:
        def state(studio: "WindowStudio", window: MainWindow) -> None:
            paused(studio, window)
            act(studio, window)

        return state

    return {name: after(act) for name, act in _ACTS.items()}


def _until(studio: "WindowStudio", window: MainWindow) -> None:
    window.commands["until"].trigger()


def _reached(studio: "WindowStudio", window: MainWindow) -> None:
    window.session.until(Wish(condition="loop_queue > 12 and in_flight > 20").goal(window.session.now_s))
    studio.wait(_LONGEST_S, until=lambda: not window.session.mode.is_running)


def _branched(studio: "WindowStudio", window: MainWindow) -> None:
    window.session.rewind(15.0)
    window.session.apply("server.workers", 2)
    studio.wait(_LONGEST_S, until=lambda: window.session.ghost is not None)
    assert window.session.system is not None, "it goes on"
    window.session.system.run_until(50.0)
    window.session.step()


def _branching(studio: "WindowStudio", window: MainWindow) -> None:
    window.session.rewind(60.0)
    window.session.branching.emit(0.4)
    window.status.branching._appear()


def _full(studio: "WindowStudio", window: MainWindow) -> None:
    assert window.session.system is not None, "a scenario was opened"
    studio.catch_up(window)
    window.session.system.make_room(_FULL)
    window.session.forgot.emit()
    window.session.step()
    window.session.rewind(window.session.kept_since_s / 2)


def _recovery(studio: "WindowStudio", window: MainWindow) -> None:
    with TemporaryDirectory() as folder:
        text = window.session.written(Path(folder))
        (Path(folder) / "left.toml").write_text(text, encoding="utf-8")
        recover(window, Path(folder)).autosave.end()


def _past_runs(studio: "WindowStudio", window: MainWindow) -> None:
    with TemporaryDirectory() as folder:
        window.runs.past = PastRuns(Path(folder))
        for name in ("02_async", "11_retry_storm"):
            window.session.restart()
            assert window.session.system is not None, "a scenario was opened"
            window.session.open(name)
            window.session.system.run_until(20.0)
        window.session.restart()
        window.commands["past_runs"].trigger()
        window.runs.past = None


_ACTS: dict[str, State] = {
    "until": _until,
    "reached": _reached,
    "branching": _branching,
    "branched": _branched,
    "full": _full,
    "recovery": _recovery,
    "past-runs": _past_runs,
}
