"""What stands before a number in prose: sign, currency, hedge, direction; read backwards."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeVar

from sensecheck.numbers.currencies import currencies, currency_code
from sensecheck.numbers.tokens import Token, match_phrase
from sensecheck.numbers.units import Meaning
from sensecheck.numbers.words import ARTICLES, DIRECTIONS, HEDGES, Direction, Hedge, Phrases

T = TypeVar("T")

MOST_HEDGE_WORDS: Final = 6
MOST_CURRENCY_WORDS: Final = 5
_MOST_ADVERBS: Final = 2
_NO_REASON: Final = 8
"""More signs, brackets and currencies than this before one number are none of it."""

_MINUS: Final = "\u2212"
_BEFORE_MINUS: Final = " \t\n\r\u00a0\u2009\u202f([{\"'“‘«$£€¥:;,=<>~|/"
# Other currencies need capitals: in lower case they are words as well ('they won 5 games').
_PLAIN_CODES: Final = frozenset(
    "rmb cny usd us$ hkd hk$ eur gbp jpy aud cad nzd sgd chf inr twd krw mxn".split()
)
_SKIPPED: Final = ARTICLES | {"just", "another", "only"}
# 'higher than the 7.9 billion' compares with a figure; it hedges none.
_BEFORE_HEDGED: Final = _SKIPPED - {"the"}
_BY: Final = frozenset({"by", "of"})
# Directions that compare rather than move: none before a number, except with 'by'.
_COMPARING: Final = frozenset(
    "more less fewer higher lower greater larger bigger smaller raised added lost gained expanded "
    "advanced dropped reduced".split()
)


class Before(NamedTuple):
    """What was found; `start` is where the figure itself begins, sign and currency included."""

    start: int
    currency: Meaning | None = None
    negative: bool = False
    bracketed: bool = False
    hedge: Hedge | None = None
    direction: Direction | None = None
    hedge_word: str = ""  # the first word of the hedge
    word: str = ""  # the word before hedge, sign and currency


def read_before(text: str, tokens: list[Token], at: int, free: int) -> Before:
    """What stands before the number at token `at`; tokens before `free` belong to others."""
    place, currency, negative, bracketed = at, None, False, False
    for _ in range(_NO_REASON):
        if place <= free:
            break
        token = tokens[place - 1]
        if (token.word == "-" and not negative and _is_minus(text, tokens, place - 1)) or (
            token.word in ("minus", "negative") and not negative
        ):
            negative, place = True, place - 1
        elif token.word == "(" and not bracketed and token.end == tokens[place].start:
            bracketed, place = True, place - 1
        elif currency is None and (found := _currency_before(text, tokens, place, free)):
            currency, place = found
        elif token.word == "+" and _is_sign(text, tokens, place - 1):
            place -= 1
        else:
            break
    start = tokens[place].start
    hedge, place = _hedge_before(tokens, place, free)
    hedge_word = tokens[place].word if hedge else ""
    word = tokens[place - 1].word if place > free else ""
    direction = _direction_before(tokens, place, free)
    return Before(start, currency, negative, bracketed, hedge, direction, hedge_word, word)


def _is_minus(text: str, tokens: list[Token], at: int) -> bool:
    """Whether the dash is a minus, rather than a hyphen, a bullet or a pause."""
    dash = tokens[at]
    gap = tokens[at + 1].start - dash.end
    if gap and not (text[dash.start] == _MINUS and gap == 1):
        return False
    if dash.start == 0 or text[dash.start - 1] in _BEFORE_MINUS:
        return True
    before = tokens[at - 1] if at else None
    return before is not None and before.word in _PLAIN_CODES and before.end == dash.start


def _is_sign(text: str, tokens: list[Token], at: int) -> bool:
    plus = tokens[at]
    is_free = plus.start == 0 or text[plus.start - 1] in _BEFORE_MINUS
    return is_free and plus.end == tokens[at + 1].start


def _currency_before(
    text: str, tokens: list[Token], place: int, free: int
) -> tuple[Meaning, int] | None:
    last = tokens[place - 1]
    if last.kind not in ("money", "word", "mark"):
        return None
    raw = text[last.start : last.end]
    if last.kind == "word" and last.word not in _PLAIN_CODES and not raw.isupper() and raw != "Rs":
        return None
    found = _ending(currencies(), tokens, place, free, MOST_CURRENCY_WORDS)
    if found is not None:
        return found
    code = currency_code(raw) if last.kind == "word" else None
    return None if code is None else (code, place - 1)


def _hedge_before(tokens: list[Token], place: int, free: int) -> tuple[Hedge | None, int]:
    for start in (place, place - 1):
        if start < place and (start <= free or tokens[start].word not in _BEFORE_HEDGED):
            break
        found = _ending(HEDGES, tokens, start, free, MOST_HEDGE_WORDS)
        if found is not None:
            return found
    return None, place


def _direction_before(tokens: list[Token], place: int, free: int) -> Direction | None:
    """The direction that 'decreased sharply by', 'a growth of' or 'down' say right before it."""
    at = place - 1
    while at >= free and tokens[at].word in _SKIPPED:
        at -= 1
    is_by = at >= free and tokens[at].word in _BY
    at -= is_by
    for _ in range(_MOST_ADVERBS):
        if at >= free and (tokens[at].word.endswith("ly") or tokens[at].word in _SKIPPED):
            at -= 1
    if at < free or (not is_by and tokens[at].word in _COMPARING):
        return None
    return DIRECTIONS.get(tokens[at].word)


def _ending(
    table: Phrases[T], tokens: list[Token], end: int, free: int, most: int
) -> tuple[T, int] | None:
    """What the longest phrase means that ends before token `end`, and the token it begins at."""
    for start in range(max(end - most, free), end):
        found = match_phrase(table, tokens, start)
        if found is not None and found[1] == end:
            return found[0], start
    return None
