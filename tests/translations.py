"""Translations, gathered and made ready in one command: `python -m tests.translations`.

lupdate gathers the strings of `ui` into `resources/translations/*.ts`; Qt Linguist, or an editor, fills them in;
lrelease makes the `.qm` files that the window reads. Both come with PySide6. Run it again after every change of either.
"""

import subprocess
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"vazao_pt_BR": ("pt_BR", ()), "vazao_en": ("en", ("-pluralonly",))}
"""English needs nothing but its plural forms."""
_TOOLS = Path(PySide6.__file__).parent


def sources() -> list[Path]:
    """The modules that speak to the user."""
    return sorted((ROOT / "ui").rglob("*.py"))


def gather(folder: Path = FOLDER) -> None:
    """Bring the strings of the sources into the .ts files of a folder; what is translated there stays."""
    paths = [str(path) for path in sources()]
    for name, (target, options) in LANGUAGES.items():
        settings = ("-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", target)
        _run("lupdate", *settings, *options, *paths, "-ts", str(folder / f"{name}.ts"))


def release(folder: Path = FOLDER, into: Path | None = None) -> None:
    """Make .qm files of the .ts files of a folder."""
    for name in LANGUAGES:
        _run("lrelease", str(folder / f"{name}.ts"), "-qm", str((into or folder) / f"{name}.qm"))


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run([_TOOLS / tool, *arguments], check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{tool}: {done.stderr or done.stdout}"


if __name__ == "__main__":
    gather()
    release()
