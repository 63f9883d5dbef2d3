"""Finding a parameter by what people type: any case, any accents, the words in any order."""

import unicodedata


def matches(query: str, *texts: str) -> bool:
    """Whether every word of the query is in the texts."""
    inside = _folded(" ".join(texts))
    return all(word in inside for word in _folded(query).split())


def _folded(text: str) -> str:
    """Without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
