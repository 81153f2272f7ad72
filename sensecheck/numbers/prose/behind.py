"""What stands behind a number in prose: what it counts, a rate, a hedge."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.prose.figure import Figure
from sensecheck.numbers.prose.kinds import is_time, unit_name
from sensecheck.numbers.prose.nouns import read_counted, read_joined
from sensecheck.numbers.prose.units import bracketed_unit
from sensecheck.numbers.quantities import read_rate, read_scale
from sensecheck.numbers.tokens import SUPERSCRIPTS, Token, Unreadable, match_phrase
from sensecheck.numbers.units import PLAIN, Meaning, Nature
from sensecheck.numbers.words import LATE_HEDGES, Hedge

_ONE: Final = Fraction(1)
_MORE: Final = frozenset("more fewer less extra additional other further new".split())
# After these 'a year' says when, not how often: '$5 a year earlier'.
_WHEN: Final = frozenset("earlier ago before later prior previously on after".split())
# '£300, and up from £200', 'five, and above all'
_AFTER_NO_HEDGE: Final = frozenset("than from to by the a an all its his her their another".split())


class Behind(NamedTuple):
    """A figure with its unit; `next` is the token behind all that belongs to it."""

    meaning: Meaning | None
    unit: str | None  # the name of the unit that the value is given in
    base: Fraction  # what one of it is worth
    hedge: Hedge | None
    end: int  # where number and unit end
    next: int


def read_behind(text: str, tokens: list[Token], figure: Figure) -> Behind:
    """What the tokens from `figure.next` on add to a figure."""
    at, start = figure.next, _unit_start(text, tokens, figure)
    end = tokens[at - 1].end
    meaning, named = figure.meaning, figure.named
    is_bare = meaning is None and (figure.kind is not Kind.MULTIPLE or figure.is_dozen)
    if is_bare and (found := _unit_behind(text, tokens, figure, at)) is not None:
        start, at = tokens[at].start, found[1]
        meaning = named = found[0]
        end = tokens[at - 1].end
    name = unit_name(named, text[start:end]) if named is not None else None
    base = named.factor if named is not None else _ONE
    rate = _rate(text, tokens, meaning, at)
    if rate is not None:
        per, after = rate
        words = text[tokens[at + 1].start : tokens[after - 1].end]
        name = f"{name or ''} per {unit_name(per, words)}".strip()
        unit, factor = (meaning.unit, meaning.factor) if meaning else (PLAIN, _ONE)
        meaning = Meaning(unit / per.unit, factor / per.factor, Nature.MEASURE)
        base, at, end = base / per.factor, after, tokens[after - 1].end
    late = _late_hedge(tokens, at)
    if late is None:
        return Behind(meaning, name, base, None, end, at)
    hedge, at = late
    if is_bare and meaning is None:  # '12 or more people'
        found = _unit_behind(text, tokens, figure, at)
        if found is not None:
            words = text[tokens[at].start : tokens[found[1] - 1].end]
            return Behind(
                found[0], unit_name(found[0], words), found[0].factor, hedge, end, found[1]
            )
    return Behind(meaning, name, base, hedge, end, at)


def _unit_start(text: str, tokens: list[Token], figure: Figure) -> int:
    """Where the words of the unit begin that stand behind the number and its scale."""
    place = figure.next
    while place > 0 and tokens[place - 1].start >= figure.end:
        place -= 1
    _, place = read_scale(text, tokens, place, True)
    return tokens[place].start


def _unit_behind(
    text: str, tokens: list[Token], figure: Figure, at: int
) -> tuple[Meaning, int] | None:
    """What is counted: '300 more people', '10-person', '4,672¹ employees'; or '20 [kg]'."""
    token, place = tokens[at], at
    if token.kind == "mark" and (unit := bracketed_unit(text, tokens, at)) is not None:
        return unit
    if token.word[:1] in SUPERSCRIPTS and token.word and token.start == figure.end:
        place += 1
        token = tokens[place]
    if token.word == "-" and token.end == tokens[place + 1].start == token.start + 1:
        if match_phrase(LATE_HEDGES, tokens, place) is not None:
            return None  # '20-odd people'
        if tokens[place + 1].word == "strong":
            return read_counted(text, tokens, place + 2, is_one=False)
        return read_joined(tokens, place + 1)
    if token.word in _MORE:
        place += 1
    return read_counted(text, tokens, place, is_one=figure.number == 1 and place == at)


def _rate(
    text: str, tokens: list[Token], meaning: Meaning | None, at: int
) -> tuple[Meaning, int] | None:
    """'per share', '/day', 'a head'; not 'a year earlier', nor percent a year."""
    if meaning is not None and meaning.unit.is_dimensionless and meaning.unit != PLAIN:
        return None
    token = tokens[at]
    if token.word == "-" and tokens[at + 1].word == "a":  # 'a 12-cent-a-share dividend'
        at, token = at + 1, tokens[at + 1]
    if token.word not in ("a", "an", "per", "/", "to"):
        return None
    try:
        rate = read_rate(text, tokens, at)
    except Unreadable:
        return None
    if rate is None or token.word in ("per", "/"):
        return rate
    if token.word == "to":
        return rate if meaning is not None else None
    is_when = tokens[rate[1]].word in _WHEN
    return None if is_when or (meaning is None and not is_time(rate[0].unit)) else rate


def _late_hedge(tokens: list[Token], at: int) -> tuple[Hedge, int] | None:
    """'or more', '+'; not the 'or less' of '5 or less than 6', nor the '+' of '5 + 3'."""
    late = match_phrase(LATE_HEDGES, tokens, at)
    if late is None or tokens[late[1]].kind == "number":
        return None
    return None if tokens[late[1]].word in _AFTER_NO_HEDGE else late
