"""A scenario's message queue and its consumers, in Python that people can read."""

from collections.abc import Iterator

from simulator.model.broker_kinds import HABITS
from simulator.reality.app_text import drawn, one_line, quoted
from simulator.scenario import AckMode, BrokerScenario, FailureMode, Scenario, TaskScenario

_HEAD = '''\
"""{title}

The message queue, and what its consumers do; start it before the app: python tasks.py. It stands in for {kind} with
what brokers have in common while no consumer crashes, and nothing is delivered again for its age.
"""

{random}from simulator.reality.project.broker import {names}
{computing}'''
_TAIL = """\
if __name__ == "__main__":
    main(queue)
"""


def tasks_text(scenario: Scenario) -> str:
    """The text of `tasks.py`; it imports `broker`."""
    assert scenario.broker is not None, "where there is none, nobody needs tasks"
    body = "\n".join(["TASKS = (", *(line for task in scenario.tasks for line in _task(task)), ")"])
    values = ", ".join(f"{name}={value!r}" for name, value in queue_values(scenario.broker).items())
    computing = "from simulator.reality.project.computing import compute\n" if "(compute," in body else ""
    head = _HEAD.format(
        title=one_line(scenario.title("en")),
        kind=scenario.broker.kind.value,
        random="import random\n\n" if "random." in body else "",
        names=", ".join(["Queue", "Task", "main", *(["wait"] if "(wait," in body else [])]),
        computing=computing,
    )
    return f"{head}\n{body}\nqueue = Queue(TASKS, {values})\n\n{_TAIL}"


def queue_values(broker: BrokerScenario) -> dict[str, int | bool]:
    """How the queue gives messages out, by the names that it has for that."""
    assert broker.concurrency is not None, "every preset has one"
    assert broker.prefetch is not None, "likewise"
    habits, most = HABITS[broker.kind], broker.prefetch * broker.concurrency
    # Of what it has acknowledged a consumer may have more.
    is_free = broker.ack is AckMode.EARLY and not habits.limits_what_is_acked
    return {
        "consumers": broker.consumers,
        "concurrency": broker.concurrency,
        "most": 0 if is_free and habits.acks_on_delivery else most,
        "counts_running": not is_free,
        "fails_again": broker.on_failure is FailureMode.REDELIVER,
        "max_deliveries": broker.max_deliveries or 0,
    }


def _task(task: TaskScenario) -> Iterator[str]:
    failing = f", failure_rate={task.failure_rate!r}" if task.failure_rate else ""
    if not task.steps:
        yield f"    Task({quoted(task.name)}{failing}),"
        return
    yield f"    Task({quoted(task.name)}, ("
    for step in task.steps:
        time = step.io or step.cpu
        assert time is not None, "a task cannot enqueue"
        label = f"  # {one_line(step.label)}" if step.label else ""
        yield f"        ({'compute' if step.io is None else 'wait'}, lambda: {drawn(time)}),{label}"
    yield f"    ){failing}),"
