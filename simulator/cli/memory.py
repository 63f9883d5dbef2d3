"""How much memory is left: a run that needs more is ended in words, before the system ends it without any."""

from pathlib import Path

_MACHINE, _GROUP = Path("/proc/meminfo"), Path("/sys/fs/cgroup")
_RESERVE = 256_000_000
"""So much stays for what is still to be done with a run when it is over."""


def is_short(kept: int) -> bool:
    """Whether hardly more is left than takes to write out what is kept, bytes; False where nobody knows."""
    left = [each for each in (_left_on_machine(), _left_in_group()) if each is not None]
    return bool(left) and min(left) < _RESERVE + kept


def _left_on_machine() -> int | None:
    try:
        for line in _MACHINE.read_text(encoding="ascii").splitlines():
            name, _, amount = line.partition(":")
            if name == "MemAvailable":
                return int(amount.split()[0]) * 1024
    except (OSError, ValueError):
        pass  # another system
    return None


def _left_in_group() -> int | None:
    """What a container, or a service's control group (version 2), may still take."""
    try:
        limit, used = ((_GROUP / f"memory.{name}").read_text(encoding="ascii") for name in ("max", "current"))
        return int(limit) - int(used)
    except (OSError, ValueError):  # there is none, or it may take all there is
        return None
