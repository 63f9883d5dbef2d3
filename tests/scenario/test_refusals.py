"""The truth table of refusals: what is spoilt, and the line, the key and the rule that come back."""

from pathlib import Path

import pytest

from simulator.errors import ScenarioError
from simulator.scenario import load, parse


def problems(text: str, directory: Path | None = None) -> list[str]:
    with pytest.raises(ScenarioError) as refusal:
        parse(text, directory=directory)
    return [str(problem) for problem in refusal.value.problems]


# What stands in the base, what takes its place, and the whole problem.
SPOILT = [
    ("workers = 1", "wokers = 1", "13: server.wokers: unknown key (did you mean server.workers?)"),
    ("workers = 1", "workers = true", "13: server.workers: must be a whole number, got true"),
    ("workers = 1", "workers = 1.0", "13: server.workers: must be a whole number, got 1.0"),
    ("workers = 1", "workers = 0", "13: server.workers: must be at least 1, got 0"),
    ("workers = 1", "workers = 1025", "13: server.workers: must be at most 1,024, got 1025"),
    ("workers = 1", 'workers = "4"', '13: server.workers: must be a whole number, got "4"'),
    ("workers = 1", "limit_concurrency = -1", "13: server.limit_concurrency: must be at least 0, got -1"),
    ('"60s"', '"60s"\nsample_every = "1us"', '6: run.sample_every: must be at least 1ms, got "1us"'),
    (
        'arrivals = "poisson"\nrate = 15',
        'arrivals = "schedule"\nprofile = []',
        "10: clients[0].profile: must have at least 1 entry, got an empty list",
    ),
    ("workers = 1", 'kind = "x"', "13: server.kind: unknown key"),
    ("workers = 1", 'duration = "5s"', "13: server.duration: unknown key"),
    ("workers = 1", "gil = 1", "13: server.gil: must be true or false, got 1"),
    (
        "workers = 1",
        'loop = "uvlop"',
        '13: server.loop: must be asyncio or uvloop, got "uvlop" (did you mean uvloop?)',
    ),
    ("workers = 1", 'loop = "auto"', '13: server.loop: must be asyncio or uvloop, got "auto"'),
    ("rate = 15", "rate = 0", "10: clients[0].rate: must be above 0, got 0"),
    ("rate = 15", "rate = nan", "10: clients[0].rate: must be a finite number, got nan"),
    ("rate = 15", "rate = inf", "10: clients[0].rate: must be a finite number, got inf"),
    ("rate = 15", "rate = -3", "10: clients[0].rate: must be above 0, got -3"),
    ("rate = 15", "rate = 1e7", "10: clients[0].rate: must be at most 1,000,000, got 10000000.0"),
    ("rate = 15", "rate = true", "10: clients[0].rate: must be a number, got true"),
    ("rate = 15", 'rate = "15"', '10: clients[0].rate: must be a number, got "15"'),
    ("rate = 15", "", "7: clients[0].rate: required for poisson arrivals, but missing"),
    ("rate = 15", "rate = 15\nusers = 5", "11: clients[0].users: is no key of poisson arrivals"),
    ("rate = 15", "rate = 15\nthink_time = 0", "11: clients[0].think_time: is no key of poisson arrivals"),
    (
        'arrivals = "poisson"\nrate = 15',
        'arrivals = "closed"',
        "7: clients[0].users: required for closed arrivals, but missing",
    ),
    (
        'arrivals = "poisson"\nrate = 15',
        'arrivals = "closed"\nusers = 1000000000000',
        "10: clients[0].users: must be at most 1,000,000, got 1000000000000",
    ),
    (
        'arrivals = "poisson"\nrate = 15',
        'arrivals = "closed"\nusers = 5\nrate = 3',
        "11: clients[0].rate: is no key of closed arrivals",
    ),
    (
        'arrivals = "poisson"\nrate = 15',
        'arrivals = "burst"\nusers = 5\nat = "60s"',
        "11: clients[0].at: must be from 0 s to before 60 s, got 60 s",
    ),
    (
        '"poisson"',
        '"poison"',
        (
            "9: clients[0].arrivals: must be poisson, constant, mmpp, schedule, closed, burst or replay, "
            'got "poison" (did you mean poisson?)'
        ),
    ),
    (
        '"poisson"',
        '"mmpp"\nburst_rate = 90\nburst_for = "1ns"\ncalm_for = "exponential(200ns)"',
        "11: clients[0].burst_for: must last at least 1us together with calm_for, got 201ns",
    ),
    ("rate = 15", 'rate = 15\nnetwork = "30"', '11: clients[0].network: needs a unit (ns us ms s min h), got "30"'),
    ("rate = 15", 'rate = 15\nstart = "60s"', "11: clients[0].start: must be before the group stops (60 s), got 60 s"),
    ("rate = 15", 'rate = 15\nstop = "0s"', "7: clients[0].start: must be before the group stops (0 s), got 0 s"),
    ("rate = 15", 'rate = 15\nroutes = { "/b" = 1 }', "11: clients[0].routes[/b]: is not defined in [[routes]]"),
    ("rate = 15", 'rate = 15\nroutes = { "/a" = 0 }', "11: clients[0].routes: must have a weight above 0"),
    ('name = "Cliente_1"', 'name = ""', '8: clients[0].name: must not be empty, got ""'),
    (
        'name = "Cliente_1"',
        'name = "a[0]"',
        '8: clients[0].name: must have no brackets and no control characters, got "a[0]"',
    ),
    ('"60s"', '"60"', '5: run.duration: needs a unit (ns us ms s min h), got "60"'),
    ('"60s"', "0", "5: run.duration: must be above 0, got 0"),
    ('"60s"', '"-5s"', '5: run.duration: must be a time of 0 or more, got "-5s"'),
    ('"60s"', "nan", "5: run.duration: must be a time of 0 or more, got nan"),
    ('"60s"', "2020-01-01", '5: run.duration: must be a time such as "50ms", got the date 2020-01-01'),
    ('"60s"', '"60s"\nwarm_up = "60s"', "6: run.warm_up: must be below run.duration (60 s), got 60 s"),
    ('"60s"', '"60s"\nseed = -1', "6: run.seed: must be at least 0, got -1"),
    ('"60s"', '"60s"\nreplications = 10001', "6: run.replications: must be at most 10,000, got 10001"),
    ('"60s"', '"60s"\nsample_every = 0', "6: run.sample_every: must be at least 0.001, got 0"),
    (
        '"60s"',
        '"2000s"\nsample_every = "1ms"',
        "6: run.sample_every: would give more than 1,000,000 rows, got 0.001 s",
    ),
    (
        '"50ms"',
        '"exponentail(50ms)"',
        (
            '20: routes[0].steps[1].io: "exponentail" is no distribution '
            '(did you mean exponential?), got "exponentail(50ms)"'
        ),
    ),
    (
        ', service = "database"',
        ', cpu = "1ms"',
        "20: routes[0].steps[1]: must have one of cpu, io and enqueue, got cpu and io",
    ),
    ('{ cpu = "1ms" }', "{ }", "19: routes[0].steps[0]: must have one of cpu, io and enqueue, got none"),
    ('{ cpu = "1ms" }', '{ cpu = "1ms", service = "database" }', "19: routes[0].steps[0].service: goes with io only"),
    ('{ cpu = "1ms" }', '{ cpu = "1ms", count = 2 }', "19: routes[0].steps[0].count: goes with enqueue only"),
    (
        'service = "database"',
        'service = "databse"',
        '20: routes[0].steps[1].service: "databse" is not defined in [[services]] (did you mean database?)',
    ),
    ('{ cpu = "1ms" }', '{ enqueue = "mail" }', '19: routes[0].steps[0].enqueue: "mail" is not defined in [[tasks]]'),
    (
        '"blocking"',
        '"def"',
        '17: routes[0].handler: must be async, threadpool or blocking, got "def" (did you mean threadpool?)',
    ),
    ('"/a"', '"a"', '16: routes[0].path: must begin with "/" and have no spaces or brackets, got "a"'),
    ("format = 1", "format = 2", "1: format: must be 1, got 2"),
    ("format = 1", "format = true", "1: format: must be 1, got true"),
    ("format = 1", "format = 1.0", "1: format: must be 1, got 1.0"),
    ('name = "base"\n', "", "1: name: required, but missing"),
    ('name = "base"', 'name = { fr = "x" }', "2: name: must be a text, or a table of texts with the keys en and pt_BR"),
    ("[server]", "[servers]", "12: servers: unknown key (did you mean server?)"),
]


