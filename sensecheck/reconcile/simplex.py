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
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.reconcile.bounds import Bound, quantities_of
from sensecheck.reconcile.certificate import Certificate, Condition, Side, Use
from sensecheck.reconcile.tableau import Pair, Row, Tableau

BUDGET: Final = 100_000
"""How many exchanges a system may take, all questions together."""

EXCHANGES_BEFORE_BLAND: Final = 2_000
"""How many exchanges for one question are chosen by rules of thumb."""


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
    """Conditions to ask questions of, all of them or without some statements' ones."""

    def __init__(self, conditions: Sequence[Condition], budget: int = BUDGET) -> None:
        self._quantities = quantities_of(conditions)
        self._low = self._quantities.tightest(Side.LOW)
        self._high = self._quantities.tightest(Side.HIGH)
        sums, names = self._quantities.sums, self._quantities.variables
        self._tableau = Tableau([self._start(number) for number in names.values()], sums)
        self._left = budget
        self._checked: Feasible | Infeasible | None = None

    def without(self, statements: Collection[str]) -> System:
        """The system without the conditions that these statements made.

        It goes on from where this one is, with what is left of its budget; certificates name the
        conditions by the same numbers.
        """
        fewer = object.__new__(System)
        fewer._quantities = self._quantities
        fewer._low = self._quantities.tightest(Side.LOW, statements)
        fewer._high = self._quantities.tightest(Side.HIGH, statements)
        fewer._tableau = self._tableau.copy()
        fewer._left = self._left
        fewer._checked = None
        return fewer

    def check(self) -> Feasible | Infeasible:
        """Whether all conditions can hold. May raise SpentBudget."""
        if self._checked is None:
            certificate = self._crossed_bounds() or self._repaired()
            self._checked = Infeasible(certificate) if certificate else Feasible(self._point())
        return self._checked

    def maximum(self, variable: str) -> Optimum | None:
        """The highest value that the variable can take; None where there is no end.

        May raise SpentBudget, and raises ValueError where the conditions exclude each other.
        """
        return self._furthest(variable, 1)

    def minimum(self, variable: str) -> Optimum | None:
        """The lowest value, likewise."""
        return self._furthest(variable, -1)

    # ── can all conditions hold? ─────────────────────────────────────────────────────────────

    def _start(self, quantity: int) -> Pair:
        """The value nearest to zero that a quantity's own bounds allow."""
        low, high = self._low[quantity], self._high[quantity]
        if low is not None and low.value > (0, 0):
            return low.value
        return high.value if high is not None and high.value < (0, 0) else (0, 0)

    def _crossed_bounds(self) -> Certificate:
        """A lower bound above an upper one on the same quantity."""
        for low, high in zip(self._low, self._high, strict=True):
            if low is not None and high is not None and low.value > high.value:
                return low.use, high.use
        return ()

    def _repaired(self) -> Certificate:
        """Brings every quantity into its bounds; where that fails, why."""
        rows, steps = self._tableau.rows, 0
        outside = set(self._outside(rows))
        while outside:
            steps += 1
            bland = steps > EXCHANGES_BEFORE_BLAND
            leaving = (
                min(outside)
                if bland
                else min(outside, key=lambda q: (len(rows[q].coefficients), q))
            )
            bound, direction = self._violated(leaving)
            assert bound is not None
            row = rows[leaving]
            entering = self._giving_way(row, direction, bland)
            if entering is None:
                return (_scaled(bound.use, row.denominator), *self._held_by(row, direction))
            changed = self._exchange(leaving, entering, bound.value)
            outside.discard(leaving)
            outside.difference_update(changed)
            outside.update(self._outside(changed))
        return ()

    def _outside(self, quantities: Iterable[int]) -> Iterator[int]:
        """Those of the dependent quantities that are out of their bounds."""
        return (quantity for quantity in quantities if self._violated(quantity)[1])

    def _violated(self, quantity: int) -> tuple[Bound | None, int]:
        """The bound that a dependent quantity violates, and 1 where it must rise, −1 fall."""
        row, low, high = self._tableau.rows[quantity], self._low[quantity], self._high[quantity]
        if low is not None and row.is_below(low.value):
            return low, 1
        if high is not None and row.is_above(high.value):
            return high, -1
        return None, 0

    def _giving_way(self, row: Row, direction: int, bland: bool) -> int | None:
        """A free quantity that can move so that the row's moves in the direction."""
        able = (
            free
            for free, factor in row.coefficients.items()
            if self._can_move(free, direction * factor)
        )
        if bland:
            return min(able, default=None)
        columns = self._tableau.columns
        return min(able, key=lambda free: (len(columns[free]), free), default=None)

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

    def _exchange(self, leaving: int, entering: int, value: Pair) -> Iterable[int]:
        if self._left <= 0:
            raise SpentBudget
        self._left -= 1
        return self._tableau.exchange(leaving, entering, value)

    # ── a point ──────────────────────────────────────────────────────────────────────────────

    def _point(self) -> Mapping[str, Fraction]:
        """The values of the variables, with a number for ε that is small enough."""
        small = self._small()
        unit = self._quantities.unit
        point = {}
        for name, number in self._quantities.variables.items():
            denominator, (real, tiny) = self._value(number)
            point[name] = (real + tiny * small) / (denominator * unit)
        return point

    def _small(self) -> Fraction:
        """A value of ε at which every bound still holds."""
        small = Fraction(1)
        for quantity, bounds in enumerate(zip(self._low, self._high, strict=True)):
            denominator, (real, tiny) = self._value(quantity)
            for bound in bounds:
                if bound is not None and (tiny or bound.value[1]):
                    gap = abs(real - denominator * bound.value[0])
                    pace = abs(tiny - denominator * bound.value[1])
                    if gap and pace * small > gap:
                        small = Fraction(gap, pace)
        return small

    def _value(self, quantity: int) -> tuple[int, Pair]:
        """A quantity's value: a denominator, and the pair that it divides."""
        row = self._tableau.rows.get(quantity)
        if row is None:
            return 1, self._tableau.values[quantity]
        return row.denominator, (row.real, row.tiny)

    # ── how far can a variable go? ───────────────────────────────────────────────────────────

    def _furthest(self, variable: str, sign: int) -> Optimum | None:
        if isinstance(self.check(), Infeasible):
            raise ValueError("no values satisfy all conditions")
        number = self._quantities.variables.get(variable)
        if number is None:
            return None
        tableau, goal = self._tableau, len(self._low)
        row = tableau.define_multiple(goal, sign, number)
        try:
            if not self._climbed(row):
                return None
            value = Fraction(sign * row.real, row.denominator * self._quantities.unit)
            certificate = tuple(
                _scaled(use, Fraction(1, row.denominator)) for use in self._held_by(row, 1)
            )
            return Optimum(value, not row.tiny, certificate)
        finally:
            tableau.forget(goal)

    def _climbed(self, goal: Row) -> bool:
        """Moves up until no free quantity can raise the goal; False where there is no end."""
        tableau, steps = self._tableau, 0
        while True:
            entering = self._giving_way(goal, 1, bland=True)
            if entering is None:
                return True
            direction = goal.coefficients[entering]
            leaving, bound = self._first_stop(entering, direction)
            if bound is None:
                return False
            steps += 1
            if leaving == entering:
                tableau.move(entering, bound.value)
            else:
                self._exchange(leaving, entering, bound.value)

    def _first_stop(self, entering: int, direction: int) -> tuple[int, Bound | None]:
        """The quantity that first meets a bound as a free one moves, which may be itself."""
        tableau = self._tableau
        leaving, stop = entering, self._ahead(entering, direction)
        room, over = (0, 0), 1
        if stop is not None:
            room = _distance(stop.value, tableau.values[entering])
        for quantity in sorted(tableau.columns[entering]):
            if quantity >= len(self._low):  # the goal itself
                continue
            row = tableau.rows[quantity]
            pace = row.coefficients[entering]
            bound = self._ahead(quantity, direction * pace)
            if bound is None:
                continue
            real, tiny = _distance(
                (bound.value[0] * row.denominator, bound.value[1] * row.denominator),
                (row.real, row.tiny),
            )
            pace = abs(pace)
            if stop is None or (real * over, tiny * over) < (room[0] * pace, room[1] * pace):
                leaving, stop, room, over = quantity, bound, (real, tiny), pace
        return leaving, stop


def _distance(a: Pair, b: Pair) -> Pair:
    real, tiny = a[0] - b[0], a[1] - b[1]
    return (real, tiny) if (real, tiny) >= (0, 0) else (-real, -tiny)


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
