"""What stands before a number in prose: sign, currency, hedge, direction; read backwards."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple, TypeVar

from sensecheck.numbers.currencies import currencies, currency_code, scaled_code
from sensecheck.numbers.prose.directions import Said, direction_before
from sensecheck.numbers.tokens import HIDDEN, Token, match_phrase
from sensecheck.numbers.units import PERCENT, Meaning, Nature
from sensecheck.numbers.words import ARTICLES, HEDGES, Hedge, Phrases

T = TypeVar("T")

MOST_HEDGE_WORDS: Final = 6
MOST_CURRENCY_WORDS: Final = 5
_NO_REASON: Final = 8
"""More signs, brackets and currencies than this before one number are none of it."""

_MINUS: Final = "\u2212"
_BEFORE_MINUS: Final = re.compile(rf"[\s([{{\"'“‘«$£€¥:;,=<>~|/*{HIDDEN}]")
# Other currencies need capitals: in lower case they are words as well ('they won 5 games').
_PLAIN_CODES: Final = frozenset(
    "rmb cny usd us$ hkd hk$ eur gbp jpy aud cad nzd sgd chf inr twd krw mxn".split()
)
_MIXED_CODES: Final = frozenset({"Rs", "SFr", "Sfr", "Rp"})
# 'higher than the 7.9 billion' compares with a figure; it hedges none.
_BEFORE_HEDGED: Final = (ARTICLES | {"just", "another", "only"}) - {"the"}
_ARROWS: Final = frozenset({"=", "-"})
# 'percents of twenty'
_PERCENTS: Final = Meaning(PERCENT, Fraction(1, 100), Nature.MEASURE)


class Before(NamedTuple):
    """What was found; `start` is where the figure itself begins, sign and currency included."""

    start: int
    currency: Meaning | None = None
    scale: int = 1  # of a currency like MSEK
    negative: bool = False
    bracket: int | None = None  # the token of an opening bracket around sign, currency and number
    hedge: Hedge | None = None
    direction: Said | None = None
    hedge_word: str = ""  # the first word of the hedge
    word: str = ""  # the word before hedge, sign and currency


def read_before(text: str, tokens: list[Token], at: int, free: int) -> Before:
    """What stands before the number at token `at`; tokens before `free` belong to others."""
    place, start, bracket = at, tokens[at].start, None
    currency, scale, negative = None, 1, False
    for _ in range(_NO_REASON):
        if place <= free:
            break
        token = tokens[place - 1]
        if not negative and _is_minus(text, tokens, place - 1):
            negative, place = True, place - 1
        elif token.word == "(" and bracket is None and token.end == tokens[place].start:
            bracket, place = place - 1, place - 1
            continue
        elif currency is None and (found := _currency_before(text, tokens, place, free)):
            currency, scale, place = found
        elif token.word == "+" and _is_sign(text, tokens, place - 1):
            place -= 1
        else:
            break
        start = tokens[place].start
    hedge, place = _hedge_before(tokens, place, free)
    hedge_word = tokens[place].word if hedge else ""
    word = tokens[place - 1].word if place > free else ""
    direction = direction_before(text, tokens, place, free)
    return Before(start, currency, scale, negative, bracket, hedge, direction, hedge_word, word)


def _is_minus(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a word or a dash is a minus; a dash may be a hyphen, a bullet or a pause."""
    sign = tokens[at]
    if at > 1 and tokens[at - 1].word in ("or", "/") and tokens[at - 2].word in ("plus", "+"):
        return False  # 'plus or minus 3 points'
    if sign.word in ("minus", "negative"):
        return True
    if sign.word != "-":
        return False
    gap = tokens[at + 1].start - sign.end
    if gap and (text[sign.start] != _MINUS or gap > 1 or _is_difference(tokens, at)):
        return False
    if sign.start == 0 or _BEFORE_MINUS.match(text, sign.start - 1):
        return True
    before = tokens[at - 1] if at else None
    return before is not None and before.word in _PLAIN_CODES and before.end == sign.start


def _is_difference(tokens: list[Token], at: int) -> bool:
    """Whether the minus stands between two numbers: '5 − 3'."""
    ahead = tokens[at - 1] if at else None
    return ahead is not None and (ahead.kind in ("number", "vulgar") or ahead.word in ("%", ")"))


def _is_sign(text: str, tokens: list[Token], at: int) -> bool:
    plus = tokens[at]
    is_free = plus.start == 0 or _BEFORE_MINUS.match(text, plus.start - 1) is not None
    return is_free and plus.end == tokens[at + 1].start


def _currency_before(
    text: str, tokens: list[Token], place: int, free: int
) -> tuple[Meaning, int, int] | None:
    """The currency that ends before token `place`, its scale, and the token it begins at."""
    last = tokens[place - 1]
    if last.kind not in ("money", "word", "mark"):
        return None
    if last.word == "of" and place - 2 >= free and tokens[place - 2].word == "percents":
        return _PERCENTS, 1, place - 2
    raw = text[last.start : last.end]
    if last.kind == "word" and last.word not in _PLAIN_CODES and raw not in _MIXED_CODES:
        coded = scaled_code(raw)
        if coded is not None:
            return *coded, place - 1
        if not raw.isupper():
            return None
    found = _ending(currencies(), tokens, place, free, MOST_CURRENCY_WORDS)
    if found is not None:
        return found[0], 1, found[1]
    code = currency_code(raw) if last.kind == "word" else None
    return None if code is None else (code, 1, place - 1)


def _hedge_before(tokens: list[Token], place: int, free: int) -> tuple[Hedge | None, int]:
    for start in (place, place - 1):
        if start < place and (start <= free or tokens[start].word not in _BEFORE_HEDGED):
            break
        found = _ending(HEDGES, tokens, start, free, MOST_HEDGE_WORDS)
        if found is None:
            continue
        is_arrow = found[1] > free and tokens[found[1] - 1].word in _ARROWS
        if not (is_arrow and tokens[found[1]].word in "<>"):
            return found
    return None, place


def _ending(
    table: Phrases[T], tokens: list[Token], end: int, free: int, most: int
) -> tuple[T, int] | None:
    """What the longest phrase means that ends before token `end`, and the token it begins at."""
    for start in range(max(end - most, free), end):
        found = match_phrase(table, tokens, start)
        if found is not None and found[1] == end:
            return found[0], start
    return None
