"""Looks at a run's laws again and again, for the panel and for the bar below."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.model import System
from simulator.scenario import Change
from ui.trust.evidence import AT_ONCE, Evidence
from ui.trust.findings import Finding, findings

_EVERY_S = 1.0
_BEHIND_S = 0.03
_REST = 9
"""So many times as long as a look took nothing is read where only the bar below shows it: a tenth of the time."""
_CALM = 40_000
"""Transitions in one look while nobody reads more than the bar below: some 8 ms, which no picture misses."""


class TrustWatch(QObject):
    """A history of the window; looks once a second as long as the run goes on."""

    looked = Signal()
    """`found` is what there is to know by now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self._is_eager = False
        self._due_s = 0.0
        self.since_s = self.until_s = 0.0
        """What is known is known of this stretch."""
        self.found: tuple[Finding, ...] = ()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.look)

    # What the window tells

    def restart(self, system: System) -> None:
        """Another run: nothing is known of it."""
        self._evidence = Evidence(system)
        self.found = ()
        self.look()

    def refresh(self, now_s: float, shown_s: float) -> None:  # noqa: ARG002  # it is of the whole run, not of an instant
        """The run went on."""
        if not self._again.isActive():
            self._again.start(max(0, round((self._due_s - perf_counter()) * 1000)))

    def mark_change(self, change: Change) -> None:
        """A value was changed: what is known begins anew with it, as the record says."""

    def set_eager(self, is_eager: bool) -> None:
        """Whether somebody reads every figure of it: then it looks at once, and catches up before anything else."""
        self._is_eager = is_eager
        if is_eager:
            self.look()

    # Looking

    def look(self) -> None:
        """Read on; where nothing is left to read, say what is known."""
        if self._evidence is None:
            return
        began_s = perf_counter()
        self._evidence.read(AT_ONCE if self._is_eager else _CALM)
        is_behind = self._evidence.is_behind
        if not is_behind:
            # Of a part of what happened in an instant no law holds.
            self._find(self._evidence)
        ended_s = perf_counter()
        rest_s = 0.0 if self._is_eager else _REST * (ended_s - began_s)
        self._due_s = ended_s + max(_BEHIND_S if is_behind else _EVERY_S, rest_s)
        if is_behind:
            self._again.start(round((self._due_s - ended_s) * 1000))

    def _find(self, evidence: Evidence) -> None:
        facts = evidence.facts()
        if facts is not None:
            self.since_s, self.until_s = facts.since_s, facts.until_s
        self.found = findings(facts) if facts is not None else ()
        self.looked.emit()
