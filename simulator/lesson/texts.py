"""The Markdown of a lesson: a file a language, a section a step, a part of it for each thing that is said.

# Title                     and a paragraph for the shelf
## step: Heading            and what is said first
### question                before the prediction
### option NAME: Label
### why                     after the run
### try                     before the knobs
### knob NAME: Label        and what to look at
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

PARTS = ("question", "option", "why", "try", "knob")
_HEADING = re.compile(r"(#{1,3})\s+(.*?)\s*#*\s*")
_STEP = re.compile(r"([A-Za-z0-9_-]+)\s*:\s*(.+)")
_PART = re.compile(r"(\w+)(?:\s+([A-Za-z0-9_-]+))?(?:\s*:\s*(.+))?")
PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_-]*)\}")
_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands below it."""

    line: int
    """Of the heading, from 1."""
    label: str = ""
    text: str = ""

    def placeholders(self) -> Iterator[str]:
        """Names in braces, outside of code, in label and text."""
        for words in (self.label, _CODE.sub("", self.text)):
            yield from (match[1] for match in PLACEHOLDER.finditer(words))


@dataclass(frozen=True, slots=True)
class StepTexts:
    """All that is said in a step, in one language."""

    line: int
    heading: str
    text: str
    parts: Mapping[tuple[str, str], Passage] = field(default_factory=dict)
    """By kind and name: ("option", "more"), ("why", "")."""

    def part(self, kind: str, name: str = "") -> Passage:
        """What is said there; empty where nothing is."""
        return self.parts.get((kind, name), Passage(self.line))

    def passages(self) -> Iterator[Passage]:
        """All of them, the step's own first."""
        yield Passage(self.line, self.heading, self.text)
        yield from self.parts.values()


@dataclass(frozen=True, slots=True)
class LessonTexts:
    """A language of a lesson."""

    title: str = ""
    summary: str = ""
    steps: Mapping[str, StepTexts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A heading that is none of ours."""

    line: int
    message: str


def read_texts(text: str) -> tuple[LessonTexts, list[Misplaced]]:
    """What a file says, and its headings that say nothing."""
    wrong: list[Misplaced] = []
    title, steps, step = Passage(0), dict[str, StepTexts](), ""
    for level, passage in _passages(text):
        match level:
            case 1:
                title = passage
            case 2:
                found = _STEP.fullmatch(passage.label)
                step = found[1] if found else ""
                if found is None:
                    wrong.append(Misplaced(passage.line, 'must be "## step: Heading"'))
                elif step in steps:
                    wrong.append(Misplaced(passage.line, f'the step "{step}" has a section already'))
                else:
                    steps[step] = StepTexts(passage.line, found[2], passage.text, {})
            case _:
                wrong += _add_part(steps.get(step), passage)
    return LessonTexts(title.label, title.text, steps), wrong


def _add_part(step: StepTexts | None, passage: Passage) -> Iterator[Misplaced]:
    found = _PART.fullmatch(passage.label)
    kind, name, label = (found[1], found[2] or "", found[3] or "") if found else ("", "", "")
    if kind not in PARTS:
        yield Misplaced(passage.line, f'must be "### " and one of {", ".join(PARTS)}, got "{passage.label}"')
    elif step is not None:
        parts = step.parts
        assert isinstance(parts, dict), "made above"
        parts[kind, name] = Passage(passage.line, label, passage.text)


def _passages(text: str) -> Iterator[tuple[int, Passage]]:
    """Level and passage of every heading, in order; what looks like one inside a block of code is none."""
    level, line, label, below = 0, 1, "", list[str]()
    is_code = False
    for number, row in enumerate(text.splitlines(), start=1):
        is_code ^= row.lstrip().startswith("```")
        heading = None if is_code else _HEADING.fullmatch(row)
        if heading is None:
            below.append(row)
            continue
        if level:
            yield level, Passage(line, label, "\n".join(below).strip())
        level, line, label, below = len(heading[1]), number, heading[2], []
    if level:
        yield level, Passage(line, label, "\n".join(below).strip())
