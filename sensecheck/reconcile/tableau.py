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

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

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

    def __init__(self, values: Sequence[Pair], sums: Sequence[Mapping[int, int]]) -> None:
        """Free quantities with values first, then those that are sums of them."""
        self.values = list(values)
        self.rows: dict[int, Row] = {}
        self.columns: list[set[int]] = [set() for _ in range(len(values) + len(sums))]
        for quantity, coefficients in enumerate(sums, len(values)):
            self.values.append((0, 0))
            self.define(quantity, coefficients)

    def copy(self) -> Tableau:
        """Another one in the same state."""
        twin = Tableau((), ())
        twin.values = list(self.values)
        twin.columns = [set(column) for column in self.columns]
        twin.rows = {
            quantity: Row(row.denominator, dict(row.coefficients), row.real, row.tiny)
            for quantity, row in self.rows.items()
        }
        return twin

    def define(self, quantity: int, sum_of_free: Mapping[int, int]) -> Row:
        """Gives a quantity the row Σ coefficient · free quantity."""
        real = sum(factor * self.values[free][0] for free, factor in sum_of_free.items())
        tiny = sum(factor * self.values[free][1] for free, factor in sum_of_free.items())
        return self._enter(quantity, Row(1, dict(sum_of_free), real, tiny))

    def define_multiple(self, quantity: int, factor: int, other: int) -> Row:
        """Gives a quantity the row factor · other, which may be free or not."""
        row = self.rows.get(other)
        if row is None:
            return self.define(quantity, {other: factor})
        coefficients = {free: factor * value for free, value in row.coefficients.items()}
        twin = Row(row.denominator, coefficients, factor * row.real, factor * row.tiny)
        return self._enter(quantity, twin)

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

    def exchange(self, leaving: int, entering: int, value: Pair) -> Iterable[int]:
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
