"""Checks which place a figure takes among others: the highest, the second lowest.

Other words are read too: first, peak, record, 2nd-largest, fewest, last.

Formula: k-th highest: fewer than k figures are higher, and at least k − 1 others are as high.
Lowest and k-th lowest: the same, upside down. Without `figure` in `among` it is taken to be one
more of them.

A claim that passes:

    best-year:
      rule: rank
      figure: 3.9 km
      stated: highest
      among: [3.1 km, 3.4 km, 3.9 km]

A claim that fails:

    runner-up:
      rule: rank
      figure: 3.1 km
      stated: second highest
      among: [3.1 km, 3.4 km, 3.9 km]

Rounding: a tie passes and is noted. Figures that print alike may be in either order. Among dates
the earliest is the lowest; 'first' means the highest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from sensecheck.model import Operand
from sensecheck.numbers.differences import middle
from sensecheck.numbers.intervals import ZERO, Interval
from sensecheck.rules import relations
from sensecheck.rules.base import (
    Given,
    NotComputable,
    Parameter,
    RelationRule,
    Row,
    Takes,
    same_unit,
)

_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_NAMES: Final = relations.table(
    highest="highest, largest, biggest, greatest, most, top, peak, record, maximum, high, longest, "
    "strongest, latest, leading, leader, dominant, record high, all time high, number one, no 1",
    lowest="lowest, smallest, fewest, least, last, bottom, minimum, low, shortest, weakest, "
    "earliest, record low, all time low",
)


def read(text: str) -> str:
    """The answer that words mean: 'the 2nd-largest' is second highest, 'peak' is highest."""
    words = relations.plain_words(text).removeprefix("joint ").split()
    place = _ordinal(words[0]) if words else None
    end = _NAMES.get(" ".join(words[1:] if place else words) or "highest")
    if end is None or not words:
        raise ValueError("write highest, lowest, second highest, third lowest …")
    return _answer(place or 1, end)


def _ordinal(word: str) -> int | None:
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    digits = re.fullmatch(r"([1-9][0-9]{0,5})(?:st|nd|rd|th)", word)
    return int(digits[1]) if digits else None


def _answer(place: int, end: str) -> str:
    if place == 1:
        return end
    if place <= len(_ORDINALS):
        return f"{_ORDINALS[place - 1]} {end}"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10 if place % 100 // 10 != 1 else 0, "th")
    return f"{place}{ending} {end}"


def _place(answer: str) -> tuple[int, str]:
    """The place that an answer names, and from which end it counts."""
    ordinal, _, end = answer.rpartition(" ")
    return _ordinal(ordinal) or 1, end


def _rivals(given: Given) -> tuple[Operand, tuple[Operand, ...]]:
    """The figure and the others, each once; the figure printed in place may be among them too."""
    (figure,) = given.arguments.figures["figure"]
    among = given.arguments.figures["among"]
    others = {relations.named(operand): operand for operand in among}
    if others.pop(relations.named(figure), None) is None:
        twins = [key for key, other in others.items() if _is_printed_again(figure, other)]
        if twins:
            del others[twins[0]]
    if not others:
        raise NotComputable("there is nothing else to rank the figure among")
    return figure, tuple(others.values())


def _is_printed_again(a: Operand, b: Operand) -> bool:
    """Whether both are the same figure, printed in place twice."""
    one, two = a.figure, b.figure
    alike = one.values is not None and (one.values, one.unit) == (two.values, two.unit)
    return one.is_literal and two.is_literal and alike and a.negative == b.negative


# Others that are surely higher or lower are settled. For the rest, each value v of the figure that
# matters is tried: every other figure then adds between (how often it is higher) and (how often it
# is as high) to those that stand above v, and v is the k-th highest where k − 1 can stand above it.
# A figure adds 1 at most, or 2 where its negative is among the others too. For the lowest, all
# signs are turned.


@dataclass(frozen=True, slots=True)
class _Contest:
    """The figure with its sign, the settled others, and the signs under which the rest compete.

    `above` is how many of the rest are to stand above the figure.
    """

    name: str
    sign: int
    above: int
    settled: Mapping[str, Fraction]
    rest: Mapping[str, list[int]]

    @property
    def is_open(self) -> bool:
        """Whether there are enough others, and not too many that are settled."""
        return 0 <= self.above <= sum(len(signs) for signs in self.rest.values())


class _Option(NamedTuple):
    """A value of another figure, and how often it is higher than the figure and as high."""

    value: Fraction
    higher: int
    as_high: int


def _contest(given: Given, answer: str) -> _Contest:
    figure, others = _rivals(given)
    place, end = _place(answer)
    name, sign = figure.figure.name, _sign(figure, end)
    rest: dict[str, list[int]] = {}
    for other in others:
        rest.setdefault(other.figure.name, []).append(_sign(other, end))
    above, settled = place - 1, {}
    height = _signed(given.box[name], sign)
    for rival, signs in tuple(rest.items()):
        values = _signed(given.box[rival], signs[0])
        if len(signs) == 1 and values.intersect(height) is None:
            above -= middle(values) > middle(height)
            settled[rival] = middle(given.box[rival])
            del rest[rival]
    return _Contest(name, sign, above, settled, rest)


def _sign(operand: Operand, end: str) -> int:
    return -1 if operand.negative != (end == "lowest") else 1


def _signed(values: Interval, sign: int) -> Interval:
    return values if sign > 0 else -values


def _always(given: Given, answer: str) -> bool:
    contest = _contest(given, answer)
    above = contest.above
    return all(
        sum(max(option.higher for option in options) for options in others.values()) <= above
        and sum(min(option.as_high for option in options) for options in others.values()) >= above
        for _, others in _standings(contest, given.box)
    )


def _example(given: Given, answer: str) -> Mapping[str, Fraction] | None:
    contest = _contest(given, answer)
    if not contest.is_open:
        return None
    for value, others in _standings(contest, given.box):
        found = _with_above(contest.above, others)
        if found is not None:
            return {**contest.settled, **found, contest.name: value}
    return None


def _with_above(above: int, others: Mapping[str, list[_Option]]) -> dict[str, Fraction] | None:
    """Values of the others with which so many can stand above the figure."""
    missing = above - sum(options[0].higher for options in others.values())
    found = {}
    for name, options in others.items():
        values = {
            count: option.value
            for option in reversed(options)
            for count in range(option.higher, option.as_high + 1)
        }
        # From fewest to most no count is left out: a value passes through what lies between.
        count = min(max(options[0].higher + missing, min(values)), max(values))
        missing -= count - options[0].higher
        found[name] = values[count]
    return None if missing else found


def _standings(
    contest: _Contest, box: Mapping[str, Interval]
) -> Iterator[tuple[Fraction, dict[str, list[_Option]]]]:
    """The figure at each value that can make a difference, with the others' options there."""
    ends = [end for name in contest.rest for end in _ends(box[name])]
    cuts = {ZERO, *ends, *(-end for end in ends)}
    for value in _representatives(box[contest.name], cuts):
        height = contest.sign * value
        options = {}
        for name, signs in contest.rest.items():
            values = Interval.point(value) if name == contest.name else box[name]
            representatives = _representatives(values, {height, -height})
            options[name] = [_option(x, signs, height) for x in representatives]
        yield value, options


