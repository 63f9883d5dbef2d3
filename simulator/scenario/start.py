"""The scenario that `simulate init` writes: a start to change, with the keys that one reaches for first."""

START = """\
# A scenario of Vazão. Run it:    simulate --config FILE        Check it:    simulate check FILE
# Editors complete the keys with: simulate schema > scenario.schema.json, and as the first line of this file
# "#:schema ./scenario.schema.json".
format = 1
name = "My scenario"
description = ""

[run]
duration = "60s"               # simulated time; units are ns us ms s min h
warm_up = "5s"                 # left out of the statistics
seed = 42                      # the same seed gives the same run

[[clients]]
name = "Cliente_1"
icon = "browser"               # browser, phone, service
arrivals = "poisson"           # at random, answered or not; others: constant, closed, burst, replay
rate = 15                      # per second
network = "20ms"               # one way
keep_alive = true              # false: a new connection for each request
# deadline = "300ms"           # a later answer is no goodput

# Users who wait for their answer, think, and send again:
# [[clients]]
# name = "Cliente_2"
# icon = "phone"
# arrivals = "closed"
# users = 5
# think_time = "exponential(1s)"

[server]
workers = 1                    # uvicorn --workers
loop = "asyncio"               # or "uvloop"
# thread_limit = 40            # anyio's tokens for def routes, for each worker
# cores = 0                    # 0: no limit

[[routes]]
path = "/professor/create"
handler = "blocking"           # async: async def that awaits; threadpool: def; blocking: async def that never awaits
steps = [
  { label = "validate", cpu = "1ms" },
  { label = "query", io = "exponential(50ms)", service = "database" },
  { label = "serialise", cpu = "500us" },
]

[[services]]
name = "database"

# What changes while it runs:
# [[changes]]
# at = "30s"
# set = "server.workers"
# to = 4
"""
