"""A scenario's routes as a FastAPI app, in Python that people can read."""

import json
import keyword
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log1p, sqrt

from simulator.distributions import Distribution, DistributionKind
from simulator.scenario import FaultKind, HandlerKind, HoldKind, Route, Scenario, ServiceScenario, Step
from simulator.scenario.clients import NOTHING

_HEAD = '''\
"""{title}

Made from a scenario by Vazão. The times of a request's steps come with it (load.py sends them); whoever asks without,
as a browser does, gets times drawn here.
"""

import random

from fastapi import BackgroundTasks, Depends, Request, Response

from simulator.reality.project.steps import Broker, Service, Work, made, thread_call

app = made({name}, thread_limit={thread_limit})
'''


def app_text(scenario: Scenario) -> str:
    """The text of `app.py`; it imports `steps`."""
    services = {
        service.name: f"{name}" for service, name in zip(scenario.services, _service_names(scenario), strict=True)
    }
    blocks = [
        _HEAD.format(
            title=one_line(scenario.title("en")),
            name=quoted(one_line(scenario.title("en"))),
            thread_limit=scenario.server.thread_limit,
        )
    ]
    if scenario.services:
        blocks.append("\n".join(_service(service, services[service.name], scenario) for service in scenario.services))
    if scenario.broker is not None:
        blocks.append("broker = Broker()")
    publish = scenario.broker.publish if scenario.broker is not None else NOTHING
    for route, name in zip(scenario.routes, _route_names(scenario), strict=True):
        blocks.append("\n" + "\n".join(_route(route, name, services, publish)))
    text = "\n\n".join(block.strip("\n") if index else block.rstrip("\n") for index, block in enumerate(blocks)) + "\n"
    return _without_unused(re.sub(r"\n{2,}(@app|async def|def |[A-Z_0-9]+ = \()", r"\n\n\n\1", text))


def _without_unused(text: str) -> str:
    names = [name for name in ("BackgroundTasks", "Depends") if text.count(name) == 1]
    for name in names:
        text = text.replace(f"{name}, ", "", 1)
    for name in ("Broker", "Service", "thread_call"):
        if len(re.findall(rf"\b{name}\b", text)) == 1:
            text = re.sub(rf"(, {name}\b|\b{name}, )", "", text, count=1)
    return text if "random." in text else text.replace("import random\n\n", "", 1)


def one_line(text: str) -> str:
    return " ".join(text.split()).replace("\\", "/").replace('"', "'")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# Services


def _service_names(scenario: Scenario) -> list[str]:
    return _names([service.name for service in scenario.services])


def _route_names(scenario: Scenario) -> list[str]:
    return _names([route.path for route in scenario.routes], taken=_service_names(scenario))


_RESERVED = {"app", "broker", "random", "request", "work", "background", "made", "thread_call", "root"}


def _names(texts: Iterable[str], taken: Sequence[str] = ()) -> list[str]:
    """Identifiers that look like the texts, each once."""
    names: list[str] = []
    for text in texts:
        name = re.sub(r"\W+", "_", text, flags=re.ASCII).strip("_").lower() or "root"
        if name[0].isdigit() or keyword.iskeyword(name) or name in _RESERVED - {"root"}:
            name = f"the_{name}"
        base, number = name, 2
        while name in names or name in taken:
            name, number = f"{base}_{number}", number + 1
        names.append(name)
    return names


def _service(service: ServiceScenario, name: str, scenario: Scenario) -> str:
    values = []
    if service.pool_size is not None:
        values += [
            f"pool_size={service.pool_size}",
            f"max_overflow={service.max_overflow}",
            f"pool_timeout={service.pool_timeout!r}",
        ]
        if service.hold is HoldKind.REQUEST:
            values.append("holds_request=True")
    if service.concurrency:
        values.append(f"concurrency={service.concurrency}")
    slow = [
        (fault.at, fault.at + (fault.lasting or 0.0), fault.factor)
        for fault in scenario.faults
        if fault.kind is FaultKind.SLOW and fault.target == service.name
    ]
    if slow:
        values.append(f"slow={slow!r}")
    return f"{name} = Service({', '.join(values)})"


# Routes


