<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Diagram</name>
    <message>
        <source>{count} more clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In flight: {requests}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source of requests; its shape is theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arc: share of the last second the loop was held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cell = {count} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a blocking call, holds the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits to be accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the processor or the GIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a connection of the pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered, on its way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent {time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is blocked by &lt;c&gt;{path}&lt;/c&gt;{call}{waiters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} wait&lt;/b&gt; for its loop, &lt;b&gt;{unaccepted} more&lt;/b&gt; to be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits for its loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} requests&lt;/b&gt; wait for its loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits to be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;{unaccepted} requests&lt;/b&gt; wait to be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; nobody waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All {of} workers&lt;/b&gt; are blocked{waiters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{workers} of {of} workers&lt;/b&gt; are blocked{waiters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} wait&lt;/b&gt; for their loops, &lt;b&gt;{unaccepted} more&lt;/b&gt; to be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits for a loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} requests&lt;/b&gt; wait for their loops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; nobody waits for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{workers} workers&lt;/b&gt; have no thread left: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} threads&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; are taken: &lt;b&gt;1 request&lt;/b&gt; waits for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} threads&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; are taken: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The accept queue is full&lt;/b&gt; ({waiting} of {limit}): the kernel drops new connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is busy {share} % of the time: &lt;b&gt;1 request&lt;/b&gt; waits for its loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is busy {share} % of the time: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for its loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{ready} wait&lt;/b&gt; for a loop, &lt;b&gt;{unaccepted}&lt;/b&gt; to be accepted; {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;1 request&lt;/b&gt; waits for a loop; {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{ready} requests&lt;/b&gt; wait for a loop; {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;1 request&lt;/b&gt; waits to be accepted; {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;{unaccepted} requests&lt;/b&gt; wait to be accepted; {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the worker is &lt;b&gt;{share} %&lt;/b&gt; busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workers are &lt;b&gt;{share} %&lt;/b&gt; busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits: &lt;b&gt;{io} requests&lt;/b&gt; are in I/O, {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits: &lt;b&gt;1 request&lt;/b&gt; is in I/O, {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits: {busy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {time} on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the app waits for: time in it is nobody&apos;s CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {count} at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections wait in the kernel until a worker accepts them: first come, first served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uvicorn does not hand requests out: its workers pull connections from one socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workers pull from one socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more, not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first {drawn} of {capacity} slots drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all its slots drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the darker, the more of the last second the loop was held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BLOCKED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loop free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for I/O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {state}, {requests} ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its event loop is held by a call that only waits: nothing else runs in this process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop held for {share} of the last second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, waiting for the loop: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads taken: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a thread: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In I/O, the loop free: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One process with one event loop; it runs one piece of Python at a time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>I/O latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrival rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep-alive time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nagle delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the route&apos;s longest I/O step takes on average: the time it waits for something else, such as a database. How it varies around that average stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker processes of uvicorn, each with an event loop of its own (--workers). Those that go take nothing new and finish what they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the route is written. async def: the loop serves others while it awaits. def: it runs in a thread of the pool. blocking: an async def that never awaits holds the loop until it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that are sent each second, whether earlier ones have been answered or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users of a closed group: each sends, waits for the answer, thinks, and sends again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many def routes run at once in each worker: the tokens of anyio&apos;s thread limiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores that all workers share. 0: as many as they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the route&apos;s longest CPU step computes on average. No kind of handler makes this shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each request costs the event loop beside the route itself: half before the first step, half after the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it costs the event loop to accept a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the server&apos;s own costs is left while a worker is hot, that is, while it goes from one request to the next without a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long each user of a closed group waits on average between an answer and the next request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer that comes later than this is no goodput.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the way between client and server takes on average, one way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: connections stay open and stay with the worker that accepted them. New: a connection for each request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kept connection that was idle for so long is closed by the server (--timeout-keep-alive).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its second answer on, a kept connection waits this long for an acknowledgement, where there are several workers on asyncio loops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads and cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients and connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open arrivals only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed arrivals only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no I/O step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no CPU step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a unit that fits here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} or more, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} at most, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {limit}, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit such as {units}, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>async def that awaits: while it waits, the loop serves others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>def: runs in a thread, and takes a token of the limiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>async def that never awaits: holds the loop until it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep-alive: the next request uses the same connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new connection for each request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>travelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orphan work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
