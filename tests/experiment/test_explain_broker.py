"""What `explain` says where there is a broker: of the consumers too, and nothing false of the server."""

import pytest

from simulator.capacity import capacity
from simulator.experiment.explain import explain
from simulator.scenario import load
from tests.model.broker_stories import broker, publishing, task
from tests.model.stories import poisson, told


def test_consumers_are_a_resource_that_limits_no_answer() -> None:
    told_so = explain(
        told(poisson(10), publishing(4), broker("rabbitmq", "consumers = 5\nconcurrency = 2"), task("io 100ms"))
    )
    consumers = told_so.resources[-1]
    assert (consumers.resource, consumers.servers, consumers.limit_per_s) == ("consumers", 10, None)
    assert consumers.demand_s == pytest.approx(0.4)
    assert (consumers.offered_load, consumers.utilisation) == (pytest.approx(4), pytest.approx(0.4))
    assert (told_so.capacity_per_s, told_so.bottleneck) == (None, None)


def test_more_kafka_consumers_than_partitions_are_not_counted() -> None:
    told_so = explain(load("24_kafka_lag"))
    assert told_so.resources[-1].servers == 2
    assert told_so.resources[-1].utilisation == pytest.approx(1.25)
    assert told_so.hint == (
        "The consumers get 1.2 times what they can do, so messages pile up: "
        "4 partitions, with a consumer each, would be 70 % busy."
    )


def test_publishing_holds_a_blocking_handler_s_loop() -> None:
    blocking = '[[routes]]\npath = "/a"\nhandler = "blocking"\nsteps = [{ enqueue = "work" }]\n'
    bound = capacity(told(poisson(10), blocking, broker("rq", 'publish = "20ms"'), task("io 1s")))
    assert (bound.per_s, bound.bottleneck) == (pytest.approx(50), "loop")


def test_what_tasks_do_at_a_service_counts_there() -> None:
    smtp = '[[services]]\nname = "smtp"\nconcurrency = 2\n'
    sending = '[[tasks]]\nname = "work"\nsteps = [{ io = "100ms", service = "smtp" }]\n'
    bound = capacity(told(poisson(10), publishing(4), smtp, broker("rq"), sending))
    assert (bound.bottleneck_name, bound.per_s) == ("service:smtp", pytest.approx(5))