def _route(route: Route, name: str, services: dict[str, str], publish: Distribution) -> Iterator[str]:
    constant = name.upper()
    yield from _times(constant, [*route.steps, *route.background], publish)
    yield ""
    if route.background:
        yield from _background(route, name, services)
        yield ""
    extra = (
        f", dependencies=[Depends(thread_call, use_cache=False)] * {route.thread_calls}" if route.thread_calls else ""
    )
    yield f"@app.get({quoted(route.path)}{extra})"
    parameters = "request: Request, background: BackgroundTasks" if route.background else "request: Request"
    is_async = route.handler is HandlerKind.ASYNC
    yield f"{_def(route.handler)} {name}({parameters}) -> Response:"
    failing = f", failure_rate={route.failure_rate!r}" if route.failure_rate else ""
    yield f"    {'async ' if is_async else ''}with Work(request, {constant}{failing}) as work:"
    for step in route.steps:
        yield f"        {_step(step, route.handler, services)}"
    if not route.background:
        yield "        return work.answer()"
        return
    yield "        answer = work.answer()"
    yield f"        background.add_task(after_{name}, work)"
    yield "        return answer"


def _def(handler: HandlerKind) -> str:
    return "def" if handler is HandlerKind.THREADPOOL else "async def"


def _background(route: Route, name: str, services: dict[str, str]) -> Iterator[str]:
    yield f"{_def(route.background_handler)} after_{name}(work: Work) -> None:"
    for step in route.background:
        yield f"    {_step(step, route.background_handler, services)}"


def _step(step: Step, handler: HandlerKind, services: dict[str, str]) -> str:
    label = f"  # {one_line(step.label)}" if step.label else ""
    is_async = handler is HandlerKind.ASYNC
    if step.enqueue is not None:
        count = f", {step.count}" if step.count > 1 else ""
        call = "await work.enqueue" if is_async else "work.publish"
        return f"{call}(broker, {quoted(step.enqueue)}{count}){label}"
    if step.io is None:
        return f"work.compute(){label}"
    service = services[step.service] if step.service else ""
    return f"{'await work.sleep' if is_async else 'work.wait'}({service}){label}"


def _times(constant: str, steps: Sequence[Step], publish: Distribution) -> Iterator[str]:
    if not steps:
        yield f"{constant} = ()"
        return
    yield f"{constant} = ("
    for step in steps:
        label = f"  # {one_line(step.label)}" if step.label else ""
        yield f"    lambda: {drawn(step.io or step.cpu or publish)},{label}"
    yield ")"


def drawn(time: Distribution) -> str:
    """An expression that draws such a time."""
    return _DRAWS[time.kind](time)


def _lognormal(time: Distribution) -> str:
    variance = log1p(time.shape**2)
    return f"{time.mean_s!r} * random.lognormvariate({-variance / 2!r}, {sqrt(variance)!r})"


def _gamma(time: Distribution) -> str:
    shape = 1 / time.shape**2
    return f"random.gammavariate({shape!r}, {time.mean_s / shape!r})"


_DRAWS: dict[DistributionKind, Callable[[Distribution], str]] = {
    DistributionKind.CONSTANT: lambda time: repr(time.mean_s),
    DistributionKind.EXPONENTIAL: lambda time: f"{time.mean_s!r} * random.expovariate(1.0)",
    DistributionKind.UNIFORM: lambda time: (
        f"random.uniform({time.shape * time.mean_s!r}, {(2 - time.shape) * time.mean_s!r})"
    ),
    # Truncated at 0 by taking 0, where the scenario draws again: the difference shows where sd is near the mean.
    DistributionKind.NORMAL: lambda time: f"max(0.0, random.gauss({time.mean_s!r}, {time.shape * time.mean_s!r}))",
    DistributionKind.LOGNORMAL: _lognormal,
    DistributionKind.GAMMA: _gamma,
    DistributionKind.PARETO: lambda time: (
        f"{time.mean_s * (1 - 1 / time.shape)!r} * random.paretovariate({time.shape!r})"
    ),
    DistributionKind.EMPIRICAL: lambda time: f"random.choice({list(time.values_s)!r})",
}
assert set(_DRAWS) == set(DistributionKind)
