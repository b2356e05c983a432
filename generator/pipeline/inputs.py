"""What the program is given: the bytes of every file, read beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.problem import Problem


@dataclass(frozen=True, slots=True)
class Inputs:
    """The content as one reading found it.

    `files` has paths below the project's folder, with slashes: content/actors/nato.yaml.
    `problems` names the files that must not be read (links, wrong names).
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
