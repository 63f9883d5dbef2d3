"""Which parts the window has, where each one stands, and which module makes it."""

from enum import Enum
from typing import NamedTuple


class Place(Enum):
    """Where a part stands."""

    PANEL = "panel"
    TIMELINE = "timeline"
    CHARTS = "charts"
    INSPECTOR = "inspector"
    STATUS = "status"
    """At the end of the bar below."""
    SIDE = "side"
    """A tab under the parameters, beside them in a wide window; made when it is asked for first."""
    WHOLE = "whole"
    """In place of all that is between the bars, one at a time; made when it is asked for first."""
    GUIDE = "guide"
    """At the left of the diagram, one at a time; made when it is asked for first."""
    DIALOG = "dialog"
    """A window of its own, made anew each time it is asked for."""


FIRST = (Place.PANEL, Place.TIMELINE, Place.CHARTS, Place.INSPECTOR, Place.STATUS)
"""The places that are filled after the first picture, one part each."""


class Part(NamedTuple):
    """A row: `module` has `add(window) -> QWidget`, which makes the part and wires it, and is imported no sooner."""

    name: str
    """That of the action which shows it, where it has one."""
    place: Place
    module: str


PARTS = (
    Part("panel", Place.PANEL, "ui.parts.parameters"),
    Part("timeline", Place.TIMELINE, "ui.parts.timeline"),
    Part("charts", Place.CHARTS, "ui.parts.charts"),
    Part("inspector", Place.INSPECTOR, "ui.parts.inspector"),
    Part("trust_state", Place.STATUS, "ui.parts.trust_state"),
    Part("scenario_text", Place.SIDE, "ui.scenario_text.part"),
    Part("guide", Place.SIDE, "ui.guide.part"),
    Part("trust", Place.SIDE, "ui.trust.part"),
    Part("experiment", Place.DIALOG, "ui.experiment.part"),
    Part("assumptions", Place.DIALOG, "ui.trust.assumptions"),
    Part("reality", Place.SIDE, "ui.reality.part"),
    Part("calibrate", Place.DIALOG, "ui.reality.calibrate_part"),
    Part("palette", Place.DIALOG, "ui.palette.part"),
    Part("lesson", Place.GUIDE, "ui.lessons.stage_part"),
    Part("lessons", Place.WHOLE, "ui.lessons.shelf_part"),
    Part("teacher", Place.DIALOG, "ui.lessons.teacher"),
    Part("compare", Place.WHOLE, "ui.compare.part"),
    Part("past_runs", Place.DIALOG, "ui.dialogs.past_runs"),
    Part("shortcuts", Place.DIALOG, "ui.dialogs.shortcuts"),
    Part("about", Place.DIALOG, "ui.dialogs.about"),
)
assert len({part.name for part in PARTS}) == len(PARTS), "a name is one part's"
assert [part.place for part in PARTS if part.place in FIRST] == list(FIRST), "each of them is filled, in this order"
