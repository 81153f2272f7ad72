"""The sentences of a text: good enough to show where a number stands, and which stand together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from sensecheck.model import Passage

# Where a sentence may end: a stop before what does not go on in lower case, or a line's end.
_END: Final = re.compile(r"[.!?]['\"’”)\]]*\s+(?=[^a-z\s])|[\n\r\f\v]\s*")
_LINE_END: Final = re.compile(r"\r\n|[\n\r]")
_WORD_BEFORE: Final = re.compile(r"(?:^|[\s.(])([A-Za-z]{1,3})$")
_SHORT: Final = frozenset({"mr", "mrs", "dr", "st", "vs", "no"})
"""Words whose stop ends no sentence; 'no' only before a number."""
_LOOK_BACK: Final = 5
_BLOCKS: Final = "#|>*-"
"""What begins a line of its own in Markdown."""


class Sentences:
    """Where each sentence of a text begins."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._starts = [0, *_starts(content)]

    def number_of(self, offset: int) -> int:
        """Which sentence, counted from 0, the offset lies in."""
        return bisect_right(self._starts, offset) - 1

    def around(self, passage: Passage) -> Passage:
        """The sentences that hold a passage, without the space around them."""
        first, last = self.number_of(passage.start), self.number_of(max(passage.end - 1, 0))
        start = self._starts[first]
        is_last = last + 1 == len(self._starts)
        end = len(self._content) if is_last else self._starts[last + 1]
        raw = self._content[start:end]
        start += len(raw) - len(raw.lstrip())
        return Passage(start, start + len(raw.strip()))


def _starts(content: str) -> Iterator[int]:
    for match in _END.finditer(content):
        breaks = len(_LINE_END.findall(match.group()))
        mark = content[match.start()]
        if mark in ".!?":
            ends = mark != "." or not _is_short(content, match.start()) or breaks > 1
        else:
            ends = mark in "\f\v" or breaks > 1 or content[match.end() : match.end() + 1] in _BLOCKS
        if ends:
            yield match.end()


def _is_short(content: str, stop: int) -> bool:
    """Whether the stop belongs to an initial or an abbreviation."""
    match = _WORD_BEFORE.search(content[max(stop - _LOOK_BACK, 0) : stop])
    if match is None:
        return False
    word = match[1].lower()
    if word == "no":
        return content[stop + 1 : stop + 3].strip()[:1].isdigit()
    return len(word) == 1 or word in _SHORT
