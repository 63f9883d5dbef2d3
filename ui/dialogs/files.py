"""Where to read from and write to."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_SUFFIX = ".toml"


def ask_scenario(parent: QWidget, folder: Path) -> Path | None:
    """A scenario file to open; None: none."""
    title = QCoreApplication.translate("Files", "Open a scenario")
    return _path(QFileDialog.getOpenFileName(parent, title, str(folder), _scenarios())[0])


def ask_saved(parent: QWidget, proposed: Path) -> Path | None:
    """Where to save a session; None: nowhere."""
    title = QCoreApplication.translate("Files", "Save this session as a scenario")
    path = _path(QFileDialog.getSaveFileName(parent, title, str(proposed), _scenarios())[0])
    return path if path is None or path.suffix else path.with_suffix(_SUFFIX)


def ask_results_opened(parent: QWidget, folder: Path) -> Path | None:
    """A folder of results to open; None: none."""
    title = QCoreApplication.translate("Files", "Open the results of a run")
    return _path(QFileDialog.getExistingDirectory(parent, title, str(folder)))


def ask_picture(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write a picture; None: nowhere."""
    title = QCoreApplication.translate("Files", "Export the diagram as a picture")
    return _ask_written(parent, title, proposed, ("PNG", "SVG", "PDF"))


def ask_animation(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write an animation; None: nowhere."""
    title = QCoreApplication.translate("Files", "Export an animation")
    return _ask_written(parent, title, proposed, ("GIF", "WebP"))


def ask_report(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write a report; None: nowhere."""
    return _ask_written(parent, QCoreApplication.translate("Files", "Export a report"), proposed, ("HTML",))


def _ask_written(parent: QWidget, title: str, proposed: Path, formats: tuple[str, ...]) -> Path | None:
    """A name without a suffix gets that of the format that was chosen."""
    filters = {f"{name} (*.{name.lower()})": f".{name.lower()}" for name in formats}
    text, chosen = QFileDialog.getSaveFileName(parent, title, str(proposed), ";;".join(filters))
    path = _path(text)
    return path if path is None or path.suffix else path.with_suffix(filters.get(chosen, proposed.suffix))


def ask_chart(parent: QWidget, proposed: Path) -> Path | None:
    """Where to write a chart or a table; None: nowhere. The suffix that is proposed says as what."""
    title = QCoreApplication.translate("Files", "Export to a file")
    return _ask_written(parent, title, proposed, (proposed.suffix[1:].upper(),))


def ask_results(parent: QWidget, folder: Path) -> Path | None:
    """A folder for results; None: none."""
    title = QCoreApplication.translate("Files", "A folder for the results")
    return _path(QFileDialog.getExistingDirectory(parent, title, str(folder)))


def _scenarios() -> str:
    scenarios = QCoreApplication.translate("Files", "Scenarios") + f" (*{_SUFFIX})"
    return ";;".join((scenarios, QCoreApplication.translate("Files", "All files") + " (*)"))


def _path(text: str) -> Path | None:
    return Path(text) if text else None
