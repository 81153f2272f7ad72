"""Arithmetic expressions over named figures: the shape, the text, the value at a point.

What an expression can be over sets of values is the business of `ranges`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.roots import root_of

Box = Mapping[str, Interval]
"""What each variable may be."""

Point = Mapping[str, Fraction]
"""What each variable is."""


class Expr:
    """An expression; the operators build larger ones."""

    __slots__ = ()

    def __add__(self, other: Expr) -> Expr:
        return Sum((*(self.terms if isinstance(self, Sum) else (self,)), other))

    def __sub__(self, other: Expr) -> Expr:
        return self + Negative(other)

    def __mul__(self, other: Expr) -> Expr:
        return Product((*(self.factors if isinstance(self, Product) else (self,)), other))

    def __truediv__(self, other: Expr) -> Expr:
        return Quotient(self, other)

    def __neg__(self) -> Expr:
        return self.part if isinstance(self, Negative) else Negative(self)


@dataclass(frozen=True, slots=True)
class Constant(Expr):
    """An exact number."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Variable(Expr):
    """A figure, by the name under which a box or a point holds its value."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative(Expr):
    """−part."""

    part: Expr


@dataclass(frozen=True, slots=True)
class Sum(Expr):
    """The terms added up; a subtraction is a sum with a negative term."""

    terms: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Product(Expr):
    """The factors multiplied."""

    factors: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Quotient(Expr):
    """numerator ÷ denominator."""

    numerator: Expr
    denominator: Expr


@dataclass(frozen=True, slots=True)
class Power(Expr):
    """base to a whole exponent, which may be negative."""

    base: Expr
    exponent: int


@dataclass(frozen=True, slots=True)
class Root(Expr):
    """The degree-th root of a base that is not negative; degree is a positive integer."""

    base: Expr
    degree: int


@dataclass(frozen=True, slots=True)
class Extremum(Expr):
    """The least or the greatest of the parts."""

    which: Literal["min", "max"]
    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Absolute(Expr):
    """The magnitude of the part."""

    part: Expr


ZERO: Final = Constant(Fraction(0))
ONE: Final = Constant(Fraction(1))


class Undefined(ArithmeticError):
    """The expression has no value there: a zero denominator, an even root of a negative."""


def value_at(expr: Expr, point: Point) -> Fraction:
    """The exact value at a point.

    A root that is irrational is taken to 40 significant digits, rounded down; `enclosure_at` says
    where it really lies. Raises Undefined.
    """
    match expr:
        case Constant(value):
            return value
        case Variable(name):
            return point[name]
        case Negative(part):
            return -value_at(part, point)
        case Sum(terms):
            total = value_at(terms[0], point)
            for term in terms[1:]:
                total += value_at(term, point)
            return total
        case Product(factors):
            product = value_at(factors[0], point)
            for factor in factors[1:]:
                product *= value_at(factor, point)
            return product
        case Quotient(numerator, denominator):
            divisor = value_at(denominator, point)
            if not divisor:
                raise Undefined("division by zero")
            return value_at(numerator, point) / divisor
        case Power(base, exponent):
            value = value_at(base, point)
            if not value and exponent < 0:
                raise Undefined("division by zero")
            return value**exponent
        case Root(base, degree):
            value = value_at(base, point)
            if value < 0:
                raise Undefined("a root of a negative number")
            low = root_of(value, degree).low
            assert low is not None
            return low
        case Extremum(which, parts):
            values = [value_at(part, point) for part in parts]
            return min(values) if which == "min" else max(values)
        case Absolute(part):
            return abs(value_at(part, point))
    raise AssertionError(expr)


def natural_extension(expr: Expr, box: Box) -> Interval | None:
    """An interval that holds every value over the box (Moore, 1966).

    It is the exact range where each variable occurs once and no root is irrational. None where a
    denominator may be zero or a root's base negative.
    """
    match expr:
        case Constant(value):
            return Interval.point(value)
        case Variable(name):
            return box[name]
        case Negative(part):
            inner = natural_extension(part, box)
            return None if inner is None else -inner
        case Sum(terms):
            return _fold(terms, box, Interval.__add__)
        case Product(factors):
            return _fold(factors, box, Interval.__mul__)
        case Quotient(numerator, denominator):
            over, under = natural_extension(numerator, box), natural_extension(denominator, box)
            return None if over is None or under is None else over / under
        case Power(base, exponent):
            inner = natural_extension(base, box)
            return None if inner is None else inner**exponent
        case Root(base, degree):
            inner = natural_extension(base, box)
            return None if inner is None else _root_range(inner, degree)
        case Extremum(which, parts):
            join = Interval.minimum if which == "min" else Interval.maximum
            return _fold(parts, box, join)
        case Absolute(part):
            inner = natural_extension(part, box)
            return None if inner is None else abs(inner)
    raise AssertionError(expr)


def enclosure_at(expr: Expr, point: Point) -> Interval:
    """Where the value at a point lies: a single number unless a root is irrational.

    Raises Undefined.
    """
    box = {name: Interval.point(value) for name, value in point.items()}
    enclosure = natural_extension(expr, box)
    if enclosure is None:
        raise Undefined("division by zero, or a root of a negative number")
    return enclosure


def with_points(expr: Expr, box: Box) -> Expr:
    """The expression with the one number for each variable that can be no other."""
    match expr:
        case Variable(name) if box[name].is_point:
            return Constant(box[name].middle)
        case Negative(part):
            return Negative(with_points(part, box))
        case Sum(parts):
            return Sum(tuple(with_points(part, box) for part in parts))
        case Product(parts):
            return Product(tuple(with_points(part, box) for part in parts))
        case Quotient(over, under):
            return Quotient(with_points(over, box), with_points(under, box))
    return expr


def variables(expr: Expr) -> dict[str, int]:
    """The names of the variables, each with how often it occurs, in order of first occurrence."""
    counts: dict[str, int] = {}
    for node in walk(expr):
        if type(node) is Variable:
            counts[node.name] = counts.get(node.name, 0) + 1
    return counts


def walk(expr: Expr) -> Iterator[Expr]:
    """The expression and all its parts, outermost first, left to right."""
    pending = [expr]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(parts_of(node)))


def parts_of(expr: Expr) -> tuple[Expr, ...]:
    """The direct parts of an expression."""
    match expr:
        case Negative(part) | Absolute(part):
            return (part,)
        case Sum(parts) | Product(parts) | Extremum(_, parts):
            return parts
        case Quotient(numerator, denominator):
            return (numerator, denominator)
        case Power(base, _) | Root(base, _):
            return (base,)
    return ()


def _fold(
    parts: tuple[Expr, ...],
    box: Box,
    join: Callable[[Interval, Interval], Interval],
) -> Interval | None:
    total = natural_extension(parts[0], box)
    for part in parts[1:]:
        item = natural_extension(part, box)
        if total is None or item is None:
            return None
        total = join(total, item)
    return total


def _root_range(base: Interval, degree: int) -> Interval | None:
    if base.low is None or base.low < 0:
        return None
    low = root_of(base.low, degree).low
    high = None if base.high is None else root_of(base.high, degree).high
    return Interval(low, high, base.low_open, base.high_open)
