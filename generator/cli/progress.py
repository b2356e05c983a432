"""How far a long command is, on a terminal; and at its end how long each step took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TypeVar

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
        with ExitStack() as stack:
            bar = None
            for number, item in enumerate(items):
                if number % _EVERY == 0 and bar:
                    bar.update(_EVERY)
                elif number % _EVERY == 0 and _shown(self._began):
                    bar = stack.enter_context(_bar(name, count))
                    bar.update(number)
                yield item
            if bar:
                bar.update(max(0, count - bar.pos))
        self.step(then)

    def told(self) -> str:
        """`9.1 s: check 2.2, pages 4.1, site 2.8`."""
        self.step("")
        steps = (f"{name} {seconds:.1f}" for name, seconds in self._seconds.items())
        return f"{time.perf_counter() - self._began:.1f} seconds: {', '.join(steps)}"


def _shown(began: float) -> bool:
    return sys.stderr.isatty() and time.perf_counter() - began > _QUIET


def _bar(name: str, count: int) -> click._termui_impl.ProgressBar[int]:
    return click.progressbar(length=count, label=name.capitalize(), file=sys.stderr)
