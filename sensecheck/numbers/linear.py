"""Linear forms: Σ coefficient · variable + constant, read off an expression."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sensecheck.numbers.expressions import (
    Constant,
    Expr,
    Negative,
    Product,
    Quotient,
    Sum,
    Variable,
)
from sensecheck.numbers.intervals import Interval


@dataclass(frozen=True, slots=True)
class Linear:
    """Σ coefficients[name] · name + constant; no coefficient is zero."""

    coefficients: Mapping[str, Fraction]
    constant: Fraction

    def __add__(self, other: Linear) -> Linear:
        total = dict(self.coefficients)
        for name, coefficient in other.coefficients.items():
            total[name] = total.get(name, Fraction(0)) + coefficient
        kept = {name: coefficient for name, coefficient in total.items() if coefficient}
        return Linear(kept, self.constant + other.constant)

    def __sub__(self, other: Linear) -> Linear:
        return self + other.times(Fraction(-1))

    def times(self, factor: Fraction) -> Linear:
        """The form multiplied by a number."""
        if not factor:
            return Linear({}, Fraction(0))
        scaled = {name: value * factor for name, value in self.coefficients.items()}
        return Linear(scaled, self.constant * factor)

    def range_over(self, box: Mapping[str, Interval]) -> Interval:
        """All values over the box, exact: every variable stands once."""
        total = Interval.point(self.constant)
        for name, coefficient in self.coefficients.items():
            if coefficient == 1:
                total = total + box[name]
            else:
                total = total + box[name] * Interval.point(coefficient)
        return total


def linear(expr: Expr) -> Linear | None:
    """The expression as a linear form, like variables collected; None where it is not one."""
    match expr:
        case Constant(value):
            return Linear({}, value)
        case Variable(name):
            return Linear({name: Fraction(1)}, Fraction(0))
        case Negative(part):
            inner = linear(part)
            return None if inner is None else inner.times(Fraction(-1))
        case Sum(terms):
            total = Linear({}, Fraction(0))
            for term in terms:
                inner = linear(term)
                if inner is None:
                    return None
                total = total + inner
            return total
        case Product(factors):
            product = Linear({}, Fraction(1))
            for factor in factors:
                inner = linear(factor)
                if inner is None:
                    return None
                if not inner.coefficients:
                    product = product.times(inner.constant)
                elif not product.coefficients:
                    product = inner.times(product.constant)
                else:
                    return None
            return product
        case Quotient(numerator, denominator):
            over, under = linear(numerator), linear(denominator)
            if over is None or under is None or under.coefficients or not under.constant:
                return None
            return over.times(1 / under.constant)
    return None


def solve(
    form: Linear,
    box: Mapping[str, Interval],
    within: Interval,
    name: str,
    allowed: Interval | None,
) -> Interval | None:
    """The values of a variable with form ∈ within for some values of the others.

    None where there are none, or where `allowed`, what is known of the variable, is None already.
    """
    coefficient = form.coefficients.get(name)
    rest = Linear({n: c for n, c in form.coefficients.items() if n != name}, form.constant)
    others = rest.range_over(box)
    if allowed is None or coefficient is None:
        return allowed if others.intersect(within) is not None else None
    return allowed.intersect((within - others) * Interval.point(1 / coefficient))
