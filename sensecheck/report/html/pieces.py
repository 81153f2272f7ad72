"""The article as the page sets it: blocks, and in them the pieces between all ends of anything.

Marks, quoted words, emphasis and the signs of Markdown overlap as they like. The text is cut
wherever one of them begins or ends, so that every piece is one thing throughout and no character
moves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import groupby, pairwise
from operator import or_
from typing import Final

from sensecheck.model import ReadArticle
from sensecheck.report.html.blocks import Block, Shape, blocks
from sensecheck.report.html.inline import Emphasis, Inline, inline
from sensecheck.report.html.layers import Layer, flat
from sensecheck.report.html.marks import Mark
from sensecheck.report.html.standing import worst_kind


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are all alike; `at` is their offset in the article.

    `quoted` is None where no claim quotes them, else the kind of standing of a claim that they
    make without a number, or ''.
    """

    text: str
    at: int
    emphasis: Emphasis
    quoted: str | None

    @property
    def tags(self) -> tuple[str, ...]:
        """The elements that set it so, the outer one first."""
        return tuple(tag for kind, tag in _TAGS if kind in self.emphasis)


_TAGS: Final = ((Emphasis.STRONG, "strong"), (Emphasis.EM, "em"), (Emphasis.CODE, "code"))


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces in one mark, or in none; of a mark in two blocks only the first part `begins` it."""

    pieces: tuple[Piece, ...]
    mark: Mark | None = None
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A block as it is set."""

    shape: Shape
    level: int
    verbatim: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The items of a list, or any other block."""

    shape: Shape
    lines: tuple[Line, ...]


def groups(article: ReadArticle, marks: list[Mark], top: int) -> list[Group]:
    """The whole article, its headings from level `top` on; numbers the marks that it shows."""
    lines = _levelled(_Setting(article, marks).lines(), top)
    found = []
    for shape, run in groupby(lines, key=lambda line: line.shape):
        if shape is Shape.ITEM:
            found.append(Group(shape, tuple(run)))
        else:
            found += [Group(shape, (line,)) for line in run]
    return found


def _levelled(lines: Iterable[Line], top: int) -> Iterator[Line]:
    """The lines with the levels of their headings closed up."""
    above: list[int] = []
    for line in lines:
        if line.shape is not Shape.HEADING:
            yield line
            continue
        while above and above[-1] >= line.level:
            above.pop()
        above.append(line.level)
        yield Line(line.shape, min(top + len(above) - 1, 6), line.verbatim, line.parts)


class _Setting:
    """All that holds for stretches of one text, each in a layer."""

    def __init__(self, article: ReadArticle, marks: list[Mark]) -> None:
        self._content = article.text.content
        self._blocks = blocks(article.text)
        numbers = [mark for mark in marks if not mark.words]
        self._marks = Layer(tuple((mark.start, mark.end, mark) for mark in numbers))
        self._quoted = flat(
            [
                *((mark.start, mark.end, mark.standing.kind) for mark in marks if mark.words),
                *((*passage, "") for passage in article.quotes.values()),
            ],
            worst_kind,
        )
        read = [self._inline(block) for block in self._blocks]
        self._emphasis = flat(
            (run for found in read for run in found.runs), lambda every: reduce(or_, every)
        )
        signs = (sign for found in read for sign in found.hidden)
        markup = (sign for block in self._blocks for sign in block.hidden)
        self._hidden = flat(((*sign, True) for sign in (*signs, *markup)), any)
        self._signs_at = self._placed(mark for mark in marks if mark.words)
        self._cuts = sorted(
            {
                *self._marks.ends,
                *self._quoted.ends,
                *self._emphasis.ends,
                *self._hidden.ends,
                *self._signs_at,
            }
        )
        self._index = 0

    def lines(self) -> Iterator[Line]:
        """Each block."""
        for block in self._blocks:
            yield Line(block.shape, block.level, block.verbatim, tuple(self._parts(block)))

    def _inline(self, block: Block) -> Inline:
        if not block.is_markdown or block.verbatim:
            return Inline([], [])
        return inline(self._content, block.start, block.end)

    def _placed(self, words: Iterable[Mark]) -> dict[int, list[Mark]]:
        """Where the signs of marked words stand: behind them, but in a block and in no number."""
        starts = [block.start for block in self._blocks]
        found: dict[int, list[Mark]] = {}
        for mark in words:
            index = bisect_left(starts, mark.end) - 1
            if index < 0:
                continue
            number = self._marks.at(mark.end - 1)
            end = max(mark.end, number.end) if number else mark.end
            found.setdefault(min(end, self._blocks[index].end), []).append(mark)
        return found

    def _parts(self, block: Block) -> Iterator[Part]:
        first, last = bisect_right(self._cuts, block.start), bisect_left(self._cuts, block.end)
        cuts = [block.start, *self._cuts[first:last], block.end]
        pieces: list[Piece] = []
        current: Mark | None = None
        for start, end in pairwise(cuts):
            mark = self._marks.at(start)
            if mark is not current:
                yield from self._part(pieces, current)
                pieces, current = [], mark
            if mark is not None or not self._hidden.at(start):
                pieces.append(self._piece(start, end))
            if end in self._signs_at:
                yield from self._part(pieces, current)
                pieces = []
                for words in self._signs_at[end]:
                    yield Part((), words, self._begins(words))
        yield from self._part(pieces, current)

    def _part(self, pieces: list[Piece], mark: Mark | None) -> Iterator[Part]:
        if pieces:
            yield Part(tuple(pieces), mark, mark is None or self._begins(mark))

    def _begins(self, mark: Mark) -> bool:
        """Whether the mark has not been set yet; then it gets its number."""
        if mark.index:
            return False
        self._index += 1
        mark.index = self._index
        return True

    def _piece(self, start: int, end: int) -> Piece:
        emphasis = self._emphasis.at(start) or Emphasis.NONE
        return Piece(self._content[start:end], start, emphasis, self._quoted.at(start))