@pytest.mark.parametrize(("right", "wrong", "problem"), SPOILT)
def test_each_mistake_is_one_line_with_its_place(base: str, right: str, wrong: str, problem: str) -> None:
    assert base.count(right) >= 1
    assert problems(base.replace(right, wrong, 1)) == [f"scenario.toml:{problem}"]


APPENDED = [
    (
        '[[clients]]\nname = "Cliente_1"\narrivals = "constant"\nrate = 1',
        '26: clients[1].name: must be unique, got "Cliente_1" again',
    ),
    ('[[routes]]\npath = "/a"\nhandler = "async"', '26: routes[1].path: must be unique, got "/a" again'),
    (
        '[[routes]]\npath = "/b"\nhandler = "async"',
        "7: clients[0].routes: required where there are several routes, but missing",
    ),
    ('[[services]]\nname = "database"', '26: services[1].name: must be unique, got "database" again'),
    ('[[changes]]\nset = "server.workers"\nto = 2', "25: changes[0].at: required, but missing"),
    (
        '[[changes]]\nat = "60s"\nset = "server.workers"\nto = 2',
        "26: changes[0].at: must be before the run ends (60 s), got 60 s",
    ),
    (
        '[[changes]]\nat = 1\nset = "server.wokers"\nto = 2',
        '27: changes[0].set: "server.wokers": unknown key (did you mean server.workers?)',
    ),
    ('[[changes]]\nat = 1\nset = "server.backlog"\nto = 2', '27: changes[0].set: "server.backlog" is fixed for a run'),
    (
        '[[changes]]\nat = 1\nset = "clients[0].name"\nto = "x"',
        '27: changes[0].set: "clients[0].name" is fixed for a run',
    ),
    (
        '[[changes]]\nat = 1\nset = "clients[Client_1].rate"\nto = 2',
        ('27: changes[0].set: "clients[Client_1].rate": there is no "Client_1" in clients (did you mean Cliente_1?)'),
    ),
    (
        '[[changes]]\nat = 1\nset = "broker.consumers"\nto = 2',
        '27: changes[0].set: "broker.consumers": needs a [broker]',
    ),
    ('[[changes]]\nat = 1\nset = "server.workers"\nto = "two"', '28: changes[0].to: must be a whole number, got "two"'),
    (
        '[[changes]]\nat = 1\nset = "clients[0].users"\nto = 2',
        '27: changes[0].set: "clients[0].users": is no key of poisson arrivals',
    ),
    (
        '[[changes]]\nat = 1\nset = "routes[/a].steps[5].io"\nto = 2',
        '27: changes[0].set: "routes[/a].steps[5].io": there is no "5" in steps',
    ),
    (
        '[[changes]]\nat = 1\nset = "routes[/a].steps"\nto = [{ io = "1" }]',
        ('28: changes[0].to: routes[0].steps[0].io: needs a unit (ns us ms s min h), got "1"'),
    ),
    (
        '[[faults]]\nat = 1\nfor = 1\nkind = "slow"\ntarget = "databse"\nfactor = 2',
        ('29: faults[0].target: "databse" is nothing that can be slow (did you mean database?)'),
    ),
    (
        '[[faults]]\nat = 1\nkind = "crash"\ntarget = "worker:2"',
        ('28: faults[0].target: "worker:2" is nothing that can crash (did you mean worker:1?)'),
    ),
    ('[[faults]]\nat = 1\nkind = "down"\ntarget = "database"', "25: faults[0].for: required for down, but missing"),
    ('[broker]\nkind = "rq"\npartitions = 2', "27: broker.partitions: is no key of rq, but of kafka"),
    (
        '[broker]\nkind = "rq"\nprefetch = 4',
        (
            "27: broker.prefetch: must be 1 for rq: a worker takes one job at a time, and no other before it has "
            "ended, got 4"
        ),
    ),
    (
        '[broker]\nkind = "rq"\nack = "early"',
        (
            "27: broker.ack: must be late for rq: a job is done when it has ended, and fails where its worker dies, "
            "got early"
        ),
    ),
    (
        '[broker]\nkind = "rq"\nvisibility_timeout = 5',
        "27: broker.visibility_timeout: must be 0 for rq: no job comes back for its age, got 5 s",
    ),
    (
        '[broker]\nkind = "rabbitmq"\nack = "early"\nprefetch = 10',
        (
            "28: broker.prefetch: must be 0 where broker.ack = early: what rabbitmq acknowledges as it sends it is not "
            "held back by a prefetch, got 10"
        ),
    ),
    (
        '[broker]\nkind = "kafka"\nconcurrency = 4',
        "27: broker.concurrency: must be 1 for kafka: a consumer executes its batch in order, got 4",
    ),
    (
        '[broker]\nkind = "kafka"\nack = "early"',
        "27: broker.ack: must be late for kafka: what was polled is committed by a later poll, got early",
    ),
    (
        '[broker]\nkind = "celery"\ncapacity = 3',
        (
            "27: broker.capacity: must be 0 or at least broker.prefetch (4): one slot would reserve more than may "
            "wait, got 3"
        ),
    ),
    (
        '[broker]\nkind = "redis"\nconsumers = 2\n[[faults]]\nat = 1\nkind = "crash"\ntarget = "consumer:3"',
        '31: faults[0].target: "consumer:3" is nothing that can crash (did you mean consumer:2?)',
    ),
    (
        '[[faults]]\nat = 1\nkind = "crash"\ntarget = "consumer:1"',
        '28: faults[0].target: "consumer:1" is nothing that can crash',
    ),
    (
        '[broker]\nkind = "celery"\n[[changes]]\nat = 1\nset = "broker.capacity"\nto = 2',
        (
            "30: changes[0].to: must be 0 or at least broker.prefetch (4): one slot would reserve more than may wait, "
            "got 2"
        ),
    ),
    (
        '[broker]\nkind = "rabbit"',
        ('26: broker.kind: must be rabbitmq, celery, redis, rq or kafka, got "rabbit" (did you mean rabbitmq?)'),
    ),
]


