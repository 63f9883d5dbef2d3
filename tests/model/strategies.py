"""Random scenarios of the parts that are built, and random hands at the window."""

from typing import Any

from hypothesis import strategies as st

Plain = dict[str, Any]

times = st.sampled_from(
    ["0ms", "1ms", "1ms", "5ms", "20ms", "137us", "exponential(3ms)", "uniform(1ms, 9ms)", "gamma(10ms, cv=0.5)"]
)
# Not 0: users whose requests cost nothing would send a million of them.
thoughts = st.sampled_from(["2ms", "5ms", "50ms", "exponential(30ms)"])
_STEP = st.one_of(
    st.fixed_dictionaries({"cpu": times}),
    st.fixed_dictionaries({"io": times}, optional={"service": st.just("database")}),
)
steps = st.lists(_STEP, max_size=4)
_ENQUEUE = st.fixed_dictionaries(
    {"enqueue": st.sampled_from(["mail", "report"])}, optional={"count": st.integers(1, 5)}
)
publishing_steps = st.lists(_STEP | _ENQUEUE, max_size=4)
handlers = st.sampled_from(["async", "threadpool", "blocking"])
rates = st.sampled_from([1.0, 20.0, 100.0, 1000 / 7])
users = st.integers(1, 12)
weights = st.fixed_dictionaries({"/a": st.sampled_from([1, 2.5]), "/b": st.sampled_from([0, 1])})

timeouts = st.sampled_from(["1ms", "12ms", "40ms", "100ms"])
_SHARED = {
    "network": times,
    "keep_alive": st.booleans(),
    "start": st.just("100ms"),
    "routes": weights,
    "timeout": timeouts,
    "deadline": st.just("30ms"),
    "retries": st.integers(0, 2),
    "retry_backoff": st.sampled_from(["0ms", "7ms"]),
    "retry_jitter": st.booleans(),
    "max_connections": st.integers(0, 3),
}
_CLIENTS = st.one_of(
    st.fixed_dictionaries({"arrivals": st.sampled_from(["poisson", "constant"]), "rate": rates}, optional=_SHARED),
    st.fixed_dictionaries(
        {"arrivals": st.just("closed"), "users": users, "think_time": thoughts},
        optional={**_SHARED, "ramp": st.just("300ms")},
    ),
    st.fixed_dictionaries(
        {
            "arrivals": st.just("mmpp"),
            "rate": rates,
            "burst_rate": rates,
            "burst_for": st.just("exponential(50ms)"),
            "calm_for": st.just("uniform(0ms, 200ms)"),
        },
        optional=_SHARED,
    ),
    st.fixed_dictionaries(
        {
            "arrivals": st.just("schedule"),
            "profile": st.just([["0s", 10], ["300ms", 200], ["500ms", 0], ["800ms", 50]]),
            "shape": st.sampled_from(["linear", "step"]),
        },
        optional=_SHARED,
    ),
    st.fixed_dictionaries({"arrivals": st.just("burst"), "users": users, "at": st.just("250ms")}, optional=_SHARED),
)
_SERVER = st.fixed_dictionaries(
    {},
    optional={
        "workers": st.integers(1, 4),
        "loop": st.sampled_from(["asyncio", "uvloop"]),
        "thread_limit": st.integers(1, 5),
        "cores": st.integers(0, 3),
        "gil": st.booleans(),
        "request_cpu": times,
        "connection_cpu": times,
        "hot_cpu_factor": st.sampled_from([0.0, 0.5, 1.0]),
        "nagle_delay": st.sampled_from(["0ms", "40ms"]),
        "burst_window": st.sampled_from(["0ms", "1500us"]),
        "timeout_keep_alive": st.sampled_from(["5s", "30ms"]),
        "start_up": st.sampled_from(["0s", "20ms"]),
        "backlog": st.sampled_from([1, 2, 2048]),
        "syn_retry": st.sampled_from(["linear", "exponential"]),
        "limit_concurrency": st.integers(0, 6),
        "limit_max_requests": st.sampled_from([0, 1, 20]),
        "limit_max_requests_jitter": st.sampled_from([0, 5]),
        "timeout_graceful_shutdown": st.sampled_from(["0s", "1ms", "130ms"]),
    },
)


_SERVICE = st.fixed_dictionaries(
    {},
    optional={
        "pool_size": st.integers(1, 3),
        "max_overflow": st.integers(0, 1),
        "pool_timeout": timeouts,
        "hold": st.sampled_from(["step", "request"]),
        "concurrency": st.integers(0, 3),
    },
)
_FAULTS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"kind": st.just("slow"), "factor": st.sampled_from([0.5, 4.0])}),
        st.fixed_dictionaries({"kind": st.sampled_from(["down", "hang"])}),
    ).flatmap(
        lambda fault: st.fixed_dictionaries(
            {
                "at": st.sampled_from(["0s", "300ms", "555ms"]),
                "for": st.sampled_from(["1us", "100ms", "400ms"]),
                "target": st.just("database"),
            }
        ).map(lambda when: fault | when)
    ),
    max_size=2,
)
_ENDS = st.lists(
    st.fixed_dictionaries({"at": st.sampled_from(["0s", "300ms", "507ms"]), "kind": st.just("crash")}).map(
        lambda fault: {**fault, "target": "worker:1"}
    )
    | st.fixed_dictionaries({"at": st.sampled_from(["100ms", "300ms"]), "kind": st.just("restart")}).map(
        lambda fault: {**fault, "target": "server"}
    ),
    max_size=2,
)


