"""Checks any other arithmetic with figures: + − × ÷ ^, min, max, abs and sqrt.

A number inside the formula is an exact constant without a unit; figures go by their names, as in
(revenue.2022 + revenue.2023) / 2. Signs may be written as − × ÷ too. With a formula, the line that
names the rule may be left out.

Formula: the one that the claim gives

A claim that passes:

    half-way:
      formula: (12 + 15) / 2
      stated: 13.5

A claim that fails:

    half-way:
      formula: (12 + 15) / 2
      stated: 14.5

Rounding: every figure may be rounded, and a figure that stands twice has the same true value in
both places. Units follow the arithmetic: percentages added up stay percentages, a percentage of RMB
is RMB, RMB divided by RMB is a plain number that may be stated in percent. A stated count may be
rounded to a whole number.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import (
    Absolute,
    Constant,
    Expr,
    Extremum,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Undefined,
    Variable,
    value_at,
    variables,
    walk,
)
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Unit
from sensecheck.rules.base import (
    Given,
    NotComputable,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    UnitMismatch,
    Units,
    describe,
    fraction_rows,
    linear_form,
    product_unit,
    quotient_unit,
    require_same,
)


def _formula(given: Given) -> Expr:
    if given.arguments.formula is None:
        raise NotComputable("there is no formula")
    formula = given.arguments.formula
    for part in walk(formula):
        if not isinstance(part, Constant) and not variables(part):
            _require_value(part)
    return formula


def _require_value(constant: Expr) -> None:
    """Raises NotComputable for 1 / 0 and sqrt(-1), whatever the figures are."""
    try:
        value_at(constant, {})
    except Undefined as reason:
        raise NotComputable(f"the formula has no value: {reason}") from None


# ── units ────────────────────────────────────────────────────────────────────────────────────
# A pure number (a constant, RMB ÷ RMB) has the unit None: it may be added to percentages, to
# multiples and to numbers alike, which figures of different kinds may not.


def _unit(arguments: Arguments, units: Units) -> Unit:
    if arguments.formula is None:
        return PLAIN
    operands = arguments.figures.get("formula", ())
    names = [operand.figure.name for operand in operands]
    by_name = dict(zip(names, units.get("formula", ()), strict=True))
    return _unit_of(arguments.formula, by_name) or PLAIN


def _unit_of(expr: Expr, units: Mapping[str, Unit]) -> Unit | None:
    match expr:
        case Variable(name):
            return units[name]
        case Negative(part) | Absolute(part):
            return _unit_of(part, units)
        case Sum(parts) | Extremum(_, parts):
            # Zero is zero in every unit: max(profit, 0).
            added = [part for part in parts if not (isinstance(part, Constant) and not part.value)]
            return reduce(_added, [_unit_of(part, units) for part in added]) if added else None
        case Product(factors):
            return reduce(_multiplied, [_unit_of(factor, units) for factor in factors])
        case Quotient(over, under):
            return _divided(_unit_of(over, units), _unit_of(under, units))
        case Power(base, exponent):
            unit = _unit_of(base, units)
            return _pure(unit**exponent) if unit and unit.bases else unit
        case Root(base, degree):
            return _root(_unit_of(base, units), degree)
    return None


def _added(a: Unit | None, b: Unit | None) -> Unit | None:
    if a is None or b is None:
        unit = a or b
        if unit and unit.bases:
            raise UnitMismatch(
                f"{describe(unit)} and a number without a unit cannot be added or compared: "
                "give the number a unit, as a figure of its own"
            )
        return unit
    if {a, b} == {PERCENT, POINTS}:
        return PERCENT
    require_same(a, b)
    return a


def _multiplied(a: Unit | None, b: Unit | None) -> Unit | None:
    if a is None or b is None:
        return a or b
    unit = product_unit(a, b)
    return _pure(unit) if a.bases or b.bases else unit


def _divided(a: Unit | None, b: Unit | None) -> Unit | None:
    if b is None:
        return a
    if a is None:
        return _pure(PLAIN / b)
    unit = quotient_unit(a, b)
    return None if unit == MULTIPLE else unit


def _root(unit: Unit | None, degree: int) -> Unit | None:
    if unit is None or not unit.bases:
        return unit
    if any(power % degree for _, power in unit.bases):
        raise UnitMismatch(f"{describe(unit)} has no square root: there is no such unit")
    return Unit(tuple((name, power // degree) for name, power in unit.bases))


def _pure(unit: Unit) -> Unit | None:
    return unit if unit.bases else None


# ── rows ─────────────────────────────────────────────────────────────────────────────────────


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    try:
        fraction = _fraction(_formula(given))
    except NotComputable:
        return ()
    if fraction is None:
        return ()
    over, under = fraction
    if not under.coefficients:
        return (Row(over.times(1 / under.constant), within),) if under.constant else ()
    return fraction_rows(given, over, under, within)


_Fraction = tuple[Linear, Linear]
_ONE = Linear({}, Fraction(1))
_MINUS_ONE = Linear({}, Fraction(-1))


def _fraction(expr: Expr) -> _Fraction | None:
    """The expression as linear ÷ linear; None where it is not, or where it has no value."""
    if not any(isinstance(part, Variable | Root) for part in walk(expr)):
        try:
            return Linear({}, value_at(expr, {})), _ONE
        except Undefined:
            return None
    match expr:
        case Variable():
            return linear_form(expr), _ONE
        case Negative(part):
            return _times(_fraction(part), (_MINUS_ONE, _ONE))
        case Sum(terms):
            return reduce(_plus, [_fraction(term) for term in terms])
        case Product(factors):
            return reduce(_times, [_fraction(factor) for factor in factors])
        case Quotient(over, under):
            divisor = _fraction(under)
            return None if divisor is None else _times(_fraction(over), (divisor[1], divisor[0]))
    return None


def _plus(a: _Fraction | None, b: _Fraction | None) -> _Fraction | None:
    if a is None or b is None:
        return None
    if a[1] == b[1]:
        return a[0] + b[0], a[1]
    left, right, under = _product(a[0], b[1]), _product(b[0], a[1]), _product(a[1], b[1])
    return None if left is None or right is None or under is None else (left + right, under)


def _times(a: _Fraction | None, b: _Fraction | None) -> _Fraction | None:
    if a is None or b is None:
        return None
    over, under = _product(a[0], b[0]), _product(a[1], b[1])
    return None if over is None or under is None else (over, under)


def _product(a: Linear, b: Linear) -> Linear | None:
    if not a.coefficients:
        return b.times(a.constant)
    return None if b.coefficients else a.times(b.constant)


RULE = QuantityRule(
    name="formula",
    manual=__doc__,
    parameters=(Parameter("formula", Takes.FORMULA),),
    expression=_formula,
    unit=_unit,
    rows=_rows,
    counts_are_rounded=True,
)
