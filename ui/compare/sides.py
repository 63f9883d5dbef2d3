"""The two servers that are compared. Pure."""

OTHER = {"A": "B", "B": "A"}
FIRST = "B"
"""Shown before the other where there is one diagram: what was made different stands out against what there was."""
