"""The trap of one Qt binding: PySide6 6.12.0 drops a reference to None on every void call under Python 3.11."""

import subprocess
import sys

_CALLS = """
from PySide6.QtCore import QObject
for _ in range(20_000):
    QObject().setObjectName("none")
print("alive")
"""


def test_twenty_thousand_void_calls_leave_none_alive() -> None:
    done = subprocess.run([sys.executable, "-c", _CALLS], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
