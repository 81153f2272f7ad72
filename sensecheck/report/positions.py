"""Positions as CI services count them: paths from the repository's root, all else from 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from sensecheck.model import Passage, Span, Text, place

Locate = Callable[[str], str | None]
"""The path of a file from the root of its repository, with forward slashes; None outside."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A stretch of a file; the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def as_given(path: str) -> str:
    """The path as it was given, with forward slashes."""
    return PurePath(path).as_posix()


def of_span(path: str, span: Span) -> Position:
    """Where a span of the claims file stands; an empty one is shown one character wide."""
    start, end = place(span), (span.end_line + 1, span.end_column + 1)
    line, column = max(end, (start[0], start[1] + 1))
    return Position(path, *start, line, column)


def of_passage(path: str, text: Text, passage: Passage) -> Position | None:
    """Where a passage of the article stands; None in a file without lines."""
    start = text.position(passage.start)
    last = text.position(max(passage.end - 1, passage.start))
    if start is None or last is None:
        return None
    return Position(path, *start, last[0], last[1] + 1)
