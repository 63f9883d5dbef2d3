"""What the diagram is drawn from: real runs, each with the instant at which it is worth a look."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simulator.record import HOLDS_LOOP, Moment, Stage, Transitions
from ui.diagram.links import Travel


@dataclass(frozen=True)
class Case:
    """A scenario, and the instant at which it is looked at."""

    text: str
    at_s: float = 4.0
    wanted: Callable[[Moment], float] | None = None
    """The more the better, over a second from `at_s` on."""
    travel: Travel = Travel.MOVING


def scenario(
    clients: str,
    routes: str,
    *,
    workers: int = 4,
    more: str = "",
    services: str = "",
    name: str = "Three clients, four workers",
) -> str:
    """The text of a scenario."""
    name = f"{_counted(clients.count('[[clients]]'), 'client').capitalize()}, {_counted(workers, 'worker')}"
    return f"""
format = 1
name = "{name}"
[run]
duration = "60s"
seed = 1
{clients}
[server]
workers = {workers}
{more}
{routes}
{services}
"""


def _counted(count: int, noun: str) -> str:
    words = ("no", "one", "two", "three", "four")
    number = words[count] if count < len(words) else str(count)
    return f"{number} {noun}" if count == 1 else f"{number} {noun}s"


def client(number: int, rate: float, path: str, network: str = "8ms", more: str = "") -> str:
    """One client group."""
    return f"""
[[clients]]
name = "Cliente_{number}"
arrivals = "poisson"
rate = {rate}
network = "{network}"
routes = {{ "{path}" = 1 }}
{more}
"""


def route(path: str, handler: str, steps: str) -> str:
    """One route."""
    return f"""
[[routes]]
path = "{path}"
handler = "{handler}"
steps = [{steps}]
"""


DATABASE = '[[services]]\nname = "database"\n'
LESSON = scenario(
    client(1, 52, "/professor")
    + client(2, 2, "/professor/create", more="keep_alive = false")
    + client(3, 22, "/email"),
    route("/professor", "async", '{cpu="3ms"}, {io="exponential(250ms)", service="database"}, {cpu="1ms"}')
    + route("/professor/create", "blocking", '{cpu="1ms"}, {label="time.sleep", io="250ms"}')
    + route("/email", "threadpool", '{cpu="2ms"}, {io="exponential(80ms)"}'),
    more="backlog = 32",
    services=DATABASE,
)


def blocking(workers: int, rate: float) -> str:
    """Nothing but blocking calls."""
    steps = '{cpu="1ms"}, {label="time.sleep", io="exponential(50ms)"}'
    return scenario(
        client(1, rate, "/professor/create", more="keep_alive = false"),
        route("/professor/create", "blocking", steps),
        workers=workers,
    )


def crowd(workers: int, rate: float) -> str:
    """Many workers, each with a little of everything."""
    return scenario(
        client(1, rate, "/professor") + client(2, rate / 6, "/email") + client(3, rate / 60, "/report"),
        route("/professor", "async", '{cpu="2ms"}, {io="exponential(200ms)", service="database"}')
        + route("/email", "threadpool", '{cpu="1ms"}, {io="exponential(300ms)"}')
        + route("/report", "blocking", '{label="requests.get", io="300ms"}'),
        workers=workers,
        services=DATABASE,
        name=f"Three clients, {workers} workers",
    )


def travelling(rate: float) -> str:
    """Most requests on a slow network."""
    return scenario(
        "".join(client(number, rate / 3, "/professor", "800ms") for number in (1, 2, 3)),
        route("/professor", "async", '{cpu="200us"}, {io="exponential(200ms)", service="database"}'),
        services=DATABASE,
        name="Far away: 800 ms each way",
    )


def one_blocked(moment: Moment) -> float:
    """As many wait as possible while exactly one worker is blocked."""
    blocked = moment.stored_stage == Stage.IN_IO | HOLDS_LOOP
    ready = np.count_nonzero(moment.stage == Stage.LOOP_QUEUE)
    return float(ready) if np.count_nonzero(blocked) == 1 else -1.0


def thread_queue(moment: Moment) -> float:
    """As many wait for a thread as possible."""
    return float(np.count_nonzero(moment.stage == Stage.THREAD_QUEUE))


def mails(consumers: int, rate: float = 26, kind: str = "rabbitmq", more: str = "") -> str:
    """Beside a route that waits for a database, one that puts messages into a queue; now and then one fails."""
    broker = f"""
