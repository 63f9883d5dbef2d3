"""What happened in a run: typed columns that the model fills and everybody else reads."""

from simulator.record.budget import Budget
from simulator.record.message_transitions import MessageCounts, MessageMoment, MessageTransitions
from simulator.record.messages import MESSAGE_ROW, MessageOutcome, MessageTable
from simulator.record.moment import Moment
from simulator.record.orphans import ORPHAN_ROW, OrphanTable
from simulator.record.record import Record
from simulator.record.requests import NEVER, PARTS, REQUEST_ROW, Outcome, RequestTable
from simulator.record.samples import SAMPLE_COLUMNS, WORKER_COLUMNS, Samples
from simulator.record.stages import HOLDS_LOOP, STAGE_MASK, MessageStage, Stage
from simulator.record.transitions import TRANSITION_ROW, Transitions

__all__ = [
    "HOLDS_LOOP",
    "MESSAGE_ROW",
    "NEVER",
    "ORPHAN_ROW",
    "PARTS",
    "REQUEST_ROW",
    "SAMPLE_COLUMNS",
    "STAGE_MASK",
    "TRANSITION_ROW",
    "WORKER_COLUMNS",
    "Budget",
    "MessageCounts",
    "MessageMoment",
    "MessageOutcome",
    "MessageStage",
    "MessageTable",
    "MessageTransitions",
    "Moment",
    "OrphanTable",
    "Outcome",
    "Record",
    "RequestTable",
    "Samples",
    "Stage",
    "Transitions",
]
