"""Digits that are part of a code: 'G7', 'COVID-19', '5G', phone numbers, scores, addresses."""

from __future__ import annotations

import re
from typing import Final

from sensecheck.numbers.currencies import currencies, currency_code, scaled_code
from sensecheck.numbers.number_words import DOZENS
from sensecheck.numbers.patterns import Pattern
from sensecheck.numbers.periods import MONTH_WORDS
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.prose.making import Read, matched, passage, valued
from sensecheck.numbers.prose.nouns import read_counted
from sensecheck.numbers.prose.units import TEMPERATURES
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token

_DOTTED: Final = Pattern(r"[0-9]+(?:\.[0-9]+){2,}(?![0-9])")
# '3.817.69' is a number with one point too many, '1.234.567' one of another country.
_THOUSANDS: Final = Pattern(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:[.,][0-9]+)?")
_WHOLE: Final = Pattern(
    r"""
    [0-9]+(?:[-–][0-9]+){2,}(?:/[0-9]+)?                          # 1-222-2222
  | 0[0-9]{2,4}(?:[\s-][0-9]{3,4}){1,3}(?![0-9])                  # 0800 123 456
  | [0-9]+\((?:[a-z]|[0-9])\)(?:\([a-z0-9]\))*                    # 401(k)
  | [0-9]{1,4}-[A-Z][A-Za-z]+                                     # 7-Eleven
  | [0-9]+\.(?:[A-Z]{2}|com|net|org|cn|io|co|gov|edu)\b           # 0020.HK, 163.com
  | [0-9]{1,5}[A-Za-z]?\s(?:[A-Z][\w.'’-]{1,20}\s){1,3}
    (?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Terrace|Parade)\b
  | [0-9]{1,2}x[0-9]{1,4}m?\b                                     # 4x4, 4x100m
  | [0-9]{1,2}-for-[0-9]{1,2}\b                                    # 2-for-1
  | [0-9]{1,2}-[A-Z]\b | (?:480|720|1080|1440|2160|4320)p\b       # 3-D, 1080p
  | [0-9]{1,3}°\s?[0-9]{1,2}['’′](?:\s?[0-9.]{1,5}["”″])?\s?[NSEW]?   # 42°10′50″N
    """,
    re.VERBOSE,
)
# +44 20 7946 0958
_ABROAD: Final = Pattern(r"[0-9]{1,3}(?:[\s-]\(?[0-9]{2,5}\)?){2,5}(?![0-9])")
# A range would rather end in zeros: '500-1000'.
_PHONE: Final = Pattern(r"[2-9][0-9]{2}[-–][0-9]{3}[1-9](?![0-9%]|[.,][0-9])")
_SCORE: Final = Pattern(r"([0-9]{1,3})[-–]([0-9]{1,3})(?![0-9%]|[-–/:][0-9]|[.,][0-9]|\s?[%$£€])")
_JOINTS: Final = frozenset({"-", "–"})
_SPORT: Final = frozenset(
    "won win wins winning lost lose loses losing beat beats beaten beating drew draw draws score "
    "scores scored lead leads led leading victory defeat defeated thrashed trounced edged downed "
    "triumph tie tied vote voted ruled split decision taking took bowled".split()
)
_NEAR: Final = 6
"""Tokens between 'won' and a score."""
# Before a hyphen these are words of their own: 'mid-2023', 'over-65s'.
_JOINED: Final = frozenset("pre post mid sub over under up non and or to".split())


def read_code(text: str, tokens: list[Token], at: int) -> Read | None:
    """The code that the digits at token `at` are part of."""
    token = tokens[at]
    before = text[token.start - 1 : token.start]
    if before.isalpha() or (before == "_" and text[token.start - 2 : token.start - 1].isalnum()):
        return _behind_letters(text, tokens, at)
    if before == ":" and _is_line(tokens, at):
        return valued(text, tokens, at, FoundKind.LABEL)
    if before and before in "-–−#+'’^":
        found = _behind_joint(text, tokens, at, before)
        if found is not None:
            return found
    if before == "+" and (abroad := matched(text, tokens, at, _ABROAD, FoundKind.LABEL)):
        return abroad
    follows = text[token.end : token.end + 2]
    if _may_be_code(text, token, follows):
        whole = matched(text, tokens, at, _WHOLE, FoundKind.LABEL)
        if whole is not None:
            return whole
    if text.count(".", token.start, token.end) > 1:
        dotted = _DOTTED.match(text, token.start)
        if dotted is not None and not _THOUSANDS.fullmatch(dotted.group()):
            return passage(text, tokens, at, dotted.end(), FoundKind.VERSION)
    is_joined = follows[:1] in _JOINTS
    if is_joined:
        score = _SCORE.match(text, token.start)
        if score is not None and _is_score(text, tokens, at, score):
            return passage(text, tokens, at, score.end(), FoundKind.LABEL)
    following = tokens[at + 1]
    is_glued = following.kind == "word" and following.start == token.end
    if is_glued and text[token.start : token.end].isdigit() and _is_name(text, tokens, at):
        return passage(text, tokens, at, following.end, FoundKind.LABEL)
    phone = matched(text, tokens, at, _PHONE, FoundKind.LABEL) if is_joined else None
    if phone is not None and read_counted(text, tokens, phone[1], is_one=False) is None:
        return phone
    return None


