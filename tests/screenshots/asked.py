"""What pictures are asked for on a command line; a wrong word ends it, before any window is made."""

import re
from argparse import ArgumentTypeError
from collections.abc import Callable, Collection, Iterable

from simulator.words import nearest


def one_of(known: Iterable[str]) -> Callable[[str], list[str]]:
    """For argparse: words with commas between, each of them known."""
    words = list(known)
    return lambda text: [_checked(word, words, words) for word in text.split(",")]


def sizes(text: str) -> list[tuple[int, int]]:
    """For argparse: `1280x720,1440x900`."""
    found = [re.fullmatch(r"([1-9]\d{1,3})x([1-9]\d{1,3})", size) for size in text.split(",")]
    for match, size in zip(found, text.split(","), strict=True):
        if match is None:
            raise ArgumentTypeError(f"'{size}' is no width and height such as 1280x720")
    return [(int(match[1]), int(match[2])) for match in found if match is not None]


def states(known: Iterable[str], lesson_steps: Callable[[], list[str]]) -> Callable[[str], list[str]]:
    """For argparse: also every step of every lesson for `lessons`, of one lesson for `lesson-03_workers`."""
    words = list(known)

    def asked(text: str) -> list[str]:
        steps = [] if set(text.split(",")) <= set(words) else lesson_steps()
        lessons = {"lessons": steps}
        for step in steps:
            lessons.setdefault(re.sub(r"-\d+(-seen)?$", "", step), []).append(step)
        found: list[str] = []
        for word in text.split(","):
            _checked(word, [*words, *lessons, *steps], [*words, *lessons])
            found += lessons.get(word, [word])
        return found

    return asked


def _checked(word: str, known: Collection[str], listed: Iterable[str]) -> str:
    if word in known:
        return word
    raise ArgumentTypeError(f"there is no '{word}'{nearest(word, known)}. There are: {', '.join(listed)}")
