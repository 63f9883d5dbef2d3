"""What tests of A | B do to both of its runs."""

from ui.compare.panel import ComparePanel


def go_to(panel: ComparePanel, time_s: float) -> None:
    """Both are at an instant, and shown."""
    for system in (panel.duo.a.system, panel.duo.system):
        assert system is not None
        system.run_until(time_s)
    panel.duo.a._show()