def _may_be_code(text: str, token: Token, follows: str) -> bool:
    """Whether what stands behind the digits can go on a code: cheaper to see than to match."""
    mark = follows[:1]
    if mark.isspace():
        return follows[1:].isupper() or text[token.start] == "0"
    return mark.isalpha() or mark in _JOINTS or mark in ".(°"


def _is_line(tokens: list[Token], at: int) -> bool:
    """'claims.yaml:48': the line of a file."""
    if at < 4 or tokens[at - 2].kind != "word" or tokens[at - 3].word != ".":
        return False
    return all(tokens[i].end == tokens[i + 1].start for i in range(at - 4, at))


def _behind_letters(text: str, tokens: list[Token], at: int) -> Read | None:
    """'G7', 'v2.4.1'; None where the letters are a currency."""
    letters = tokens[at - 1]
    if letters.kind == "money" or letters.end != tokens[at].start:
        return None
    raw = text[letters.start : letters.end]
    if _is_money(raw):
        return None
    return valued(text, tokens, at, FoundKind.VERSION if raw == "v" else FoundKind.LABEL)


def _is_money(raw: str) -> bool:
    """Whether letters before digits are a currency: 'RMB-4.963 billion', 'MSEK4'."""
    if not raw.isupper() and raw not in ("Rs", "rmb", "usd", "hkd"):
        return scaled_code(raw) is not None
    return (
        raw.lower() in currencies()
        or currency_code(raw) is not None
        or scaled_code(raw) is not None
    )


def _behind_joint(text: str, tokens: list[Token], at: int, joint: str) -> Read | None:
    """'COVID-19', 'scp2-173', '#5', 'N+1', and '24 for a year."""
    start = tokens[at].start
    ahead = text[start - 2 : start - 1]
    if joint == "#" or (joint == "^" and ahead == "["):
        return valued(text, tokens, at, FoundKind.LABEL)
    if joint in "'’":
        is_short = tokens[at].end - start == 2 and not ahead.isalnum()
        return valued(text, tokens, at, FoundKind.YEAR) if is_short else None
    named = tokens[at - 2]
    if joint in "-–−" and ahead.isdigit() and at > 2:
        is_code = tokens[at - 3].kind == "word" and tokens[at - 3].end == named.start
        return valued(text, tokens, at, FoundKind.LABEL) if is_code else None
    if not ahead.isalpha():
        return None
    if joint != "+":
        if named.word in _JOINED or named.word in MONTH_WORDS or named.kind != "word":
            return None
        if _is_money(text[named.start : named.end]):
            return None
    return valued(text, tokens, at, FoundKind.LABEL)


def _is_score(text: str, tokens: list[Token], at: int, score: re.Match[str]) -> bool:
    """'3-2', which is no range, and '2-3' where somebody lost."""
    if at and tokens[at - 1].end == tokens[at].start and tokens[at - 1].kind in ("money", "dash"):
        return False
    if int(score[1]) >= int(score[2]):
        return True
    after = at + 3
    is_next = at > 3 and tokens[at - 1].word in (",", "and") and tokens[at - 3].word == "-"
    if is_next and _SCORE.match(text, tokens[at - 4].start):
        return True  # '6-4, 3-6, 7-5'
    near = tokens[max(at - _NEAR, 0) : at] + tokens[after : after + 1]
    if not any(token.word in _SPORT for token in near):
        return False
    return read_counted(text, tokens, after, is_one=False) is None


def _is_name(text: str, tokens: list[Token], at: int) -> bool:
    """'5G', '3D': letters behind digits that are neither scale nor unit."""
    scale, place = read_scale(text, tokens, at + 1, False)
    if scale != 1 or read_measure(text, tokens, place) is not None:
        return False
    letters = tokens[at + 1]
    if text[letters.start : letters.end] in TEMPERATURES:
        return at > 0 and tokens[at - 1].kind == "word" and text[tokens[at - 1].start].isupper()
    return letters.word not in DOZENS and letters.word not in _NO_NAMES


_NO_NAMES: Final = frozenset({"e", "m", "b", "t", "st", "nd", "rd", "th", "x", "ish"})
