"""The article itself: its text, the numbers in it, and what of the claims file prints where.

Offsets are 0-based code points of `Text.content`; an end is exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Stretch(NamedTuple):
    """Where in its file a stretch of the text begins, which runs to the next one.

    `line` and `column` are 0-based; a file without lines has a `name` for the place instead
    ('page 3', 'paragraph 12').
    """

    start: int
    line: int
    column: int
    name: str = ""


class Passage(NamedTuple):
    """Some characters of the text: where they begin and end."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """An article as read from its file: all its characters, and where each of them stands there."""

    path: str
    content: str
    stretches: tuple[Stretch, ...]

    def place(self, offset: int) -> str:
        """The place as people name it, counted from 1: '16:3', 'page 3', 'paragraph 12'."""
        position = self.position(offset)
        if position is None:
            return self.stretch(offset).name
        line, column = position
        return f"{line}:{column}"

    def position(self, offset: int) -> tuple[int, int] | None:
        """Line and column, counted from 1; None in a file without lines."""
        stretch = self.stretch(offset)
        if stretch.name:
            return None
        return stretch.line + 1, stretch.column + offset - stretch.start + 1

    def where(self, offset: int) -> str:
        """File and line, or file and page: 'article.md:16', 'report.pdf, page 3'."""
        stretch = self.stretch(offset)
        return f"{self.path}, {stretch.name}" if stretch.name else f"{self.path}:{stretch.line + 1}"

    def stretch(self, offset: int) -> Stretch:
        """The stretch that holds the offset."""
        index = bisect_right(self.stretches, offset, key=lambda stretch: stretch.start) - 1
        return self.stretches[max(index, 0)]


class Cover(Enum):
    """What became of a number of the article."""

    COVERED = "covered"
    EXCUSED = "excused"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Mention:
    """One number of the article: where, what it is, and which claims and figures account for it.

    `kind` is that of `sensecheck numbers` (currency, percent, year, …); `reason` says why an
    excused one needs no claim.
    """

    start: int
    end: int
    text: str
    kind: str
    cover: Cover
    claims: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The article beside its claims file.

    `quotes` says where the words of a claim stand, `stated` where its stated figure does, both by
    the claim's id; `figures` where a figure of a series is printed, by its name; `literals` where
    one is that a claim prints in place, by the claim's id and the figure's name.
    """

    text: Text
    mentions: tuple[Mention, ...] = ()
    quotes: Mapping[str, Passage] = field(default_factory=dict)
    stated: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    figures: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    literals: Mapping[tuple[str, str], tuple[Passage, ...]] = field(default_factory=dict)

    def passage_of(self, claim: str) -> Passage | None:
        """Where the article makes a claim: its words, else its stated figure; None if nowhere."""
        quote = self.quotes.get(claim)
        return quote or next(iter(self.stated.get(claim, ())), None)
