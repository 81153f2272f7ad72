"""Linear conditions over the rationals: whether all can hold, and how far a variable can go.

The bounded simplex method of Dutertre and de Moura (A Fast Linear-Arithmetic Solver for DPLL(T),
CAV 2006), exact throughout, with strict bounds as infinitesimals. A dependent quantity that is out
of its bounds is exchanged for a free one that still can give way; where none can, the row is a
proof that the conditions exclude each other (Farkas 1902). A maximum is found by the primal
simplex method from there, and its last row is the proof that there is no more. Bland's rule (New
Finite Pivoting Rules for the Simplex Method, 1977) rules out going in circles; before it sets in,
quicker rules of thumb choose.

A proof that the conditions exclude each other is irreducible: without any one of the sides it
uses, the others can hold together, since a row is the only dependence among its quantities.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final

from sensecheck.numbers.linear import Linear
from sensecheck.reconcile.bounds import Bound, quantities_of
from sensecheck.reconcile.certificate import Certificate, Condition, Side, Use
from sensecheck.reconcile.tableau import Pair, Row, Tableau

BUDGET: Final = 20_000
"""How many exchanges a system may take for all its questions; large ones count several times."""

EXCHANGES_BEFORE_BLAND: Final = 2_000
"""How many exchanges for one question are chosen by rules of thumb before Bland's rule sets in."""

_NUMBERS_PER_EXCHANGE: Final = 1_000
"""How many small numbers may change in an exchange that counts once; it takes about 0.5 ms."""


@dataclass(frozen=True, slots=True)
class Feasible:
    """All conditions can hold: at this point they do, the strict ones too."""

    point: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Infeasible:
    """The conditions exclude each other, as the certificate proves."""

    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Optimum:
    """How far a variable can go; where it is not attained, it comes as near as one likes."""

    value: Fraction
    attained: bool
    certificate: Certificate


class SpentBudget(Exception):
    """The budget ran out before there was an answer."""


