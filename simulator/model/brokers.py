"""Which broker a scenario needs."""

from typing import TYPE_CHECKING

from simulator.scenario import BrokerKind

if TYPE_CHECKING:
    from simulator.model.broker import Broker
    from simulator.model.system import System


def broker_of(system: "System") -> "Broker | None":
    """None where the scenario has none."""
    scenario = system.scenario.broker
    if scenario is None:
        return None
    # Most scenarios have none, and the first picture would wait for it.
    from simulator.model.broker_log import LogBroker  # noqa: PLC0415
    from simulator.model.broker_queue import QueueBroker  # noqa: PLC0415

    brokers: dict[BrokerKind, type[Broker]] = {
        BrokerKind.RABBITMQ: QueueBroker,
        BrokerKind.CELERY: QueueBroker,
        BrokerKind.REDIS: QueueBroker,
        BrokerKind.RQ: QueueBroker,
        BrokerKind.KAFKA: LogBroker,
    }
    assert set(brokers) == set(BrokerKind)
    return brokers[scenario.kind](system, scenario)
