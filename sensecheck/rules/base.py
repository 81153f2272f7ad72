"""What a rule is: its parameters, its arithmetic, its units, its linear rows, its manual page.

A rule is a pure function over exact values. It sees expressions whose variables are figures' names
and a box that says what each figure may be; it knows nothing of files, claims' ids or verdicts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from sensecheck.model import Arguments, Operand
from sensecheck.numbers.expressions import (
    ONE,
    Expr,
    Negative,
    Power,
    Product,
    Variable,
    natural_extension,
    variables,
)
from sensecheck.numbers.intervals import NEGATIVE, POSITIVE, ZERO, Interval
from sensecheck.numbers.linear import Linear, linear
from sensecheck.numbers.units import MULTIPLE, PERCENT, POINTS, Style, Unit


class NotComputable(Exception):
    """The rule gives no result for these values: says why, for people ('the base may be zero')."""


class UnitMismatch(Exception):
    """The units of the inputs do not go together: says why and what to write."""


class Takes(Enum):
    """What a parameter takes."""

    FIGURE = "a figure"
    FIGURES = "figures"
    """A figure, a list, a whole series or a slice."""
    NUMBERS = "numbers"
    """Exact numbers, as the years of a growth rate or the weights of an average; figures too."""
    PERIOD = "a date or period"
    TEXTS = "figures or texts"
    FORMULA = "a formula"
    SLICE = "a slice of a series"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a rule."""

    name: str
    takes: Takes
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a rule computes from: a claim's arguments and what each of its figures may be.

    `box` maps figures' names to sets of values. A name in `unknown` is not printed; its set then
    is only what its sign allows. `steps` holds the unit of the last printed digit, where printed.
    `stated` is what the stated figure allows, for the one rule whose result has two branches.
    """

    arguments: Arguments
    box: Mapping[str, Interval]
    unknown: frozenset[str] = frozenset()
    steps: Mapping[str, Fraction] = field(default_factory=dict)
    stated: Interval | None = None

    def one(self, parameter: str) -> Expr:
        """The one figure of a parameter, as an expression."""
        (operand,) = self.arguments.figures[parameter]
        return term(operand)

    def every(self, parameter: str) -> tuple[Expr, ...]:
        """All figures of a parameter, as expressions."""
        return tuple(term(operand) for operand in self.arguments.figures[parameter])

    def values(self, parameter: str) -> tuple[Interval, ...]:
        """What each figure of a parameter may be, its negative where the claim says so."""
        return tuple(
            -self.box[operand.figure.name] if operand.negative else self.box[operand.figure.name]
            for operand in self.arguments.figures[parameter]
        )

    def sign(self, expr: Expr, what: str) -> int:
        """1 or −1, the sign of a linear expression over the whole box.

        Raises NotComputable('`what` may be zero') where it is not known.
        """
        values = self._range(expr)
        if ZERO in values or not side_of(values):
            raise NotComputable(f"{what} may be zero")
        return side_of(values)

    def side(self, expr: Expr) -> int:
        """1 where a linear expression is nowhere negative, −1 where nowhere positive, else 0."""
        return side_of(self._range(expr))

    def _range(self, expr: Expr) -> Interval:
        if isinstance(expr, Variable):  # by far the most common
            return self.box[expr.name]
        return linear_form(expr).range_over(self.box)


@dataclass(frozen=True, slots=True)
class Row:
    """A linear condition: the form's value lies in `within`.

    `built_from` names the figures whose sets of values went into `within`: the row holds only as
    long as they do.
    """

    form: Linear
    within: Interval
    built_from: tuple[str, ...] = ()


Units = Mapping[str, tuple[Unit, ...]]
"""The unit of each figure of each parameter."""


@dataclass(frozen=True, slots=True)
class QuantityRule:
    """A rule that recomputes a number.

    `expression` gives the arithmetic with each variable standing once where that is possible (its
    natural range is then exact), and may raise NotComputable. `unit` is the result's unit, read off
    the claim's arguments and the units of its figures, or raises UnitMismatch. `rows` are the
    linear conditions that 'the result lies in the interval' means; none where it is no linear
    condition. `trend` is +1 or −1 for rules that are named after a direction, so that 'down 5 %'
    of a decrease is 5 %. `counts_are_rounded`: a stated count is ± 0.5, because the result is
    rarely whole. `spread` is set where the inputs are no figures but dates: all results that they
    allow, while `expression` is then the constant that they give as printed.
    """

    name: str
    manual: str
    parameters: tuple[Parameter, ...]
    expression: Callable[[Given], Expr]
    unit: Callable[[Arguments, Units], Unit]
    rows: Callable[[Given, Interval], tuple[Row, ...]]
    trend: int = 0
    counts_are_rounded: bool = False
    spread: Callable[[Arguments], Interval] | None = None


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A rule whose stated result is a word: higher, second highest, rising.

    `answers` are the canonical answers. `read` turns the article's word into one of them, or
    raises ValueError with what may be written. `always`: the answer holds for every choice of
    values from the box. `example`: values that make it hold, or None where nothing does. `actual`
    is the answer that a box of single points gives. `rows` as for quantities. `note` is what a
    reader should know of the answer at these values ('tied with staff.2022'), mostly nothing.
    `always`, `example` and `actual` raise NotComputable where there is nothing to compare.
    """

    name: str
    manual: str
    parameters: tuple[Parameter, ...]
    answers: tuple[str, ...]
    read: Callable[[str], str]
    always: Callable[[Given, str], bool]
    example: Callable[[Given, str], Mapping[str, Fraction] | None]
    actual: Callable[[Given], str]
    unit: Callable[[Arguments, Units], Unit]
    rows: Callable[[Given, str], tuple[Row, ...]]
    note: Callable[[Given, str], str] = lambda given, answer: ""


