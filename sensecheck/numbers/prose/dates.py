"""Dates, times and years: 'October 22, 2024', '2024-10-31', 'the first half of 2024', '1990s'."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.numbers.periods import MONTH_WORDS
from sensecheck.numbers.printed import Unreadable
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.prose.making import Read, matched, valued
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token

MONTHS: Final = MONTH_WORDS
"""Words at which a date may begin, in lower case."""

# In capitals or with a first one: 'may' is a month only there.
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|"
    r"MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|"
    r"NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_YEAR: Final = r"(?:1[5-9]|20)[0-9]{2}"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_END: Final = r"(?![0-9]|[.,][0-9]|[-–/][0-9])"
_NTH: Final = r"(?:st|nd|rd|th)"

_FROM_MONTH: Final = re.compile(
    rf"{_MONTH}\.?,?\s(?:{_DAY}{_NTH}?(?![0-9A-Za-z%]|[.,][0-9])"
    rf"(?:\s?[-–]\s?{_DAY}(?![0-9]))?(?:,?\s{_YEAR}{_END})?|(?:of\s)?{_YEAR}{_END})"
)
_FROM_DIGIT: Final = re.compile(
    rf"""
    {_YEAR}[-./]{_DAY}[-./]{_DAY}(?:T[0-9:.]+Z?)?{_END}
  | {_DAY}[./-]{_DAY}[./-](?:{_YEAR}|[0-9]{{2}}){_END}
  | {_DAY}/{_DAY}\s{_YEAR}{_END}
  | {_DAY}{_NTH}?(?:\s?[-–]\s?{_DAY}{_NTH}?)?\s(?:of\s)?{_MONTH}\b\.?(?:,?\s{_YEAR}{_END})?
  | [0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?:\s?[aApP]\.?[mM]\b\.?)?(?!\d)
  | 1?[0-9](?:\.[0-5][0-9])?\s?(?:[ap]m\b|[ap]\.m\.|AM\b|PM\b|o['’]clock\b)
  | {_YEAR}[-–/](?:{_YEAR}|[0-9]{{2}})(?![0-9]|[-/][0-9])
  | {_YEAR}\s?(?:Q[1-4]|H[12])\b
    """,
    re.VERBOSE,
)
_PART: Final = re.compile(
    rf"(?:first|second|third|fourth|last|latter|1st|2nd|3rd|4th)[\s-](?:half|quarter)\b"
    rf"(?:(?:\sof)?\s(?:fiscal\s(?:year\s)?)?{_YEAR}{_END})?",
    re.IGNORECASE,
)
_DECADE: Final = re.compile(r"(?:1[5-9]|20)?[0-9]0['’]?s\b")
_PLAIN_YEAR: Final = re.compile(_YEAR)
# 'Q3 2023', "FY24": the letters, then from the digits on.
_PERIOD_LETTERS: Final = frozenset({"q", "h", "fy", "cy"})
_PERIOD: Final = re.compile(rf"[0-9]+(?:(?:\sof)?[\s'’]+{_YEAR}{_END}|['’][0-9]{{2}}\b)?")
# Measures that behind a year are other words: 'In 2024 a share …'.
_NO_MEASURES: Final = frozenset({"a", "pounds", "won", "p", "c"})


def read_date(text: str, tokens: list[Token], at: int) -> Read | None:
    """A date, a time, a part of a year or a decade in digits."""
    before = tokens[at - 1]
    if before.end == tokens[at].start and before.word in _PERIOD_LETTERS and at:
        return matched(text, tokens, at, _PERIOD, FoundKind.DATE)
    return (
        matched(text, tokens, at, _FROM_DIGIT, FoundKind.DATE)
        or matched(text, tokens, at, _PART, FoundKind.DATE)
        or matched(text, tokens, at, _DECADE, FoundKind.YEAR)
    )


def read_part(text: str, tokens: list[Token], at: int) -> Read | None:
    """A date that begins with a word: a month, or 'first half'."""
    if tokens[at].word in MONTHS:
        return matched(text, tokens, at, _FROM_MONTH, FoundKind.DATE)
    return matched(text, tokens, at, _PART, FoundKind.DATE)


def read_year(text: str, tokens: list[Token], at: int) -> Read | None:
    """Four digits that are a year: no money before them, no scale or measure behind."""
    token = tokens[at]
    if token.end - token.start != 4 or not _PLAIN_YEAR.fullmatch(text, token.start, token.end):
        return None
    if at and tokens[at - 1].kind == "money":
        return None
    scale, place = read_scale(text, tokens, at + 1, False)
    if scale != 1:
        return None
    try:
        measure = read_measure(text, tokens, place)
    except Unreadable:
        measure = None
    if measure is not None and tokens[at + 1].word not in _NO_MEASURES:
        return None
    return valued(text, tokens, at, FoundKind.YEAR)
