"""Conditions as bounds, all integers, on quantities: the variables, and sums of variables.

A condition on a multiple of one variable bounds that variable. Any other one bounds a sum of
variables with coprime integer coefficients, which it shares with the conditions on multiples of
the same sum. All quantities are measured in one small unit, in which every bound is an integer;
a strict bound is one that lies an infinitesimal ε further in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Final

from sensecheck.numbers.linear import Linear
from sensecheck.reconcile.certificate import Condition, Side, Use
from sensecheck.reconcile.tableau import Pair


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound on a quantity, and the use of a condition that adds up to it."""

    value: Pair
    use: Use
    statement: str


@dataclass(frozen=True, slots=True)
class Quantities:
    """The variables' numbers, the sums that are numbered after them, and all bounds on either.

    `bounds` lists for each quantity those from below and those from above, the tightest first;
    `sizes` gives each its largest coefficient.
    """

    variables: Mapping[str, int]
    sums: Sequence[Mapping[int, int]]
    bounds: Sequence[tuple[Sequence[Bound], Sequence[Bound]]]
    sizes: Sequence[int]
    unit: int

    def tightest(self, side: Side, dropped: Collection[str] = ()) -> list[Bound | None]:
        """Each quantity's bound on a side, without those that dropped statements made."""
        which = 0 if side is Side.LOW else 1
        return [
            next((bound for bound in both[which] if bound.statement not in dropped), None)
            for both in self.bounds
        ]


LARGEST: Final = 10**9
"""How many bits all bounds may take together."""


def quantities_of(conditions: Sequence[Condition]) -> Quantities | None:
    """The conditions as bounds on quantities; None where their integers would be too large."""
    names = dict.fromkeys(name for each in conditions for name in each.form.coefficients)
    variables = {name: number for number, name in enumerate(names)}
    numbers: dict[_Key, int] = {((number, 1),): number for number in variables.values()}
    sides: list[_SideOfSum] = []
    for index, condition in enumerate(conditions):
        key, factor = _as_multiple(condition.form, variables, index)
        quantity = numbers.setdefault(key, len(numbers))
        sides.extend(_sides(condition, index, quantity, factor))
    unit = 1
    for side in sides:
        unit = lcm(unit, side.end.denominator)
        if unit.bit_length() * len(sides) > LARGEST:
            return None
    bounds: list[tuple[list[Bound], list[Bound]]] = [([], []) for _ in numbers]
    for side in sides:
        bounds[side.quantity][side.is_high].append(side.bound(unit))
    for lows, highs in bounds:
        lows.sort(key=lambda bound: bound.value, reverse=True)
        highs.sort(key=lambda bound: bound.value)
    sums = [dict(key) for key in list(numbers)[len(variables) :]]
    # A form without variables is a sum of nothing: its key names the condition, with factor 0.
    sums = [{number: factor for number, factor in each.items() if factor} for each in sums]
    sizes = [max((abs(factor) for _, factor in key), default=1) for key in numbers]
    return Quantities(variables, sums, bounds, sizes, unit)


_Key = tuple[tuple[int, int], ...]
"""The numbers of a sum's variables, in order, each with its coefficient."""


@dataclass(frozen=True, slots=True)
class _SideOfSum:
    """A bound before its unit is known."""

    quantity: int
    is_high: bool
    end: Fraction
    is_open: bool
    use: Use
    statement: str

    def bound(self, unit: int) -> Bound:
        value = self.end.numerator * (unit // self.end.denominator)
        inwards = -1 if self.is_high else 1
        return Bound((value, inwards if self.is_open else 0), self.use, self.statement)


def _as_multiple(form: Linear, variables: Mapping[str, int], index: int) -> tuple[_Key, Fraction]:
    """The form, without its constant, as a number times a sum with coprime coefficients."""
    if not form.coefficients:
        return ((index, 0),), Fraction(1)
    terms = sorted((variables[name], value) for name, value in form.coefficients.items())
    common = lcm(*(value.denominator for _, value in terms))
    whole = [value.numerator * (common // value.denominator) for _, value in terms]
    shared = gcd(*whole) if whole[0] > 0 else -gcd(*whole)
    key = tuple((number, value // shared) for (number, _), value in zip(terms, whole, strict=True))
    return key, Fraction(shared, common)


def _sides(
    condition: Condition, index: int, quantity: int, factor: Fraction
) -> Iterator[_SideOfSum]:
    """The bounds that factor · quantity + constant ∈ within puts on the quantity."""
    within, constant = condition.within, condition.form.constant
    for side, end, is_open in (
        (Side.LOW, within.low, within.low_open),
        (Side.HIGH, within.high, within.high_open),
    ):
        if end is not None:
            is_high = (side is Side.HIGH) == (factor > 0)
            use = Use(index, side, 1 / abs(factor))
            yield _SideOfSum(
                quantity, is_high, (end - constant) / factor, is_open, use, condition.statement
            )