_PLAIN_CLIENTS = st.fixed_dictionaries(
    {"arrivals": st.sampled_from(["poisson", "constant"]), "rate": rates},
    optional={"network": times, "keep_alive": st.booleans(), "start": st.just("100ms"), "routes": weights},
)
_PLAIN_STEPS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"cpu": st.sampled_from(["1ms", "5ms", "137us"])}), st.fixed_dictionaries({"io": times})
    ),
    max_size=4,
)
_PLAIN_SERVER = st.fixed_dictionaries(
    {},
    optional={
        "workers": st.integers(1, 4),
        "loop": st.sampled_from(["asyncio", "uvloop"]),
        "connection_cpu": times,
        "nagle_delay": st.sampled_from(["0ms", "40ms"]),
        "burst_window": st.sampled_from(["0ms", "1500us"]),
        "timeout_keep_alive": st.sampled_from(["5s", "30ms"]),
        "start_up": st.sampled_from(["0s", "20ms"]),
        "backlog": st.sampled_from([1, 2, 2048]),
    },
)


@st.composite
def plain_scenarios(draw: st.DrawFn) -> Plain:
    """Of the kind that takes every short way, and now and then of the kind next to it."""
    clients = draw(st.lists(_PLAIN_CLIENTS, min_size=1, max_size=2))
    some_handlers = st.sampled_from(["async", "async", "blocking", "blocking", "threadpool"])
    return {
        "format": 1,
        "name": "random",
        "run": {"duration": "1200ms", "drain": draw(st.sampled_from(["0s", "20ms", "1s"])), "sample_every": "100ms"},
        "clients": [
            {"name": f"group {number}", "routes": {"/a": 1.0, "/b": 1.0}, **client}
            for number, client in enumerate(clients)
        ],
        "server": draw(_PLAIN_SERVER),
        "routes": [
            {"path": path, "handler": draw(some_handlers), "steps": draw(_PLAIN_STEPS)} for path in ("/a", "/b")
        ],
    }


visibilities = st.sampled_from(["0s", "15ms", "120ms"])
_QUEUE_KEYS = {
    "consumers": st.integers(1, 4),
    "capacity": st.sampled_from([0, 20]),
    "publish": times,
    "max_deliveries": st.integers(0, 3),
    "on_failure": st.sampled_from(["redeliver", "fail"]),
}
_BROKERS = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.sampled_from(["celery", "redis"])},
        optional={
            **_QUEUE_KEYS,
            "concurrency": st.integers(1, 3),
            "prefetch": st.integers(0, 3),
            "ack": st.sampled_from(["early", "late"]),
            "visibility_timeout": visibilities,
        },
    ),
    st.fixed_dictionaries(
        {"kind": st.just("rabbitmq")},
        optional={
            **_QUEUE_KEYS,
            "concurrency": st.integers(1, 3),
            "prefetch": st.integers(0, 3),
            "visibility_timeout": visibilities,
        },
    ),
    st.fixed_dictionaries({"kind": st.just("rabbitmq"), "ack": st.just("early")}, optional=_QUEUE_KEYS),
    st.fixed_dictionaries({"kind": st.just("rq")}, optional=_QUEUE_KEYS),
    st.fixed_dictionaries(
        {"kind": st.just("kafka"), "prefetch": st.integers(0, 4)},
        optional={
            **_QUEUE_KEYS,
            "visibility_timeout": visibilities,
            "partitions": st.integers(1, 4),
            "commit_every": st.sampled_from(["0s", "40ms", "5s"]),
        },
    ),
)
_CRASHES = st.lists(
    st.fixed_dictionaries({"at": st.sampled_from(["200ms", "300ms", "507ms"]), "kind": st.just("crash")}).map(
        lambda fault: {**fault, "target": "consumer:1"}
    ),
    max_size=2,
)


def _route(draw: st.DrawFn, path: str, steps: st.SearchStrategy[list[Plain]] = steps) -> Plain:
    return {
        "path": path,
        "handler": draw(handlers),
        "steps": draw(steps),
        "thread_calls": draw(st.integers(0, 2)),
        "background": draw(st.one_of(st.just([]), steps)),
        "background_handler": draw(handlers),
        "failure_rate": draw(st.sampled_from([0, 0, 0.3])),
    }