@pytest.mark.parametrize(("table", "problem"), APPENDED)
def test_what_does_not_fit_the_rest_is_refused(base: str, table: str, problem: str) -> None:
    assert problems(f"{base}{table}\n") == [f"scenario.toml:{problem}"]


def test_every_problem_comes_at_once_in_the_order_of_lines(base: str) -> None:
    text = base.replace("rate = 15", "rate = 0").replace("workers = 1", "wokers = 1").replace("50ms", "50")
    text += '[[changes]]\nat = 1\nset = "server.loop"\nto = "uvloop"\n'
    assert [problem.split(":")[1] for problem in problems(text)] == ["10", "13", "20", "27"]


def test_a_wrong_value_brings_no_second_problem_in_its_train(base: str) -> None:
    text = base.replace('"60s"', '"60"') + '[[changes]]\nat = "30s"\nset = "server.workers"\nto = 2\n'
    assert len(problems(text)) == 1


def test_a_problem_is_one_line_whatever_its_key_holds(base: str) -> None:
    found = problems(base.replace("workers = 1", '"a\\nb" = 1'))
    assert len(found) == 1
    assert "\n" not in found[0]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "scenario.toml: is empty"),
        (" \n\n", "scenario.toml: is empty"),
        ("format = 1\nname = ", "scenario.toml:2: is not valid TOML"),
        (
            "format = 1\nname = 5s\n",
            "scenario.toml:2: is not valid TOML: expected newline or end of document after a statement",
        ),
        ("a = " + "[" * 50_000, "scenario.toml: is nested too deeply"),
        ("\n\na = " + "9" * 5000, "scenario.toml:3: has a number that is too long"),
    ],
)
def test_what_is_no_toml_is_one_message(text: str, rule: str) -> None:
    found = problems(text)
    assert len(found) == 1
    assert found[0].startswith(rule)


