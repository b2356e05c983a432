"""How far a long command is, on a terminal; and at its end how long each step took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Self, TypeVar

import click

T = TypeVar("T")

_QUIET = 2.0
"""Seconds that a command may take before a bar is shown."""
_EVERY = 50  # Items between two looks at the clock.


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
            for number, item in enumerate(items):
                if number % _EVERY == 0:
                    bar.at(number)
                yield item
            bar.full()

    def told(self) -> str:
        """`9.1 s: check 2.2, pages 4.1, site 2.8`."""
        self.step("")
        steps = (f"{name} {seconds:.1f}" for name, seconds in self._seconds.items())
        return f"{time.perf_counter() - self._began:.1f} seconds: {', '.join(steps)}"


class _Bar:
    """A bar that is shown once a command has taken long, on a terminal alone."""

    def __init__(self, name: str, count: int, began: float) -> None:
        self._name, self._count, self._began = name, count, began
        self._stack = ExitStack()
        self._shown: click._termui_impl.ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def at(self, done: int) -> None:
        """So many are done in all."""
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


def _is_long(began: float) -> bool:
    return sys.stderr.isatty() and time.perf_counter() - began > _QUIET
