"""What is drawn of the requests, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from ui.diagram.whereabouts import Indices

LEVELS = 9
"""Levels of patience and of work left: 0 is none, LEVELS - 1 is all."""


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """What is drawn of the requests, one array entry each, later ones on top; a request may be drawn at two places."""

    request_id: Indices
    x: NDArray[np.float64]
    """Pixels, middle."""
    y: NDArray[np.float64]
    size: NDArray[np.int64]
    """Pixels across: 14, 12, 10, 9 or 5; 13 is a bead: 12 with a ground of its own."""
    activity: NDArray[np.int64]
    """`Activity`: the colour."""
    client: Indices
    """Index of the client group: the shape; of messages MESSAGE or MESSAGE_AGAIN."""
    level: NDArray[np.int64]
    """0 .. LEVELS - 1: work left where it is on CPU or in I/O, else patience left."""

    def __len__(self) -> int:
        return len(self.request_id)


def chosen(dots: Dots, rows: NDArray[np.bool_]) -> Dots:
    """Some of them."""
    return Dots(**{field.name: getattr(dots, field.name)[rows] for field in fields(Dots)})


def joined(parts: Sequence[Dots]) -> Dots:
    """All of them, later parts on top."""
    return Dots(**{field.name: np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Dots)})
