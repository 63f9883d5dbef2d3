"""The frozen state at one instant, for drawing: what `at(t)` answers."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from simulator.record.stages import HOLDS_LOOP, STAGE_MASK


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """Every request in flight at `time_ns`, one array entry each, in order of request id."""

    time_ns: int
    request_id: NDArray[np.int64]
    client: NDArray[np.uint16]
    """Index into the scenario's clients."""
    route: NDArray[np.uint16]
    """Index into the scenario's routes."""
    stored_stage: NDArray[np.uint8]
    """`Stage` with the HOLDS_LOOP bit."""
    place: NDArray[np.uint16]
    """Index into `places`."""
    from_place: NDArray[np.uint16]
    """Where it was before it came to `place` (the same place at the beginning of its life)."""
    since_ns: NDArray[np.int64]
    """When it entered the stage."""
    until_ns: NDArray[np.int64]
    """When the stage will end, where that was known as it began; else 0."""
    sent_ns: NDArray[np.int64]
    places: tuple[str, ...]
    """`client:NAME`, `listener`, `worker:2`, `worker:2/threads`, `worker:2/pool:database`, `service:database`."""

    @property
    def stage(self) -> NDArray[np.uint8]:
        """`Stage` of each request."""
        return self.stored_stage & np.uint8(STAGE_MASK)

    @property
    def holds_loop(self) -> NDArray[np.bool_]:
        """Whether the request holds its worker's event loop now."""
        holds: NDArray[np.bool_] = (self.stored_stage & np.uint8(HOLDS_LOOP)) != 0
        return holds

    def only(self, request_ids: NDArray[np.int64]) -> "Moment":
        """Those of these requests that are in it."""
        is_wanted = among(self.request_id, request_ids)
        values = {field.name: getattr(self, field.name) for field in fields(Moment)}
        picked = {name: value[is_wanted] for name, value in values.items() if isinstance(value, np.ndarray)}
        return Moment(**(values | picked))

    def __len__(self) -> int:
        return len(self.request_id)


def among(known: NDArray[np.int64], ids: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the `known`, which are in order, are among the `ids`."""
    is_among = np.zeros(len(known) + 1, dtype=bool)
    found = np.searchsorted(known, ids)
    is_among[found[np.append(known, -1)[found] == ids]] = True
    return is_among[:-1]
