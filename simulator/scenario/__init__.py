"""What the user asked for: frozen values, refused with all their problems at once."""

from simulator.scenario.broker import AckMode, BrokerKind, BrokerScenario, FailureMode, TaskScenario
from simulator.scenario.clients import ArrivalKind, ClientIcon, ClientScenario, ProfileShape
from simulator.scenario.events import Change, Fault, FaultKind
from simulator.scenario.file import bundled, dumps, load, parse
from simulator.scenario.routes import HandlerKind, Route, Step
from simulator.scenario.run import RunScenario
from simulator.scenario.scenario import Scenario
from simulator.scenario.schema import schema
from simulator.scenario.server import HttpKind, LoopKind, ServerScenario, SynRetry
from simulator.scenario.services import HoldKind, ServiceScenario

__all__ = [
    "AckMode",
    "ArrivalKind",
    "BrokerKind",
    "BrokerScenario",
    "Change",
    "ClientIcon",
    "ClientScenario",
    "FailureMode",
    "Fault",
    "FaultKind",
    "HandlerKind",
    "HoldKind",
    "HttpKind",
    "LoopKind",
    "ProfileShape",
    "Route",
    "RunScenario",
    "Scenario",
    "ServerScenario",
    "ServiceScenario",
    "Step",
    "SynRetry",
    "TaskScenario",
    "bundled",
    "dumps",
    "load",
    "parse",
    "schema",
]
