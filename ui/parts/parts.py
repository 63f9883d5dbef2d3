"""Makes the parts of a window when they are wanted, and keeps them and their actions in step."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.parts.table import FIRST, PARTS, Part, Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Parts(QObject):
    """The parts of a window by their names, as far as they were made."""

    added = Signal(str)
    """The name of a part that was made just now."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._parts = {part.name: part for part in PARTS}
        self._made: dict[str, QWidget] = {}
        self._places: dict[Place, Callable[[Part, bool], None]] = {
            Place.SIDE: self._on_side,
            Place.WHOLE: self._on_whole,
            Place.GUIDE: self._on_guide,
        }
        for part in PARTS:
            if part.place in self._places:
                window.commands[part.name].toggled.connect(partial(self._places[part.place], part))
            elif part.place is Place.DIALOG:
                window.commands[part.name].triggered.connect(partial(self._on_dialog, part))
        window.places.side.closed.connect(lambda name: window.commands[name].setChecked(False))

    def get(self, name: str) -> QWidget | None:
        """A part that was made; None: not yet."""
        return self._made.get(name)

    def need(self, name: str) -> QWidget:
        """A part, made now where it is not there yet; it is not shown by this."""
        made = self._made.get(name)
        return self._make(self._parts[name]) if made is None else made

    def show(self, name: str) -> QWidget:
        """A part, and see to it that it is shown: as if its action had been chosen."""
        part = self._parts[name]
        if part.place is Place.DIALOG:
            return self._on_dialog(part)
        self._window.commands[name].setChecked(True)
        self._window.places.side.bring(name)
        return self.need(name)

    @property
    def shown(self) -> tuple[str, ...]:
        """What stands at the side now, by name."""
        return tuple(part.name for part in PARTS if part.place is Place.SIDE and self._is_checked(part))

    def latecomers(self, opened: tuple[str, ...]) -> Iterator[Callable[[], object]]:
        """Steps that make what is due after the first picture: the first parts, and what stood at the side."""
        for part in PARTS:
            if part.place in FIRST:
                # A picture between the two.
                yield partial(import_module, part.module)
                yield partial(self.need, part.name)
        for part in PARTS:
            if part.place is Place.SIDE and part.name in opened:
                yield partial(self.show, part.name)

    def _is_checked(self, part: Part) -> bool:
        return self._window.commands[part.name].isChecked()

    def _make(self, part: Part) -> QWidget:
        add: Callable[[MainWindow], QWidget] = import_module(part.module).add
        widget = add(self._window)
        if part.place is not Place.DIALOG:
            self._made[part.name] = widget
        if part.place in FIRST:
            self._window.places.fill(part.place, widget)
        self.added.emit(part.name)
        return widget

    # What is asked for

    def _on_side(self, part: Part, is_wanted: bool) -> None:
        side, action = self._window.places.side, self._window.commands[part.name]
        if is_wanted:
            side.add(part.name, self.need(part.name), action)
        elif side.is_behind(part.name):
            # Who asks for what is open but covered wants to see it.
            action.setChecked(True)
        else:
            side.remove(part.name)

    def _on_whole(self, part: Part, is_wanted: bool) -> None:
        if is_wanted:
            for other in PARTS:
                if other.place is Place.WHOLE and other is not part:
                    self._window.commands[other.name].setChecked(False)
            self._window.places.show_whole(self.need(part.name))
        elif self._window.places.whole is self._made.get(part.name):
            self._window.places.show_whole(None)

    def _on_guide(self, part: Part, is_wanted: bool) -> None:
        self._window.places.show_guide(self.need(part.name) if is_wanted else None)

    def _on_dialog(self, part: Part, *_: object) -> QWidget:
        shown = self._window.findChild(QDialog, part.name)
        if shown is not None and shown.isVisible():
            shown.raise_()
            shown.activateWindow()
            return shown
        dialog = self._make(part)
        dialog.show()
        return dialog
