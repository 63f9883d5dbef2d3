"""The story of a session, told by a hand: `xvfb-run -a -s "-screen 0 1440x900x24" python -m tests.end_to_end OUT`.

Open, run, drag the I/O latency, add workers, rewind, inspect the slowest request, branch, save, replay headless: the
same bytes. Prints a line a chapter, and ends with exit code 1 at the first that fails.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.hand import Hand

_LONGEST_S = 60.0
_STORY = """
format = 1
name = "A story"
[run]
duration = "60s"
seed = 7
[[clients]]
name = "Cliente_1"
arrivals = "poisson"
rate = 30
network = "5ms"
[server]
workers = 1
[[routes]]
path = "/professor/create"
handler = "blocking"
steps = [{ cpu = "1ms" }, { label = "time.sleep", io = "exponential(20ms)" }]
"""


class Story:
    """Its chapters, in their order; `out` has what is opened, saved and compared."""

    def __init__(self, hand: Hand, out: Path) -> None:
        self._hand, self._out = hand, out

    def opens(self) -> str:
        """By Ctrl+O and a typed path."""
        (self._out / "story.toml").write_text(_STORY, encoding="utf-8")
        self._hand.wait("a window", lambda state: "past" in state["places"])
        self._hand.focus()
        self._hand.press("ctrl+o")
        self._answer("Open a scenario", self._out / "story.toml")
        return str(self._hand.wait("the story", lambda state: state["title"] == "A story")["title"])

    def runs(self) -> str:
        """Stands still and goes by keys, and faster."""
        self._hand.focus()
        self._hand.press("space")
        self._hand.wait("a pause", lambda state: state["mode"] == "paused")
        self._hand.press("F5")
        for _ in range(4):
            self._hand.press("period")
        state = self._hand.wait("three seconds", lambda state: state["now_s"] > 3)
        return f"{state['now_s']:.1f} s at {state['speed']:g}x"

    def drags_latency(self) -> str:
        """The handle of the slider, while time goes."""
        begin, (x, _, width, _) = self._hand.middle("io_latency_handle"), self._hand.look()["places"]["io_latency"]
        self._hand.drag(begin, (min(begin[0] + width // 4, x + width - 8), begin[1]))
        state = self._hand.wait("another latency", lambda state: bool(state["changes"]))
        keys = {key for key, _ in state["changes"]}
        assert keys == {"routes[/professor/create].steps[1].io"}, keys
        return f"{len(state['changes'])} changes, to {state['changes'][-1][1]}"

    def adds_workers(self) -> str:
        """By keys on their slider, reached by a click on its handle."""
        self._hand.click("workers_handle")
        self._hand.press("Right", "Right")
        state = self._hand.wait("three workers", lambda state: ["server.workers", 3] in state["changes"])
        self._hand.wait("more of the run", lambda state: state["now_s"] > 8)
        return f"{state['changes'][-1]}"

    def rewinds(self) -> str:
        """By dragging on the strip."""
        x, y, width, height = self._hand.look()["places"]["past"]
        middle = y + height // 2
        self._hand.drag((x + width // 2, middle), (x + width // 4, middle))
        state = self._hand.wait("the past", lambda state: state["is_rewound"] and state["mode"] == "paused")
        assert state["shown_s"] < state["now_s"] / 2, state["shown_s"]
        return f"{state['shown_s']:.1f} s of {state['now_s']:.1f} s"

    def inspects_the_slowest(self) -> str:
        """The table of all requests, sorted by a click on its header; a double click looks into the first."""
        self._hand.focus()
        self._hand.press("ctrl+i")
        self._hand.click("all")
        self._hand.click("response")
        self._hand.click("first_row", times=2)
        state = self._hand.wait("a request", lambda state: state["inspected"] is not None)
        assert state["inspected"] == state["slowest"], (state["inspected"], state["slowest"])
        self._hand.wait("its instant", lambda state: state["is_rewound"])
        return f"request {state['inspected']}"

    def branches(self) -> str:
        """From that instant."""
        self._hand.focus()
        self._hand.press("ctrl+b")
        state = self._hand.wait("a branch", lambda state: state["ghost_s"] is not None)
        self._hand.press("F6")
        self._hand.wait("the branch goes on", lambda state: state["now_s"] > state["ghost_s"] + 3)
        self._hand.press("space")
        self._hand.wait("a pause", lambda state: state["mode"] == "paused")
        return f"at {state['ghost_s']:.3f} s"

    def saves(self) -> str:
        """By Ctrl+S and a typed path."""
        self._hand.press("ctrl+s")
        saved = self._out / "saved.toml"
        self._answer("Save this session as a scenario", saved)
        self._hand.wait("a saved session", lambda state: not state["is_unsaved"])
        return f"{saved.name}, {saved.stat().st_size} bytes"

    def _answer(self, title: str, path: Path) -> None:
        """A dialog that asks for a file."""
        self._hand.wait(title, lambda state: state["dialog"] == title)
        self._hand.focus(title)
        self._hand.press("ctrl+a")
        self._hand.type(str(path))
        self._hand.press("Return")
        self._hand.wait("no dialog", lambda state: state["dialog"] is None)
        self._hand.focus()

    @property
    def chapters(self) -> tuple[Callable[[], str], ...]:
        """In their order."""
        return (
            self.opens,
            self.runs,
            self.drags_latency,
            self.adds_workers,
            self.rewinds,
            self.inspects_the_slowest,
            self.branches,
            self.saves,
        )


def replayed(out: Path) -> str:
    """The saved session, headless: row by row what the window ran."""
    command = "import sys; from simulator.cli import main; sys.exit(main())"
    arguments = ["--config", out / "saved.toml", "--out", out / "replay", "--quiet"]
    subprocess.run([sys.executable, "-c", command, *arguments], check=True, timeout=_LONGEST_S)
    rows = (out / "replay" / "requests.csv").read_bytes().partition(b"\n")[2]
    own = (out / "session.csv").read_bytes()
    assert own, "the session has rows"
    assert rows == own, "the replay has other bytes than the session"
    return f"{rows.count(bytes([10]))} rows, {len(rows)} bytes, the same"


def main() -> int:
    """Tell it."""
    out = Path(sys.argv[1]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
    environment |= {name: str(out / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment.pop("QT_QPA_PLATFORM", None)
    app = subprocess.Popen([sys.executable, "-m", "tests.end_to_end.observed_app", str(out)], env=environment)
    try:
        hand = Hand(out / "state.json", app)
        story = Story(hand, out)
        for chapter in story.chapters:
            print(f"{chapter.__name__.replace('_', ' ')}: {chapter()}", flush=True)
        hand.focus()
        hand.press("ctrl+q")
        assert app.wait(_LONGEST_S) == 0, "it closes as it should"
    finally:
        if app.poll() is None:
            app.kill()
    print(f"replayed: {replayed(out)}")
    print("the story was told")
    return 0


if __name__ == "__main__":
    sys.exit(main())
