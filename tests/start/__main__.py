"""Build the wheel, install it into a fresh environment, and start what it brings: `python -m tests.start WORK`.

Prints a line a check and ends with exit code 1 at the first that fails.
"""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGES = {"simulator", "ui", "resources"}
MUST_HAVE = ("resources/scenarios/01_blocking.toml", "resources/theme/tokens.json", "simulator/py.typed")
FRAMES = 300


def build(out: Path) -> Path:
    """The wheel."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", out, PROJECT], check=True, capture_output=True
    )
    (wheel,) = out.glob("vazao-*.whl")
    return wheel


def check_contents(wheel: Path) -> str:
    """Exactly our packages, their data, and every licence."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    strangers = {top for top in tops - PACKAGES if not top.endswith(".dist-info")}
    assert not strangers, f"the wheel brings more than its packages: {strangers}"
    missing = [name for name in MUST_HAVE if name not in names]
    assert not missing, f"the wheel lacks {missing}"
    fonts = [name for name in names if name.startswith("resources/fonts/")]
    assert any(name.endswith(".ttf") for name in fonts), "the wheel lacks the fonts"
    assert any(name.startswith("resources/fonts/") and "OFL" in name for name in names), "fonts without their licence"
    assert any(name.endswith("pt_BR.qm") for name in names), "the wheel lacks the translation"
    return f"{len(names)} files, {wheel.stat().st_size / 1e6:.1f} MB"


def install(wheel: Path, folder: Path) -> Path:
    """A fresh environment with the wheel in it; returns its folder of programs."""
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    subprocess.run(
        [programs / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel], check=True
    )
    return programs


def check_simulate(programs: Path, folder: Path) -> str:
    """A bundled scenario by its name; its results replay to the same bytes from another folder."""
    simulate = programs / "simulate"
    _run([simulate, "--config", "01_blocking", "--out", folder / "first", "--quiet"], folder)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    _run([simulate, "--config", folder / "first" / "scenario.toml", "--out", folder / "second", "--quiet"], elsewhere)
    files = sorted(path.name for path in (folder / "first").iterdir() if path.is_file())
    differing = [name for name in files if _bytes(folder / "first" / name) != _bytes(folder / "second" / name)]
    assert not differing, f"the replay differs in {differing}"
    return ", ".join(files)


def check_packages_are_ours(programs: Path, folder: Path) -> str:
    """`simulator`, `ui` and `resources` are generic names: nobody else's may be imported in their place."""
    where = "; ".join(f"import {name}; print({name}.__file__)" for name in sorted(PACKAGES))
    files = _run([programs / "python", "-c", where], folder).split()
    strangers = [file for file in files if not Path(file).is_relative_to(programs.parent)]
    assert not strangers, f"foreign packages are imported: {strangers}"
    return f"{len(files)} packages"


def check_window(programs: Path, folder: Path) -> str:
    """The real window, on an X server where there is one to start."""
    script = Path(__file__).with_name("window_frames.py")
    command: list[str | Path] = [programs / "python", script, str(FRAMES)]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "config")}
    if shutil.which("xvfb-run"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", *command]
        environment.pop("QT_QPA_PLATFORM", None)
    else:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return _run(command, folder, environment).strip()


def _run(command: "list[str | Path]", folder: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, (
        f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout}{done.stderr}"
    )
    return done.stdout


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def main() -> int:
    """All checks, one after another."""
    work = Path(sys.argv[1]).resolve()
    work.mkdir(parents=True, exist_ok=True)
    wheel = build(work)
    print(f"wheel: {check_contents(wheel)}")
    programs = install(wheel, work / "environment")
    print(f"imports: {check_packages_are_ours(programs, work)}")
    print(f"simulate: {check_simulate(programs, work)}")
    print(f"window: {check_window(programs, work)}")
    print("start test passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
