"""What the program is given: the bytes of every file, read beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.pipeline.memory import Digests, digests
from generator.problem import Problem


@dataclass(frozen=True)
class Inputs:
    """The content as one reading found it.

    `files` has paths below the project's folder, with slashes: content/actors/nato.yaml.
    `problems` names the files that must not be read (links, wrong names). `static` are the paths,
    below the site's root, of the files in content/static/.
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    static: tuple[str, ...] = ()

    @cached_property
    def digests(self) -> Digests:
        """The hash of every file."""
        return digests(self.files)
