"""Rules of the model taken out one by one: `python -m tests.mutations [WORD]` sees the test that names each fail.

Every row changes a copy of the code in one place and runs the tests that shall notice. A row whose text is not there
(once) any more is an error: the rule has moved, and its row must follow. The short ways of `compiled` and
`plain_group` are shut: they say the rules a second time, and `test_short_ways` holds the two together.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SHORT_WAYS = (
    ("model/compiled.py", "    if plan.end is not answer or", "    if True or"),
    ("model/plain_group.py", "kind = PlainGroup if has_gaps", "kind = PlainGroup if False and has_gaps"),
)
PARTS = ("simulator", "tests", "resources", "pyproject.toml")


class Mutation(NamedTuple):
    """In simulator/`file`, `text` becomes `without`; every test of tests/model/`tests` must fail."""

    rule: str
    file: str
    text: str
    without: str
    tests: str
    """File and name, `test_loops::test_c1_...`; more than one are separated by a space."""


MUTATIONS = (
    # The listener
    Mutation(
        "A1 one queue serves all workers",
        "model/listener.py",
        "self._dice.take(self.idle).wake(now)",
        "None",
        "test_accepting::test_b4_the_winner_is_waited_for_as_long_as_the_window_is_open",
    ),
    Mutation(
        "A2 the accept queue holds one more",
        "scenario/server.py",
        "min(self.backlog, self.somaxconn) + 1",
        "min(self.backlog, self.somaxconn)",
        "test_listener::test_a2_the_accept_queue_holds_the_smaller_of_backlog_and_somaxconn_and_one_more",
    ),
    Mutation(
        "A2 somaxconn bounds the backlog",
        "scenario/server.py",
        "min(self.backlog, self.somaxconn) + 1",
        "self.backlog + 1",
        "test_listener::test_a2_somaxconn_bounds_the_backlog",
    ),
    Mutation(
        "A3 a connection in the queue is connected",
        "model/listener.py",
        "request.accept_wait += now - request.since",
        "request.network += now - request.since",
        "test_listener::test_a3_a_connection_in_the_queue_counts_as_connected "
        "test_accepting::test_a3_the_accept_wait_begins_when_the_bytes_are_there",
    ),
    Mutation(
        "A4 a full queue drops the SYN",
        "model/listener.py",
        "if length >= self._capacity:",
        "if length > 10**9:",
        "test_listener::test_a4_a_slot_that_is_free_at_9_3_s_is_found_at_11_s",
    ),
    Mutation(
        "A4 linear retries",
        "model/syn.py",
        "(0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67, 131)",
        "(0, 1, 3, 7, 15, 31, 63, 131)",
        "test_listener::test_a4_dropped_syns_come_again_at_the_linear_instants",
    ),
    Mutation(
        "A4 exponential retries",
        "model/syn.py",
        "(0, 1, 3, 7, 15, 31, 63, 127)",
        "(0, 1, 2, 3, 4, 5, 7, 127)",
        "test_listener::test_a4_before_linux_6_5_each_wait_is_twice_the_one_before",
    ),
    Mutation(
        "A4 ETIMEDOUT after the last retry",
        "model/syn.py",
        "        request.group.refused(request, self._waited(request))",
        "        pass",
        "test_listener::test_a4_connect_fails_after_the_last_retry",
    ),
    Mutation(
        "A4 the client's own time-out comes first",
        "model/clients.py",
        "self.ledger.cut(request, now, Outcome.TIMED_OUT)",
        "if request in self.listener.syns.waiting: return\n        self.ledger.cut(request, now, Outcome.TIMED_OUT)",
        "test_listener::test_a4_the_clients_own_time_out_comes_first",
    ),
    Mutation(
        "A4 nobody listens: refused after 0.14 ms",
        "model/transport.py",
        "NOBODY_LISTENS = 140_000",
        "NOBODY_LISTENS = 1_000_000",
        "test_listener::test_a4_where_nobody_listens_connections_are_refused_after_140_us",
    ),
    Mutation(
        "A6 requests on a kept connection wait at its worker",
        "model/transport.py",
        "if connection is None or connection.worker is None:\n            self._listener.arrive",
        "if True:\n            self._listener.arrive",
        "test_accepting::test_a6_a_request_on_a_kept_connection_waits_at_its_worker "
        "test_listener::test_a6_requests_on_a_kept_connection_never_meet_the_accept_queue",
    ),
    # Who accepts
    Mutation(
        "B1 who wakes takes everything that waits",
        "model/loops.py",
        "for _ in range(len(listener.queue)):",
        "for _ in range(1):",
        "test_accepting::test_b1_the_worker_that_gets_free_takes_the_whole_queue",
    ),
    Mutation(
        "B2 any idle worker wins",
        "model/listener.py",
        "self._dice.take(self.idle).wake_to_accept",
        "self.idle.pop(0).wake_to_accept",
        "test_accepting::test_b2_who_wins_is_chance_and_no_turn",
    ),
    Mutation(
        "B3 a blocked worker takes no part",
        "model/worker.py",
        "self.is_blocked = True\n        self.is_hot = False",
        "self.is_blocked = True\n        self.listener.idle.append(self)",
        "test_accepting::test_b3_a_blocked_worker_takes_no_part",
    ),
    Mutation(
        "B3 the window is shut while the winner is blocked",
        "model/listener.py",
        "winner.is_blocked or not",
        "not",
        "test_accepting::test_b4_the_window_is_shut_while_the_winner_is_blocked",
    ),
    Mutation(
        "B4 the winner keeps winning for the window",
        "model/listener.py",
        "if self._winner is None or not self._is_reserved(now):",
        "if True:",
        "test_accepting::test_b4_a_burst_goes_to_one_worker",
    ),
    Mutation(
        "B4 each win opens the window again",
        "model/listener.py",
        "        self._winner = worker\n        self._last_win = now",
        "        if self._winner is not worker: self._last_win = now\n        self._winner = worker",
        "test_accepting::test_b4_each_win_opens_the_window_again",
    ),
    Mutation(
        "B5 uvloop takes one connection an iteration",
        "model/pool.py",
        "(LoopKind.UVLOOP, False, False): UvloopLoop,",
        "(LoopKind.UVLOOP, False, False): AsyncioLoop,",
        "test_accepting::test_b5_uvloop_takes_one_connection_an_iteration",
    ),
    Mutation(
        "B5 uvloop accepts only when nothing else is ready",
        "model/loops.py",
        "            if ready:",
        "            if ready and not self.listener.queue:",
        "test_accepting::test_b5_uvloop_accepts_only_when_nothing_else_is_ready",
    ),
    Mutation(
        "B5 uvloop connects at once",
        "model/loops.py",
        "    return request.plan.begin(worker, request, now)\n\n\ndef _go_on_connecting",
        "    _await_iterations(worker, request, now)\n    return False\n\n\ndef _go_on_connecting",
        "test_accepting::test_b5_uvloop_needs_no_further_iterations",
    ),
    Mutation(
        "B6 nagle_delay",
        "model/transport.py",
        "if self._nagle and connection.answers > 1 and",
        "if False and",
        "test_accepting::test_b6_the_second_response_of_a_kept_connection_is_late",
    ),
    Mutation(
        "B6 nobody waits for an acknowledgement after a pause",
        "model/transport.py",
        "delay += self._nagle if is_soon else 0",
        "delay += self._nagle",
        "test_accepting::test_b6_only_who_sends_again_soon_acknowledges_late",
    ),
    # The loop
    Mutation(
        "C1 gated batches",
        "model/loops.py",
        "self.left = len(self.ready)",
        "self.left = min(1, len(self.ready))",
        "test_loops::test_c1_a_batch_is_run_to_its_end_before_the_next_poll",
    ),
    Mutation(
        "C2 three further iterations",
        "model/loops.py",
        "FURTHER_ITERATIONS = 3",
        "FURTHER_ITERATIONS = 1",
        "test_loops::test_c2_a_new_connection_needs_three_further_iterations",
    ),
    Mutation(
        "C2 a kept request overtakes",
        "model/loops.py",
        "            _await_iterations(self, request, now)\n",
        "            return request.plan.begin(self, request, now)\n",
        "test_loops::test_c2_a_kept_request_overtakes_a_new_connection",
    ),
    Mutation(
        "C3 a task for each request, no limit",
        "model/handlers.py",
        '"""The coroutine runs in the request\'s task."""\n        request.started = now\n        return',
        "if not worker.threads.try_borrow(request, now):\n            request.turn = waits.for_token\n"
        "            return False\n        request.started = now\n        return",
        "test_loops::test_c3_every_request_becomes_a_task_at_once",
    ),
    Mutation(
        "C1, C4 the end of I/O is noticed at the next poll",
        "model/handlers.py",
        "request.worker.call_soon(request, request.due)",
        "request.turn(request.worker, request, request.due)",
        "test_loops::test_c1_io_that_ended_is_noticed_at_the_next_poll "
        "test_loops::test_c4_an_awaited_end_waits_for_the_rest_of_the_batch",
    ),
    Mutation(
        "C5 the response is written in the middle of the batch",
        "model/ends.py",
        "    worker.write(request, now)\n    return False\n\n\ndef _write(",
        "    request.turn = _write\n    worker.queue(request, now)\n    return False\n\n\ndef _write(",
        "test_loops::test_c5_the_response_is_written_in_the_middle_of_the_batch",
    ),
    # Handlers
    Mutation(
        "D1 async gives the loop back",
        "model/handlers.py",
        "HandlerKind.ASYNC: AsyncHandler(),",
        "HandlerKind.ASYNC: BlockingHandler(),",
        "test_handlers::test_d1_async_concurrency_has_no_bound",
    ),
    Mutation(
        "D1 async holds the loop for CPU",
        "model/handler.py",
        "            worker.compute(request, amount, then, now)\n            return True",
        "            worker.compute(request, amount, then, now)\n            return False",
        "test_handlers::test_d1_async_holds_the_loop_for_cpu",
    ),
    Mutation(
        "D2 blocking holds the loop",
        "model/handlers.py",
        "HandlerKind.BLOCKING: BlockingHandler(),",
        "HandlerKind.BLOCKING: AsyncHandler(),",
        "test_handlers::test_d2_a_blocking_call_stops_the_whole_worker",
    ),
    Mutation(
        "D2 waits for pools included",
        "model/handlers.py",
        "            worker.halt(now)\n        return True",
        "            pass\n        return False",
        "test_pools::test_d2_a_blocking_handler_holds_its_loop_while_it_waits_for_a_connection",
    ),
    Mutation(
        "D3 one of thread_limit tokens",
        "model/threads.py",
        "if self.taken < self.limit and not self.waiting:",
        "if True:",
        "test_handlers::test_d3_tokens_are_given_out_first_come_first_served "
        "test_handlers::test_d3_the_default_is_forty_for_each_worker",
    ),
    Mutation(
        "D3 tokens are given out in order of arrival",
        "model/threads.py",
        "self.waiting.popleft()",
        "self.waiting.pop()",
        "test_handlers::test_d3_tokens_are_given_out_first_come_first_served",
    ),
    Mutation(
        "D3 the loop is needed to answer, and gives the token back",
        "model/handlers.py",
        "worker.call_soon(request, now)  # call_soon_threadsafe",
        "self._resume(worker, request, now)",
        "test_handlers::test_d3_a_token_is_given_back_when_the_loop_resumes",
    ),
    Mutation(
        "D3 the token is not given back when the thread ends",
        "model/handlers.py",
        "        request.turn = self._resume\n        worker.call_soon(request, now)  # call_soon_threadsafe",
        "        served = worker.threads.give_back(now)\n        if served is not None:\n"
        "            serve(worker, served, now)\n        request.turn = self.respond\n"
        "        worker.call_soon(request, now)",
        "test_handlers::test_d3_a_token_is_given_back_when_the_loop_resumes",
    ),
    Mutation(
        "D3 thread_calls",
        "model/handlers.py",
        "request.cursor = -request.plan.thread_calls",
        "request.cursor = 0",
        "test_handlers::test_d3_a_call_for_a_dependency_takes_a_token_first_and_queues_again",
    ),
    # The processor
    Mutation(
        "D5 the GIL",
        "model/processor.py",
        "self._has_gil = has_gil",
        "self._has_gil = False",
        "test_processor::test_d5_threads_of_one_worker_have_one_core_together "
        "test_handlers::test_d6_with_the_gil_a_worker_counts_as_one",
    ),
    Mutation(
        "D5 gil = false lifts it",
        "model/processor.py",
        "self._has_gil = has_gil",
        "self._has_gil = True",
        "test_handlers::test_d5_without_a_gil_threads_run_side_by_side "
        "test_processor::test_d5_without_the_gil_the_loop_does_not_wait_for_threads",
    ),
    Mutation(
        "D5 switched every 5 ms",
        "model/processor.py",
        "SWITCH_INTERVAL = 5_000_000",
        "SWITCH_INTERVAL = 6_000_000",
        "test_handlers::test_d5_threads_take_turns_of_five_milliseconds_with_the_gil "
        "test_handlers::test_d5_a_loop_that_slept_must_win_the_gil",
    ),
    Mutation(
        "D5 a loop that slept must win the GIL",
        "model/contended.py",
        "self.interpreter.take(self.loop_job, self.go_on, now)",
        "self.go_on(now)",
        "test_handlers::test_d5_a_loop_that_slept_must_win_the_gil",
    ),
    Mutation(
        "D6 cores are shared",
        "model/processor.py",
        "return 1.0 if not self._cores or running <= self._cores else self._cores / running",
        "return 1.0",
        "test_processor::test_d6_more_workers_than_cores_share_them_while_io_is_unaffected "
        "test_handlers::test_d6_a_share_counts_only_while_others_run",
    ),
    Mutation(
        "Hot: until the poll sleeps",
        "model/loops.py",
        "                    self.is_asleep = True\n                    self.is_hot = False",
        "                    self.is_asleep = True",
        "test_processor::test_hot_from_the_first_answer_until_the_poll_sleeps",
    ),
    Mutation(
        "Hot: not while it blocks in I/O",
        "model/worker.py",
        "self.is_blocked = True\n        self.is_hot = False",
        "self.is_blocked = True",
        "test_processor::test_a_handler_that_blocks_in_io_is_never_hot",
    ),
    Mutation(
        "Hot: the two costs times hot_cpu_factor",
        "model/costs.py",
        "return int(amount * self.hot_factor) if is_hot else amount",
        "return amount",
        "test_loops::test_a_hot_worker_pays_less",
    ),
    # Connection life
    Mutation(
        "E1 an idle connection is closed",
        "model/transport.py",
        "else now + system.keep_alive_ns",
        "else now + 10**15",
        "test_loops::test_e1_the_server_closes_an_idle_connection",
    ),
    Mutation(
        "E1 what is sent on a connection that is being closed is sent again, and is no retry",
        "model/transport.py",
        "            self._reconnect(request, now)\n            return",
        "            self._group.lose(request, now)\n            return",
        "test_loops::test_e1_a_request_sent_on_a_closing_connection_is_sent_again",
    ),
    Mutation(
        "E3 nothing is cancelled at the server",
        "model/orphans.py",
        "if has_left_server or has_not_set_out or",
        "if True or",
        "test_patience::test_e3_no_handler_stops_when_its_client_leaves",
    ),
    Mutation(
        "E4 a 503 (and a 500) closes the connection",
        "model/transport.py",
        "CLOSED if is_last else",
        "CLOSED if request.worker.is_leaving else",
        "test_limits::test_e4_the_connection_of_a_503_counts_no_more",
    ),
    # Limits and process life
    Mutation(
        "F1 connections count, idle ones and the caller's",
        "model/server_state.py",
        "return self.connections >= limit or",
        "return",
        "test_limits::test_f1_of_n_connections_n_minus_1_work test_limits::test_f1_idle_connections_count "
        "test_limits::test_f1_is_an_m_m_c_loss_system",
    ),
    Mutation(
        "F1 tasks count",
        "model/server_state.py",
        " or len(self.tasks) + self._done >= limit",
        "",
        "test_limits::test_f1_tasks_behind_an_answer_count "
        "test_limits::test_f1_orphan_work_counts_as_a_task_though_its_connection_is_gone",
    ),
    Mutation(
        "F1 idle connections that timed out count no more",
        "model/server_state.py",
        "        self._expire(self.polled)\n        return",
        "        return",
        "test_limits::test_f1_an_idle_connection_that_timed_out_counts_no_more",
    ),
    Mutation(
        "F1 a rejected request costs both halves",
        "model/tracked.py",
        "    if worker.costs.has_request:",
        "    if False:",
        "test_limits::test_f1_a_rejected_request_costs_both_halves_of_request_cpu",
    ),
    Mutation(
        "F1 a batch is connected before its first request is looked at",
        "model/loops.py",
        "MADE_BEFORE = 2",
        "MADE_BEFORE = 1",
        "test_limits::test_f1_a_blocked_loop_rejects_late_and_the_whole_batch",
    ),
    Mutation(
        "F2 limit_max_requests",
        "model/supervisor.py",
        "return 0 < state.limit_max_requests <= state.total",
        "return False",
        "test_process_life::test_f2_a_single_worker_ends_the_server test_process_life::test_f2_503s_count_as_requests",
    ),
    Mutation(
        "F2 looked at every 0.1 s",
        "model/supervisor.py",
        "TICK = NS_PER_S // 10",
        "TICK = NS_PER_S // 20",
        "test_process_life::test_f2_the_limit_is_looked_at_every_100_ms "
        "test_process_life::test_f4_a_shutdown_waits_in_steps_of_100_ms",
    ),
    Mutation(
        "F2 a blocked loop looks late",
        "model/worker.py",
        "            self.state.actions.append(action)",
        "            action(now)",
        "test_process_life::test_f2_a_blocked_loop_looks_late",
    ),
    Mutation(
        "F2 the parent looks every 0.5 s",
        "model/supervisor.py",
        "WATCH = NS_PER_S // 2",
        "WATCH = NS_PER_S // 10",
        "test_process_life::test_f2_the_parent_replaces_a_worker_in_steps_of_half_a_second_after_start_up",
    ),
    Mutation(
        "F2 the jitter of each process",
        "model/supervisor.py",
        "int(jitter * (server.limit_max_requests_jitter + 1))",
        "0",
        "test_process_life::test_f2_jitter_is_drawn_once_for_each_process",
    ),
    Mutation(
        "F4 what it has is finished",
        "model/supervisor.py",
        "        if worker.has_nothing:\n            self._emptied(worker, now)",
        "        end_tasks(self._system.ledger, worker, now, is_told=True)\n        self._emptied(worker, now)",
        "test_process_life::test_f4_what_a_leaving_process_has_is_finished "
        "test_process_life::test_f4_without_that_time_out_it_waits_without_bound",
    ),
    Mutation(
        "F4 it accepts nothing more",
        "model/worker.py",
        "        self._stop_accepting()\n        self.is_leaving = True\n        self.state.close_idle()",
        "        self.is_leaving = True\n        self.state.close_idle()",
        "test_process_life::test_f4_what_a_leaving_process_has_is_finished",
    ),
    Mutation(
        "F4 idle connections are closed",
        "model/worker.py",
        "        self.state.close_idle()\n",
        "",
        "test_process_life::test_f4_what_was_left_behind_on_a_kept_connection_ends_it_once",
    ),
    Mutation(
        "F4 timeout_graceful_shutdown",
        "model/supervisor.py",
        "        if longest:",
        "        if False:",
        "test_process_life::test_f4_after_timeout_graceful_shutdown_tasks_are_cancelled_with_a_500",
    ),
    Mutation(
        "F4 the queue of a single worker is reset",
        "model/listener.py",
        "            request.group.lose(request, now)",
        "            pass",
        "test_process_life::test_f4_connections_in_the_queue_of_a_single_worker_are_reset",
    ),
    Mutation(
        "F5 the new one is ready first",
        "model/supervisor.py",
        "        self._pool.start(number, now, ready)",
        "        ready(now)\n        self._pool.start(number, now)",
        "test_process_life::test_f5_the_new_worker_is_ready_before_the_old_one_goes_one_after_another",
    ),
    Mutation(
        "F5 one after another",
        "model/supervisor.py",
        "lambda then: self._roll(number + 1, then), at)",
        "None, at)\n                self._roll(number + 1, at)",
        "test_process_life::test_f5_the_new_worker_is_ready_before_the_old_one_goes_one_after_another",
    ),
    # Around the app
    Mutation(
        "G1 background steps run",
        "model/ends.py",
        "background = None if request.status else request.plan.background",
        "background = None",
        "test_background::test_g1_blocking_background_work_delays_the_others[blocking-110]",
    ),
    Mutation(
        "G1 behind the answer",
        "model/ends.py",
        "    worker.write(request, now)\n    if worker.trace is not None:\n        worker.trace.goes_on_behind",
        "    request.due = now + 10**8\n    request.stage = lambda r: worker.write(r, r.due)\n"
        "    worker.env.schedule(request, worker.priority, 10**8)\n"
        "    if worker.trace is not None:\n        worker.trace.goes_on_behind",
        "test_background::test_g1_the_client_has_its_answer_before_the_background_work",
    ),
    Mutation(
        "G1 a def takes a token",
        "model/background.py",
        "HandlerKind.THREADPOOL: BehindThreadpool(),",
        "HandlerKind.THREADPOOL: BehindAsync(),",
        "test_background::test_g1_background_work_takes_a_token_of_the_thread_pool",
    ),
    Mutation(
        "G1 a blocking one blocks the loop",
        "model/background.py",
        "HandlerKind.BLOCKING: BehindBlocking(),",
        "HandlerKind.BLOCKING: BehindAsync(),",
        "test_background::test_g1_blocking_background_work_delays_the_others[blocking-110]",
    ),
    Mutation(
        "G1, F1 it counts as a task",
        "model/server_state.py",
        "len(self.tasks) + self._done >= limit",
        "len([task for task in self.tasks if task not in task.group.ledger.behind]) + self._done >= limit",
        "test_limits::test_f1_tasks_behind_an_answer_count",
    ),
    Mutation(
        "G2 pool_size and max_overflow",
        "model/services.py",
        "size + self.scenario.max_overflow",
        "size",
        "test_pools::test_g2_who_finds_no_connection_waits_in_order_of_arrival",
    ),
    Mutation(
        "G2 in order of arrival",
        "model/connections.py",
        "request = next(iter(self.waiting))",
        "request = next(reversed(self.waiting))",
        "test_pools::test_g2_who_finds_no_connection_waits_in_order_of_arrival",
    ),
    Mutation(
        "G2 a pool for each process",
        "model/services.py",
        "pool = worker.pools[self.service.name] = Pool(worker, self.service.name, size, self.enter)",
        "self.one = getattr(self, 'one', None) or Pool(worker, self.service.name, size, self.enter)\n"
        "            pool = worker.pools[self.service.name] = self.one",
        "test_pools::test_g2_every_worker_has_a_pool_of_its_own",
    ),
    Mutation(
        "G2 pool_timeout",
        "model/services.py",
        "self._patience_of(pool).watch(request, now)",
        "pass",
        "test_pools::test_g2_a_wait_longer_than_the_timeout_is_a_500",
    ),
    Mutation(
        "G2 who waits for a connection keeps its token",
        "model/services.py",
        "pool.show_waiting(request, now)",
        "worker.threads.taken -= 1",
        "test_pools::test_g2_threads_that_wait_for_a_connection_keep_their_tokens",
    ),
    Mutation(
        "G2 held for the request",
        "model/services.py",
        "pool is not None and self.scenario.hold is HoldKind.STEP",
        "pool is not None",
        "test_pools::test_g2_a_connection_held_for_the_request_comes_back_with_the_answer",
    ),
    # The end
    Mutation(
        "End: as soon as no attempt is in flight",
        "model/system.py",
        "while self.ledger.has_open_attempts and peek()",
        "while peek()",
        "test_sending::test_a_run_drains_and_ends_when_nobody_is_in_flight",
    ),
    Mutation(
        "End: retries of what was sent still go out",
        "model/ledger.py",
        "return self.count > 0 or self.in_backoff > 0",
        "return self.count > 0",
        "test_patience::test_retries_go_out_while_the_run_drains",
    ),
)