def test_a_time_without_quotes_is_shown_with_them() -> None:
    assert problems("format = 1\n[run]\nduration = 5s\n")[0].endswith(' (did you mean "5s"?)')


def test_huge_numbers_are_refused_and_not_written_out(base: str) -> None:
    found = problems(base.replace("workers = 1", "workers = 0x" + "F" * 5000))
    assert found == ["scenario.toml:13: server.workers: must be at most 1,024, got a number of about 6021 digits"]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\x7fELF\x00\x01\xff", "is not a text file in UTF-8"),
        (b"a\0b", "is not a text file in UTF-8"),
        (b"name = '\xe9'", "is not a text file in UTF-8"),
        (b"", "is empty"),
        (b"#" * 1_000_001, "must be at most 1,000,000 bytes, got 1,000,001"),
    ],
)
def test_files_that_are_no_scenario_are_one_message(tmp_path: Path, content: bytes, rule: str) -> None:
    file = tmp_path / "it.toml"
    file.write_bytes(content)
    with pytest.raises(ScenarioError) as refusal:
        load(file)
    assert str(refusal.value).startswith(f"it.toml: {rule}")
    assert "\n" not in str(refusal.value)


def test_a_directory_and_a_missing_file_are_one_message_each(tmp_path: Path) -> None:
    for path, rule in ((tmp_path, "Is a directory"), (tmp_path / "none.toml", "No such file")):
        with pytest.raises(ScenarioError, match=rule):
            load(path)
    with pytest.raises(ScenarioError, match="did you mean 01_blocking"):
        load("01_bloking")


