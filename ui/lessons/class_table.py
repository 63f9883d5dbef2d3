"""The class's predictions as a table."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from simulator.errors import SimulatorError
from ui.dialogs.files import ask_written
from ui.lessons import classroom
from ui.problem_words import error_text
from ui.saved import write_whole

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class ClassTable(QObject):
    """Writes the class's predictions as a table."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Ask for the class's file where none is known, and for the table's name; write it."""
        window = self._window
        source = window.preferences.class_file
        if source is None:
            name, _ = QFileDialog.getOpenFileName(window, self.tr("The class's file"))
            source = Path(name) if name else None
        if source is None:
            return
        proposed = source.with_name(f"{source.stem}-{date.today():%Y-%m-%d}.csv")  # noqa: DTZ011  # the teacher's day
        title = self.tr("Export the class's predictions")
        if (path := ask_written(window, title, proposed, {"CSV (*.csv)": ".csv"})) is not None:
            self.write(source, path)

    def write(self, source: Path, target: Path) -> None:
        """From the class's file to a table."""
        try:
            predictions, wrong = classroom.read(source)
            if wrong and not predictions:
                self._window.status.say(self.tr("{file}: no line of it is a prediction").format(file=source))
                return
            write_whole(target, classroom.table(predictions))
        except (SimulatorError, OSError) as error:
            self._window.status.say(error_text(error))
            return
        text = self.tr("%n prediction(s) written into {file}", "", len(predictions)).format(file=target.name)
        if wrong:
            text += self.tr("; %n line(s) could not be read", "", wrong)
        self._window.status.say(text)
