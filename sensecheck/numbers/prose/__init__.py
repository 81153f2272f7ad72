"""Every number in prose, with the exact place of each: what `parse` is for one figure, for a text.

The grammar and its tables are those of `parse`; what is added here is where a number in running
text begins and ends, what is no quantity (years, labels, idioms), and the unit that a list prints
once.
Every step looks at a bounded number of tokens, so the time is linear in the text.
"""

from __future__ import annotations

from typing import Final

from sensecheck.numbers.number_words import DENOMINATORS, DOZENS, SCALES
from sensecheck.numbers.numerals import BEGINNINGS
from sensecheck.numbers.prose.blocks import blocks
from sensecheck.numbers.prose.bounds import with_ranges
from sensecheck.numbers.prose.dates import DATE_WORDS
from sensecheck.numbers.prose.doubts import with_doubts
from sensecheck.numbers.prose.found import Found, FoundKind
from sensecheck.numbers.prose.lists import with_elisions
from sensecheck.numbers.prose.others import read_other
from sensecheck.numbers.prose.quantity import read_number
from sensecheck.numbers.prose.tokens import tokens_in
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.words import ARTICLES

__all__ = ["Found", "FoundKind", "find"]

# Beside digits, the words at which a number, or something that looks like one, may begin.
_WORDS: Final = (BEGINNINGS | DATE_WORDS) - ARTICLES
# 'a' is a number before these only.
_AFTER_ARTICLE: Final = frozenset({*SCALES, *DENOMINATORS, *DOZENS})


def find(text: str) -> tuple[Found, ...]:
    """All numbers of `text` in their order, quantities and others; offsets are into `text`."""
    found = [number for start, end in blocks(text) for number in _in_block(text, start, end)]
    return with_doubts(text, found)


def _in_block(text: str, start: int, end: int) -> list[Found]:
    tokens = tokens_in(text, start, end)
    found: list[Found] = []
    at = free = 0  # what stands before the token `free` belongs to numbers already found
    while (token := tokens[at]).kind:
        if _may_begin(tokens, at, token):
            read = read_other(text, tokens, at, free) or read_number(text, tokens, at, free)
            if read is not None:
                number, at = read
                found.append(number)
                free = at
                continue
        at += 1
    return with_ranges(text, with_elisions(text, found))


def _may_begin(tokens: list[Token], at: int, token: Token) -> bool:
    if token.kind == "word":
        if token.word in ("a", "an"):  # 'a third', 'a year and a half'
            return tokens[at + 1].word in _AFTER_ARTICLE or tokens[at + 2].word == "and"
        return token.word in _WORDS
    return token.kind == "number" or token.kind == "vulgar"
