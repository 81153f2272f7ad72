"""Which way a number in prose goes: 'down 5%', 'reduced staff by 50%', 'a 6.9% decrease'."""

from __future__ import annotations

from typing import Final, NamedTuple

from sensecheck.numbers.tokens import Token, match_phrase
from sensecheck.numbers.units import MULTIPLE, PERCENT, POINTS, Meaning, Unit
from sensecheck.numbers.words import ARTICLES, DIRECTIONS, PHRASE_FILLERS, Direction

# Words of a change that are none of `parse`: too often they are something else.
_VERBS: Final = {
    **dict.fromkeys(
        "raise raises lift lifts lifted boost boosts boosted rallied firmed strengthened "
        "swelled ballooned".split(),
        Direction.UP,
    ),
    **dict.fromkeys(
        "cut cuts cutting reduce reduces reducing lower lowers lowered slash slashed shrink "
        "shrinks trim trimmed eased dipped plummeted crashed shed weakened dwindled".split(),
        Direction.DOWN,
    ),
}
_CHANGES: Final = {**DIRECTIONS, **_VERBS}
_SKIPPED: Final = ARTICLES | {"just", "another", "only", "further"}
_BY: Final = frozenset({"by", "of"})
_RATES: Final = frozenset({"rate", "rates"})
_CHANGED: Final = (PERCENT, POINTS, MULTIPLE, Unit((("point", 1),)))
_COMPARED: Final = frozenset("more less fewer higher lower".split())
_PAUSES: Final = frozenset("\u2014\u2015")
_MOST_ADVERBS: Final = 2
_MOST_OBJECT: Final = 5
"""Words between verb and 'by': 'reduced the size of its staff by'."""

# Before a number without 'by' these are weak: 'lost 5 games', '5 more shops'.
_COMPARING: Final = frozenset(
    "more less fewer higher lower greater larger bigger smaller raised added lost gained expanded "
    "advanced dropped reduced raise raises lift lifts lifted boost boosts boosted cut cuts cutting "
    "reduce reduces reducing lowers lowered slash slashed shrink shrinks trim trimmed".split()
)
# What a change is called behind it; a verb there tells of what is counted: '5% gained access'.
_BEHIND: Final = frozenset(
    "up down more less fewer higher lower greater larger smaller bigger rise rises fall increase "
    "increases decrease decreases growth decline declines drop jump surge slump plunge climb "
    "reduction contraction uplift upturn downturn uptick cut".split()
)
# Behind an amount most of these tell of a level: '5 million, up from 4'.
_BEHIND_AMOUNT: Final = frozenset(
    "more less fewer higher lower rise fall increase decrease decline drop jump cut "
    "reduction".split()
)


class Said(NamedTuple):
    """The direction that words say; a weak one only of percentages: 'lost 5%', 'lost 5 games'."""

    direction: Direction
    is_weak: bool = False


def direction_before(text: str, tokens: list[Token], place: int, free: int) -> Said | None:
    """What is said right before token `place`; tokens before `free` belong to other numbers."""
    at = place - 1
    if at > free and text[tokens[at].start] in _PAUSES:
        at -= 1  # 'growth—5 percent—was weak'
    for _ in range(_MOST_ADVERBS):
        at -= at >= free and tokens[at].word in _SKIPPED
    by = tokens[at].word if at >= free and tokens[at].word in _BY else ""
    at -= bool(by)
    if by == "of" and at >= free and tokens[at].word in _RATES:
        at -= 1
    for _ in range(_MOST_ADVERBS):
        if at >= free and (tokens[at].word.endswith("ly") or tokens[at].word in _SKIPPED):
            at -= 1
    if at < free:
        return None
    word = tokens[at].word
    if word in _CHANGES:
        return Said(_CHANGES[word], not by and word in _COMPARING)
    return _of_verb(tokens, at, free) if by == "by" else None


def _of_verb(tokens: list[Token], at: int, free: int) -> Said | None:
    """The verb whose object ends at token `at`: 'reduce staff by'."""
    for place in range(at, max(at - _MOST_OBJECT, free - 1), -1):
        token = tokens[place]
        if token.kind != "word":
            return None
        if token.word in _CHANGES:
            return Said(_CHANGES[token.word])
    return None


def direction_of(
    tokens: list[Token], before: Said | None, meaning: Meaning | None, at: int
) -> Direction | None:
    """The direction of a number by the words before it and those behind, from token `at` on."""
    is_change = meaning is not None and meaning.unit in _CHANGED
    if before is not None and (is_change or not before.is_weak):
        return before.direction
    filler = match_phrase(PHRASE_FILLERS, tokens, at)
    place = filler[1] if filler else at
    word = tokens[place].word
    if is_change:
        return _CHANGES[word] if word in _BEHIND else None
    is_compared = word not in _COMPARED or tokens[place + 1].word == "than"
    return _CHANGES[word] if word in _BEHIND_AMOUNT and is_compared else None