REPLAYS = [
    (None, 'cannot read "times.csv"'),
    ("", '"times.csv" is empty'),
    ("time_s\n", '"times.csv" has no arrivals'),
    ("when\n1\n", '"times.csv" must have a column time_s, got when'),
    ("time_s\n2\n1\n", '"times.csv", line 3: must be sorted by time_s, got 1 after a later one'),
    ("time_s\n1\nsoon\n", '"times.csv", line 3: time_s must be a number of seconds, got "soon"'),
    ("time_s\n-1\n", '"times.csv", line 2: time_s must be 0 or more, got "-1"'),
    ("time_s\nnan\n", '"times.csv", line 2: time_s must be 0 or more, got "nan"'),
    ("time_s,route\n1,/b\n", '"times.csv" has the route /b, which is not defined'),
    ("time_s,route\n1\n", '"times.csv", line 2: has 1 columns of 2'),
]


@pytest.mark.parametrize(("content", "rule"), REPLAYS)
def test_a_replay_file_that_cannot_be_replayed_is_refused(
    tmp_path: Path, base: str, content: str | None, rule: str
) -> None:
    if content is not None:
        (tmp_path / "times.csv").write_text(content, encoding="utf-8")
    text = base.replace('arrivals = "poisson"\nrate = 15', 'arrivals = "replay"\nfile = "times.csv"')
    found = problems(text, tmp_path)
    assert len(found) == 1
    assert found[0].startswith(f"scenario.toml:10: clients[0].file: {rule}")


def test_routes_beside_a_column_of_routes_are_refused(tmp_path: Path, base: str) -> None:
    (tmp_path / "times.csv").write_text("time_s,route\n1,/a\n", encoding="utf-8")
    text = base.replace(
        'arrivals = "poisson"\nrate = 15', 'arrivals = "replay"\nfile = "times.csv"\nroutes = { "/a" = 1 }'
    )
    assert problems(text, tmp_path) == [
        'scenario.toml:11: clients[0].routes: "times.csv" says the route of each request already'
    ]
