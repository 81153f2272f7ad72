"""What a rule is: its parameters, its arithmetic, its units, its linear rows, its manual page.

A rule is a pure function over exact values. It sees expressions whose variables are figures' names
and a box that says what each figure may be; it knows nothing of files, claims' ids or verdicts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from sensecheck.model import Arguments, Operand
from sensecheck.numbers.expressions import Expr, Negative, Variable
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear, linear
from sensecheck.numbers.units import Unit


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
    """

    arguments: Arguments
    box: Mapping[str, Interval]
    unknown: frozenset[str] = frozenset()
    steps: Mapping[str, Fraction] = field(default_factory=dict)

    def has(self, parameter: str) -> bool:
        """Whether the claim gives the parameter."""
        return bool(self.arguments.figures.get(parameter) or self.arguments.numbers.get(parameter))

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
        form = linear(expr)
        assert form is not None
        values = form.range_over(self.box)
        if values.low is not None and (values.low > 0 or (values.low == 0 and values.low_open)):
            return 1
        if values.high is not None and (values.high < 0 or (values.high == 0 and values.high_open)):
            return -1
        raise NotComputable(f"{what} may be zero")


@dataclass(frozen=True, slots=True)
class Row:
    """A linear condition: the form's value lies in `within`."""

    form: Linear
    within: Interval


Units = Mapping[str, tuple[Unit, ...]]
"""The unit of each figure of each parameter."""


@dataclass(frozen=True, slots=True)
class QuantityRule:
    """A rule that recomputes a number.

    `expression` gives the arithmetic with each variable standing once where that is possible (its
    natural range is then exact), and may raise NotComputable. `unit` is the result's unit, or
    raises UnitMismatch. `rows` are the linear conditions that 'the result lies in the interval'
    means; none where it is no linear condition. `trend` is +1 or −1 for rules that are named after
    a direction, so that 'down 5 %' of a decrease is 5 %. `counts_are_rounded`: a stated count is
    ± 0.5, because the result is rarely whole.
    """

    name: str
    manual: str
    parameters: tuple[Parameter, ...]
    expression: Callable[[Given], Expr]
    unit: Callable[[Units], Unit]
    rows: Callable[[Given, Interval], tuple[Row, ...]]
    trend: int = 0
    counts_are_rounded: bool = False


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A rule whose stated result is a word: higher, second highest, rising.

    `answers` are the canonical answers. `read` turns the article's word into one of them, or
    raises ValueError with what may be written. `always`: the answer holds for every choice of
    values from the box. `example`: values that make it hold, or None where nothing does. `actual`
    is the answer that a box of single points gives. `rows` as for quantities.
    """

    name: str
    manual: str
    parameters: tuple[Parameter, ...]
    answers: tuple[str, ...]
    read: Callable[[str], str]
    always: Callable[[Given, str], bool]
    example: Callable[[Given, str], Mapping[str, Fraction] | None]
    actual: Callable[[Given], str]
    unit: Callable[[Units], Unit]
    rows: Callable[[Given, str], tuple[Row, ...]]


Rule = QuantityRule | RelationRule


def term(operand: Operand) -> Expr:
    """An operand as an expression: the figure's variable, or its negative."""
    variable = Variable(operand.figure.name)
    return Negative(variable) if operand.negative else variable


def linear_row(form: Expr, within: Interval) -> tuple[Row, ...]:
    """The row that a linear expression lies in an interval."""
    collected = linear(form)
    assert collected is not None
    return (Row(collected, within),)


def fraction_rows(
    numerator: Expr, denominator: Expr, sign: int, within: Interval
) -> tuple[Row, ...]:
    """The rows that numerator ÷ denominator lies in an interval.

    `sign` is the sign of the denominator over the box: N/D ≥ l with D > 0 is N − l·D ≥ 0, and the
    other way round with D < 0.
    """
    over, under = linear(numerator), linear(denominator)
    assert over is not None and under is not None
    zero = Fraction(0)
    rows = []
    if within.low is not None:
        at_least = Interval(zero, None, within.low_open)
        rows.append(Row((over - under.times(within.low)).times(Fraction(sign)), at_least))
    if within.high is not None:
        at_most = Interval(None, zero, high_open=within.high_open)
        rows.append(Row((over - under.times(within.high)).times(Fraction(sign)), at_most))
    return tuple(rows)


def same_unit(units: Units) -> Unit:
    """The one unit that all figures share; raises UnitMismatch."""
    found = [unit for group in units.values() for unit in group]
    for unit in found[1:]:
        require_same(found[0], unit)
    return found[0]


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
