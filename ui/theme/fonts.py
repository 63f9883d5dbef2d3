"""The fonts that ship with the application, so that it looks the same everywhere."""

from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.theme import tokens

_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf")


@cache
def load_fonts() -> tuple[str, ...]:
    """Make our fonts known to Qt, once; needs an application, and comes before the first widget. The families."""
    folder = files("resources").joinpath("fonts")
    loaded = [QFontDatabase.addApplicationFont(str(folder.joinpath(f))) for f in _FILES]
    assert -1 not in loaded, "our own font files are readable"
    families = [QFontDatabase.applicationFontFamilies(number) for number in loaded]
    return tuple(dict.fromkeys(name for names in families for name in names))


@lru_cache(maxsize=64)
def font(size_px: int, weight: int = 400, *, is_code: bool = False) -> QFont:
    """A font of the interface, or of code; digits all equally wide."""
    table = tokens()["font"]
    made = QFont([table["code"], *table["fallback_code"]] if is_code else [table["ui"], *table["fallback_ui"]])
    made.setStyleHint(QFont.StyleHint.Monospace if is_code else QFont.StyleHint.SansSerif)
    made.setPixelSize(size_px)
    made.setWeight(QFont.Weight(weight))
    if not is_code:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
