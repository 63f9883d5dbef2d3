"""The nearest right word for a wrong one."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, words: Iterable[str], prefix: str = "") -> str:
    """` (did you mean PREFIXword?)`, or nothing where none is near."""
    candidates = list(words)
    found = get_close_matches(word.lower(), [candidate.lower() for candidate in candidates], n=1, cutoff=0.6)
    if not found:
        return ""
    right = next(candidate for candidate in candidates if candidate.lower() == found[0])
    return f" (did you mean {prefix}{right}?)"
