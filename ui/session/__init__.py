"""The only bridge between the window and the model: a run that goes, stands still, goes back, and is saved."""

from ui.session.session import SAMPLE_EVERY_S, Session

__all__ = ["SAMPLE_EVERY_S", "Session"]
