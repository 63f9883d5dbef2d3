"""What a layout has to find room for, as a crew and the language of the window have it."""

from ui.diagram.boxes import Contents
from ui.diagram.client_card import patience
from ui.diagram.crew import Crew
from ui.diagram.uvicorn_card import accept_label
from ui.diagram.worker_card import ready_label


def contents_of(crew: Crew) -> Contents:
    """What has to be placed, with the texts that boxes must be wide enough for."""
    topology = crew.topology
    return Contents(
        clients=tuple(client.name for client in topology.clients),
        paths=tuple(path for client in topology.clients for path in client.routes[:1]),
        habits=tuple(f"000/s · {patience(client.timeout_s)}" for client in topology.clients if client.timeout_s),
        workers=crew.workers,
        services=tuple(service.name for service in topology.services),
        accept_capacity=topology.accept_capacity,
        thread_limit=topology.thread_limit,
        has_threads=topology.has_threads,
        has_loop_io=topology.has_loop_io,
        accept_label=accept_label(),
        ready_label=ready_label(),
        pool_cells=topology.largest_pool,
        limited_services=tuple(service.concurrency > 0 for service in topology.services),
        consumers=crew.consumers,
    )
