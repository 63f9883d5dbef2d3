"""The guide in the window: it opens at what fits where the user is."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ui.guide.panel import GuidePanel
from ui.guide.topics import FITTING, Topic

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> GuidePanel:
    """Make and wire it."""
    panel = GuidePanel(window.appearance.theme, window.language.code)
    window.appearance.changed.connect(panel.use_theme)
    window.language.changed.connect(panel.use_language)

    def open_where_it_fits() -> None:
        topic = fitting(window)
        if topic is not None:
            panel.show_topic(topic)

    # Before the panel is shown, which may take the focus.
    window.commands["guide"].triggered.connect(open_where_it_fits)
    open_where_it_fits()
    return panel


def fitting(window: "MainWindow") -> Topic | None:
    """The topic of the part that has the focus; None where it has none."""
    focused = QApplication.focusWidget()
    places: dict[str, QWidget | None] = {name: window.parts.get(name) for name in FITTING}
    places |= {"toolbar": window.toolbar, "diagram": window.diagram}
    for name, place in places.items():
        if place is not None and focused is not None and (place is focused or place.isAncestorOf(focused)):
            return FITTING[name]
    return None
