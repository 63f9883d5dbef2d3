"""The only bridge between the window and the model: a run that goes, stands still, goes back, and is saved."""

from ui.session.face import SAMPLE_EVERY_S
from ui.session.session import Session

__all__ = ["SAMPLE_EVERY_S", "Session"]
