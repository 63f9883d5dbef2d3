"""Messages of a run read back from its folder (`tasks.csv`, `trace.csv`)."""

from pathlib import Path

from simulator.output import messages
from simulator.output.csv_rows import Cells, ns_of, read_rows
from simulator.record import MessageOutcome, MessageStage, Record


def read_messages(record: Record, path: Path) -> None:
    """Fill the table of messages, and let the transitions know them. Raises ResultsError."""
    tasks = {task.name: number for number, task in enumerate(record.scenario.tasks)}
    table, transitions = record.messages, record.message_transitions
    assert transitions is not None, "it was made with them"

    def take(cells: Cells) -> None:
        number, published = table.add(), ns_of(cells["published_s"])
        transitions.published(int(cells["request_id"]), published)
        table.write(
            number,
            tasks[cells["task"]],
            int(cells["consumer"] or 0),
            MessageOutcome[cells["outcome"].upper()],
            int(cells["deliveries"]),
            int(cells["executions"]),
            int(cells["request_id"]),
            published,
            *(ns_of(cells[f"{name}_s"]) for name in ("first_delivered", "finished", "wait", "run")),
        )

    read_rows(path, messages.COLUMNS, record.replication, take)


class MessageRows:
    """The rows of messages among those of a trace; each delivery is read as a copy of its own."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._copies: dict[tuple[int, int], int] = {}
        self._tasks = record.messages.array()["task"].tolist()

    def take(self, cells: Cells) -> None:
        """One row."""
        transitions = self._record.message_transitions
        assert transitions is not None, "rows of messages come with a broker"
        time_ns, message, delivery = ns_of(cells["time_s"]), int(cells["message_id"]), int(cells["delivery"])
        copy = self._copies.get((message, delivery))
        if copy is None:
            if not 0 < message <= len(self._tasks):
                raise ValueError(f"no message {message}")
            copy = transitions.new_copy(message, self._tasks[message - 1], delivery, time_ns)
            self._copies[message, delivery] = copy
        transitions.enter(time_ns, copy, MessageStage[cells["stage"]], transitions.place(cells["place"]))
        self._record.end_ns = time_ns
