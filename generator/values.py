"""How a value is declared that is made by the ten thousand: fixed for mypy, quick when it runs.

The standard library holds a frozen dataclass fixed by a `__setattr__` that refuses, so its own
`__init__` has to go round it: a call for each field, ten times what an assignment costs. A large
site makes millions of such fields. That no value is changed is therefore held where it costs
nothing: mypy reads `value` as the standard `dataclass`, sees `frozen=True`, and refuses each
assignment; what runs is a plain class with slots, equal and hashed by its fields as before.

Records that pydantic reads stay standard frozen dataclasses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool, order: bool = False) -> object:
        """A decorator that makes a dataclass, hashed by its fields as a frozen one is."""
        return dataclass(slots=slots, unsafe_hash=frozen, order=order)


__all__ = ["value"]
