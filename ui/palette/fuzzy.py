"""How well a few letters name a text: words begun, words, and letters in order, in this order."""

import unicodedata
from dataclasses import dataclass

_WORD_BEGUN, _INSIDE, _SCATTERED = 100.0, 60.0, 20.0
_SHORT = 0.1
"""What a letter that was not asked for costs: of two texts that are named as well, the shorter one comes first."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a query was found in a text."""

    score: float
    """More is better."""
    places: frozenset[int]
    """Of the letters that were found."""


def match(query: str, text: str) -> Match | None:
    """The best way to find every word of the query in the text; None where one of them is not to be found.

    Case and accents make no difference. An empty query is found in everything.
    """
    letters = _folded(text)
    score, places = -_SHORT * len(letters), set[int]()
    for word in "".join(_folded(query)).split():
        found = _find(word, letters)
        if found is None:
            return None
        score += found.score
        places |= found.places
    return Match(score, frozenset(places))


def _folded(text: str) -> list[str]:
    """A letter for each sign of the text, without case and accents."""
    return [unicodedata.normalize("NFKD", sign.casefold())[:1] or sign for sign in text]


def _find(word: str, letters: list[str]) -> Match | None:
    whole = "".join(letters)
    begun = [at for at in _all(word, whole) if at == 0 or not letters[at - 1].isalnum()]
    if begun:
        return Match(_WORD_BEGUN - begun[0] * _SHORT, frozenset(range(begun[0], begun[0] + len(word))))
    at = whole.find(word)
    if at >= 0:
        return Match(_INSIDE - at * _SHORT, frozenset(range(at, at + len(word))))
    return _scattered(word, letters)


def _all(word: str, whole: str) -> list[int]:
    return [at for at in range(len(whole) - len(word) + 1) if whole.startswith(word, at)]


def _scattered(word: str, letters: list[str]) -> Match | None:
    """The letters in their order, the first of them at the beginning of a word; the closer together the better."""
    best: Match | None = None
    for begin, letter in enumerate(letters):
        if letter != word[0] or (begin > 0 and letters[begin - 1].isalnum()):
            continue
        places = _from(begin, word, letters)
        if places is None:
            continue
        score = _SCATTERED - (places[-1] - places[0] + 1 - len(word))
        if best is None or score > best.score:
            best = Match(score, frozenset(places))
    return best


def _from(begin: int, word: str, letters: list[str]) -> list[int] | None:
    places, at = [], begin
    for letter in word:
        while at < len(letters) and letters[at] != letter:
            at += 1
        if at == len(letters):
            return None
        places.append(at)
        at += 1
    return places
