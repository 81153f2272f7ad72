"""Sets of numbers between two ends, each end open or closed, exact.

An `Interval` is never empty; an operation whose result can be empty returns
None. An end of None is unbounded. Arithmetic is the natural interval
extension (Moore, Interval Analysis, 1966) with the open and closed flags
carried exactly: an end of a result is closed just when some admitted
operands attain it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

ZERO: Final = Fraction(0)

# An end as the arithmetic below sees it: the value, or the sign of an infinity, and whether it
# is open.
_End = tuple[Fraction | None, int, bool]


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; None is unbounded, and unbounded ends are open."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None and not self.low_open:
            object.__setattr__(self, "low_open", True)
        if self.high is None and not self.high_open:
            object.__setattr__(self, "high_open", True)
        if not _is_inhabited(self.low, self.high, self.low_open, self.high_open):
            raise ValueError(f"an interval is never empty: {self}")

    @classmethod
    def point(cls, value: Fraction) -> Interval:
        """The set that holds `value` alone."""
        return _made(value, value, False, False)

    @classmethod
    def around(cls, value: Fraction, radius: Fraction) -> Interval:
        """All numbers at most `radius` away from `value`, both ends closed."""
        return cls(value - radius, value + radius)

    @property
    def is_point(self) -> bool:
        """Whether the set holds exactly one number."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Fraction | None:
        """high − low; None where an end is unbounded."""
        if self.low is None or self.high is None:
            return None
        return self.high - self.low

    @property
    def middle(self) -> Fraction:
        """A number inside, midway where both ends are there."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        if self.low is not None:
            return max(2 * self.low, self.low + 1)
        if self.high is not None:
            return min(2 * self.high, self.high - 1)
        return ZERO

    def __contains__(self, value: Fraction) -> bool:
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return not (
            self.high is not None and (value > self.high or (self.high_open and value == self.high))
        )

    def covers(self, other: Interval) -> bool:
        """Whether every number of `other` is one of this set too."""
        return self.intersect(other) == other

    def intersect(self, other: Interval) -> Interval | None:
        """The numbers of both sets; None where there are none."""
        low, low_open = _higher_low(self, other)
        high, high_open = _lower_high(self, other)
        if not _is_inhabited(low, high, low_open, high_open):
            return None
        return Interval(low, high, low_open, high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both sets."""
        low, low_open = _lower_low(self, other)
        high, high_open = _higher_high(self, other)
        return Interval(low, high, low_open, high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return _made(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return _made(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __sub__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return _made(low, high, self.low_open or other.high_open, self.high_open or other.low_open)

    def __mul__(self, other: Interval) -> Interval:
        if _is_positive(self) and _is_positive(other):
            return _product_of_positives(self, other)
        # The corners decide; a corner at zero is attained where the zero itself is, whatever
        # the other end is ("0 times an open infinite ray is 0").
        corners = [_times(a, b) for a in _ends(self) for b in _ends(other)]
        low, _, low_open = min(corners, key=lambda end: (_order(end), end[2]))
        high, _, high_open = max(corners, key=lambda end: (_order(end), not end[2]))
        return Interval(low, high, low_open, high_open)

    def reciprocal(self) -> Interval | None:
        """1/x for every x of the set but zero; None where zero lies within or the set is {0}."""
        if self.low is not None and self.low >= 0:
            if self.high == 0:
                return None
            if self.low == 0 and not self.low_open:
                return None
            high = None if self.low == 0 else 1 / self.low
            if self.high is None:
                return _made(ZERO, high, True, self.low_open)
            return _made(1 / self.high, high, self.high_open, self.low_open)
        if self.high is not None and self.high <= 0:
            mirrored = (-self).reciprocal()
            return None if mirrored is None else -mirrored
        return None

    def __truediv__(self, other: Interval) -> Interval | None:
        """self / other; None where `other` may be zero."""
        inverse = other.reciprocal()
        return None if inverse is None else self * inverse

    def __abs__(self) -> Interval:
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return -self
        high, high_open = _higher_high(self, -self)
        return Interval(ZERO, high, False, high_open)

    def __pow__(self, exponent: int) -> Interval | None:
        """x ** exponent; None where a negative power meets zero."""
        if exponent < 0:
            positive = self**-exponent
            return None if positive is None else positive.reciprocal()
        if exponent == 0:
            return Interval.point(Fraction(1))
        base = abs(self) if exponent % 2 == 0 else self
        low = None if base.low is None else base.low**exponent
        high = None if base.high is None else base.high**exponent
        return Interval(low, high, base.low_open, base.high_open)

    def minimum(self, other: Interval) -> Interval:
        """All values of min(x, y)."""
        low, low_open = _lower_low(self, other)
        high, high_open = _lower_high(self, other)
        return Interval(low, high, low_open, high_open)

    def maximum(self, other: Interval) -> Interval:
        """All values of max(x, y)."""
        return -((-self).minimum(-other))


def _made(low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool) -> Interval:
    """An interval known to be inhabited, without the check: arithmetic makes no empty ones."""
    made = object.__new__(Interval)
    _SET_LOW(made, low)
    _SET_HIGH(made, high)
    _SET_LOW_OPEN(made, low_open)
    _SET_HIGH_OPEN(made, high_open)
    return made


# The slots' own setters: a frozen class has no others.
_SET_LOW: Final = Interval.__dict__["low"].__set__
_SET_HIGH: Final = Interval.__dict__["high"].__set__
_SET_LOW_OPEN: Final = Interval.__dict__["low_open"].__set__
_SET_HIGH_OPEN: Final = Interval.__dict__["high_open"].__set__


def _is_positive(values: Interval) -> bool:
    return values.low is not None and values.low.numerator > 0


def _product_of_positives(a: Interval, b: Interval) -> Interval:
    """The common case of `*`: the lows make the low, the highs the high."""
    assert a.low is not None and b.low is not None
    high = None if a.high is None or b.high is None else a.high * b.high
    return _made(a.low * b.low, high, a.low_open or b.low_open, a.high_open or b.high_open)


def _is_inhabited(
    low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool
) -> bool:
    if low is None or high is None:
        return True
    return low < high or (low == high and not low_open and not high_open)


def _higher_low(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    if a.low is None:
        return b.low, b.low_open
    if b.low is None:
        return a.low, a.low_open
    if a.low == b.low:
        return a.low, a.low_open or b.low_open
    return (a.low, a.low_open) if a.low > b.low else (b.low, b.low_open)


def _lower_high(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    low, low_open = _higher_low(-a, -b)
    return (None if low is None else -low), low_open


def _lower_low(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    if a.low is None or b.low is None:
        return None, True
    if a.low == b.low:
        return a.low, a.low_open and b.low_open
    return (a.low, a.low_open) if a.low < b.low else (b.low, b.low_open)


def _higher_high(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    low, low_open = _lower_low(-a, -b)
    return (None if low is None else -low), low_open


def _ends(x: Interval) -> tuple[_End, _End]:
    return (x.low, -1, x.low_open), (x.high, 1, x.high_open)


def _times(a: _End, b: _End) -> _End:
    (x, x_sign, x_open), (y, y_sign, y_open) = a, b
    if x == 0 or y == 0:
        attained = (x == 0 and not x_open) or (y == 0 and not y_open)
        return ZERO, 0, not attained
    if x is not None and y is not None:
        return x * y, 0, x_open or y_open
    sign = (x_sign if x is None else (1 if x > 0 else -1)) * (
        y_sign if y is None else (1 if y > 0 else -1)
    )
    return None, sign, True


def _order(end: _End) -> tuple[int, Fraction]:
    value, sign, _ = end
    return (sign, ZERO) if value is None else (0, value)


EVERYTHING: Final = Interval(None, None)
POSITIVE: Final = Interval(ZERO, None, low_open=True)
NEGATIVE: Final = Interval(None, ZERO, high_open=True)
NOT_NEGATIVE: Final = Interval(ZERO, None)
