"""Dates, times and years: 'October 22, 2024', '2024-10-31', 'end of 2021', '1990s', '6pm'."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.numbers.nouns import noun
from sensecheck.numbers.patterns import Pattern
from sensecheck.numbers.periods import MONTH_WORDS, MONTHS
from sensecheck.numbers.prose.before import read_before
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.prose.making import Read, matched, passage, token_from, valued
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token

_EDGES: Final = frozenset("end start beginning middle close year mid".split())
DATE_WORDS: Final = MONTH_WORDS | _EDGES
"""Words at which a date may begin, in lower case."""

# In capitals or with a first one: 'may' is a month only there.
_MONTH: Final = "|".join(
    f"{name[:3]}(?:{name[3:]})?" for month in MONTHS for name in (month.capitalize(), month.upper())
)
_YEAR: Final = r"(?:1[5-9]|20)[0-9]{2}"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_END: Final = r"(?![0-9]|[.,][0-9]|[-–/][0-9])"
_NTH: Final = r"(?:st|nd|rd|th)"

_FROM_MONTH: Final = Pattern(
    rf"(?:{_MONTH}|Sept|SEPT)\.?,?\s(?:{_DAY}{_NTH}?(?![0-9A-Za-z%]|[.,][0-9])"
    rf"(?:\s?[-–]\s?{_DAY}(?![0-9]))?(?:,?\s{_YEAR}{_END})?|(?:of\s)?{_YEAR}{_END})"
)
_FROM_EDGE: Final = Pattern(
    rf"(?:(?:end|start|beginning|middle|close)\sof\s(?:the\s)?|year[-\s]end\s|mid[-–])"
    rf"(?:(?:fiscal|financial)\s)?(?:year\s)?{_YEAR}{_END}",
    re.IGNORECASE,
)
_FROM_DIGIT: Final = Pattern(
    rf"""
    {_YEAR}[-./]{_DAY}[-./]{_DAY}(?:T[0-9:.]+Z?)?{_END}
  | {_DAY}[./-]{_DAY}[./-](?:{_YEAR}|[0-9]{{2}}){_END}
  | {_DAY}/{_DAY}\s{_YEAR}{_END}
  | {_DAY}{_NTH}?(?:(?:\s?[-–]\s?|\s(?:and|to|or)\s){_DAY}{_NTH}?)?
    \s(?:of\s)?(?:{_MONTH}|Sept)\b\.?(?:,?\s{_YEAR}{_END})?
  | [0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?:\s?[aApP]\.?[mM]\b\.?)?(?!\d)
  | 1?[0-9](?:\.[0-5][0-9])?\s?(?:[ap]m\b|[ap]\.m\.|AM\b|PM\b|o['’]clock\b)
  | {_YEAR}\s?(?:Q[1-4]|H[12])\b
  | (?:3|6|9|12)M\s?{_YEAR}{_END}
  | (?:[1-4]Q|[12]H)(?:\s?(?:{_YEAR}|['’]?[0-9]{{2}}))?\b
    """,
    re.VERBOSE,
)
_PART: Final = Pattern(
    rf"(?:first|second|third|fourth|last|latter|1st|2nd|3rd|4th)[\s-](?:half|quarter)\b"
    rf"(?:(?:\sof)?\s(?:fiscal\s(?:year\s)?)?{_YEAR}{_END})?",
    re.IGNORECASE,
)
# What stands first in a part of a year, and what may stand behind the digits of dates.
_PARTS: Final = frozenset("first second third fourth last latter".split())
_NTHS: Final = frozenset("st nd rd th".split())
_JOINTS: Final = frozenset("-–/")
_OF_DECADES: Final = frozenset("s'’")
_MARKS: Final = frozenset("-/:.")
_BETWEEN_DAYS: Final = frozenset("and to or".split())
_BEHIND_DIGITS: Final = MONTH_WORDS | frozenset("of - a p am pm o'clock o’clock q h".split())
_YEARS: Final = Pattern(rf"{_YEAR}[-–/](?:{_YEAR}|[0-9]{{2}})(?![0-9]|[-/][0-9])")
# 'nineteen eighty-four', but 'twenty twenty fifths' are a fraction.
_WORDED_YEAR: Final = Pattern(
    r"(?:nineteen|twenty)\s(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[-\s](?:one|two|three|four|five|six|seven|eight|"
    r"nine))?)\b(?!\s?-?[a-z]+(?:ths?|rds?|nds?|sts?)\b)",
    re.IGNORECASE,
)
_DECADE: Final = Pattern(r"(?:1[5-9]|20)?[0-9]0['’]?s\b")
_PLAIN_YEAR: Final = Pattern(_YEAR)
# 'Q3 2023', "FY24": the letters, then from the digits on.
_PERIOD_LETTERS: Final = frozenset({"q", "h", "fy", "cy"})
_PERIOD: Final = Pattern(
    rf"(?:q[1-4]|h[12]|[fc]y\s?(?:{_YEAR}|[0-9]{{2}}))(?![0-9])"
    rf"(?:(?:\sof)?[\s'’]+{_YEAR}{_END}|['’/][0-9]{{2}}\b)?",
    re.IGNORECASE,
)
# Measures that behind a year are other words: 'In 2024 a share …'.
_NO_MEASURES: Final = frozenset({"a", "pounds", "won", "p", "c"})
# Behind these a year is meant, whatever follows: 'in 2000 people began'.
_WHEN: Final = frozenset("in since until till during after before by throughout early late".split())


def read_date(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """A date, a time, a part of a year or a decade in digits."""
    before = tokens[at - 1]
    gap = tokens[at].start - before.end
    if at > free and gap <= (before.word in ("fy", "cy")) and before.word in _PERIOD_LETTERS:
        period = _PERIOD.match(text, before.start)
        return passage(text, tokens, at - 1, period.end(), FoundKind.DATE) if period else None
    token = tokens[at]
    follows = text[token.end : token.end + 2]
    years = _YEARS.match(text, token.start) if follows[:1] in _JOINTS else None
    if years is not None:
        date = passage(text, tokens, at, years.end(), FoundKind.DATE)
        return None if _counts(text, tokens, at, free, date[1]) else date
    found = None
    if _may_be_date(text, tokens, at):
        found = matched(text, tokens, at, _FROM_DIGIT, FoundKind.DATE)
    if found is None and follows.lower() in _NTHS:
        found = matched(text, tokens, at, _PART, FoundKind.DATE)
    if found is None and follows[:1] in _OF_DECADES:
        found = matched(text, tokens, at, _DECADE, FoundKind.YEAR)
    return found


def _may_be_date(text: str, tokens: list[Token], at: int) -> bool:
    """Whether what stands behind the digits can go on a date: cheaper to see than to match."""
    token, following = tokens[at], tokens[at + 1]
    if "." in text[token.start : token.end]:
        return True
    if following.start == token.end:
        return following.kind == "word" or following.word in _MARKS
    if following.word in _BETWEEN_DAYS:
        return token.end - token.start <= 4  # '5th' is one token's digits only
    return following.word in _BEHIND_DIGITS


def read_worded_date(text: str, tokens: list[Token], at: int) -> Read | None:
    """A date that begins with a word: a month, 'first half', 'end of 2021'."""
    word = tokens[at].word
    if word in ("nineteen", "twenty"):
        return matched(text, tokens, at, _WORDED_YEAR, FoundKind.YEAR)
    if word in MONTH_WORDS:
        return matched(text, tokens, at, _FROM_MONTH, FoundKind.DATE)
    if word in _EDGES:
        return matched(text, tokens, at, _FROM_EDGE, FoundKind.DATE)
    return matched(text, tokens, at, _PART, FoundKind.DATE) if word in _PARTS else None


def read_year(text: str, tokens: list[Token], at: int, free: int) -> Read | None:
    """Four digits that are a year: no money before them, nothing measured or counted behind."""
    token = tokens[at]
    if token.end - token.start != 4 or not _PLAIN_YEAR.fullmatch(token.word):
        return None
    years = _YEARS.match(text, token.start)
    after = token_from(tokens, at, years.end()) if years else at + 1
    if _counts(text, tokens, at, free, after):
        return None
    return valued(text, tokens, at, FoundKind.YEAR)


def _counts(text: str, tokens: list[Token], at: int, free: int, after: int) -> bool:
    """Whether what looks like a year is an amount, for what stands before or behind it."""
    ahead = tokens[at - 1] if at > free else None
    may_be_money = ahead is not None and (ahead.kind == "money" or text[ahead.start].isupper())
    if may_be_money and read_before(text, tokens, at, free).currency is not None:
        return True
    scale, place = read_scale(text, tokens, after, False)
    if scale != 1:
        return True
    following = tokens[place]
    if following.word not in _NO_MEASURES and read_measure(text, tokens, place) is not None:
        return True
    if following.kind != "word" or (ahead is not None and ahead.word in _WHEN):
        return False
    if following.word in _PEOPLE:
        return True
    meaning = noun(following.word)
    if meaning is None or not following.word.endswith("s"):
        return False
    is_round = text[tokens[at].start : tokens[at].end].endswith("00")
    is_the = ahead is not None and ahead.word == "the"
    return meaning.unit.bases[0][0] == "person" or (is_round and not is_the)


_PEOPLE: Final = frozenset("people men women children males females boys girls".split())
