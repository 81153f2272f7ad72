"""A figure as an article prints it: its value, its precision, its unit and its hedge.

`parse` reads one whole string, exactly; what it cannot read is `Unreadable`, with the reason, the
place and what to write instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Final

from sensecheck.numbers.currencies import uses_yen_sign
from sensecheck.numbers.grammar import read
from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.periods import Period
from sensecheck.numbers.tokens import DASHES, Unreadable
from sensecheck.numbers.units import MULTIPLE, Nature, Unit
from sensecheck.numbers.words import OPPOSITES, Direction, Hedge

__all__ = [
    "Direction",
    "Hedge",
    "Kind",
    "Nature",
    "Printed",
    "Unreadable",
    "parse",
    "uses_yen_sign",
]

# Hedges under which the number is an end of what is meant, not its value.
_ONE_SIDED: Final = frozenset({Hedge.ABOVE, Hedge.FROM, Hedge.BELOW, Hedge.TO, Hedge.NEARLY})
# Words that may say a direction; not those of a hedge: 'more than', 'or more', 'up to'.
_WORD: Final = re.compile(r"(?<!\bor )(?<!\band )\b[A-Za-z]+\b(?! than\b| to\b)")
_ARTICLE: Final = re.compile(r"\b([Aa])n?(?= ([A-Za-z]))")
_REVERSED: Final = {
    **OPPOSITES,
    **{word: opposite for opposite, word in OPPOSITES.items()},
}


@dataclass(frozen=True, slots=True)
class Printed:
    """One printing of a figure; the value it means is number × factor, with sign and direction."""

    text: str  # as given
    start: int  # where in `text` the digits or number words stand, without sign, brackets,
    end: int  # currency, scale and unit; for a range from its first number to its last
    kind: Kind
    number: Fraction | None  # magnitude before scale and sign; of a range the low end
    decimals: int  # digits after the decimal point; of a range those of the low end
    high: Fraction | None  # a range's second number, in the scale of the first
    high_decimals: int
    factor: Fraction  # scale × unit: 10**9 for billion, 1/100 for percent, 1000 for km
    scaled: bool  # whether a scale word or letter was there
    negative: bool  # a minus of any kind, or accounting brackets
    direction: Direction | None
    hedge: Hedge | None
    unit: Unit | None  # None: a bare number
    nature: Nature
    period: Period | None

    @property
    def value(self) -> Fraction | None:
        """The printed value x̂; None where there is none: one-sided hedges, ranges, periods."""
        if self.kind is Kind.RANGE or self.hedge in _ONE_SIDED:
            return None
        magnitude = self.magnitude
        return -magnitude if magnitude is not None and self.is_downward else magnitude

    @property
    def magnitude(self) -> Fraction | None:
        """number × factor without sign or direction, under a hedge too; the low end of a range."""
        return None if self.number is None else self.number * self.factor

    @property
    def is_downward(self) -> bool:
        """Whether a minus, brackets or a direction word turn the magnitude round."""
        return self.negative or self.direction is Direction.DOWN

    @property
    def step(self) -> Fraction:
        """The value of one unit of the last printed digit."""
        return power_of_ten(-self.decimals) * self.factor

    def undirected(self) -> Printed:
        """The same without its direction: for a rule that the direction word only repeats."""
        return replace(self, direction=None) if self.direction else self

    def with_unit_of(self, other: Printed) -> Printed:
        """This bare number in the unit and scale of `other`; it never becomes an exact count."""
        nature = Nature.MEASURE if other.nature is Nature.MEASURE else Nature.BARE
        return replace(
            self,
            factor=self.factor * other.factor,
            scaled=self.scaled or other.scaled,
            unit=other.unit,
            nature=nature,
        )

    def rewritten(self, value: Fraction, decimals: int | None = None) -> str:
        """This printing with another true value, rounded half-even to `decimals` (its own).

        Number words become digits; a sign that differs changes the minus or the direction word.
        ValueError for what is no single number: a period, a missing figure.
        """
        if self.number is None:
            raise ValueError(f"{self.text!r} has no number to replace")
        places = self.decimals if decimals is None else decimals
        magnitude = round(abs(value / self.factor) * power_of_ten(places))
        digits = _digits(magnitude, places, self._separator(abs(value / self.factor)))
        if self.kind is Kind.MULTIPLE and self.unit == MULTIPLE:
            digits += " times"
        before, after = self.text[: self.start], self.text[self.end :]
        if self.kind is Kind.MULTIPLE:
            after = re.sub(r"^ (?:of )?an? ", " ", after)  # 'half a day' is '0.5 day'
        if magnitude and (value < 0) != self.is_downward:
            return self._turned(before, digits, after)
        return before + digits + after

    def _separator(self, number: Fraction) -> str:
        digits = self.text[self.start : self.end]
        separator = re.search(r"(?<=[0-9])[^0-9./](?=[0-9]{3}(?![0-9]))", digits)
        if separator:
            return separator.group()
        whole = re.match(r"[0-9]*", digits)
        # '4672' shows that this article groups no digits; '900' shows nothing.
        ungrouped = whole is not None and len(whole.group()) > 3
        return "," if number >= 1000 and not ungrouped else ""

    def _turned(self, before: str, digits: str, after: str) -> str:
        if self.direction and not self.negative:
            before = _ARTICLE.sub(_article, _WORD.sub(_opposite, before))
            return before + digits + _WORD.sub(_opposite, after)
        if not self.negative:
            tight = re.search(r"[^\s\w]$|[A-Z]+\$$", before)
            place = tight.start() if tight else len(before)
            return f"{before[:place]}-{before[place:]}{digits}{after}"
        signs = [place for place, character in enumerate(before) if character in DASHES]
        if signs:
            return before[: signs[-1]] + before[signs[-1] + 1 :] + digits + after
        before = re.sub(r"(?i)\b(?:minus|negative) ?|\(", "", before, count=1)
        return before + digits + after.replace(")", "", 1)


@lru_cache(maxsize=65536)
def parse(text: str) -> Printed:
    """The figure that the whole of `text` prints; Unreadable where it is none, or not one."""
    return _like_another(text) or _printed(text)


def _printed(text: str) -> Printed:
    parts = read(text)
    return Printed(
        text,
        parts.start,
        parts.end,
        parts.kind,
        parts.number,
        parts.decimals,
        parts.high,
        parts.high_decimals,
        parts.factor,
        parts.scaled,
        parts.negative,
        parts.direction,
        parts.hedge,
        parts.unit,
        parts.nature,
        parts.period,
    )


# One number with decimals and no other digit: what stands around it means the same around others.
_DECIMAL = re.compile(
    r"([^0-9]*)((?:[0-9]{1,12}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})\.[0-9]{1,12})([^0-9]*)"
)
_SAMPLE: Final = "1.5"


def _like_another(text: str) -> Printed | None:
    """The figure, where one with the same words around another number has been read before."""
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    before, digits, after = match.groups()
    other = _worded(before, after)
    if other is None:
        return None
    decimals = len(digits) - digits.index(".") - 1
    return Printed(
        text,
        len(before),
        len(before) + len(digits),
        Kind.NUMBER,
        Fraction(int(digits.replace(",", "").replace(".", "")), 10**decimals),
        decimals,
        None,
        0,
        other.factor,
        other.scaled,
        other.negative,
        other.direction,
        other.hedge,
        other.unit,
        other.nature,
        None,
    )


@lru_cache(maxsize=1024)
def _worded(before: str, after: str) -> Printed | None:
    """A sample number in the same words; None where these do not print one plain number."""
    try:
        sample = _printed(before + _SAMPLE + after)
    except Unreadable:
        return None
    plain = sample.kind is Kind.NUMBER and sample.text[sample.start : sample.end] == _SAMPLE
    return sample if plain else None


def power_of_ten(exponent: int) -> Fraction:
    """10 ** exponent, exactly, for exponents of either sign."""
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


def _digits(units: int, decimals: int, separator: str) -> str:
    """`units` of the last place as digits: 13840 with 3 decimals is '13.840'."""
    if decimals <= 0:
        return f"{units * 10**-decimals:,}".replace(",", separator)
    whole, part = divmod(units, 10**decimals)
    return f"{whole:,}".replace(",", separator) + f".{part:0{decimals}}"


def _opposite(match: re.Match[str]) -> str:
    word = match.group()
    opposite = _REVERSED.get(word.lower(), word)
    return opposite.capitalize() if word[0].isupper() else opposite


def _article(match: re.Match[str]) -> str:
    return match[1] + "n" * (match[2] in "aeiouAEIOU")
