"""Numbers that name a thing: 'G7', 'COVID-19', 'version 5.0', 'Figure 3', 'Windows 11', '01'."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.numbers.number_words import DOZENS
from sensecheck.numbers.printed import Unreadable
from sensecheck.numbers.prose.before import read_before
from sensecheck.numbers.prose.dates import MONTHS
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.prose.making import Read, matched, numbered, passage, valued
from sensecheck.numbers.prose.nouns import read_counted
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.words import DIRECTIONS, HEDGES

_PHONE: Final = re.compile(r"[0-9]+(?:[-–][0-9]+){2,}(?:/[0-9]+)?")
_DOTTED: Final = re.compile(r"[0-9]+(?:\.[0-9]+){2,}(?![0-9])")
# '3.817.69' is a number with one point too many, '1.234.567' one of another country.
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:[.,][0-9]+)?")
_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:[\n\r]|$)")
_LIST_MARK: Final = re.compile(r"[0-9]{1,2}(?:\)|\.(?=\s))")
_MOST_INDENT: Final = 8
_LONGEST_NAME: Final = 4
"""Digits that a name has at most: 'Boeing 737', 'Windows 2000'."""

_LABEL_WORDS: Final = frozenset(
    "figure fig chapter table page pages p pp no nos nr nrs section article appendix paragraph "
    "clause rule phase tier room route highway exit gate flight channel scene volume vol episode "
    "note footnote ref id isbn box tel phone track zone apartment formula".split()
)
_ABBREVIATED: Final = frozenset("no nos nr nrs fig figs p pp vol ch sec art".split())
_VERSION_WORDS: Final = frozenset("version versions v ver release build ios android".split())
# Before a hyphen these are words of their own: 'mid-2023', 'over-65s'.
_JOINED: Final = frozenset("pre post mid sub over under up non and or to".split())
_SENTENCE_BEGINS: Final = frozenset(
    {".", "!", "?", ":", ";", '"', "“", "'", "‘", "*", "-", "|", "("}
)
_CODE: Final = 3
"""Letters of a currency's code."""


