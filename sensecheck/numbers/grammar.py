"""How the parts of a printed figure follow each other.

    hedge? direction? sign? currency? NUMBER scale? unit? (to NUMBER …)? rate? direction? hedge?

`read` takes a whole text; every step consumes tokens from a place and knows only the tables of
`words`, `currencies` and `measures`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.currencies import scaled_code
from sensecheck.numbers.number_words import ONES, PARTS, SCALES, TENS
from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.periods import MONTH_WORDS, Period, parse_period
from sensecheck.numbers.quantities import (
    Quantity,
    read_currency,
    read_measure,
    read_noun,
    read_quantity,
    read_rate,
    read_scale,
)
from sensecheck.numbers.spans import RANGE_WORDS, read_span
from sensecheck.numbers.tokens import SUPERSCRIPTS, Token, Unreadable, match_phrase, tokenize
from sensecheck.numbers.units import MULTIPLE, PLAIN, Meaning, Nature, Unit
from sensecheck.numbers.words import (
    DIRECTIONS,
    FILLERS,
    HEDGES,
    LATE_FILLERS,
    LATE_HEDGES,
    PHRASE_FILLERS,
    TAIL_WORDS,
    Direction,
    Hedge,
)

LARGEST: Final = 10**40
_ONE: Final = Fraction(1)
_SMALLEST: Final = Fraction(1, LARGEST)


class Parts:
    """What a text has been read to so far; the fields are those of `Printed`."""

    __slots__ = (
        "decimals",
        "direction",
        "end",
        "factor",
        "hedge",
        "high",
        "high_decimals",
        "kind",
        "nature",
        "negative",
        "number",
        "period",
        "scaled",
        "start",
        "unit",
    )

    def __init__(self, kind: Kind = Kind.NUMBER, start: int = 0, end: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.number: Fraction | None = None
        self.decimals = 0
        self.high: Fraction | None = None
        self.high_decimals = 0
        self.factor = _ONE
        self.scaled = False
        self.negative = False
        self.direction: Direction | None = None
        self.hedge: Hedge | None = None
        self.unit: Unit | None = None
        self.nature = Nature.BARE
        self.period: Period | None = None


def read(text: str) -> Parts:
    """The parts of the one figure that `text` prints; Unreadable where it prints none or more."""
    tokens = tokenize(text)
    if tokens[0].kind == "":
        raise Unreadable("nothing is written here", 0, len(text), "not printed")
    if tokens[0].word == "not" and [token.word for token in tokens[1:3]] == ["printed", ""]:
        return Parts(Kind.MISSING, tokens[0].start, tokens[1].end)
    if _may_be_period(tokens):
        period = parse_period(text)
        if period is not None:
            parts = Parts(Kind.PERIOD, tokens[0].start, tokens[-3].end)
            parts.period = period
            return parts
    return _Reader(text, tokens).figure()


_PERIOD_WORDS: Final = MONTH_WORDS | frozenset(
    "q h fy fiscal financial end start beginning year half quarter in".split()
)


def _may_be_period(tokens: list[Token]) -> bool:
    if tokens[0].kind == "number" and tokens[1].word == "-" and tokens[2].kind == "number":
        return True
    return any(token.word in _PERIOD_WORDS for token in tokens)


class _Reader:
    """One pass over the tokens of a figure; `at` is the token to be read next."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.parts = Parts()
        self.meaning: Meaning | None = None  # the unit, once known
        self.currency: Meaning | None = None  # the unit, where it stands before the number
        self.scale_before = 1  # 'RMB billion 4.963'
        self.is_dozen = False
        self.is_between = False
        self.opened = 0  # accounting brackets

    def figure(self) -> Parts:
        first = self._before()
        self.is_dozen = first.numeral.is_dozen
        parts, numeral = self.parts, first.numeral
        parts.kind, parts.number, parts.decimals = numeral.kind, numeral.number, numeral.decimals
        parts.start, parts.end = numeral.start, numeral.end
        parts.scaled = first.scale != 1
        parts.factor, self.meaning, self.at = first.factor, first.meaning, first.next
        if self.is_between or self.tokens[self.at].word in RANGE_WORDS:
            self._range(first)
        while self.tokens[self.at].kind:
            self._after()
        return self._finished()

    def _before(self) -> Quantity:
        """Consume hedge, direction, sign and currency up to and with the first number."""
        while True:
            token = self.tokens[self.at]
            if token.kind != "number":
                if not token.kind:
                    raise Unreadable("there is no number in it", 0, len(self.text))
                if token.kind not in ("vulgar", "word") and self._mark_before(token):
                    continue
            quantity = read_quantity(
                self.text, self.tokens, self.at, self.meaning, self.scale_before
            )
            if quantity is not None:
                return quantity
            self._word_before(token)

    def _mark_before(self, token: Token) -> bool:
        word = token.word
        if word == "-":
            self._set_negative(token)
        elif word == "(":
            self.opened += 1
            self._set_negative(token)
        elif word != "+":
            return False
        self.at += 1
        return True

    def _set_negative(self, token: Token) -> None:
        if self.parts.negative:
            raise Unreadable("has two minus signs", token.start, token.end)
        self.parts.negative = True

    def _word_before(self, token: Token) -> None:
        tokens, at = self.tokens, self.at
        hedge = match_phrase(HEDGES, tokens, at)
        if hedge is not None:
            self._set_hedge(*hedge)
        elif token.word in ("minus", "negative"):
            self._set_negative(token)
            self.at = at + 1
        elif self.meaning is None and (currency := read_currency(self.text, tokens, at)):
            self.meaning, self.at = currency
            self.currency = self.meaning
            self.scale_before, self.at = read_scale(self.text, tokens, self.at, True)
        elif self.meaning is None and (coded := scaled_code(self.text[token.start : token.end])):
            self.meaning, self.scale_before = coded  # 'MSEK 60'
            self.currency, self.at = self.meaning, at + 1
        elif token.word in DIRECTIONS:
            self._set_direction(token)
        elif token.word == "between" and not self.is_between:
            self.is_between, self.at = True, at + 1
        elif phrase := match_phrase(PHRASE_FILLERS, tokens, at):
            self.at = phrase[1]
        elif token.word in FILLERS:
            self.at = at + 1
        elif token.word == "from":
            rest = self.text[token.end :].strip()
            raise self._unreadable("… to … may be a change: write its two figures apart", at, rest)
        else:
            raise self._unreadable("is not part of a figure", at)

    def _set_hedge(self, hedge: Hedge, after: int) -> None:
        if self.parts.hedge is not None:
            raise self._unreadable("is a second hedge", self.at)
        self.parts.hedge, self.at = hedge, after

    def _set_direction(self, token: Token) -> None:
        direction = DIRECTIONS[token.word]
        if self.parts.direction not in (None, direction):
            raise self._unreadable("goes the other way than the word before it", self.at)
        self.parts.direction, self.at = direction, self.at + 1

    def _range(self, low: Quantity) -> None:
        """Consume 'to' or a dash and a second number, where there is one."""
        span = read_span(self.text, self.tokens, low, self.currency, self.scale_before)
        word = self.tokens[low.next].word
        if span is None or (word == "and") != self.is_between:
            if self.is_between:
                raise Unreadable("'between' without 'and'", 0, low.numeral.end)
            return
        parts = self.parts
        # Brackets hold for both ends, a minus for the one it stands before.
        span = span.signed(parts.negative, span.is_negative or self.opened > 0)
        parts.kind, parts.end = Kind.RANGE, span.end
        parts.number, parts.decimals = span.low, span.decimals
        parts.high, parts.high_decimals = span.high, span.high_decimals
        parts.factor, parts.scaled, parts.negative = span.factor, span.scaled, span.is_negative
        self.meaning, self.at = span.meaning, span.next

    def _after(self) -> None:
        """Consume one thing after the number: a hedge, a direction, a unit, a rate, the tail."""
        tokens, at = self.tokens, self.at
        token = tokens[at]
        if hedge := match_phrase(LATE_HEDGES, tokens, at):
            self._set_hedge(*hedge)
        elif token.word in DIRECTIONS:
            self._set_direction(token)
        elif phrase := match_phrase(PHRASE_FILLERS, tokens, at):
            self.at = phrase[1]
        elif token.word in LATE_FILLERS or token.word == "." or _is_joint(tokens, at):
            self.at += 1
        elif token.word == ")" and self.opened:
            self.opened -= 1
            self.at += 1
        elif rate := read_rate(self.text, tokens, at):
            self._set_rate(*rate)
        elif token.word in TAIL_WORDS or not self._unit_after():
            self._tail()

    def _unit_after(self) -> bool:
        """Consume a scale or unit that does not stand beside the number: '(2,457) million'."""
        parts, text, tokens = self.parts, self.text, self.tokens
        if parts.kind is Kind.ORDINAL or (parts.kind is Kind.MULTIPLE and not self.is_dozen):
            return False
        scale = 1
        if not parts.scaled:
            scale, self.at = read_scale(text, tokens, self.at, self.meaning is not None)
            parts.factor, parts.scaled = parts.factor * scale, scale != 1
        if self.meaning is not None:
            return scale != 1
        found = read_measure(text, tokens, self.at) or read_noun(text, tokens, self.at)
        if found is not None:
            self.meaning, self.at = found
            parts.factor *= self.meaning.factor
        return scale != 1 or found is not None

    def _set_rate(self, rate: Meaning, after: int) -> None:
        self.at = after
        unit = self.meaning.unit if self.meaning else PLAIN
        if unit.is_dimensionless and unit != PLAIN:
            return  # percent a year
        self.parts.factor /= rate.factor
        self.meaning = Meaning(unit / rate.unit, Fraction(1), Nature.MEASURE)

    def _tail(self) -> None:
        """Consume what the figure is about ('of funding'); Unreadable for a second number."""
        first = self.tokens[self.at]
        before = self.text[: first.start].strip()
        if first.word not in TAIL_WORDS and read_measure(self.text, self.tokens, self.at):
            raise self._unreadable("is a second unit", self.at, before)
        for token in self.tokens[self.at :]:
            word = token.word
            if word in _NUMERIC or token.kind in ("number", "vulgar", "money"):
                raise Unreadable(
                    "holds a second number: one figure at a time", token.start, token.end, before
                )
            if word == ")" and self.opened:
                self.opened -= 1
            elif (token.kind == "mark" and word not in _TAIL_MARKS) or first.word == "-":
                raise Unreadable(
                    f"{word!r} is not part of a figure", token.start, token.end, before
                )
        self.at = len(self.tokens) - 1

    def _finished(self) -> Parts:
        parts, text = self.parts, self.text
        if self.opened:
            raise Unreadable("an opening bracket is never closed", 0, len(text))
        if parts.negative and parts.direction is Direction.DOWN:
            raise Unreadable("a minus and a word for it: write one of them", 0, len(text))
        if parts.hedge not in (None, Hedge.ABOUT) and parts.kind is Kind.RANGE:
            raise Unreadable("a range can only be hedged with 'about'", 0, len(text))
        if self.meaning is not None:
            parts.unit, parts.nature = self.meaning.unit, self.meaning.nature
        elif parts.kind is Kind.MULTIPLE and not self.is_dozen and not parts.scaled:
            parts.unit, parts.nature = MULTIPLE, Nature.MEASURE
        number = parts.high or parts.number
        if number and not _SMALLEST <= abs(number * parts.factor) <= LARGEST:
            raise Unreadable("too large or too small to be true", parts.start, parts.end)
        if parts.hedge is Hedge.BELOW and not number and parts.nature is Nature.COUNT:
            raise Unreadable("nothing counts less than 0", 0, len(text))
        return parts

    def _unreadable(self, reason: str, at: int, instead: str = "") -> Unreadable:
        token = self.tokens[at]
        raw = self.text[token.start : token.end]
        return Unreadable(f"{raw!r} {reason}", token.start, token.end, instead)


def _is_joint(tokens: list[Token], at: int) -> bool:
    """Whether the token is a hyphen inside a word, or the mark of a footnote behind one."""
    token = tokens[at]
    if tokens[at - 1].end != token.start:
        return False
    if token.word == "-":
        return token.end == tokens[at + 1].start and tokens[at + 1].kind == "word"
    return tokens[at - 1].kind == "word" and token.word[:1] in SUPERSCRIPTS


_NUMERIC: Final = frozenset({*SCALES, *TENS, *ONES, *PARTS, "%", "percent"} - {"one"})
_TAIL_MARKS: Final = frozenset(",;.'’&")
