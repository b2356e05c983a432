"""Memory that nothing uses any more goes back to the system."""

from __future__ import annotations

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Gives back what was freed in small pieces, where the C library can (glibc); else nothing.

    It keeps such pieces for later; what is made next is large and would not fit them.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
