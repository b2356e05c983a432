"""The first check of many files, shared by two processes."""

from __future__ import annotations

from generator.files import copies
from generator.pipeline import Inputs, Memory, Watch, keeping, learning

MANY = 500
"""From how many files on a second process is worth its beginning and its answer."""


def learn(inputs: Inputs, memory: Memory, watch: Watch) -> bool:
    """Puts into the memory what it does not know of the files, where that is much: did it?

    A second process reads every second one. What it found comes as text, without its records:
    who needs those too reads them again, in a sixth of the time.
    """
    new = learning.unknown(inputs, memory)
    if len(new) < MANY or not copies.possible():
        return False
    ours, others = new[::2], new[1::2]
    with copies.begun(lambda: _learned(inputs, others)) as copy:
        learning.learn(inputs, memory, ours, watch)
        memory.add(keeping.remembered([copy.answer()]))
    return True


def _learned(inputs: Inputs, names: list[str]) -> bytes:
    memory = Memory()
    learning.learn(inputs, memory, names)
    return keeping.text(memory)
