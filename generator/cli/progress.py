"""How far a long command is, on a terminal; and at its end how long each step took."""

from __future__ import annotations

import mmap
import os
import struct
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Self, TypeVar

import click

T = TypeVar("T")

_QUIET = 2.0
"""Seconds that a command may take before a bar is shown."""
_EVERY = 50  # Items between two looks at the clock.
_NUMBER = struct.Struct("q")


class Progress:
    """The steps of one command; each ends where the next begins."""

    def __init__(self) -> None:
        self._began = self._since = time.perf_counter()
        self._step = ""
        self._seconds: dict[str, float] = {}

    def step(self, name: str) -> None:
        """A step begins; the one before has ended."""
        now = time.perf_counter()
        if self._step:
            self._seconds[self._step] = self._seconds.get(self._step, 0.0) + now - self._since
        self._step, self._since = name, now

    def over(self, name: str, items: Iterable[T], count: int, then: str = "") -> Iterator[T]:
        """The items, about so many, as a step with a bar; behind them the step `then` begins."""
        self.step(name)
        yield from self.within(name, items, count)
        self.step(then)

    def within(self, name: str, items: Iterable[T], count: int) -> Iterator[T]:
        """The same as a part of the step that has begun."""
        with _Bar(name, count, self._began) as bar:
            yield from _counted(items, bar.more)
            bar.full()

    @contextmanager
    def together(
        self, name: str, parts: Iterable[Iterable[T]], count: int
    ) -> Iterator[tuple[Iterator[T], ...]]:
        """Parts of one step that two processes share: this one has a bar for all of them."""
        self.step(name)
        with _Bar(name, count, self._began) as bar:
            shared = _Shared(bar)
            yield tuple(_counted(part, shared.more) for part in parts)
            bar.full()

    def told(self) -> str:
        """`9.1 s: check 2.2, pages 4.1, site 2.8`."""
        self.step("")
        steps = (f"{name} {seconds:.1f}" for name, seconds in self._seconds.items())
        return f"{time.perf_counter() - self._began:.1f} seconds: {', '.join(steps)}"


def _counted(items: Iterable[T], more: Callable[[int], None]) -> Iterator[T]:
    for number, item in enumerate(items):
        if number % _EVERY == 0:
            more(_EVERY if number else 0)
        yield item


class _Bar:
    """A bar that is shown once a command has taken long, on a terminal alone."""

    def __init__(self, name: str, count: int, began: float) -> None:
        self._name, self._count, self._began = name, count, began
        self._done = 0
        self._stack = ExitStack()
        self._shown: click._termui_impl.ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def more(self, number: int) -> None:
        """So many are done beside those before."""
        self.at(self._done + number)

    def at(self, done: int) -> None:
        """So many are done in all."""
        self._done = done
        if self._shown is None and _is_long(self._began):
            bar: click._termui_impl.ProgressBar[int] = click.progressbar(
                length=self._count, label=self._name.capitalize(), file=sys.stderr
            )
            self._shown = self._stack.enter_context(bar)
        if self._shown:
            self._shown.update(min(done, self._count) - self._shown.pos)

    def full(self) -> None:
        """All are done, however many they were."""
        if self._shown:
            self.at(self._count)


class _Shared:
    """Counts what two processes have done, each in a place of its own in memory of both."""

    def __init__(self, bar: _Bar) -> None:
        self._bar = bar
        self._first = os.getpid()
        self._places = mmap.mmap(-1, 2 * _NUMBER.size)

    def more(self, number: int) -> None:
        """So many are done in this process; only the one that began the other has a bar."""
        ours = os.getpid() == self._first
        place = 0 if ours else _NUMBER.size
        (done,) = _NUMBER.unpack_from(self._places, place)
        _NUMBER.pack_into(self._places, place, done + number)
        if ours:
            self._bar.at(sum(each for (each,) in _NUMBER.iter_unpack(self._places[:])))


def _is_long(began: float) -> bool:
    return sys.stderr.isatty() and time.perf_counter() - began > _QUIET