[[services]]
name = "database"
[broker]
kind = "{kind}"
consumers = {consumers}
prefetch = 4
max_deliveries = 2
publish = "2ms"
{more}
[[tasks]]
name = "send_email"
steps = [{{ cpu = "5ms" }}, {{ io = "exponential(80ms)" }}]
failure_rate = 0.2
"""
    return scenario(
        client(1, rate, "/email") + client(2, 30, "/professor"),
        route("/email", "async", '{cpu="2ms"}, {enqueue="send_email"}')
        + route("/professor", "async", '{cpu="4ms"}, {io="exponential(60ms)", service="database"}'),
        workers=3,
        services=broker,
    )


CASES = {
    "idle": Case(LESSON, 0.0),
    "lesson": Case(LESSON, wanted=one_blocked),
    "one": Case(blocking(1, 18), wanted=one_blocked),
    "async": Case(
        scenario(
            client(1, 60, "/professor") + client(2, 25, "/busca"),
            route("/professor", "async", '{cpu="2ms"}, {label="asyncio.sleep", io="exponential(150ms)"}')
            + route("/busca", "async", '{cpu="3ms"}, {io="exponential(150ms)", service="elasticsearch"}'),
            workers=2,
            services='[[services]]\nname = "elasticsearch"\n',
        )
    ),
    "threads": Case(
        scenario(
            client(1, 130, "/relatorio"),
            route("/relatorio", "threadpool", '{cpu="1ms"}, {io="exponential(700ms)"}'),
            workers=2,
            name="One client, two workers",
        ),
        wanted=thread_queue,
    ),
    "everything": Case(
        LESSON.replace('io="exponential(250ms)", service="database"', 'io="exponential(250ms)"').replace(
            "rate = 22", "rate = 150"
        ),
    ),
    "eight": Case(crowd(8, 200)),
    "nine": Case(crowd(9, 250)),
    "sixteen": Case(crowd(16, 500)),
    "forty": Case(crowd(40, 1000), at_s=2.0),
    "hundred": Case(crowd(100, 2000), at_s=1.0),
    "most": Case(crowd(1024, 4000), at_s=0.6),
    "twelve-clients": Case(
        scenario(
            "".join(client(number, 5 * number, "/professor") for number in range(1, 13)),
            route("/professor", "async", '{cpu="2ms"}, {io="exponential(150ms)", service="database"}'),
            services=DATABASE,
        )
    ),
    "thousand": Case(travelling(520)),
    "five-thousand": Case(travelling(2600)),
    "overflow": Case(
        scenario(
            client(1, 60, "/professor/create", more='keep_alive = false\ntimeout = "4s"')
            + client(2, 15, "/professor/create", more='keep_alive = false\ntimeout = "3s"\nretries = 2'),
            route("/professor/create", "blocking", '{label="time.sleep", io="exponential(50ms)"}'),
            workers=2,
            more="backlog = 32",
        ),
        at_s=9.0,
    ),
    "pool": Case(
        scenario(
            client(1, 70, "/professor", more='timeout = "3s"') + client(2, 20, "/report"),
            route("/professor", "threadpool", '{cpu="1ms"}, {io="exponential(700ms)", service="database"}')
            + route("/report", "async", '{cpu="1ms"}, {io="exponential(300ms)", service="database"}'),
            workers=2,
            services='[[services]]\nname = "database"\npool_size = 5\npool_timeout = "2s"\nconcurrency = 28\n',
        ),
        at_s=7.0,
    ),
    "pool-only": Case(
        scenario(
            client(1, 150, "/professor"),
            route("/professor", "async", '{cpu="1ms"}, {io="exponential(500ms)", service="database"}'),
            workers=4,
            services='[[services]]\nname = "database"\npool_size = 5\n',
        ),
        at_s=3.0,
    ),
    "orphans": Case(
        scenario(
            client(1, 30, "/professor/create", more='timeout = "300ms"\nretries = 2')
            + client(2, 20, "/email", more='timeout = "250ms"'),
            route("/professor/create", "blocking", '{label="time.sleep", io="exponential(80ms)"}')
            + route("/email", "async", '{cpu="1ms"}, {io="exponential(200ms)", service="smtp"}'),
            workers=2,
            services='[[services]]\nname = "smtp"\n',
        ),
        at_s=6.0,
    ),
    "background": Case(
        scenario(
            client(1, 30, "/professor"),
            route("/professor", "async", '{cpu="1ms"}, {io="20ms"}')
            + 'background = [{label="send the e-mail", io="exponential(800ms)"}]\nbackground_handler = "threadpool"\n',
            workers=2,
        ),
        at_s=4.0,
    ),
    "limit": Case(
        scenario(
            client(1, 60, "/professor", more="keep_alive = false"),
            route("/professor", "async", '{cpu="1ms"}, {io="exponential(300ms)"}'),
            workers=2,
            more="limit_concurrency = 8",
        ),
        at_s=4.0,
    ),
    "restart": Case(
        scenario(
            client(1, 40, "/professor"),
            route("/professor", "async", '{cpu="1ms"}, {io="exponential(500ms)"}'),
            more='limit_max_requests = 60\nstart_up = "1.5s"',
        ),
        at_s=7.2,
    ),
    "crash": Case(
        scenario(
            client(1, 40, "/professor"),
            route("/professor", "async", '{cpu="1ms"}, {io="exponential(500ms)"}'),
            more='start_up = "1.5s"',
            services='[[faults]]\nat = "4.1s"\nkind = "crash"\ntarget = "worker:2"\n',
        ),
        at_s=4.3,
    ),
    "slow": Case(
        scenario(
            client(1, 40, "/professor", more='timeout = "2s"'),
            route("/professor", "async", '{cpu="1ms"}, {io="exponential(100ms)", service="database"}'),
            services='[[services]]\nname = "database"\npool_size = 5\n'
            '[[faults]]\nat = "3s"\nfor = "10s"\nkind = "slow"\ntarget = "database"\nfactor = 8.0\n',
        ),
        at_s=6.0,
    ),
    "down": Case(
        scenario(
            client(1, 40, "/professor"),
            route("/professor", "async", '{cpu="1ms"}, {io="exponential(100ms)", service="database"}'),
            services='[[services]]\nname = "database"\n'
            '[[faults]]\nat = "3s"\nfor = "10s"\nkind = "down"\ntarget = "database"\n',
        ),
        at_s=6.0,
    ),
    "messages": Case(mails(2), at_s=12.0),
    "consumers": Case(mails(60, rate=600), at_s=6.0),
    "full-queue": Case(mails(1, more="capacity = 20"), at_s=6.0),
    "log": Case(mails(3, kind="kafka", more="partitions = 3"), at_s=8.0),
    "counted": Case(LESSON, wanted=one_blocked, travel=Travel.COUNTED),
    "ribbons": Case(crowd(16, 500), travel=Travel.RIBBONS),
}


def instant(case: Case, transitions: Transitions) -> int:
    """The instant of a case, ns."""
    first = round(case.at_s * 1e9)
    if case.wanted is None:
        return first
    wanted = case.wanted
    return max(range(first, first + 1_000_000_000, 5_000_000), key=lambda at: wanted(transitions.at(at)))
