"""In how many parts the page for checking a citation loads the statements."""

from __future__ import annotations

# About 60 KB of statements of usual length.
IN_A_PART = 64
# Up to so many parts are loaded when the page opens, so that what is compared asks for nothing.
AT_ONCE = 4


def parts_of_check(statements: int) -> int:
    """At least one."""
    return max(1, -(-statements // IN_A_PART))
