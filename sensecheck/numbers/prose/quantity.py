"""One number in prose with all that belongs to it, from the hedge before it to the noun behind."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.numerals import Kind
from sensecheck.numbers.printed import Direction, Hedge, Nature, Printed, Unreadable, parse
from sensecheck.numbers.prose.before import Before, read_before
from sensecheck.numbers.prose.found import Found, FoundKind
from sensecheck.numbers.prose.kinds import kind_of, printed_unit
from sensecheck.numbers.prose.nouns import read_counted
from sensecheck.numbers.quantities import Quantity, read_quantity, read_rate, read_scale
from sensecheck.numbers.spans import RANGE_WORDS, Span, read_span
from sensecheck.numbers.tokens import Token, match_phrase
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Meaning, Unit
from sensecheck.numbers.words import DIRECTIONS, LATE_HEDGES, PHRASE_FILLERS

_ONE: Final = Fraction(1)
_LARGEST: Final = 10**40
# Words before 'over five years' after which 'over' is a hedge; else it says when: 'fell over …'.
_HEDGING_OVER: Final = frozenset(
    "of in for after is was are were been took takes lasted than by at well just with has had have "
    "spent within requires required and or".split()
)
# After these 'a year' says when, not how often: '$5 a year earlier'.
_WHEN: Final = frozenset("earlier ago before later prior previously on after".split())
_MORE: Final = frozenset("more fewer less extra additional other further new".split())
# Currencies that are other words, too; after a small number they are those.
_DOUBTFUL_MONEY: Final = frozenset("won real rand sterling dong".split())
_MOST_DOUBTFUL: Final = 100
_TIME: Final = frozenset({"day", "year"})


def read_number(text: str, tokens: list[Token], at: int, free: int) -> tuple[Found, int] | None:
    """The number at token `at` and the token after it; None where none begins there.

    Tokens before `free` belong to other numbers.
    """
    before = read_before(text, tokens, at, free)
    try:
        quantity = read_quantity(text, tokens, at, before.currency)
    except Unreadable as error:
        return _unreadable(text, tokens, at, error)
    if quantity is None:
        return None
    quantity = _own(text, tokens, quantity)
    span = _span(text, tokens, quantity, before)
    figure = _Figure.of_span(span) if span else _Figure.of(quantity, before)
    return _found(text, tokens, figure, before)


class _Figure(NamedTuple):
    """A number or a range, before what stands behind it is read."""

    kind: Kind
    number: Fraction
    decimals: int
    high: Fraction | None
    high_decimals: int
    negative: bool
    scale: Fraction
    meaning: Meaning | None
    start: int
    end: int
    next: int
    is_dozen: bool = False

    @classmethod
    def of(cls, quantity: Quantity, before: Before) -> _Figure:
        numeral = quantity.numeral
        return cls(
            numeral.kind,
            numeral.number,
            numeral.decimals,
            None,
            0,
            before.negative,
            Fraction(quantity.scale),
            quantity.meaning,
            numeral.start,
            numeral.end,
            quantity.next,
            numeral.is_dozen,
        )

    @classmethod
    def of_span(cls, span: Span) -> _Figure:
        own = span.meaning.factor if span.meaning else _ONE
        return cls(
            Kind.RANGE,
            span.low,
            span.decimals,
            span.high,
            span.high_decimals,
            span.is_negative,
            span.factor / own,
            span.meaning,
            span.start,
            span.end,
            span.next,
        )


def _own(text: str, tokens: list[Token], quantity: Quantity) -> Quantity:
    """The quantity without a unit that belongs to the next number, or is another word here."""
    last = tokens[quantity.next - 1]
    if quantity.meaning is None or last.start < quantity.numeral.end:
        return quantity
    following = tokens[quantity.next]
    is_next = following.kind == "number" and last.end == following.start
    is_word = last.word in _DOUBTFUL_MONEY and quantity.scale == 1
    if is_next or (is_word and quantity.numeral.number < _MOST_DOUBTFUL):
        _, place = read_scale(text, tokens, quantity.numeral.next, False)
        return quantity._replace(meaning=None, next=place)
    return quantity


# ── ranges ───────────────────────────────────────────────────────────────────────────────────


def _span(text: str, tokens: list[Token], low: Quantity, before: Before) -> Span | None:
    """The range that begins with `low`; a change 'from 5 to 7' is none."""
    joint = tokens[low.next]
    if joint.word not in RANGE_WORDS or low.numeral.kind in (Kind.ORDINAL, Kind.MULTIPLE):
        return None
    if joint.word == "and":
        if before.word != "between":
            return None
    elif joint.kind == "word":
        if before.word == "from" or before.direction is not None:
            return None
    elif (tokens[low.next - 1].end == joint.start) != (joint.end == tokens[low.next + 1].start):
        return None
    try:
        span = read_span(text, tokens, low, before.currency, 1)
        if span is None:
            return None
        brackets = before.bracketed and before.negative
        return span.signed(before.negative, span.is_negative or brackets)
    except Unreadable:
        return None


# ── what stands behind ───────────────────────────────────────────────────────────────────────


def _found(text: str, tokens: list[Token], figure: _Figure, before: Before) -> tuple[Found, int]:
    at, note = figure.next, ""
    negative = figure.negative
    if before.bracketed and tokens[at].word == ")":
        figure, at, is_negative, note = _bracketed(text, tokens, figure, before)
        negative = negative or is_negative
    if figure.meaning is None and (figure.kind is not Kind.MULTIPLE or figure.is_dozen):
        figure, at = _counted(text, tokens, figure, at)
    factor = figure.scale * (figure.meaning.factor if figure.meaning else _ONE)
    meaning, at = _with_rate(text, tokens, figure.meaning, at)
    end = tokens[at - 1].end
    words = text[_unit_start(text, tokens, figure) : end]
    unit, base = printed_unit(meaning, words)
    hedge, after = _hedge(tokens, before, figure, meaning, at)
    direction, after = _direction(tokens, before, meaning, after)
    start = min(before.start, figure.start)
    if meaning is not None and figure.meaning is not None and meaning != figure.meaning:
        factor = factor / (figure.meaning.factor / meaning.factor)
    printed = Printed(
        text=text[start:end],
        start=figure.start - start,
        end=figure.end - start,
        kind=figure.kind,
        number=figure.number,
        decimals=figure.decimals,
        high=figure.high,
        high_decimals=figure.high_decimals,
        factor=factor,
        scaled=figure.scale != 1,
        negative=negative,
        direction=None,
        hedge=hedge if figure.kind is not Kind.RANGE or hedge is Hedge.ABOUT else None,
        unit=_unit(figure, meaning),
        nature=meaning.nature if meaning else _nature(figure),
        period=None,
    )
    largest = abs(printed.high or figure.number) * factor
    if largest > _LARGEST or (largest and largest * _LARGEST < 1):
        return Found(start, end, text[start:end], FoundKind.NUMBER, note="too large to be true"), at
    if printed.kind is Kind.MULTIPLE and meaning is None:
        unit = None if figure.is_dozen else MULTIPLE.name
    found = Found(
        start,
        end,
        text[start:end],
        kind_of(printed),
        printed,
        unit,
        base,
        direction.value if direction else None,
        note,
    )
    return found, at


def _unit(figure: _Figure, meaning: Meaning | None) -> Unit | None:
    if meaning is not None:
        return meaning.unit
    is_multiple = figure.kind is Kind.MULTIPLE and not figure.is_dozen and figure.scale == 1
    return MULTIPLE if is_multiple else None


def _nature(figure: _Figure) -> Nature:
    return Nature.MEASURE if _unit(figure, None) is not None else Nature.BARE


def _unit_start(text: str, tokens: list[Token], figure: _Figure) -> int:
    """Where the words of the unit begin that stand behind the number and its scale."""
    place = figure.next
    while place > 0 and tokens[place - 1].start >= figure.end:
        place -= 1
    _, place = read_scale(text, tokens, place, True)
    return tokens[place].start


def _bracketed(
    text: str, tokens: list[Token], figure: _Figure, before: Before
) -> tuple[_Figure, int, bool, str]:
    """A number alone in brackets: a minus where money or a scale stands outside them."""
    at = figure.next + 1
    scale, after = read_scale(text, tokens, at, figure.meaning is not None)
    if before.currency is not None or scale != 1:
        figure = figure._replace(scale=figure.scale * scale, next=after)
        return figure, after, True, ""
    return figure, figure.next, False, ""


def _counted(text: str, tokens: list[Token], figure: _Figure, at: int) -> tuple[_Figure, int]:
    """The figure with the noun behind it, where it has one: '300 more people', '10-person'."""
    place = at
    token = tokens[place]
    if (
        token.word == "-" and token.end == tokens[place + 1].start == token.start + 1
    ) or token.word in _MORE:
        place += 1
    is_one = figure.number == 1 or place > at
    counted = read_counted(text, tokens, place, is_one=is_one)
    if counted is None:
        return figure, at
    meaning, after = counted
    return figure._replace(meaning=meaning), after


def _with_rate(
    text: str, tokens: list[Token], meaning: Meaning | None, at: int
) -> tuple[Meaning | None, int]:
    """The unit with 'per share', '/day', 'a head' behind it; not 'a year earlier'."""
    token = tokens[at]
    if token.word == "-" and tokens[at + 1].word == "a":  # 'a 12-cent-a-share dividend'
        at, token = at + 1, tokens[at + 1]
    if token.word not in ("a", "an", "per", "/", "to"):
        return meaning, at
    if token.word in ("a", "an", "to") and meaning is None:
        return meaning, at
    try:
        rate = read_rate(text, tokens, at)
    except Unreadable:
        return meaning, at
    if rate is None or (token.word in ("a", "an") and tokens[rate[1]].word in _WHEN):
        return meaning, at
    unit = meaning.unit if meaning else PLAIN
    if unit.is_dimensionless and unit != PLAIN:
        return meaning, at  # percent a year
    factor = (meaning.factor if meaning else _ONE) / rate[0].factor
    return Meaning(unit / rate[0].unit, factor, Nature.MEASURE), rate[1]


def _hedge(
    tokens: list[Token], before: Before, figure: _Figure, meaning: Meaning | None, at: int
) -> tuple[Hedge | None, int]:
    """The hedge before the number or behind it, and the token after the latter."""
    hedge = before.hedge
    if hedge is not None and _says_when(before, meaning):
        hedge = None
    late = match_phrase(LATE_HEDGES, tokens, at)
    if hedge is None and late is not None and tokens[late[1]].kind != "number":
        return late
    return hedge, at


def _says_when(before: Before, meaning: Meaning | None) -> bool:
    """Whether 'over five years' is a time in which something happened, not more than that."""
    if meaning is None or not meaning.unit.bases or meaning.unit.bases[0][0] not in _TIME:
        return False
    return before.hedge_word == "over" and before.word not in _HEDGING_OVER


def _direction(
    tokens: list[Token], before: Before, meaning: Meaning | None, at: int
) -> tuple[Direction | None, int]:
    is_change = meaning is not None and meaning.unit in (PERCENT, POINTS, MULTIPLE)
    if before.direction is not None:
        return before.direction, at
    filler = match_phrase(PHRASE_FILLERS, tokens, at)
    place = filler[1] if filler else at
    if is_change and tokens[place].word in DIRECTIONS:
        return DIRECTIONS[tokens[place].word], at
    return None, at


# ── what cannot be read ──────────────────────────────────────────────────────────────────────


def _unreadable(text: str, tokens: list[Token], at: int, error: Unreadable) -> tuple[Found, int]:
    """A number whose digits are not one number here, with what it probably is, and a note."""
    start, end = tokens[at].start, max(error.end, tokens[at].end)
    after = at + 1
    while tokens[after].kind and tokens[after].start < end:
        after += 1
    printed = None
    if error.instead:
        try:
            printed = parse(error.instead)
        except Unreadable:
            printed = None
    kind = FoundKind.NUMBER
    return Found(start, end, text[start:end], kind, printed, note=error.reason), after
