"""Random scenarios that are valid, as the plain form of their TOML."""

from typing import Any

from hypothesis import strategies as st

Plain = dict[str, Any]

times = st.one_of(
    st.integers(min_value=1, max_value=10**7).map(lambda number: f"{number}us"),
    st.floats(min_value=1e-6, max_value=10, allow_nan=False),
    st.sampled_from(["50ms", "1.5s", "0.25s"]),
)
distributions = st.one_of(
    times,
    st.sampled_from(
        [
            "exponential(50ms)",
            "uniform(10ms, 90ms)",
            "normal(50ms, sd=10ms)",
            "lognormal(800ms, cv=1)",
            "gamma(50ms, cv=0.37)",
            "pareto(50ms, shape=2.5)",
        ]
    ),
)
texts = st.text(max_size=20)
localised = st.one_of(texts, st.fixed_dictionaries({"en": texts, "pt_BR": texts}))
steps = st.lists(
    st.one_of(
        st.fixed_dictionaries({"cpu": distributions}, optional={"label": texts}),
        st.fixed_dictionaries({"io": distributions}, optional={"label": texts, "service": st.just("database")}),
        st.fixed_dictionaries({"enqueue": st.just("mail")}, optional={"count": st.integers(1, 9)}),
    ),
    max_size=3,
)
handlers = st.sampled_from(["async", "threadpool", "blocking"])

_SHARED = {
    "icon": st.sampled_from(["browser", "phone", "service"]),
    "network": distributions,
    "keep_alive": st.booleans(),
    "timeout": times,
    "deadline": times,
    "retries": st.integers(0, 5),
    "retry_factor": st.floats(1, 10),
}
_rate = st.one_of(st.integers(1, 1000), st.floats(0.01, 1e5))
_KINDS: tuple[Plain, ...] = (
    {"arrivals": st.just("poisson"), "rate": _rate},
    {"arrivals": st.just("constant"), "rate": _rate},
    {
        "arrivals": st.just("mmpp"),
        "rate": _rate,
        "burst_rate": _rate,
        "burst_for": distributions,
        "calm_for": distributions,
    },
    {"arrivals": st.just("schedule"), "profile": st.just([["0s", 5.0], ["10s", 20.0]]), "shape": st.just("step")},
    {"arrivals": st.just("closed"), "users": st.integers(1, 100), "think_time": distributions, "ramp": times},
    {"arrivals": st.just("burst"), "users": st.integers(1, 100), "at": st.just("3s")},
)


@st.composite
def client_lists(draw: st.DrawFn) -> list[Plain]:
    kinds = draw(st.lists(st.sampled_from(_KINDS), min_size=1, max_size=3))
    return [
        {
            "name": f"Cliente_{number}",
            "routes": {"/a": 1.0, "/b": draw(st.integers(0, 9))},
            **draw(st.fixed_dictionaries(kind, optional=_SHARED)),
        }
        for number, kind in enumerate(kinds, 1)
    ]


servers = st.fixed_dictionaries(
    {},
    optional={
        "workers": st.integers(1, 8),
        "backlog": st.integers(1, 4096),
        "limit_concurrency": st.integers(0, 100),
        "timeout_keep_alive": times,
        "loop": st.sampled_from(["asyncio", "uvloop"]),
        "gil": st.booleans(),
        "request_cpu": distributions,
        "hot_cpu_factor": st.floats(0, 2),
    },
)
changes = st.lists(
    st.one_of(
        st.fixed_dictionaries({"at": times, "set": st.just("server.workers"), "to": st.integers(1, 9)}),
        st.fixed_dictionaries({"at": times, "set": st.just("routes[/a].steps"), "to": steps}),
        st.fixed_dictionaries({"at": times, "set": st.just("clients[0].network"), "to": distributions}),
    ),
    max_size=3,
)


@st.composite
def plain_scenarios(draw: st.DrawFn) -> Plain:
    routes = [
        {"path": path, "handler": draw(handlers), "steps": draw(steps), "background": draw(steps)}
        for path in ("/a", "/b")
    ]
    plain: Plain = {
        "format": 1,
        "name": draw(localised),
        "description": draw(localised),
        "run": {
            "duration": "60s",
            **draw(st.fixed_dictionaries({}, optional={"drain": times, "seed": st.integers(0)})),
        },
        "clients": draw(client_lists()),
        "server": draw(servers),
        "routes": routes,
        "services": [
            {"name": "database", **draw(st.fixed_dictionaries({}, optional={"pool_size": st.integers(1, 9)}))}
        ],
        "broker": {"kind": draw(st.sampled_from(["rabbitmq", "celery", "redis", "rq", "kafka"]))},
        "tasks": [{"name": "mail", "steps": [{"io": draw(distributions)}]}],
        "changes": draw(changes),
    }
    if plain["run"].get("seed", 0) >= 2**63:
        del plain["run"]["seed"]
    return plain
