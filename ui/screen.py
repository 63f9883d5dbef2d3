"""Whether a window can open here, and if not, what to install or to do: said before Qt ends the process."""

import ctypes
import re
import socket
import sys
from collections.abc import Iterator, Mapping

_PACKAGES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""Debian's package of each library that Qt wants of the system."""
_OF_X = tuple(name for name in _PACKAGES if "xcb" in name or "x11" in name)
"""These are loaded with the platform plugin, where a missing one ends the process."""
_X_PORT = 6000
_PATIENCE_S = 2.0


def missing_screen(environment: Mapping[str, str]) -> str | None:
    """Why no window can open; None: one can."""
    chosen = environment.get("QT_QPA_PLATFORM")
    if sys.platform != "linux" or (chosen or "xcb").partition(":")[0] != "xcb":
        return None
    if environment.get("WAYLAND_DISPLAY") and not chosen:
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return "there is no screen to open a window on (DISPLAY is not set); without one, run: simulate --config FILE"
    if not _answers(display):
        return f"the screen {display} (DISPLAY) does not answer; without one, run: simulate --config FILE"
    missing = [name for name in _OF_X if not _loads(name)]
    return _install(missing) if missing else None


def missing_library(message: str) -> str | None:
    """Why Qt did not load, from the words of the linker; None: for another reason."""
    match = re.match(r"(lib[^\s:]+): cannot open shared object file", message)
    if match is None:
        return None
    return _install([match[1], *(name for name in _PACKAGES if name != match[1] and not _loads(name))])


def _install(missing: list[str]) -> str:
    packages = list(dict.fromkeys(_PACKAGES.get(name, "") for name in missing))
    known = " ".join(package for package in packages if package)
    what = f"the window needs libraries that are not installed: {', '.join(missing)}"
    return f"{what}\non Debian or Ubuntu: sudo apt-get install {known}" if known else what


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Whether an X server listens: Qt does not come back from one that is not there."""
    match = re.fullmatch(r"(?:(?:unix|tcp)/)?([^:]*):(\d+)(?:\.\d+)?", display)
    if match is None:
        return True  # some other way to name one; Qt shall try
    return any(_connects(*address) for address in _addresses(match[1], int(match[2])))


def _addresses(host: str, number: int) -> Iterator[tuple[socket.AddressFamily, str | tuple[str, int]]]:
    if host in ("", "unix"):
        yield socket.AF_UNIX, f"/tmp/.X11-unix/X{number}"  # where X servers listen
        yield socket.AF_UNIX, f"\0/tmp/.X11-unix/X{number}"
    yield socket.AF_INET, (host or "localhost", _X_PORT + number)


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.settimeout(_PATIENCE_S)
        try:
            tried.connect(address)
        except OSError:
            return False
    return True