def main(words: list[str]) -> int:
    """Take out every rule whose line has one of the words (all, without words); how many were not noticed."""
    chosen = [mutation for mutation in MUTATIONS if not words or any(word in mutation.rule for word in words)]
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in PARTS:
            _copy(ROOT / part, copy / part)
        for file, text, shut in SHORT_WAYS:
            (copy / "simulator" / file).write_text(_code(copy, file, text).replace(text, shut))
        unnoticed = [mutation.rule for mutation in chosen if not _is_noticed(mutation, copy)]
    print(f"{len(chosen) - len(unnoticed)} of {len(chosen)} rules are missed by their tests when they are taken out")
    return len(unnoticed)


def _code(copy: Path, file: str, text: str) -> str:
    code = (copy / "simulator" / file).read_text()
    assert code.count(text) == 1, f"{text!r} is {code.count(text)} times in {file}"
    return code


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    else:
        shutil.copy(source, target)


def _is_noticed(mutation: Mutation, copy: Path) -> bool:
    code, file = _code(copy, mutation.file, mutation.text), copy / "simulator" / mutation.file
    file.write_text(code.replace(mutation.text, mutation.without))
    failed = [_fails(test, copy) for test in mutation.tests.split()]
    file.write_text(code)
    print(f"{'ok' if all(failed) else 'NOT NOTICED':12}{mutation.rule}: {mutation.tests}", flush=True)
    return all(failed)


def _fails(test: str, copy: Path) -> bool:
    """Whether an assertion of the test fails; that it was not found, or that the change broke the code, is an error."""
    module, _, name = test.partition("::")
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:pytestqt"]
    environment = {**os.environ, "PYTHONPATH": str(copy), "COLUMNS": "1000"}
    done = subprocess.run(
        [*command, "-m", "slow or not slow", f"tests/model/{module}.py::{name}"],
        cwd=copy, env=environment, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert done.returncode in (0, 1), f"{test}: {done.stdout}{done.stderr}"
    has_asserted = re.search(r"^FAILED .* - (assert|AssertionError)", done.stdout, re.MULTILINE)
    assert done.returncode == 0 or has_asserted, f"{test}: {done.stdout}{done.stderr}"
    return done.returncode == 1


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
