"""How the application looks: one theme at a time, given to Qt and announced to the widgets that paint themselves."""

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import font, load_fonts
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet
from ui.theme.theme import Theme, ThemeName, tokens

_STYLE, _HAS_STYLE = "Fusion", "has_our_style"


def make_application(program: str) -> QApplication:
    """An application in our style from the first: who asks for one later is given it, and its class with a thousand
    enums is made for that."""
    app = QApplication([program, "-style", _STYLE])
    app.setProperty(_HAS_STYLE, True)
    return app


class Appearance(QObject):
    """Style, palette, fonts and style sheet of the application; made before the first widget."""

    changed = Signal(object)
    """The Theme from now on; for the `use_theme` of widgets."""

    def __init__(self, app: QApplication, name: ThemeName = ThemeName.LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._theme = Theme(name)
        self._pictures = QTemporaryDir()
        load_fonts()
        if not app.property(_HAS_STYLE):
            app.setStyle(_STYLE)
        app.setFont(font(tokens()["font"]["size_px"]["body"]))
        self._apply()

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    def set_name(self, name: ThemeName) -> None:
        """Use a theme; a new one shows at once."""
        if name is not self._theme.name:
            self._theme = Theme(name)
            self._apply()
            self.changed.emit(self._theme)

    def toggle(self) -> None:
        """Light to dark, dark to light."""
        self.set_name(ThemeName.LIGHT if self._theme.is_dark else ThemeName.DARK)

    def _apply(self) -> None:
        self._app.setPalette(palette(self._theme))
        self._app.setStyleSheet(style_sheet(self._theme, Path(self._pictures.path())))