class System:
    """Conditions to ask questions of.

    Every question may raise SpentBudget, and so does making a system of monstrous numbers.
    `budget` is what is left: a number of exchanges, of which large ones count several times.
    """

    def __init__(self, conditions: Sequence[Condition], budget: int = BUDGET) -> None:
        quantities = quantities_of(conditions)
        if quantities is None:
            raise SpentBudget
        self._quantities = quantities
        self._low = self._quantities.tightest(Side.LOW)
        self._high = self._quantities.tightest(Side.HIGH)
        self._tableau = Tableau(len(self._quantities.variables), self._quantities.sums)
        self._checked: Feasible | Infeasible | None = None
        self.budget = budget

    def without(self, statements: Collection[str]) -> System:
        """The system without the conditions that these statements made.

        It goes on from where this one is, with what is left of its budget, and its certificates
        give the conditions the same numbers.
        """
        fewer = copy(self)
        fewer._low = self._quantities.tightest(Side.LOW, statements)
        fewer._high = self._quantities.tightest(Side.HIGH, statements)
        fewer._tableau = self._tableau.copy()
        fewer._checked = None
        return fewer

    def check(self) -> Feasible | Infeasible:
        """Whether all conditions can hold."""
        if self._checked is None:
            certificate = self._crossed_bounds() or self._repair()
            self._checked = Infeasible(certificate) if certificate else Feasible(self._point())
        return self._checked

    def maximum(self, goal: str | Linear) -> Optimum | None:
        """The highest value that a variable, or a form, can take; None where there is no end.

        Raises ValueError where the conditions exclude each other.
        """
        return self._furthest(goal, 1)

    def minimum(self, goal: str | Linear) -> Optimum | None:
        """The lowest value, likewise."""
        return self._furthest(goal, -1)

    # ── can all conditions hold? ─────────────────────────────────────────────────────────────

    def _crossed_bounds(self) -> Certificate:
        """A lower bound above an upper one on the same quantity."""
        for low, high in zip(self._low, self._high, strict=True):
            if low is not None and high is not None and low.value > high.value:
                return low.use, high.use
        return ()

    def _repair(self) -> Certificate:
        """Brings every quantity into its bounds; where that fails, the proof that it must."""
        self._settle()
        rows, steps = self._tableau.rows, 0
        outside = set(self._outside(rows))
        while outside:
            bland = steps >= EXCHANGES_BEFORE_BLAND
            leaving = min(outside) if bland else self._most_urgent(outside)
            bound, direction = self._violation(leaving)
            assert bound is not None
            row = rows[leaving]
            entering = self._giving_way(row, direction, bland)
            if entering is None:
                return (_scaled(bound.use, row.denominator), *self._held_by(row, direction))
            changed = self._exchange(leaving, entering, bound.value)
            outside.discard(leaving)
            outside.difference_update(changed)
            outside.update(self._outside(changed))
            steps += 1
        return ()

    def _settle(self) -> None:
        """Sets every free quantity to the value within its bounds that is nearest."""
        for quantity, (low, high) in enumerate(zip(self._low, self._high, strict=True)):
            if quantity not in self._tableau.rows:
                value = self._tableau.values[quantity]
                if low is not None and value < low.value:
                    self._tableau.move(quantity, low.value)
                elif high is not None and value > high.value:
                    self._tableau.move(quantity, high.value)

    def _outside(self, quantities: Iterable[int]) -> Iterator[int]:
        """Those of the dependent quantities that are out of their bounds."""
        return (quantity for quantity in quantities if self._violation(quantity)[1])

    def _violation(self, quantity: int) -> tuple[Bound | None, int]:
        """The bound that a dependent quantity violates, and 1 where it must rise, −1 fall."""
        row, low, high = self._tableau.rows[quantity], self._low[quantity], self._high[quantity]
        if low is not None and row.is_below(low.value):
            return low, 1
        if high is not None and row.is_above(high.value):
            return high, -1
        return None, 0

    def _most_urgent(self, outside: Collection[int]) -> int:
        """Of the shortest rows, the one that is furthest out for the size of its coefficients."""
        rows = self._tableau.rows
        shortest = min(len(rows[quantity].coefficients) for quantity in outside)
        tied = [q for q in outside if len(rows[q].coefficients) == shortest]
        return tied[0] if len(tied) == 1 else min(tied, key=lambda q: (-self._urgency(q), q))

    def _urgency(self, quantity: int) -> int:
        row, (bound, _) = self._tableau.rows[quantity], self._violation(quantity)
        assert bound is not None
        missing = abs(row.room(bound.value)[0])
        return (missing << 60) // (row.denominator + sum(map(abs, row.coefficients.values())))

    def _giving_way(self, row: Row, direction: int, bland: bool) -> int | None:
        """A free quantity that can move so that the row's one goes in the direction."""
        able = [
            free
            for free, factor in row.coefficients.items()
            if self._can_move(free, direction * factor)
        ]
        if bland or not able:
            return min(able, default=None)
        sizes = self._quantities.sizes
        return min(able, key=lambda free: (-abs(row.coefficients[free]) * sizes[free], free))

    def _can_move(self, free: int, direction: int) -> bool:
        bound = self._ahead(free, direction)
        return bound is None or bound.value != self._tableau.values[free]

    def _ahead(self, quantity: int, direction: int) -> Bound | None:
        return self._high[quantity] if direction > 0 else self._low[quantity]

    def _held_by(self, row: Row, direction: int) -> Iterator[Use]:
        """The bounds that keep a row's quantity from moving on, times the coefficients."""
        for free, factor in row.coefficients.items():
            bound = self._ahead(free, direction * factor)
            assert bound is not None
            yield _scaled(bound.use, abs(factor))

    def _exchange(self, leaving: int, entering: int, value: Pair) -> Collection[int]:
        numbers = self._tableau.work(leaving, entering)
        self.budget -= 1 + numbers // _NUMBERS_PER_EXCHANGE
        if self.budget < 0:
            self.budget = 0
            raise SpentBudget
        return self._tableau.exchange(leaving, entering, value)

    # ── a point where they do ────────────────────────────────────────────────────────────────

    def _point(self) -> Mapping[str, Fraction]:
        """The values of the variables, with a number for ε."""
        epsilon, unit = self._epsilon(), self._quantities.unit
        point = {}
        for name, quantity in self._quantities.variables.items():
            denominator, (real, tiny) = self._tableau.value(quantity)
            point[name] = (real + tiny * epsilon) / (denominator * unit)
        return point

    def _epsilon(self) -> Fraction:
        """A number that is small enough for every bound to hold with it in the place of ε."""
        epsilon = Fraction(1)
        for quantity, bounds in enumerate(zip(self._low, self._high, strict=True)):
            denominator, (real, tiny) = self._tableau.value(quantity)
            for bound in bounds:
                if bound is not None and (tiny or bound.value[1]):
                    gap = abs(real - denominator * bound.value[0])
                    pace = abs(tiny - denominator * bound.value[1])
                    if gap and pace * epsilon > gap:
                        epsilon = Fraction(gap, pace)
        return epsilon

    # ── how far can a variable go? ───────────────────────────────────────────────────────────

    def _furthest(self, goal: str | Linear, sign: int) -> Optimum | None:
        """The maximum of sign · goal, as an optimum of the goal."""
        if isinstance(self.check(), Infeasible):
            raise ValueError("no values satisfy all conditions")
        form = goal if isinstance(goal, Linear) else Linear({goal: Fraction(1)}, Fraction(0))
        numbers = self._quantities.variables
        if not form.coefficients.keys() <= numbers.keys():
            return None
        scale = lcm(*(each.denominator for each in form.coefficients.values()))
        factors = {
            numbers[name]: sign * each.numerator * (scale // each.denominator)
            for name, each in form.coefficients.items()
        }
        number = len(self._low)
        row = self._tableau.define(number, factors)
        try:
            if not self._climb(number, row):
                return None
            share = Fraction(1, row.denominator * scale)
            value = sign * row.real * share / self._quantities.unit + form.constant
            uses = tuple(_scaled(use, share) for use in self._held_by(row, 1))
            return Optimum(value, not row.tiny, uses)
        finally:
            self._tableau.forget(number)

    def _climb(self, goal: int, row: Row) -> bool:
        """Raises the goal until nothing gives way any more; False where there is no end."""
        steps = 0
        while (
            entering := self._giving_way(row, 1, bland=steps >= EXCHANGES_BEFORE_BLAND)
        ) is not None:
            stops = self._stops(entering, row.coefficients[entering], goal)
            _, leaving, bound = min(stops, key=lambda stop: stop[:2], default=(None, 0, None))
            if bound is None:
                return False
            if leaving == entering:
                self._tableau.move(entering, bound.value)
            else:
                self._exchange(leaving, entering, bound.value)
            steps += 1
        return True

    def _stops(self, entering: int, direction: int, goal: int) -> Iterator[_Stop]:
        """Where a free quantity's move has to stop: at its own bound, or at a dependent one's."""
        side = 1 if direction > 0 else -1
        own = self._ahead(entering, side)
        if own is not None:
            value = self._tableau.values[entering]
            room = own.value[0] - value[0], own.value[1] - value[1]
            yield _distance(room, side), entering, own
        for quantity in self._tableau.columns[entering]:
            if quantity != goal:
                row = self._tableau.rows[quantity]
                pace = side * row.coefficients[entering]
                bound = self._ahead(quantity, pace)
                if bound is not None:
                    yield _distance(row.room(bound.value), pace), quantity, bound


_Stop = tuple[tuple[Fraction, Fraction], int, Bound]
"""How far a free quantity can move until a quantity, the next item, meets the bound."""


def _distance(room: Pair, pace: int) -> tuple[Fraction, Fraction]:
    return Fraction(room[0], pace), Fraction(room[1], pace)


def _scaled(use: Use, factor: int | Fraction) -> Use:
    return Use(use.condition, use.side, use.multiplier * factor)


def components(conditions: Sequence[Condition]) -> list[list[int]]:
    """The conditions' numbers, grouped by shared variables; without variables each is alone."""
    parent: dict[str, str] = {}
    for condition in conditions:
        roots = [_root(parent, name) for name in condition.form.coefficients]
        for root in roots:
            parent[root] = roots[0]
    groups: dict[str | int, list[int]] = {}
    for number, condition in enumerate(conditions):
        name = next(iter(condition.form.coefficients), None)
        group = number if name is None else _root(parent, name)
        groups.setdefault(group, []).append(number)
    return list(groups.values())


def _root(parent: dict[str, str], name: str) -> str:
    """The name that stands for a name's group, the way to it halved in passing."""
    while (above := parent.setdefault(name, name)) != name:
        parent[name] = parent[above]
        name = parent[name]
    return name
