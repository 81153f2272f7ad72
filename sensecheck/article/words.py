"""Looking for a quotation's words in a text, whatever its spaces, quotation marks and dashes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from sensecheck.model import Passage
from sensecheck.numbers.tokens import DASHES

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
    }
)
# White space is one space; marks of emphasis, links, tags, and characters without width are
# nothing. What is one space already, as most is, is left alone.
_SPACE: Final = r"(?:\s|&(?:nbsp|#160|#xa0|thinsp|ensp|emsp);|<br ?/?>)"
_MARKS: Final = (
    r"[*\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+",
    r"(?<![^\W_])_+|_+(?![^\W_])",  # not in snake_case
    r"\[\^[^\]\s]{1,40}\]",  # a footnote
    r"\]\([^()\n]{0,500}\)|[\[\]]",
    r"</?[A-Za-z][^<>\n]{0,500}>",
    r"\\(?=[!-/:-@\[-`{-~])",
)
_FOLDED: Final = re.compile(rf" (?={_SPACE}){_SPACE}+|(?! ){_SPACE}+|{'|'.join(_MARKS)}")
_IS_SPACE: Final = re.compile(_SPACE)
_GAP: Final = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*")
MOST_LEFT_OUT: Final = 2000
"""Characters that '…' in a quotation may stand for."""

# A number that goes on: the digits and marks before and behind what was looked for.
_NUMBER_BEFORE: Final = re.compile(r"\d[.,'’/]$")
_NUMBER_BEHIND: Final = re.compile(r"[.,'’/]?\d")
_LOOK: Final = 2

_NUMERAL: Final = re.compile(r"[0-9](?:[.,']?[0-9])*")
_BOUND: Final = r"[^0-9.,']"
# One that a quotation has from its first digit to its last.
_INNER: Final = re.compile(f"(?<={_BOUND}){_NUMERAL.pattern}(?={_BOUND})")


class Words:
    """A text whose words can be looked for; built once, for many quotations."""

    def __init__(self, content: str) -> None:
        self._plain, self._starts, self._shifts = _folded(content)
        lowered = self._plain.lower()
        # Some letters are two in lower case; then capitals have to be as they are.
        self._lower = lowered if len(lowered) == len(self._plain) else self._plain

    def find(self, quote: str) -> Iterator[Passage]:
        """Every passage that says `quote`, in order; '…' in it stands for words left out."""
        parts = [_folded(part)[0].strip() for part in _GAP.split(quote)]
        parts = [part for part in parts if part]
        if not parts or not self._numerals.issuperset(n for p in parts for n in _INNER.findall(p)):
            return
        haystack = self._plain
        start = haystack.find(parts[0])
        if start < 0:
            haystack, parts = self._lower, [part.lower() for part in parts]
            start = haystack.find(parts[0])
        while start >= 0:
            end: int | None = start + len(parts[0])
            for part in parts[1:]:
                place = haystack.find(part, end, (end or 0) + MOST_LEFT_OUT)
                end = None if place < 0 else place + len(part)
                if end is None:
                    break
            if end is not None:
                yield Passage(self._offset(start), self._offset(end - 1) + 1)
            start = haystack.find(parts[0], start + 1)

    def has_numerals(self, words: str) -> bool:
        """Whether the text has each row of digits in `words`: what it lacks needs no search."""
        return self._numerals.issuperset(_NUMERAL.findall(_folded(words)[0]))

    @cached_property
    def _numerals(self) -> frozenset[str]:
        return frozenset(_NUMERAL.findall(self._plain))

    def _offset(self, place: int) -> int:
        """The offset in the text of a place in its folded form."""
        return place + self._shifts[bisect_right(self._starts, place) - 1]


def _folded(content: str) -> tuple[str, list[int], list[int]]:
    """The text folded, and from which place on its offsets are shifted by how much."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = last = 0
    text = content.translate(_ALIKE)
    for match in _FOLDED.finditer(text):
        pieces.append(text[last : match.start()])
        length += match.start() - last
        last = match.end()
        if _IS_SPACE.match(match.group()):
            pieces.append(" ")
            length += 1
        starts.append(length)
        shifts.append(last - length)
    pieces.append(text[last:])
    return "".join(pieces), starts, shifts


def is_cut(content: str, passage: Passage) -> bool:
    """Whether a word or a number goes on beyond the passage: '582 people' in '1,582 people'."""
    start, end = passage
    before, behind = content[max(start - _LOOK, 0) : start], content[end : end + _LOOK]
    if before[-1:].isalnum() or behind[:1].isalnum():
        return True
    begins_with_digit, ends_with_digit = content[start].isdigit(), content[end - 1].isdigit()
    return (begins_with_digit and _NUMBER_BEFORE.search(before) is not None) or (
        ends_with_digit and _NUMBER_BEHIND.match(behind) is not None
    )