def _option(value: Fraction, signs: Iterable[int], height: Fraction) -> _Option:
    heights = [sign * value for sign in signs]
    return _Option(value, sum(x > height for x in heights), sum(x >= height for x in heights))


def _representatives(values: Interval, cuts: Iterable[Fraction]) -> list[Fraction]:
    """A number of each piece into which the cuts divide a set, and the cuts; the middle first."""
    if values.low is not None and values.is_point:
        return [values.low]
    centre = middle(values)
    ends = sorted({centre, *cuts, *_ends(values)})
    between = [(a + b) / 2 for a, b in pairwise(ends)]
    candidates = [ends[0] - 1, *ends, *between, ends[-1] + 1]
    return sorted((x for x in candidates if x in values), key=lambda x: abs(x - centre))


def _ends(values: Interval) -> list[Fraction]:
    return [end for end in (values.low, values.high) if end is not None]


def _actual(given: Given) -> str:
    """The figure's place at these values, counted from the nearer end."""
    figure, others = _rivals(given)
    found = [relations.relation_of(given, other, figure) for other in others]
    higher, lower = found.count("higher"), found.count("lower")
    return _answer(higher + 1, "highest") if higher <= lower else _answer(lower + 1, "lowest")


def _rows(given: Given, answer: str) -> tuple[Row, ...]:
    """A first place is a comparison with each other; any further place is no linear condition."""
    place, end = _place(answer)
    if place > 1:
        return ()
    try:
        figure, others = _rivals(given)
    except NotComputable:
        return ()
    relation = "at least" if end == "highest" else "at most"
    return relations.rows(given, relation, [(figure, other) for other in others])


def _note(given: Given, answer: str) -> str:
    """Who shares the place."""
    figure, others = _rivals(given)
    nothing = Interval.point(ZERO)
    tied = [
        relations.shown(other)
        for other in others
        if relations.range_of_difference(given, figure, other) == nothing
    ]
    return f"tied with {' and '.join(tied)}" if tied else ""


RULE: Final = RelationRule(
    name="rank",
    manual=__doc__ or "",
    parameters=(Parameter("figure", Takes.FIGURE), Parameter("among", Takes.FIGURES)),
    answers=tuple(_answer(place, end) for end in ("highest", "lowest") for place in range(1, 11)),
    read=read,
    always=_always,
    example=_example,
    actual=_actual,
    unit=same_unit,
    rows=_rows,
    note=_note,
)
