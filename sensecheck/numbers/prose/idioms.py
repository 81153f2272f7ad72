"""Number words that count nothing: 'one of the', 'the two', 'first', '24/7', 'fifty-fifty'."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from sensecheck.numbers.number_words import DENOMINATORS, ONES, ORDINALS, SCALES, TENS
from sensecheck.numbers.printed import Unreadable
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.prose.labels import is_version_word
from sensecheck.numbers.prose.making import Read, matched, numbered, passage
from sensecheck.numbers.prose.nouns import read_counted
from sensecheck.numbers.quantities import read_measure
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.words import DIRECTIONS

_SAYING: Final = re.compile(
    r"24/7\b|9/11\b|50[-/–]50\b|fifty[-–]fifty\b|one\s(?:by|after|to)\sone\b|"
    r"one[-\s]on[-\s]one\b|one-(?:off|sided|size|stop|time|way)\b|two-(?:faced|way)\b|"
    r"zero[-\s]sum\b|(?:single|double|triple)[-\s]digits?\b|"
    r"double[-\s](?:check|edged|standard)\w*",
    re.IGNORECASE,
)
_HALVES: Final = frozenset("first second latter other that this".split())
# 'no one', 'this one', 'the one': a pronoun.
_BEFORE_PRONOUN: Final = frozenset(
    "no any this that each every which the some other another only such".split()
)
_AFTER_PRONOUN: Final = frozenset(
    "of another or by thing day time way can could may might must".split()
)
# 'one hundred', 'one and a half', 'one in five', 'one over twenty': a number.
_NUMBER_GOES_ON: Final = frozenset({"hundred", "and", "point", "-", "over"} | set(SCALES))
_COUNTED_OUT: Final = frozenset({"in", "out"})
_BEFORE_NUMBER: Final = frozenset({"minus", "negative", "is"})
# Behind 'a third' these leave it a fraction: 'a third of', 'a third more'.
_AFTER_FRACTION: Final = frozenset(
    "of as to in by and or from are is was were have had say said".split()
)
_WHEN: Final = frozenset("earlier ago later before".split())


def read_idiom(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """A saying, a pronoun or an ordinal at token `at`; None where a number may be meant."""
    found = matched(text, tokens, at, _SAYING, FoundKind.IDIOM)
    token = tokens[at]
    if found is not None or token.kind != "word":
        return found
    word = token.word
    before = tokens[at - 1].word if at > free else ""
    if word in ONES and is_version_word(before):
        return numbered(text, tokens, at, FoundKind.VERSION)
    if word == "one":
        is_pronoun = not _is_number(tokens, at, before) and not _is_counted(
            text, tokens, at, before
        )
        return passage(text, tokens, at, token.end, FoundKind.IDIOM) if is_pronoun else None
    if word == "half" and before in _HALVES:
        return passage(text, tokens, at, token.end, FoundKind.IDIOM)
    if word in ORDINALS or (word in TENS and _is_ordinal(tokens, at)):
        return numbered(text, tokens, at, FoundKind.ORDINAL)
    if word in ("a", "an") and tokens[at + 1].word in DENOMINATORS:
        return _article(text, tokens, at)
    return _the_two(text, tokens, at, before) if word in ONES and before == "the" else None


def _is_number(tokens: list[Token], at: int, before: str) -> bool:
    """Whether 'one' begins a longer number, or stands where only a number can."""
    after = tokens[at + 1]
    if before in _BEFORE_NUMBER and after.word != "of":
        return True
    if after.word in _COUNTED_OUT:
        whole = tokens[at + 2 + (after.word == "out")]
        return whole.kind == "number" or whole.word in ONES or whole.word in TENS
    is_fraction = after.word in DENOMINATORS and after.word != "second"
    goes_on = is_fraction or after.word in _NUMBER_GOES_ON or after.word in TENS
    return goes_on and before not in ("no", "any", "this", "that", "at")


def _is_counted(text: str, tokens: list[Token], at: int, before: str) -> bool:
    """Whether something is counted or measured: 'one mile', 'one GPU'."""
    if not tokens[at + 1].kind and at == 0:
        return True  # a text of one word
    if tokens[at + 1].word in _AFTER_PRONOUN:
        return False
    try:
        if read_measure(text, tokens, at + 1) is not None:
            return True
    except Unreadable:
        return False
    if before in _BEFORE_PRONOUN or _is_one_of_two(tokens, at):
        return False
    return read_counted(text, tokens, at + 1, is_one=True) is not None


_ONE_AND_OTHER: Final = 12


def _is_one_of_two(tokens: list[Token], at: int) -> bool:
    """'one business … and the other …'."""
    window = [token.word for token in tokens[at : at + _ONE_AND_OTHER]]
    return any(pair == ("the", "other") for pair in pairwise(window))


def _is_ordinal(tokens: list[Token], at: int) -> bool:
    place = at + 1 + (tokens[at + 1].word == "-")
    return ORDINALS.get(tokens[place].word, 10) < 10


def _article(text: str, tokens: list[Token], at: int) -> Read | None:
    """'a third department' has an ordinal, 'a quarter earlier' a time; 'a third of' a fraction."""
    word, after = tokens[at + 1].word, tokens[at + 2]
    if word == "quarter" and after.word in _WHEN:
        return passage(text, tokens, at, tokens[at + 1].end, FoundKind.DATE)
    if after.kind != "word" or word not in ORDINALS or after.word in _AFTER_FRACTION:
        return None
    if after.word in DIRECTIONS or after.word in SCALES:
        return None
    return numbered(text, tokens, at + 1, FoundKind.ORDINAL)


def _the_two(text: str, tokens: list[Token], at: int, before: str) -> Read | None:
    """'the two', where nothing that they are stands behind them."""
    after = tokens[at + 1]
    if after.word == "-" or after.word in SCALES or after.word in DENOMINATORS:
        return None
    try:
        if read_measure(text, tokens, at + 1) is not None:
            return None
    except Unreadable:
        return None
    if read_counted(text, tokens, at + 1, is_one=False) is not None:
        return None
    is_end = after.kind != "word" or after.word in (
        "is",
        "are",
        "were",
        "have",
        "had",
        "of",
        "will",
    )
    return passage(text, tokens, at, tokens[at].end, FoundKind.IDIOM) if is_end else None
