"""Number words that count nothing: 'one of the', 'the two', 'first', '24/7', 'a double room'."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from sensecheck.numbers.number_words import (
    DENOMINATORS,
    MULTIPLES,
    ONES,
    ORDINALS,
    SCALES,
    TENS,
)
from sensecheck.numbers.patterns import Pattern
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.prose.making import Read, matched, numbered, passage
from sensecheck.numbers.prose.nouns import read_counted
from sensecheck.numbers.quantities import read_measure
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.words import DIRECTIONS

_SAYING: Final = Pattern(
    r"24/7\b|9/11\b|50[-/–]50\b|20/20\b|fifty[-–]fifty\b|one\s(?:by|after|to)\sone\b|"
    r"one[-\s]on[-\s]one\b|one[-–](?:off|sided|size|stop|time|way|man|woman)\b|"
    r"two[-–](?:faced|way|sided|pronged)\b|two\sminds\b|second\sto\snone\b|"
    r"zero[-\s](?:sum|tolerance)\b|zero-\w+|(?:single|double|triple)[-\s]digits?\b|"
    r"half[-\s](?:time|hearted|way|baked|truths?|brother|sister|yearly)\w*|nine[-\s]to[-\s]five\b",
    re.IGNORECASE,
)
_FIRST_OF_SAYING: Final = frozenset(
    "24 9 50 20 fifty one two second zero single double triple half nine".split()
)
_HALVES: Final = frozenset("first second latter other that this".split())
_AROUND_ZERO: Final = frozenset({"below", "above", "net", "ground"})
_VAGUE: Final = frozenset("several few many some couple hundreds thousands tens per".split())
# 'no one', 'this one', 'the one': a pronoun.
_BEFORE_PRONOUN: Final = frozenset(
    "no any this that each every which the some other another only such".split()
)
_AFTER_PRONOUN: Final = frozenset(
    "of another or by thing day time way can could may might must point hand side more "
    "place".split()
)
# 'one hundred', 'one and a half', 'one in five', 'one over twenty': a number.
_NUMBER_GOES_ON: Final = frozenset({"hundred", "and", "point", "-", "over"} | set(SCALES))
_COUNTED_OUT: Final = frozenset({"in", "out"})
_BEFORE_NUMBER: Final = frozenset({"minus", "negative", "is"})
# Behind 'a third' these leave it a fraction: 'a third of', 'a third more'.
_AFTER_FRACTION: Final = frozenset(
    "of as to in by and or from are is was were have had say said".split()
)
_LATER: Final = frozenset("earlier ago later before".split())
# 'a quarter' is a fraction beside these, else three months.
_BESIDE_QUARTER: Final = frozenset(
    "of to more less over under about nearly almost roughly than by around above below only just "
    "another up down and".split()
)
# 'will double', 'nearly double', 'double the number', 'double to 5': a multiple; else a room.
_BEFORE_DOUBLE: Final = frozenset(
    "to will would can could may might nearly almost than about roughly over around is was at "
    "should must not more".split()
)
_AFTER_DOUBLE: Final = frozenset(
    "the that those its his her their our what in to from last this as on by since and or at , . "
    "; over every within".split()
)
_ONE_AND_OTHER: Final = 12


def read_idiom(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """A saying, a pronoun or an ordinal at token `at`; None where a number may be meant."""
    token = tokens[at]
    found = None
    if token.word in _FIRST_OF_SAYING:
        found = matched(text, tokens, at, _SAYING, FoundKind.IDIOM)
    if found is not None or token.kind != "word":
        return found
    word = token.word
    before = tokens[at - 1].word if at > free else ""
    if word == "one":
        is_pronoun = not _is_number(tokens, at, before) and not _is_counted(
            text, tokens, at, before
        )
    elif word == "half":
        is_glued = at > free and before == "-" and tokens[at - 1].end == token.start
        is_pronoun = before in _HALVES or is_glued  # 'the centre-half'
    elif word == "zero":
        is_pronoun = before in _AROUND_ZERO
    elif word == "hundred":
        is_pronoun = before in _VAGUE or (before == "of" and at > free + 1)
    elif word in MULTIPLES:
        is_pronoun = _is_adjective(tokens, at, before)
    elif word in ORDINALS or (word in TENS and _is_ordinal(tokens, at)):
        return numbered(text, tokens, at, FoundKind.ORDINAL)
    elif word in ("a", "an"):
        return _article(text, tokens, at, before)
    else:
        is_pronoun = word in ONES and before == "the" and _are_those(text, tokens, at)
    return passage(text, tokens, at, token.end, FoundKind.IDIOM) if is_pronoun else None


def _is_number(tokens: list[Token], at: int, before: str) -> bool:
    """Whether 'one' begins a longer number, or stands where only a number can."""
    after = tokens[at + 1]
    if before in _BEFORE_NUMBER and after.word != "of":
        return True
    if after.word in _COUNTED_OUT:
        whole = tokens[at + 2 + (after.word == "out")]
        return whole.kind == "number" or whole.word in ONES or whole.word in TENS
    if after.word in ("to", "or"):  # 'one or two days'
        other = tokens[at + 2]
        return other.kind == "number" or other.word in ONES or other.word in TENS
    is_fraction = after.word in DENOMINATORS and after.word != "second"
    goes_on = is_fraction or after.word in _NUMBER_GOES_ON or after.word in TENS
    return goes_on and before not in ("no", "any", "this", "that", "at")


def _is_counted(text: str, tokens: list[Token], at: int, before: str) -> bool:
    """Whether something is counted or measured: 'one mile', 'one GPU'."""
    if not tokens[at + 1].kind and at == 0:
        return True  # a text of one word
    if tokens[at + 1].word in _AFTER_PRONOUN:
        return False
    if read_measure(text, tokens, at + 1) is not None:
        return True
    if before in _BEFORE_PRONOUN or _is_one_of_two(tokens, at):
        return False
    return read_counted(text, tokens, at + 1, is_one=True) is not None


def _is_one_of_two(tokens: list[Token], at: int) -> bool:
    """'one business … and the other …', 'one business for another'."""
    window = [token.word for token in tokens[at : at + _ONE_AND_OTHER]]
    return "another" in window or any(pair == ("the", "other") for pair in pairwise(window))


def _is_ordinal(tokens: list[Token], at: int) -> bool:
    place = at + 1 + (tokens[at + 1].word == "-")
    return ORDINALS.get(tokens[place].word, 10) < 10


def _is_adjective(tokens: list[Token], at: int, before: str) -> bool:
    """'a double room', 'the women's doubles title', not 'double the number'."""
    word, after = tokens[at].word, tokens[at + 1]
    if word not in ("double", "doubles", "triple", "triples", "treble", "quadruple"):
        return False
    if after.word == "-" and after.start == tokens[at].end:
        return True
    is_free = not after.kind or after.word in _AFTER_DOUBLE
    return not is_free and before not in _BEFORE_DOUBLE


