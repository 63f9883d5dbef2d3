"""The diagram in a few spoken words: how many requests are where."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from ui.diagram import numbers
from ui.diagram.facts import Reading
from ui.diagram.spots import Spot


def summary(reading: Reading) -> str:
    """How many are in flight, and of these how many wait and where; what is 0 is not said."""
    spot = reading.where.spot
    parts = [
        (QCoreApplication.translate("Diagram", "{count} on their way to the server"), (Spot.OUT,)),
        (QCoreApplication.translate("Diagram", "{count} wait to be accepted"), (Spot.ACCEPT,)),
        (QCoreApplication.translate("Diagram", "{count} wait for a loop"), (Spot.READY,)),
        (QCoreApplication.translate("Diagram", "{count} hold a loop"), (Spot.HELD,)),
        (QCoreApplication.translate("Diagram", "{count} wait for a thread"), (Spot.THREAD_QUEUE,)),
        (QCoreApplication.translate("Diagram", "{count} wait for a connection"), (Spot.POOL_QUEUE,)),
        (QCoreApplication.translate("Diagram", "{count} wait for a service"), (Spot.SERVICE_QUEUE,)),
        (QCoreApplication.translate("Diagram", "{count} in I/O"), (Spot.THREAD, Spot.LOOP_IO, Spot.SERVICE)),
        (QCoreApplication.translate("Diagram", "{count} answered, on their way back"), (Spot.BACK,)),
    ]
    counts = np.bincount(spot, minlength=len(Spot))
    computing = int(reading.count.computing.sum())
    counts[Spot.THREAD] -= computing
    said = []
    if computing:
        said.append(
            QCoreApplication.translate("Diagram", "{count} compute in threads").replace(
                "{count}", numbers.count(computing)
            )
        )
    for text, spots in parts:
        number = int(sum(counts[each] for each in spots))
        if number:
            said.append(text.replace("{count}", numbers.count(number)))
    workers = len(reading.crew.workers)
    whole = (
        QCoreApplication.translate("Diagram", "One worker, {count} in flight")
        if workers == 1
        else QCoreApplication.translate("Diagram", "{workers} workers, {count} in flight")
    )
    whole = whole.replace("{workers}", numbers.count(workers))
    whole = whole.replace("{count}", numbers.count(len(reading.moment)))
    if reading.messages is not None:
        queue = QCoreApplication.translate("Diagram", "{count} messages in the queue")
        said.append(queue.replace("{count}", numbers.count(reading.messages.moment.counts.waiting)))
    return f"{whole}: {', '.join(said)}." if said else f"{whole}."
