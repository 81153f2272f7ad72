"""Names of places in the page: one for each claim, figure, conflict and number of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_.+-]")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The names of one file's places; `prefix` tells them from those of other files."""

    prefix: str = ""

    def claim(self, name: str) -> str:
        """The proof of a claim or an assumption."""
        return self._named("claim", name)

    def figure(self, name: str) -> str:
        """What is known of a figure."""
        return self._named("figure", name)

    def conflict(self, name: str) -> str:
        """The proof of a conflict."""
        return self._named("conflict", name)

    def number(self, index: int) -> str:
        """What there is to say of a number that nothing covers."""
        return f"{self.prefix}number-{index}"

    def mark(self, index: int) -> str:
        """A mark in the text."""
        return f"{self.prefix}m{index}"

    def part(self, name: str) -> str:
        """A part of the page that each file has."""
        return f"{self.prefix}{name}"

    def _named(self, kind: str, name: str) -> str:
        safe = _UNSAFE.sub(lambda char: f"~{ord(char.group()):x}~", name)
        return f"{self.prefix}{kind}-{safe}"
