"""What is imported without need is not loaded, and is all there once it is used."""

import json
import subprocess
import sys

import pytest

from ui.put_off import put_off

BEGIN = """
import sys
from ui.put_off import put_off
put_off("importlib.metadata", "entry_points")
from importlib.metadata import entry_points
assert "email.message" not in sys.modules
"""


@pytest.mark.parametrize(
    "use",
    [
        "assert list(entry_points(group='console_scripts'))",
        "from importlib.metadata import version; assert version('pydantic')",
        "import importlib.metadata; assert importlib.metadata.version('pydantic')",
        "from importlib.metadata import _meta; assert _meta.PackageMetadata",
    ],
)
def test_it_is_loaded_when_it_is_used(use: str) -> None:
    end = "assert 'email.message' in sys.modules; from importlib import metadata; assert metadata.Distribution"
    ran = subprocess.run(
        [sys.executable, "-c", "\n".join([BEGIN, use, end])], check=False, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr


def test_what_was_loaded_stays() -> None:
    put_off("json", "loads")
    assert sys.modules["json"] is json
