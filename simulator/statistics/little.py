"""Little's law over a finite window, from the attempts alone."""

import numpy as np
from numpy.typing import NDArray

from simulator.statistics.window import Window


class LittleSums:
    """Time in flight, ns: of what was sent inside the window, and of what hangs over its two edges.

    With these L = lambda W + edge holds exactly for every run (Little 1961; Little and Graves 2008, sec. 5.2).
    """

    def __init__(self, window: Window) -> None:
        self.sent_inside_ns = 0
        """From sending to end, of attempts sent inside, whole."""
        self.before_ns = 0
        """Of attempts sent before: the part that lies inside."""
        self.after_ns = 0
        """Of attempts sent inside: the part that lies after."""
        self._window = window

    def add(self, sent: NDArray[np.int64], ended: NDArray[np.int64]) -> None:
        """Attempts in flight from `sent` to `ended`."""
        window = self._window
        inside = window.holds(sent)
        self.sent_inside_ns += int((ended - sent)[inside].sum())
        self.after_ns += int(np.maximum(ended[inside] - window.end_ns, 0).sum())
        early = sent < window.start_ns
        overlap = np.minimum(ended[early], window.end_ns) - window.start_ns
        self.before_ns += int(np.maximum(overlap, 0).sum())

    @property
    def edge_ns(self) -> int:
        """What lies inside but was sent before, less what was sent inside but lies after."""
        return self.before_ns - self.after_ns
