"""Random numbers: one seed, a named stream for every source, any stretch of a stream on demand."""

from hashlib import blake2b
from math import trunc
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


class Stream:
    """Doubles in [0, 1) by position: the n-th is the same however and in whatever order stretches are asked for.

    PCG64 spends one 64-bit output on a double and can be advanced, so position n is the n-th output.
    """

    def __init__(self, seed: int, replication: int, name: str) -> None:
        words = np.frombuffer(blake2b(name.encode(), digest_size=16).digest(), dtype="<u4")
        self._sequence = np.random.SeedSequence(seed, spawn_key=(replication, *(int(word) for word in words)))
        self._position = 0
        self._start()

    def doubles(self, first: int, count: int) -> NDArray[np.float64]:
        """The doubles at positions first .. first + count - 1."""
        if first < self._position:
            self._start()
        if first > self._position:
            self._bits.advance(first - self._position)
        self._position = first + count
        return self._generator.random(count)

    def _start(self) -> None:
        self._bits = np.random.PCG64(self._sequence)
        self._generator = np.random.Generator(self._bits)
        self._position = 0


class Streams:
    """The streams of one replication, made by name on first use."""

    def __init__(self, seed: int, replication: int) -> None:
        self._seed = seed
        self._replication = replication
        self._streams: dict[str, Stream] = {}

    def __getitem__(self, name: str) -> Stream:
        if name not in self._streams:
            self._streams[name] = Stream(self._seed, self._replication, name)
        return self._streams[name]


class Dice:
    """Doubles one after another from a stream, drawn in blocks; for choices that belong to no request."""

    __slots__ = ("_doubles", "_next", "_stream")

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._doubles: Iterator[float] = iter(())
        self._next = 0

    def take(self, among: "list[T]") -> "T":
        """One of them, taken out; draws nothing where there is no choice."""
        count = len(among)
        if count == 1:
            return among.pop()
        for double in self._doubles:
            return among.pop(trunc(double * count))
        self._doubles = iter(self._stream.doubles(self._next, _BLOCK).tolist())
        self._next += _BLOCK
        return self.take(among)


_BLOCK = 256
