"""The article's text in blocks, as stretches of its raw characters: paragraphs, headings, lists.

Only so much of Markdown is read as makes an article look like one. No character is moved or
changed: a block says which ones are not shown, and every offset stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import Final

from sensecheck.model import Passage, Text

LONG_LINE: Final = 120
"""A plain text with a longer line has a paragraph on every line; else blank lines part them."""


class Shape(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    LINES = "lines"
    """Text whose line breaks count: plain text, tables, code."""
    RULE = "rule"


@dataclass(slots=True)
class Block:
    """A stretch of the text; `hidden` are characters of it that only mark it up."""

    shape: Shape
    start: int
    end: int
    level: int = 0
    hidden: list[Passage] = field(default_factory=list)
    is_markdown: bool = False
    verbatim: bool = False


def blocks(text: Text) -> list[Block]:
    """All blocks, in order; what stands between them is blank."""
    if text.path.lower().endswith((".md", ".markdown")):
        return list(_Markdown(text.content).blocks())
    return list(_plain(text.content))


def _lines(content: str) -> Iterator[Passage]:
    """Where each line begins and ends, without its line break."""
    ends = [match.end() for match in _BREAK.finditer(content)]
    for start, end in pairwise([0, *ends, len(content)]):
        stripped = end - (len(content[start:end]) - len(content[start:end].rstrip("\r\n")))
        yield Passage(start, stripped)


_BREAK: Final = re.compile(r"\r\n|\n|\r")


def _plain(content: str) -> Iterator[Block]:
    lines = list(_lines(content))
    apart = any(line.end - line.start > LONG_LINE for line in lines)
    current: Block | None = None
    for line in lines:
        is_blank = not content[line.start : line.end].strip()
        if current is not None and (is_blank or apart):
            yield current
            current = None
        if is_blank:
            continue
        if current is None:
            current = Block(Shape.LINES, *line)
        current.end = line.end
    if current is not None:
        yield current


class _Markdown:
    """One pass over the lines; a block is given out when the next one begins."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._current: Block | None = None
        self._fence = ""

    def blocks(self) -> Iterator[Block]:
        for line in _lines(self._content):
            yield from self._read(line, self._content[line.start : line.end])
        yield from self._finished()

    def _read(self, line: Passage, text: str) -> Iterator[Block]:
        current, hidden = self._current, Passage(*line)
        fence = _FENCE.match(text)
        if self._fence or fence:
            yield from self._code(line, text, fence)
        elif not text.strip():
            yield from self._finished()
        elif current and current.shape is Shape.PARAGRAPH and (under := _UNDERLINE.match(text)):
            current.shape, current.level = Shape.HEADING, 1 if under[1] == "=" else 2
            self._extend(line, hidden)
            yield from self._finished()
        elif _RULE.match(text):
            yield from self._begin(Shape.RULE, line, hidden)
            yield from self._finished()
        elif heading := _HEADING.match(text):
            yield from self._heading(line, text, heading)
        elif quote := _QUOTE.match(text):
            yield from self._continued(Shape.QUOTE, line, quote.end())
        elif text.lstrip().startswith("|"):
            yield from self._continued(Shape.LINES, line, 0)
        elif item := _ITEM.match(text):
            # A bullet goes; a number stays, for it may be one that counts.
            shown = line.start if item[1] else line.start + item.end()
            yield from self._begin(Shape.ITEM, line, Passage(line.start, shown))
            self._open.level = 1 if item[1] else 0
        elif current is None or current.shape is Shape.LINES:
            yield from self._begin(Shape.PARAGRAPH, line, Passage(line.start, line.start))
        else:
            self._extend(line, None)

    def _heading(self, line: Passage, text: str, start: re.Match[str]) -> Iterator[Block]:
        title = text.rstrip()
        without = title.rstrip("#")
        closed = without != title and without[-1:].isspace()
        end = max(len(without.rstrip()) if closed else len(title), start.end())
        yield from self._begin(Shape.HEADING, line, Passage(line.start, line.start + start.end()))
        self._open.level = len(start[1])
        self._open.hidden.append(Passage(line.start + end, line.end))
        yield from self._finished()

    def _code(self, line: Passage, text: str, fence: re.Match[str] | None) -> Iterator[Block]:
        if not self._fence:
            assert fence is not None
            yield from self._begin(Shape.LINES, line, Passage(*line))
            self._fence, self._open.verbatim = fence[1], True
            return
        closes = fence is not None and fence[1].startswith(self._fence) and not fence[2].strip()
        self._extend(line, Passage(*line) if closes else None)
        if closes:
            self._fence = ""
            yield from self._finished()

    def _continued(self, shape: Shape, line: Passage, markup: int) -> Iterator[Block]:
        hidden = Passage(line.start, line.start + markup)
        if self._current is not None and self._current.shape is shape:
            self._extend(line, hidden)
        else:
            yield from self._begin(shape, line, hidden)

    def _begin(self, shape: Shape, line: Passage, hidden: Passage) -> Iterator[Block]:
        yield from self._finished()
        self._current = Block(shape, *line, hidden=[hidden], is_markdown=True)

    def _extend(self, line: Passage, hidden: Passage | None) -> None:
        self._open.end = line.end
        if hidden is not None:
            self._open.hidden.append(hidden)

    @property
    def _open(self) -> Block:
        assert self._current is not None
        return self._current

    def _finished(self) -> Iterator[Block]:
        if self._current is not None:
            yield self._current
        self._current = None


_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_UNDERLINE: Final = re.compile(r" {0,3}(=|-)\1* *$")
_RULE: Final = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+")
_QUOTE: Final = re.compile(r" {0,3}> ?")
_ITEM: Final = re.compile(r" {0,9}(?:[-*+]|([0-9]{1,9})[.)])[ \t]+(?=\S)")