def _article(text: str, tokens: list[Token], at: int, before: str) -> Read | None:
    """'a third department' has an ordinal, 'a quarter earlier' a time; 'a third of' a fraction."""
    place = at + 1
    word, after = tokens[place].word, tokens[at + 2]
    if word == "quarter":
        if after.word in _LATER:
            return passage(text, tokens, at, tokens[place].end, FoundKind.DATE)
        if after.word == "-" and read_measure(text, tokens, place + 2) is not None:
            return None  # 'a quarter-point rise'
        if after.word in _BESIDE_QUARTER or before in _BESIDE_QUARTER or after.word in SCALES:
            return None
        return passage(text, tokens, at, tokens[place].end, FoundKind.IDIOM)
    if word not in ORDINALS or word not in DENOMINATORS:
        return None
    if after.word == "-" and after.start == tokens[place].end:
        return numbered(text, tokens, place, FoundKind.ORDINAL)  # 'a third-tier club'
    if after.kind != "word" or after.word in _AFTER_FRACTION:
        return None
    if after.word in DIRECTIONS or after.word in SCALES:
        return None
    return numbered(text, tokens, place, FoundKind.ORDINAL)


def _are_those(text: str, tokens: list[Token], at: int) -> bool:
    """'the two', where nothing that they are stands behind them."""
    after = tokens[at + 1]
    if after.word == "-" or after.word in SCALES or after.word in DENOMINATORS:
        return False
    if read_measure(text, tokens, at + 1) is not None:
        return False
    if read_counted(text, tokens, at + 1, is_one=False) is not None:
        return False
    return after.kind != "word" or after.word in _AFTER_THOSE


_AFTER_THOSE: Final = frozenset("is are were have had of will".split())
