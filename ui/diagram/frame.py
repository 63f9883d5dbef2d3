"""What one picture is made of."""

from typing import NamedTuple

from simulator.record import Moment
from ui.diagram.broker.messages import Messages
from ui.diagram.figures import DiagramFigures
from ui.diagram.moves import Moves


class Frame(NamedTuple):
    """An instant, and what was measured and has moved then."""

    moment: Moment
    figures: DiagramFigures
    moves: Moves | None
    messages: Messages | None = None
