"""What is filled in becomes a call of `simulate calibrate`."""

from pathlib import Path

import pytest

from ui.reality.sources import Asked, Source, proposal

READ = "--json", "--progress-lines"


@pytest.mark.parametrize(
    ("asked", "arguments"),
    [
        (
            Asked(Source.LOG, file="/var/a.log", handler="async", out="/tmp/a.toml"),
            ["calibrate", "--log", "/var/a.log", "--handler", "async", "--out", "/tmp/a.toml", *READ],
        ),
        (
            Asked(Source.ASYNCFLOW, file="/var/a.yml", handler="async", out="/tmp/a.toml"),
            ["calibrate", "--asyncflow", "/var/a.yml", "--out", "/tmp/a.toml", *READ],
        ),
        (
            Asked(Source.APP, app=" shop:app ", folder="/srv", routes="/items=3, /buy\n", out="/tmp/a.toml"),
            ["calibrate", "--app", "shop:app", "--route=/items=3", "--route=/buy", "--out", "/tmp/a.toml", *READ],
        ),
    ],
)  # fmt: skip
def test_a_call(asked: Asked, arguments: list[str]) -> None:
    assert asked.is_complete
    assert asked.arguments == arguments


def test_an_app_is_run_where_it_lies() -> None:
    assert Asked(Source.APP, folder="/srv/shop").directory == Path("/srv/shop")
    assert Asked(Source.LOG, file="/var/log/a.log").directory == Path("/var/log")


@pytest.mark.parametrize(
    "asked",
    [
        Asked(Source.LOG, file="/var/a.log"),
        Asked(Source.LOG, out="/tmp/a.toml"),
        Asked(Source.APP, app="shop:app", folder="/srv", out="/tmp/a.toml"),
    ],
)
def test_what_is_not_complete_is_not_started(asked: Asked) -> None:
    assert not asked.is_complete


def test_it_is_saved_beside_the_log_under_a_free_name(tmp_path: Path) -> None:
    log = tmp_path / "access.log.gz"
    assert proposal(str(log)) == str(tmp_path / "access.toml")
    (tmp_path / "access.toml").write_text("mine", encoding="utf-8")
    assert proposal(str(log)) == str(tmp_path / "access_2.toml")
    assert proposal(" ") == ""
