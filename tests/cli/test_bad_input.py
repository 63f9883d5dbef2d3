"""Whatever a user brings: one clear message, the right exit code, nothing half written."""

from pathlib import Path

import pytest

from tests.cli.conftest import PLAIN, PROGRAM, Simulate, answered, contents, in_process

POISSON = 'arrivals = "poisson"\nrate = 20'
REPLAY = PLAIN.replace(POISSON, 'arrivals = "replay"\nfile = "times.csv"')

FILES: dict[str, bytes] = {
    "empty": b"",
    "only spaces": b" \n\t\n",
    "binary": b"\x7fELF\x02\x01\x01\x00\xff\xfe",
    "not TOML": b"format = 1\nname = \n",
    "JSON": b'{"format": 1}',
    "a table only": b"[run]\nduration = 1",
    "over 1 MB": b"#" * 1_000_001,
    "deep": b"a = " + b"[" * 20_000,
    "wrong types": PLAIN.replace("rate = 20", 'rate = "many"').encode(),
    "an unknown key": PLAIN.replace("workers = 1", "wokers = 1").encode(),
    "a rate of 0": PLAIN.replace("rate = 20", "rate = 0").encode(),
    "a negative rate": PLAIN.replace("rate = 20", "rate = -20").encode(),
    "no number": PLAIN.replace("rate = 20", "rate = nan").encode(),
    "an infinite rate": PLAIN.replace("rate = 20", "rate = inf").encode(),
    "10^12 users": PLAIN.replace(POISSON, 'arrivals = "closed"\nusers = 1000000000000').encode(),
    "10^12 workers": PLAIN.replace("workers = 1", "workers = 1000000000000").encode(),
    "a negative time": PLAIN.replace('"5s"', '"-5s"').encode(),
    "an endless run": PLAIN.replace('"5s"', "inf").encode(),
    "a billion rows": PLAIN.replace('"5s"', '"1000000s"\nsample_every = "1ms"').encode(),
    "a route nobody defines": PLAIN.replace("rate = 20", 'rate = 20\nroutes = { "/b" = 1 }').encode(),
    "a service nobody defines": PLAIN.replace('"exponential(50ms)"', '"1s", service = "db"').encode(),
    "a change of what is fixed": f'{PLAIN}\n[[changes]]\nat = "1s"\nset = "server.loop"\nto = "uvloop"\n'.encode(),
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_scenario_that_is_none_is_refused_in_one_line(simulate: Simulate, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    answer = simulate("--config", file, "--out", tmp_path / "out")
    checked = simulate("check", file)
    assert (answer.code, answer.out) == (2, "")
    assert all(line.startswith("bad.toml") for line in answer.err.splitlines())
    assert answer.err.count("\n") == (1 if content != FILES["a table only"] else 4)
    assert (checked.code, checked.err) == (2, answer.err)
    assert list(contents(tmp_path)) == ["bad.toml"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, 'cannot read "times.csv": No such file or directory'),
        (b"", '"times.csv" is empty'),
        (b"time_s\n2\n1\n", "must be sorted by time_s"),
        (b"time_s\n1\nsoon\n", 'must be a number of seconds, got "soon"'),
        (b"\xff\xfe\x00\x01", '"times.csv" is not text'),
        (b"time_s\n1\0\n", '"times.csv"'),
        (b"time_s,route\n1,/nowhere\n", "/nowhere"),
    ],
)
def test_a_recording_that_cannot_be_replayed_is_refused(
    simulate: Simulate, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(REPLAY, encoding="utf-8")
    if content is not None:
        (tmp_path / "times.csv").write_bytes(content)
    answer = simulate("--config", file, "--out", tmp_path / "out")
    assert answer.code == 2
    assert answer.err.startswith("bad.toml:11: clients[0].file: ")
    assert words in answer.err
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_missing_file_and_a_folder_are_refused(simulate: Simulate, tmp_path: Path) -> None:
    assert simulate("--config", tmp_path / "none.toml").err.endswith("cannot be read: No such file or directory\n")
    assert simulate("--config", tmp_path).err.endswith("cannot be read: Is a directory\n")
    answer = simulate("--config", "01_bloking")
    assert answer.code == 2
    assert answer.err == "01_bloking: cannot be read: No such file or directory (did you mean 01_blocking?)\n"


def test_a_file_in_the_place_of_the_folder_is_three_and_left(
    simulate: Simulate, scenario: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    answer = simulate("--config", scenario, "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"cannot write results: {tmp_path / 'out'}: is not a folder\n"
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_a_closed_loop_in_which_nothing_takes_time_ends(simulate: Simulate, tmp_path: Path) -> None:
    text = PLAIN.replace(POISSON, 'arrivals = "closed"\nusers = 2').replace('{ io = "exponential(50ms)" }', "")
    file = tmp_path / "loop.toml"
    file.write_text(text.replace('"5s"', '"2ms"'), encoding="utf-8")
    answer = simulate("--config", file, "--out", tmp_path / "out")
    assert answer.code == 0
    assert "4,000 sent" in answer.out
    assert "1.00 us on average" in answer.out


def test_a_run_in_which_nothing_is_sent_says_so(simulate: Simulate, tmp_path: Path) -> None:
    file = tmp_path / "idle.toml"
    file.write_text(PLAIN.replace("rate = 20", "rate = 0.000001"), encoding="utf-8")
    answer = simulate("--config", file)
    assert answer.code == 0
    assert "Warning: nothing was sent after the warm-up, so there is nothing to measure." in answer.out


def test_what_was_in_the_folder_stays_when_a_run_is_refused(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    simulate("--config", scenario, "--out", out)
    before = contents(out)
    assert simulate("--config", scenario, "--out", out, "--set", "server.workers=0").code == 2
    assert contents(out) == before


def test_a_start_that_finds_no_room_leaves_no_half(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="needs limits of a process")
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); " + PROGRAM
    answer = answered(in_process("init", tmp_path / "new.toml", program=limited))
    assert answer.code == 3
    assert answer.err == f"{tmp_path / 'new.toml'}: cannot be written: File too large\n"
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("option", ["--out", "--perfetto", "--report"])
def test_a_path_without_a_name_is_refused(
    simulate: Simulate, scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    answer = simulate("--config", scenario, option, "")
    assert (answer.code, answer.out) == (2, "")
    assert f"Invalid value for '{option}': needs a name" in answer.err
    assert sorted(tmp_path.iterdir()) == before
