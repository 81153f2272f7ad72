"""Places in a text, and problems that have a place. 0-based code points; `place` adds the 1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, 0-based, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def place(span: Span) -> tuple[int, int]:
    """Line and column as people count them, from 1."""
    return span.line + 1, span.column + 1


class Severity(Enum):
    """Whether a finding stops the run or only warns."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with the claims file itself: what is wrong, where, what to write instead."""

    span: Span
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
