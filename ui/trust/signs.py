"""How a verdict is shown: an icon, which says it alone, and a colour."""

from ui.trust.findings import Verdict

SIGNS = {Verdict.HOLDS: "check", Verdict.FAILS: "close", Verdict.EARLY: "clock", Verdict.SILENT: "dash"}
TOKENS = {
    Verdict.HOLDS: "state.ok_text",
    Verdict.FAILS: "state.blocked_text",
    Verdict.EARLY: "text.muted",
    Verdict.SILENT: "text.muted",
}
assert set(SIGNS) == set(TOKENS) == set(Verdict)