@st.composite
def scenarios(draw: st.DrawFn) -> Plain:
    """A valid scenario of about a second that this version can run."""
    clients = draw(st.lists(_CLIENTS, min_size=1, max_size=3))
    return {
        "format": 1,
        "name": "random",
        "run": {"duration": "1200ms", "drain": draw(st.sampled_from(["0s", "200ms"])), "sample_every": "100ms"},
        "clients": [
            {"name": f"group {number}", "routes": {"/a": 1.0, "/b": 1.0}, **client}
            for number, client in enumerate(clients)
        ],
        "server": draw(_SERVER),
        "routes": [_route(draw, path) for path in ("/a", "/b")],
        "services": [{"name": "database", **draw(_SERVICE)}],
        "faults": [*draw(_FAULTS), *draw(_ENDS)],
    }


@st.composite
def scenarios_with_a_broker(draw: st.DrawFn) -> Plain:
    """The same with messages, and consumers that may crash."""
    plain = draw(scenarios())
    plain["routes"] = [_route(draw, path, publishing_steps) for path in ("/a", "/b")]
    plain["broker"] = draw(_BROKERS)
    plain["tasks"] = [
        {"name": name, "steps": draw(steps), "failure_rate": draw(st.sampled_from([0, 0, 0.4, 1.0]))}
        for name in ("mail", "report")
    ]
    plain["faults"] += draw(_CRASHES)
    return plain


_BROKER_CHANGES: list[st.SearchStrategy[tuple[str, Any]]] = [
    st.tuples(st.just("broker.consumers"), st.integers(1, 4)),
    st.tuples(st.just("broker.concurrency"), st.integers(1, 3)),
    st.tuples(st.just("broker.prefetch"), st.integers(0, 3)),
    st.tuples(st.just("broker.capacity"), st.sampled_from([0, 20])),
    st.tuples(st.just("routes[/a].steps"), publishing_steps),
    st.tuples(st.just("tasks[mail].steps"), steps),
    st.tuples(st.just("tasks[report].failure_rate"), st.sampled_from([0.0, 0.5])),
]


def changes(plain: Plain) -> st.SearchStrategy[tuple[str, Any]]:
    """A live key of the scenario, and a value for it."""
    some: list[st.SearchStrategy[tuple[str, Any]]] = [
        st.tuples(st.just("server.workers"), st.integers(1, 5)),
        st.tuples(st.just("server.thread_limit"), st.integers(1, 5)),
        st.tuples(st.just("server.limit_concurrency"), st.integers(0, 5)),
        st.tuples(st.just("server.limit_max_requests"), st.sampled_from([0, 1, 10])),
        st.tuples(st.just("server.limit_max_requests_jitter"), st.sampled_from([0, 9])),
        st.tuples(st.just("server.cores"), st.integers(0, 3)),
        st.tuples(st.sampled_from(["server.request_cpu", "server.connection_cpu"]), times),
        st.tuples(st.just("server.hot_cpu_factor"), st.sampled_from([0.5, 1.0])),
        st.tuples(st.just("server.timeout_keep_alive"), st.sampled_from(["10ms", "5s"])),
        st.tuples(st.just("server.nagle_delay"), st.sampled_from(["0ms", "40ms"])),
        st.tuples(st.sampled_from(["routes[/a].handler", "routes[/b].handler"]), handlers),
        st.tuples(st.sampled_from(["routes[/a].steps", "routes[1].steps", "routes[/b].background"]), steps),
        st.tuples(st.just("routes[/a].failure_rate"), st.sampled_from([0.0, 0.5])),
        st.tuples(st.just("routes[/a].background_handler"), handlers),
        st.tuples(st.just("services[database].pool_size"), st.integers(1, 4)),
        st.tuples(st.just("services[database].max_overflow"), st.integers(0, 2)),
        st.tuples(st.just("services[database].pool_timeout"), timeouts),
        st.tuples(st.just("services[database].hold"), st.sampled_from(["step", "request"])),
        st.tuples(st.just("services[database].concurrency"), st.integers(0, 3)),
    ]
    if "broker" in plain:
        some += _BROKER_CHANGES
    for route in plain["routes"]:
        for number, step in enumerate(route["steps"]):
            some += [
                st.tuples(st.just(f"routes[{route['path']}].steps[{number}].{kind}"), times)
                for kind in ("cpu", "io")
                if kind in step
            ]
    for number, client in enumerate(plain["clients"]):
        at = f"clients[{number}]"
        some.append(st.tuples(st.just(f"{at}.network"), times))
        some.append(st.tuples(st.just(f"{at}.keep_alive"), st.booleans()))
        some.append(st.tuples(st.just(f"{at}.routes"), weights))
        some.append(st.tuples(st.just(f"{at}.timeout"), timeouts))
        some.append(st.tuples(st.just(f"{at}.retries"), st.integers(0, 2)))
        some.append(st.tuples(st.just(f"{at}.retry_jitter"), st.booleans()))
        if "burst_rate" in client:
            some.append(st.tuples(st.just(f"{at}.burst_rate"), rates))
        if "rate" in client:
            some.append(st.tuples(st.just(f"{at}.rate"), rates))
        if client["arrivals"] == "closed":
            some.append(st.tuples(st.just(f"{at}.users"), users))
            some.append(st.tuples(st.just(f"{at}.think_time"), thoughts))
    return st.one_of(some)
