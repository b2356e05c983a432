"""Progress bars of long commands, and the time that each step took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")

_DELAY = 2.0
"""Seconds before a command shows a progress bar."""
_EVERY = 50  # Items between two checks of the clock.


class Progress:
    """The steps of one command; each ends where the next begins."""

    def __init__(self) -> None:
        self._began = self._since = time.perf_counter()
        self._step = ""
        self._seconds: dict[str, float] = {}

    def step(self, name: str) -> None:
        """End the current step and begin another."""
        now = time.perf_counter()
        if self._step:
            self._seconds[self._step] = self._seconds.get(self._step, 0.0) + now - self._since
        self._step, self._since = name, now

    def over(self, name: str, items: Iterable[T], count: int, then: str = "") -> Iterator[T]:
        """Yield the items, about `count`, as a step with a bar; then begin the step `then`."""
        self.step(name)
        yield from self.within(name, items, count)
        self.step(then)

    def within(self, name: str, items: Iterable[T], count: int) -> Iterator[T]:
        """Yield the items, about `count`, with a bar, as part of the current step.

        The bar appears only on a terminal, and only if the command has been running for some time.
        """
        iterator = enumerate(items)
        for number, item in iterator:
            yield item
            if number % _EVERY == 0 and self._is_long():
                break
        else:
            return
        with click.progressbar(
            length=count, label=name.capitalize(), file=sys.stderr, update_min_steps=_EVERY
        ) as bar:
            bar.update(number + 1)
            for _, item in iterator:
                yield item
                bar.update(1)
            bar.update(count)  # Even if there were fewer.

    def _is_long(self) -> bool:
        return sys.stderr.isatty() and time.perf_counter() - self._began > _DELAY

    def summary(self) -> str:
        """Such as `9.1 seconds: check 2.2, pages 4.1, site 2.8`."""
        self.step("")
        steps = (f"{name} {seconds:.1f}" for name, seconds in self._seconds.items())
        return f"{time.perf_counter() - self._began:.1f} seconds: {', '.join(steps)}"