Rule = QuantityRule | RelationRule


def term(operand: Operand) -> Expr:
    """An operand as an expression: the figure's variable, or its negative."""
    variable = Variable(operand.figure.name)
    return Negative(variable) if operand.negative else variable


def product_of(factors: Sequence[Expr]) -> Expr:
    """The factors multiplied; one that stands twice becomes a power, which stands once."""
    times = Counter(factors)
    return Product(tuple(f if n == 1 else Power(f, n) for f, n in times.items()))


def linear_form(expr: Expr) -> Linear:
    """An expression that is known to be linear, as a linear form."""
    form = linear(expr)
    assert form is not None
    return form


def linear_row(expr: Expr, within: Interval) -> tuple[Row, ...]:
    """The row that a linear expression lies in an interval."""
    return (Row(linear_form(expr), within),)


def fraction_rows(given: Given, over: Linear, under: Linear, within: Interval) -> tuple[Row, ...]:
    """The rows that over ÷ under lies in an interval; none where the sign of `under` is not known.

    N/D ≥ l with D > 0 is N − l·D ≥ 0, and the other way round with D < 0. There is no quotient
    where D is 0, so D ≠ 0 is a row of its own where the box does not say so.
    """
    values = under.range_over(given.box)
    side = Fraction(side_of(values))
    if not side or values == Interval.point(ZERO):
        return ()
    rows = [Row(under.times(side), POSITIVE)] if ZERO in values else []
    if within.low is not None:
        at_least = Interval(ZERO, None, within.low_open)
        rows.append(Row((over - under.times(within.low)).times(side), at_least))
    if within.high is not None:
        at_most = Interval(None, ZERO, high_open=within.high_open)
        rows.append(Row((over - under.times(within.high)).times(side), at_most))
    return tuple(rows)


def relative_rows(given: Given, change: Expr, within: Interval) -> tuple[Row, ...]:
    """The rows that a change, measured against the magnitude of its base, lies in an interval."""
    base = given.one("from")
    magnitude = base if given.side(base) > 0 else -base
    return fraction_rows(given, linear_form(change), linear_form(magnitude), within)


