"""The comparison in the window."""

from typing import TYPE_CHECKING

from ui.compare.duo import Duo
from ui.compare.panel import ComparePanel

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def add(window: "MainWindow") -> ComparePanel:
    """Make and wire it."""
    duo = Duo(window.session, window)
    panel = ComparePanel(duo, window.appearance.theme)
    panel.reduce_motion(window.commands["reduced_motion"].isChecked())
    panel.ghost_mode.choose(window.preferences.compared_alone)

    def save() -> None:
        if duo.a.system is not None and duo.system is not None:
            window.files.save_comparison(duo.a.system, duo.system)

    def keep(letter: str) -> None:
        window.preferences.compared_alone = letter
        window.commands["ghost"].setChecked(bool(letter))

    for signal, slot in (
        (window.appearance.changed, panel.use_theme),
        (window.commands["reduced_motion"].toggled, panel.reduce_motion),
        (duo.failed, window.files.show_failure),
        (panel.save_chosen, save),
        (panel.ghost_mode.chosen_changed, keep),
    ):
        signal.connect(slot)
    return panel
