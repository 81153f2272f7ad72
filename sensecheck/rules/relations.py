"""What the rules whose answer is a word share: pairs of figures, one of them higher or equal.

Two figures are equal where they would print the same at the coarser of their printings. A figure
without a last digit (an exact count, one that is not printed) is as fine as can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from sensecheck.model import Operand
from sensecheck.numbers.differences import Term, solve
from sensecheck.numbers.intervals import (
    EVERYTHING,
    NEGATIVE,
    NOT_NEGATIVE,
    POSITIVE,
    ZERO,
    Interval,
)
from sensecheck.numbers.linear import Linear
from sensecheck.rules.base import Given, Row, linear_form, term

Pair = tuple[Operand, Operand]
"""Two figures: the first is said to be higher than the second, lower, equal …"""

EQUAL: Final = "equal"
DIFFERENCES: Final = {
    "higher": POSITIVE,
    "lower": NEGATIVE,
    "at least": NOT_NEGATIVE,
    "at most": -NOT_NEGATIVE,
}
"""Where first − second lies for each relation but 'equal', which depends on the printings."""


def always(given: Given, relation: str, pairs: Iterable[Pair]) -> bool:
    """Whether every pair stands in the relation, whatever values the box allows."""
    return all(_always(given, relation, pair) for pair in pairs)


def example(given: Given, relation: str, pairs: Iterable[Pair]) -> Mapping[str, Fraction] | None:
    """Values from the box with which every pair stands in the relation; None: there are none."""
    pairs = tuple(pairs)
    if relation != EQUAL:
        return _together(given, pairs, DIFFERENCES[relation])
    common = _together(given, pairs, Interval.point(ZERO))
    return _printed_alike(given, pairs) if common is None else common


def rows(given: Given, relation: str, pairs: Iterable[Pair]) -> tuple[Row, ...]:
    """The linear conditions that all pairs stand in the relation."""
    if relation != EQUAL:
        return tuple(Row(difference(a, b), DIFFERENCES[relation]) for a, b in pairs)
    return tuple(row for pair in pairs for row in _equal_rows(given, *pair))


def relation_of(given: Given, a: Operand, b: Operand) -> str:
    """How two figures with known values stand to each other: higher, lower or equal."""
    values = range_of_difference(given, a, b)
    return next((name for name in ("higher", "lower") if DIFFERENCES[name].covers(values)), EQUAL)


def excluded(given: Given, relation: str, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs that by themselves cannot stand in the relation."""
    return tuple(pair for pair in pairs if example(given, relation, [pair]) is None)


def named(operand: Operand) -> Term:
    """An operand by its figure's name and sign."""
    return operand.figure.name, operand.negative


def shown(operand: Operand) -> str:
    """An operand as people know it: by its name, or as the claim prints it in place."""
    finest = operand.figure.finest
    return finest.printed.text if operand.figure.is_literal and finest else operand.text


def difference(a: Operand, b: Operand) -> Linear:
    """First − second, like variables collected."""
    return linear_form(term(a) - term(b))


def range_of_difference(given: Given, a: Operand, b: Operand) -> Interval:
    """All that first − second can be."""
    if a.figure.name == b.figure.name:
        return difference(a, b).range_over(given.box)
    return _values(given, a) - _values(given, b)


def table(**words: str) -> dict[str, str]:
    """Each of the words, set apart by commas, with the answer that it means."""
    return {
        word: answer.replace("_", " ")
        for answer, listed in words.items()
        for word in listed.split(", ")
    }


def plain_words(text: str) -> str:
    """An article's word as the tables hold it: lower case, no hyphens, no leading 'the'."""
    return " ".join(re.sub(r"[-–,.]", " ", text.lower()).split()).removeprefix("the ")


def _always(given: Given, relation: str, pair: Pair) -> bool:
    a, b = pair
    if relation == EQUAL:
        within = Interval.around(ZERO, _tolerance(given, a, b))
    else:
        within = DIFFERENCES[relation]
    return within.covers(range_of_difference(given, a, b))


def _together(
    given: Given, pairs: tuple[Pair, ...], within: Interval
) -> Mapping[str, Fraction] | None:
    """Values with which all differences lie where they should."""
    if any(range_of_difference(given, a, b).intersect(within) is None for a, b in pairs):
        return None
    return solve(given.box, [(named(a), named(b), within) for a, b in pairs])


def _values(given: Given, operand: Operand) -> Interval:
    values = given.box[operand.figure.name]
    return -values if operand.negative else values


def _equal_rows(given: Given, a: Operand, b: Operand) -> tuple[Row, ...]:
    """The finer figure is held to what prints as the coarser one; of two like figures, each."""
    if {a.figure.name, b.figure.name} <= given.unknown:
        return (Row(difference(a, b), Interval.point(ZERO)),)
    coarse, fine = _by_coarseness(given, a, b)
    rows = [_held_to(given, fine, coarse)]
    if _coarseness(given, fine) == _coarseness(given, coarse):
        rows.append(_held_to(given, coarse, fine))
    return tuple(rows)


def _held_to(given: Given, fine: Operand, coarse: Operand) -> Row:
    return Row(linear_form(term(fine)), _printed_as(given, coarse), (coarse.figure.name,))


def _tolerance(given: Given, a: Operand, b: Operand) -> Fraction:
    """How far two printed values may be apart and yet print the same at the coarser step."""
    steps = [_step(given, x) for x in (a, b)]
    return ZERO if steps[0] == steps[1] else max(steps) / 2


def _step(given: Given, operand: Operand) -> Fraction:
    """The unit of the last printed digit; 0 where there is none."""
    return given.steps.get(operand.figure.name, ZERO)


def _by_coarseness(given: Given, a: Operand, b: Operand) -> tuple[Operand, Operand]:
    """The coarser figure first."""
    return (a, b) if _coarseness(given, a) >= _coarseness(given, b) else (b, a)


def _coarseness(given: Given, operand: Operand) -> tuple[int, Fraction]:
    """How wide apart values are that print as this figure; nothing is finer than no printing."""
    if operand.figure.name in given.unknown:
        return 0, ZERO
    width = _printed_as(given, operand).width
    return (2, ZERO) if width is None else (1, width)


def _printed_as(given: Given, operand: Operand) -> Interval:
    """All values that print as this figure: its own set, never narrower than its last digit."""
    values = _values(given, operand)
    step = _step(given, operand)
    if values.low is not None and values.is_point:
        return Interval.around(values.low, step / 2)
    if values.width is None or values.width >= step:
        return values
    return values + Interval.around(ZERO, step - values.width)


def _printed_alike(given: Given, pairs: tuple[Pair, ...]) -> Mapping[str, Fraction] | None:
    """Values with which each pair would print the same, though all have none in common.

    4.71, 4.7, 4.69 are unchanged pair by pair: the finer figure of a pair is held to what prints
    as the coarser one. Figures that are equally coarse print the same only at a common value.
    """
    box = dict(given.box)
    common = []
    for a, b in pairs:
        if _coarseness(given, a) == _coarseness(given, b):
            if ZERO not in range_of_difference(given, a, b):
                return None
            common.append((named(a), named(b), Interval.point(ZERO)))
            continue
        coarse, fine = _by_coarseness(given, a, b)
        cell = _printed_as(given, coarse)
        narrowed = box[fine.figure.name].intersect(-cell if fine.negative else cell)
        if narrowed is None:
            return None
        box[fine.figure.name] = narrowed
    # The figures of no pair in `common` are free within their sets.
    free = [(named(a), named(b), EVERYTHING) for a, b in pairs]
    return solve(box, [*common, *free])
