"""Which broker a scenario needs."""

from typing import TYPE_CHECKING

from simulator.model.broker_log import LogBroker
from simulator.model.broker_queue import QueueBroker
from simulator.scenario import BrokerKind

if TYPE_CHECKING:
    from simulator.model.broker import Broker
    from simulator.model.system import System

BROKERS: "dict[BrokerKind, type[Broker]]" = {
    BrokerKind.RABBITMQ: QueueBroker,
    BrokerKind.CELERY: QueueBroker,
    BrokerKind.REDIS: QueueBroker,
    BrokerKind.RQ: QueueBroker,
    BrokerKind.KAFKA: LogBroker,
}
assert set(BROKERS) == set(BrokerKind)


def broker_of(system: "System") -> "Broker | None":
    """None where the scenario has none."""
    scenario = system.scenario.broker
    return None if scenario is None else BROKERS[scenario.kind](system, scenario)
