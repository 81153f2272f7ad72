"""The tableau of the simplex method, in integers.

Some of the quantities are free to move, the others depend on them: each has a row, denominator ·
quantity = Σ coefficients · free quantities, all integers without a common divisor. A row also
carries the sum at the free quantities' current values, so that nothing is ever divided: a
dependent quantity's value is `real / denominator + tiny / denominator · ε`. Free quantities only
ever take values that are integers; a caller who scales all bounds to integers gets along with
these. Values are pairs: a number and a multiple of ε, an infinitesimal that stands for 'a little',
compared in this order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import gcd, lcm

Pair = tuple[int, int]
"""value + multiple · ε."""


@dataclass(slots=True)
class Row:
    """denominator · quantity = Σ coefficients[free] · free, which is now real + tiny · ε."""

    denominator: int
    coefficients: dict[int, int]
    real: int
    tiny: int

    def is_below(self, bound: Pair) -> bool:
        """Whether the value is less than the bound."""
        limit = bound[0] * self.denominator
        return self.real < limit or (self.real == limit and self.tiny < bound[1] * self.denominator)

    def is_above(self, bound: Pair) -> bool:
        """Whether the value is more than the bound."""
        limit = bound[0] * self.denominator
        return self.real > limit or (self.real == limit and self.tiny > bound[1] * self.denominator)

    def room(self, bound: Pair) -> Pair:
        """bound − value, times the denominator."""
        return bound[0] * self.denominator - self.real, bound[1] * self.denominator - self.tiny


class Tableau:
    """Rows by quantity, values of the free quantities, and for each of them the rows it is in."""

    def __init__(self, free: int, sums: Sequence[Mapping[int, int]]) -> None:
        """So many free quantities, all zero, and those after them that are sums of them."""
        self.values: list[Pair] = [(0, 0)] * (free + len(sums))
        self.rows: dict[int, Row] = {}
        self.columns: list[set[int]] = [set() for _ in self.values]
        for quantity, coefficients in enumerate(sums, free):
            self._enter(quantity, Row(1, dict(coefficients), 0, 0))

    def copy(self) -> Tableau:
        """Another one in the same state."""
        twin = Tableau(0, ())
        twin.values = list(self.values)
        twin.columns = [set(column) for column in self.columns]
        twin.rows = {
            quantity: Row(row.denominator, dict(row.coefficients), row.real, row.tiny)
            for quantity, row in self.rows.items()
        }
        return twin

    def value(self, quantity: int) -> tuple[int, Pair]:
        """A quantity's value: a denominator, and the pair that it divides."""
        row = self.rows.get(quantity)
        if row is None:
            return 1, self.values[quantity]
        return row.denominator, (row.real, row.tiny)

    def define(self, quantity: int, factors: Mapping[int, int]) -> Row:
        """A new dependent quantity: the sum of others, free or not, each times a factor."""
        own = {other: self.rows[other] for other in factors if other in self.rows}
        row = Row(lcm(*(each.denominator for each in own.values())), {}, 0, 0)
        for other, factor in factors.items():
            if other in own:
                scale = factor * (row.denominator // own[other].denominator)
                same, value = own[other].coefficients, (own[other].real, own[other].tiny)
            else:
                scale, same, value = factor * row.denominator, {other: 1}, self.values[other]
            row.real += scale * value[0]
            row.tiny += scale * value[1]
            for free, coefficient in same.items():
                row.coefficients[free] = row.coefficients.get(free, 0) + scale * coefficient
        row.coefficients = {free: each for free, each in row.coefficients.items() if each}
        return self._enter(quantity, row)

    def forget(self, quantity: int) -> None:
        """Removes a quantity that has a row."""
        for free in self.rows.pop(quantity).coefficients:
            self.columns[free].discard(quantity)

    def move(self, free: int, value: Pair) -> None:
        """Sets a free quantity to another value."""
        real, tiny = value[0] - self.values[free][0], value[1] - self.values[free][1]
        self.values[free] = value
        for quantity in self.columns[free]:
            row = self.rows[quantity]
            row.real += row.coefficients[free] * real
            row.tiny += row.coefficients[free] * tiny

    def work(self, leaving: int, entering: int) -> int:
        """About how many small numbers would take as long as the exchange of these two."""
        row = self.rows[leaving]
        pivot = max(row.denominator, abs(row.coefficients[entering]))
        numbers = len(row.coefficients) * _weight(pivot, pivot) + _weight(pivot, row.real)
        return len(self.columns[entering]) * numbers

    def exchange(self, leaving: int, entering: int, value: Pair) -> Collection[int]:
        """Frees a dependent quantity, set to `value`, and makes a free one dependent on it.

        The quantities whose values may have changed by this.
        """
        row, old = self.rows.pop(leaving), self.values[entering]
        for free in row.coefficients:
            self.columns[free].discard(leaving)
        solved = _solved(row, entering, old, leaving, value)
        changed = self.columns[entering]
        for quantity in changed:
            self._substitute(quantity, entering, old, solved)
        self.columns[entering] = set()
        self.values[leaving] = value
        self._enter(entering, solved)
        changed.add(entering)
        return changed

    def _enter(self, quantity: int, row: Row) -> Row:
        self.rows[quantity] = row
        for free in row.coefficients:
            self.columns[free].add(quantity)
        return row

    def _substitute(self, quantity: int, entering: int, old: Pair, solved: Row) -> None:
        """Replaces a free quantity in a row by the row that it has now."""
        row, columns = self.rows[quantity], self.columns
        coefficients = row.coefficients
        factor = coefficients.pop(entering)
        row.real -= factor * old[0]
        row.tiny -= factor * old[1]
        shared = gcd(factor, solved.denominator)
        factor, scale = factor // shared, solved.denominator // shared
        if scale != 1:
            row.denominator *= scale
            row.real *= scale
            row.tiny *= scale
            for free in coefficients:
                coefficients[free] *= scale
        row.real += factor * solved.real
        row.tiny += factor * solved.tiny
        for free, coefficient in solved.coefficients.items():
            before = coefficients.get(free)
            if before is None:
                coefficients[free] = factor * coefficient
                columns[free].add(quantity)
                continue
            after = before + factor * coefficient
            if after:
                coefficients[free] = after
            else:
                del coefficients[free]
                columns[free].discard(quantity)
        _reduce(row)


def _solved(row: Row, entering: int, old: Pair, leaving: int, value: Pair) -> Row:
    """The row solved for one of its free quantities, with `value` for what was dependent."""
    pivot = row.coefficients.pop(entering)
    side = 1 if pivot > 0 else -1
    coefficients = {free: -side * factor for free, factor in row.coefficients.items()}
    coefficients[leaving] = side * row.denominator
    real = side * (value[0] * row.denominator - row.real + pivot * old[0])
    tiny = side * (value[1] * row.denominator - row.tiny + pivot * old[1])
    return Row(abs(pivot), coefficients, real, tiny)


def _weight(a: int, b: int) -> int:
    """How many times as long as with small numbers it takes to multiply and divide these."""
    return 1 + (1 + a.bit_length() // 64) * (1 + b.bit_length() // 64) // 50


def _reduce(row: Row) -> None:
    """Divides a row by what all of its integers share."""
    if row.denominator == 1:
        return
    shared = gcd(row.denominator, *row.coefficients.values())
    if shared != 1:
        row.denominator //= shared
        row.real //= shared
        row.tiny //= shared
        for free in row.coefficients:
            row.coefficients[free] //= shared