def product_rows(given: Given, factors: tuple[Expr, ...], within: Interval) -> tuple[Row, ...]:
    """The rows that a product lies in an interval, where just one (linear) factor is unknown."""
    unknown = [factor for factor in factors if given.unknown & variables(factor).keys()]
    if len(unknown) != 1:
        return ()
    others = Product((ONE, *(factor for factor in factors if factor is not unknown[0])))
    known = natural_extension(others, given.box)
    return () if known is None else scaled_rows(unknown[0], known, within, tuple(variables(others)))


def scaled_rows(
    expr: Expr, factor: Interval, within: Interval, built_from: tuple[str, ...]
) -> tuple[Row, ...]:
    """The rows that expr · k lies in an interval for some k of `factor`: expr is in within ÷ k.

    None where `factor` lies on both sides of zero, or where k = 0 lets the expression be anything.
    """
    halves = [half for side in (POSITIVE, NEGATIVE) if (half := factor.intersect(side))]
    if len(halves) != 1 or (ZERO in factor and ZERO in within):
        return ()
    quotient = within / halves[0]
    assert quotient is not None
    return (Row(linear_form(expr), quotient, built_from),)


def same_unit(_: Arguments, units: Units) -> Unit:
    """The one unit that all figures share, as a rule's `unit`; raises UnitMismatch."""
    return all_same([unit for group in units.values() for unit in group])


def percent_unit(arguments: Arguments, units: Units) -> Unit:
    """Percent, of figures that share one unit; raises UnitMismatch."""
    same_unit(arguments, units)
    return PERCENT


def difference_unit(arguments: Arguments, units: Units) -> Unit:
    """The one unit that all figures share; percentages differ by percentage points."""
    unit = same_unit(arguments, units)
    return POINTS if unit == PERCENT else unit


def all_same(units: Sequence[Unit]) -> Unit:
    """The one unit that all are; raises UnitMismatch."""
    for unit in units[1:]:
        require_same(units[0], unit)
    return units[0]


def product_unit(a: Unit, b: Unit) -> Unit:
    """The unit of a product: 20 % of RMB is RMB, 20 % of 30 % is a percentage."""
    if a.bases or b.bases:
        return a * b
    return Unit(style=min(a.style, b.style, key=_FACTORS.index))


def quotient_unit(a: Unit, b: Unit) -> Unit:
    """The unit of a quotient: a multiple where the two are of one kind, else a rate."""
    if a.bases or b.bases:
        rate = a / b
        return MULTIPLE if rate.is_dimensionless else rate
    return MULTIPLE if a == b or {a, b} == {PERCENT, POINTS} else a


def require_percent(unit: Unit, what: str) -> None:
    """Raises UnitMismatch where a unit is not percent."""
    if unit != PERCENT:
        raise UnitMismatch(f"{what} is a percentage: write it with its %, not as {describe(unit)}")


def require_same(a: Unit, b: Unit) -> None:
    """Raises UnitMismatch where two units cannot be added or compared."""
    if a != b:
        raise UnitMismatch(f"{describe(a)} and {describe(b)} cannot be added or compared")


def describe(unit: Unit) -> str:
    """The unit in words, for messages."""
    over = " ".join(name for name, power in unit.bases for _ in range(power))
    under = " ".join(name for name, power in unit.bases for _ in range(-power))
    if not unit.bases:
        return "a plain number" if unit.style.value == "number" else unit.style.value
    return f"{over or 'one'} per {under}" if under else over


_FACTORS = (Style.PLAIN, Style.POINTS, Style.PERCENT, Style.MULTIPLE)
"""Of two factors without a dimension, the product is of the kind that comes first."""


def side_of(values: Interval) -> int:
    """1 where no value is negative, −1 where none is positive, else 0."""
    if values.low is not None and values.low >= 0:
        return 1
    return -1 if values.high is not None and values.high <= 0 else 0
