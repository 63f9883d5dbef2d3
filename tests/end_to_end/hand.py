"""A hand: the pointer and the keys of an X server, by way of xdotool, and eyes on what the window says of itself."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PATIENCE_S = 90.0
_LOOK_EVERY_S = 0.05
_STEPS = 8
"""Of a drag."""


class Hand:
    """Acts as a user does; waits until what it did is seen."""

    def __init__(self, seen: Path, app: "subprocess.Popen[bytes]") -> None:
        self._seen, self._app = seen, app

    # Eyes

    def look(self) -> dict[str, Any]:
        """What the window shows now."""
        state: dict[str, Any] = json.loads(self._seen.read_text(encoding="utf-8")) if self._seen.exists() else {}
        return state

    def wait(self, what: str, is_there: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Until it is seen; fails after a while, with what is seen instead."""
        end = time.monotonic() + _PATIENCE_S
        state: dict[str, Any] = {}
        while time.monotonic() < end:
            assert self._app.poll() is None, f"{what}: the application ended with {self._app.returncode}"
            state = self.look()
            if state and is_there(state):
                return state
            time.sleep(_LOOK_EVERY_S)
        shown = {name: value for name, value in state.items() if name != "places"}
        raise AssertionError(f"{what}: not after {_PATIENCE_S:g} s, but {shown}")

    def middle(self, name: str) -> tuple[int, int]:
        """The middle of a place on the screen, once it stands still."""
        before: list[Any] = [None]

        def stands(state: dict[str, Any]) -> bool:
            now = state["places"].get(name)
            is_same, before[0] = now is not None and now == before[0], now
            return is_same

        x, y, width, height = self.wait(f"{name} on the screen", stands)["places"][name]
        return x + width // 2, y + height // 2

    # Keys and pointer

    def focus(self, title: str = "Vazão") -> None:
        """There is no window manager here: whoever wants keys is given them."""
        _xdotool("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync")

    def press(self, *keys: str) -> None:
        """Keys as xdotool names them, one after another."""
        for key in keys:
            _xdotool("key", "--clearmodifiers", key)

    def type(self, text: str) -> None:
        """A text into what has the keys."""
        _xdotool("type", "--delay", "5", text)

    def click(self, name: str, times: int = 1) -> None:
        """In the middle of a place."""
        x, y = self.middle(name)
        _xdotool("mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "80", "1")

    def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """With the button down, in steps that a window can follow."""
        _xdotool("mousemove", *map(str, begin), "mousedown", "1")
        for step in range(1, _STEPS + 1):
            at = (begin[axis] + (end[axis] - begin[axis]) * step // _STEPS for axis in range(2))
            _xdotool("mousemove", *map(str, at))
            time.sleep(_LOOK_EVERY_S)
        _xdotool("mouseup", "1")


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=_PATIENCE_S, capture_output=True)