def read_label(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """The number at token `at` as a label or a version; None where it may be something else."""
    token = tokens[at]
    before = text[token.start - 1 : token.start]
    if before.isalpha() or before == "_":
        return _behind_letters(text, tokens, at)
    if before and before in "-–#+'’":
        found = _behind_joint(text, tokens, at, before)
        if found is not None:
            return found
    phone = matched(text, tokens, at, _PHONE, FoundKind.LABEL)
    if phone is not None:
        return phone
    dotted = _DOTTED.match(text, token.start)
    if dotted is not None and not _THOUSANDS.fullmatch(dotted.group()):
        return passage(text, tokens, at, dotted.end(), FoundKind.VERSION)
    if _is_version(tokens, at, free):
        return valued(text, tokens, at, FoundKind.VERSION)
    if text[token.start : token.end].isdigit():
        return _whole(text, tokens, at, free)
    if _is_named(text, tokens, at, free):
        return valued(text, tokens, at, FoundKind.VERSION)
    return None


def is_version_word(word: str) -> bool:
    """Whether a number behind the word is that of a version."""
    return word in _VERSION_WORDS


def _behind_letters(text: str, tokens: list[Token], at: int) -> Read | None:
    """'G7'; None where the letters are a currency."""
    letters = tokens[at - 1]
    if letters.kind == "money" or letters.end != tokens[at].start:
        return None
    raw = text[letters.start : letters.end]
    is_code = (raw.isupper() and len(raw) == _CODE) or letters.word in ("rmb", "usd", "hkd")
    return None if is_code else valued(text, tokens, at, FoundKind.LABEL)


def _behind_joint(text: str, tokens: list[Token], at: int, joint: str) -> Read | None:
    """'COVID-19', '#5', 'N+1', and '24 for a year."""
    start = tokens[at].start
    ahead = text[start - 2 : start - 1]
    if joint == "#":
        return valued(text, tokens, at, FoundKind.LABEL)
    if joint in "'’":
        is_short = tokens[at].end - start == 2 and not ahead.isalnum()
        return valued(text, tokens, at, FoundKind.YEAR) if is_short else None
    if not ahead.isalpha():
        return None
    named = tokens[at - 2]
    if joint != "+":
        if named.word in _JOINED or named.word in MONTHS or named.kind != "word":
            return None
        raw = text[named.start : named.end]
        is_long = tokens[at].end - start > 2
        if raw.isupper() and len(raw) == _CODE and is_long:
            return None  # RMB-4.963 billion
    return valued(text, tokens, at, FoundKind.LABEL)


def _whole(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """A whole number without separators."""
    token = tokens[at]
    start, end = token.start, token.end
    following = tokens[at + 1]
    is_glued = following.kind == "word" and following.start == end
    if is_glued and following.word in ("st", "nd", "rd", "th"):
        return numbered(text, tokens, at, FoundKind.ORDINAL)
    if (
        (end - start > 1 and text[start] == "0")
        or _is_alone(text, start, end)
        or (at == 0 and _LIST_MARK.match(text, start) and _begins_line(text, start))
        or (text[start - 1 : start] == "[" and following.word == "]" and start > 1)  # a footnote
    ):
        return valued(text, tokens, at, FoundKind.LABEL)
    if is_glued and _is_glued(text, tokens, at):
        return passage(text, tokens, at, following.end, FoundKind.LABEL)
    if _is_named(text, tokens, at, free):
        return valued(text, tokens, at, FoundKind.LABEL)
    return None


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether the number is all of its line, in a text of several."""
    whole = (start == 0 and end == len(text.rstrip())) or not _begins_line(text, start)
    return not whole and _REST_OF_LINE.match(text, end) is not None


def _begins_line(text: str, start: int) -> bool:
    place = start
    while place > max(start - _MOST_INDENT, 0) and text[place - 1] in " \t":
        place -= 1
    return place == 0 or text[place - 1] in "\n\r"


def _is_version(tokens: list[Token], at: int, free: int) -> bool:
    """'version 5.0', and the second number of 'version 5.0 to 5.5'."""
    if at <= 0:
        return False
    before = tokens[at - 1].word
    if before in _VERSION_WORDS and at > free:
        return True
    if before in ("to", "and", "or", "-", ",") and at >= 3:
        return tokens[at - 2].kind == "number" and tokens[at - 3].word in _VERSION_WORDS
    return False


def _is_glued(text: str, tokens: list[Token], at: int) -> bool:
    """'5G', '3D': letters behind digits that are neither scale nor unit."""
    scale, place = read_scale(text, tokens, at + 1, False)
    if scale != 1 or read_measure(text, tokens, place) is not None:
        return False
    return tokens[at + 1].word not in DOZENS and tokens[at + 1].word not in ("e", "m", "b", "t")


def _is_named(text: str, tokens: list[Token], at: int, free: int) -> bool:
    """A name in front, and nothing behind that the number could count or measure."""
    if at <= free:
        return False
    is_short = tokens[at - 1].word == "." and at - 2 >= free and tokens[at - 2].word in _ABBREVIATED
    named = tokens[at - 2 if is_short else at - 1]
    if named.kind != "word":
        return False
    if named.word in _LABEL_WORDS:
        return True
    place = at - 1
    if not text[named.start].isupper() or place == 0:
        return False
    if (
        tokens[place - 1].word in _SENTENCE_BEGINS
        or tokens[at].end - tokens[at].start > _LONGEST_NAME
    ):
        return False
    if named.word in HEDGES or named.word in DIRECTIONS or named.word in MONTHS:
        return False
    if read_before(text, tokens, at, free).currency is not None:
        return False
    return not _measures(text, tokens, at)


def _measures(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a scale, a unit or a noun stands behind the number."""
    scale, place = read_scale(text, tokens, at + 1, False)
    try:
        if scale != 1 or read_measure(text, tokens, place) is not None:
            return True
    except Unreadable:
        return False
    if tokens[at + 1].word == "-" and read_measure(text, tokens, at + 2) is not None:
        return True
    return read_counted(text, tokens, at + 1, is_one=False) is not None
