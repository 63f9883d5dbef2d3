"""Where to read from and write to."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

_SUFFIX = ".toml"
_REPLACE, _LEAVE = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


def ask_scenario(parent: QWidget, folder: Path) -> Path | None:
    """A scenario file to open; None: none."""
    title = QCoreApplication.translate("Files", "Open a scenario")
    return _path(QFileDialog.getOpenFileName(parent, title, str(folder), ";;".join(_scenarios()))[0])


def ask_saved(parent: QWidget, proposed: Path) -> Path | None:
    """Where to save a session; None: nowhere."""
    title = QCoreApplication.translate("Files", "Save this session as a scenario")
    scenarios, others = _scenarios()
    return ask_written(parent, title, proposed, {scenarios: _SUFFIX, others: ""})


def ask_results_opened(parent: QWidget, folder: Path) -> Path | None:
    """A folder of results to open; None: none."""
    title = QCoreApplication.translate("Files", "Open the results of a run")
    return _path(QFileDialog.getExistingDirectory(parent, title, str(folder)))


def ask_picture(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write a picture; None: nowhere."""
    title = QCoreApplication.translate("Files", "Export the diagram as a picture")
    return _ask_format(parent, title, proposed, ("PNG", "SVG", "PDF"))


def ask_animation(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write an animation; None: nowhere."""
    title = QCoreApplication.translate("Files", "Export an animation")
    return _ask_format(parent, title, proposed, ("GIF", "WebP"))


def ask_report(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write a report; None: nowhere."""
    return _ask_format(parent, QCoreApplication.translate("Files", "Export a report"), proposed, ("HTML",))


def _ask_format(parent: QWidget, title: str, proposed: Path, formats: tuple[str, ...]) -> Path | None:
    return ask_written(parent, title, proposed, {f"{name} (*.{name.lower()})": f".{name.lower()}" for name in formats})


def ask_written(parent: QWidget, title: str, proposed: Path, filters: dict[str, str]) -> Path | None:
    """Where to write; None: nowhere. A name without one of these suffixes, by filter, gets that of the filter chosen.

    Who is not asked by the dialog whether a file may be replaced, as the suffix makes it another, is asked here.
    """
    path: Path | None = proposed
    while path is not None:
        text, chosen = QFileDialog.getSaveFileName(parent, title, str(path), ";;".join(filters))
        path = _path(text)
        if path is None or _is_named(path, filters, chosen):
            break
        path = path.with_name(path.name + (filters.get(chosen) or proposed.suffix))
        if not path.exists() or _may_replace_file(parent, title, path.name):
            break
    return path


def _is_named(path: Path, filters: dict[str, str], chosen: str) -> bool:
    """Whether a name has a suffix of a format, or any where all files are meant."""
    return bool(path.suffix) and (path.suffix.lower() in filters.values() or filters.get(chosen) == "")


def _may_replace_file(parent: QWidget, title: str, file: str) -> bool:
    text = QCoreApplication.translate("Files", "{file} already exists. Replace it?")
    return _may_replace(parent, title, text.format(file=file))


def _may_replace(parent: QWidget, title: str, text: str) -> bool:
    return QMessageBox.warning(parent, title, text, _REPLACE | _LEAVE, _LEAVE) == _REPLACE


def ask_chart(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write a chart or a table; None: nowhere. The suffix that is proposed says as what."""
    title = QCoreApplication.translate("Files", "Export to a file")
    return _ask_format(parent, title, proposed, (proposed.suffix[1:].upper(),))


def ask_results(parent: QWidget, folder: Path) -> Path | None:
    """A folder for results; None: none. Results that are there are not replaced unasked."""
    from simulator.output.folder import KNOWN  # noqa: PLC0415  # seldom needed

    title = QCoreApplication.translate("Files", "A folder for the results")
    while (chosen := _path(QFileDialog.getExistingDirectory(parent, title, str(folder)))) is not None:
        there = ", ".join(name for name in KNOWN if (chosen / name).exists())
        text = QCoreApplication.translate("Files", "{folder} has results already: {files}. Replace them?")
        if not there or _may_replace(parent, title, text.format(folder=chosen.name, files=there)):
            return chosen
        folder = chosen
    return None


def _scenarios() -> tuple[str, str]:
    scenarios = QCoreApplication.translate("Files", "Scenarios") + f" (*{_SUFFIX})"
    return scenarios, QCoreApplication.translate("Files", "All files") + " (*)"


def _path(text: str) -> Path | None:
    return Path(text) if text else None
