"""What only a process of its own can show: imports, signals, pipes, disks."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import PROGRAM, answered, contents, in_process

IMPORTS = """
import sys
{do}
heavy = {{"PySide6", "pyqtgraph", "scipy", "numpy", "simpy"}}
print(sorted(heavy & {{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


@pytest.mark.parametrize("do", ["import simulator", "import simulator.cli"])
def test_importing_the_simulator_is_light(do: str) -> None:
    assert answered(in_process(program=IMPORTS.format(do=do))).err == "[]\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], []])
def test_help_waits_for_nothing(arguments: list[str]) -> None:
    do = "from simulator.cli import main\nsys.argv[0] = 'simulate'\ntry:\n    main()\nexcept SystemExit:\n    pass"
    assert answered(in_process(*arguments, program=IMPORTS.format(do=do))).err.endswith("[]\n")


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["check", "01_blocking"], "['numpy']\n"),
        (["--config", "02_async", "--quiet"], "['numpy', 'simpy']\n"),
        # Other t quantiles than those of a single run's batches.
        (["--config", "02_async", "--replications", "3", "--jobs", "1"], "['numpy', 'scipy', 'simpy']\n"),
    ],
)
def test_a_run_loads_what_it_needs_and_never_qt(arguments: list[str], loaded: str) -> None:
    do = "from simulator.cli import main\nsys.argv[0] = 'simulate'\ntry:\n    main()\nexcept SystemExit:\n    pass"
    assert answered(in_process(*arguments, program=IMPORTS.format(do=do))).err == loaded


# Signals. The child says on standard output how far it is, and goes on only when it has been sent the signal.

INTERRUPTED = """
import sys
from contextlib import contextmanager
from simulator.cli import main, run

@contextmanager
def watched(*, is_quiet):
    def advance(share):
        if share >= {share}:
            print("there", flush=True)
            sys.stdin.readline()
    yield advance

run.progress = watched
sys.argv[0] = "simulate"
main()
"""


def interrupt(number: int, share: float, *arguments: str | Path) -> tuple[int, str]:
    """Exit code and standard error of a run that got the signal when this share of it was done."""
    command = in_process(*arguments, program=INTERRUPTED.format(share=share))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline() == "there\n"
        child.send_signal(number)
        _, err = child.communicate("go on\n" * 100, timeout=60)
        return child.returncode, err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_what_was_finished_is_kept_and_runs_again(
    tmp_path: Path, scenario: Path, number: int, code: int
) -> None:
    out = tmp_path / "out"
    ended, err = interrupt(number, 0.5, "--config", scenario, "--replications", "4", "--out", out, "--quiet")
    assert ended == code
    assert err == "interrupted: 2 of 4 replications were finished, and are kept\n"
    kept = contents(out)
    assert json.loads(kept["summary.json"])["replications"] == 2
    again = answered(in_process("--config", out / "scenario.toml", "--out", tmp_path / "again", "--quiet"))
    assert again.code == 0
    assert contents(tmp_path / "again") == kept


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_with_nothing_finished_nothing_is_kept(tmp_path: Path, number: int, code: int) -> None:
    long = ["--config", "01_blocking", "--duration", "1000000s", "--set", "run.sample_every=100s"]
    ended, err = interrupt(number, 0.0, *long, "--out", tmp_path / "out")
    assert ended == code
    assert err == "interrupted: nothing was finished, nothing is kept\n"
    assert not (tmp_path / "out").exists()


def test_interrupted_without_out_what_was_finished_is_shown(scenario: Path) -> None:
    ended, err = interrupt(signal.SIGINT, 0.5, "--config", scenario, "--replications", "4")
    assert ended == 130
    assert err == "interrupted: 2 of 4 replications were finished, and are shown\n"


def test_a_signal_outside_of_a_run_ends_it_at_once(tmp_path: Path) -> None:
    with subprocess.Popen(
        in_process("--config", "-", "--out", tmp_path / "out", program=f"print('there', flush=True); {PROGRAM}"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "there\n"
        child.send_signal(signal.SIGTERM)
        _, err = child.communicate(timeout=60)
    # Before Python has come to our handler the system ends it, with the same meaning to a shell.
    assert child.returncode in (143, -signal.SIGTERM)
    assert "Traceback" not in err


# Pipes.


@pytest.mark.parametrize(
    "arguments", [["--config", "02_async"], ["schema"], ["--help"], ["list"], ["check", "02_async"]]
)
def test_a_closed_pipe_is_no_error(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(in_process(*arguments), stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_pipe_keeps_the_files(tmp_path: Path) -> None:
    command = " ".join(
        f"'{part}'" for part in in_process("--config", "02_async", "--out", tmp_path / "out", program="PROGRAM")
    )
    command = command.replace("'PROGRAM'", f'"{PROGRAM}"')
    done = answered(["bash", "-c", f"{command} | head -n 1; exit ${{PIPESTATUS[0]}}"])
    assert (done.code, done.out, done.err) == (0, "2. Async: the loop stays free\n", "")
    assert len(contents(tmp_path / "out")) == 5


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file that is always full")
@pytest.mark.parametrize("arguments", [["--config", "02_async"], ["schema"], ["--help"]])
def test_output_that_cannot_be_written_is_three(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(in_process(*arguments), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "cannot write to standard output: No space left on device\n")


def test_piped_output_has_no_colours_and_no_spaces_at_its_ends() -> None:
    done = answered(in_process("--config", "01_blocking"))
    assert "\x1b" not in done.out
    assert all(line == line.rstrip() for line in done.out.split("\n"))
    assert max(len(line) for line in done.out.split("\n")) <= 80
    assert done.err == ""


def test_a_terminal_without_unicode_gets_what_it_can_show() -> None:
    done = answered(in_process("--config", "01_blocking"), env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert done.code == 0
    assert "####" in done.out
    assert done.out.isascii()


# Folders that cannot be written.


def mounted(options: str, folder: Path, *arguments: str | Path) -> list[str]:
    """The command in a world of its own, in which `folder` is such a tmpfs; what is there afterwards goes to stdout."""
    script = f'mount -t tmpfs -o {options} none "$0" && cd / && "$@"; code=$?; ls -A "$0"; exit $code'
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    return [*unshare, "sh", "-c", script, str(folder), *in_process(*arguments)]


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        can = answered(mounted("size=1m", folder, "--version")).code == 0
    except FileNotFoundError:
        can = False
    if not can:
        pytest.skip("this machine lets nobody mount a tmpfs")
    return folder


@pytest.mark.parametrize("size", ["4k", "16k", "64k", "128k"])
def test_a_full_disk_is_three_and_nothing_half_written(disk: Path, size: str) -> None:
    done = answered(mounted(f"size={size}", disk, "--config", "01_blocking", "--out", disk))
    assert done.code == 3
    assert done.out == ""
    assert done.err.startswith(f"cannot write results: {disk}")
    assert done.err.endswith("No space left on device\n")
    assert done.err.count("\n") == 1


def test_a_disk_that_is_just_large_enough_is_enough(disk: Path) -> None:
    done = answered(mounted("size=400k", disk, "--config", "01_blocking", "--out", disk, "--quiet"))
    assert (done.code, done.err) == (0, "")
    assert len(done.out.split()) == 5


def test_a_read_only_folder_is_three(disk: Path) -> None:
    done = answered(mounted("size=1m,ro", disk, "--config", "01_blocking", "--out", disk / "below"))
    assert done.code == 3
    assert done.err == f"cannot write results: {disk / 'below'}: Read-only file system\n"
    done = answered(mounted("size=1m,ro", disk, "--config", "01_blocking", "--out", disk))
    assert done.code == 3
    assert done.err.endswith("Read-only file system\n")


def test_two_runs_into_one_folder_are_one_run(tmp_path: Path, scenario: Path) -> None:
    out = tmp_path / "out"
    command = in_process("--config", scenario, "--out", out, "--quiet", program=INTERRUPTED.format(share=1.0))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "there\n"
        second = answered(in_process("--config", scenario, "--out", out))
        first.communicate("go on\n")
    assert (second.code, second.out) == (3, "")
    assert second.err == f"cannot write results: {out} is in use by another run\n"
    assert first.returncode == 0
    assert len(contents(out)) == 5
