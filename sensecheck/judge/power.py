"""How much a verdict says: how many printed values would not have failed."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Final

from sensecheck.judge.question import Inputs
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Kind, Printed
from sensecheck.numbers.units import PERCENT, Unit

MANY: Final = 20
"""A verdict that more printed values than these would not have failed is weak,"""

WIDE: Final = Fraction(2, 100)
"""where the range is also wider than this part of the result."""

_NUMBER_WORDS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)


def admitted(printed: Printed, stated: Interval, allowed: Interval) -> int | None:
    """How many values with the decimals of the stated figure meet the allowed range.

    `stated` is the strict set of the stated figure. None where the stated figure is hedged, a
    range or a word, or where the allowed range has no end.
    """
    found = steps_admitted(printed, stated, allowed)
    if found is None:
        return None
    lowest, highest = found
    return max(highest - lowest + 1, 0)


def steps_admitted(printed: Printed, stated: Interval, allowed: Interval) -> tuple[int, int] | None:
    """The least and the greatest of these values, in units of the stated figure's last digit."""
    value = printed.value
    if value is None or printed.hedge is not None or printed.kind is not Kind.NUMBER:
        return None
    if allowed.low is None or allowed.high is None or stated.low is None or stated.high is None:
        return None
    # A printed value v stands for v + [below, above]; v is a whole number of steps.
    below, above = stated.low - value, stated.high - value
    step = printed.step
    first, last = (allowed.low - above) / step, (allowed.high - below) / step
    first_open = allowed.low_open or stated.high_open
    last_open = allowed.high_open or stated.low_open
    lowest = floor(first) + 1 if first_open else ceil(first)
    highest = ceil(last) - 1 if last_open else floor(last)
    return lowest, highest


def is_weak(admits: int | None, allowed: Interval | None, result: Fraction | None) -> bool:
    """Whether a pass or a discrepancy says little."""
    if admits is None or admits <= MANY or result is None or allowed is None:
        return False
    return allowed.width is not None and allowed.width > WIDE * abs(result)


def weakness(inputs: Inputs, admits: int | None, unit: Unit) -> str:
    """Why a verdict is weak: '4.7 billion has two digits: 295 printed rates would not fail'."""
    what = "printed rates" if unit == PERCENT else "printed values"
    coarsest = _coarsest(inputs)
    if coarsest is None:
        return f"{admits:,} {what} would not fail"
    name, digits = coarsest
    words = _NUMBER_WORDS[digits] if digits < len(_NUMBER_WORDS) else str(digits)
    plural = "digit" if digits == 1 else "digits"
    return f"{name} has {words} {plural}: {admits:,} {what} would not fail"


def _coarsest(inputs: Inputs) -> tuple[str, int] | None:
    """The input whose printing leaves the relatively widest set, and its significant digits."""
    widest: tuple[Fraction, str, int] | None = None
    for name, figure in inputs.figures.items():
        finest = figure.finest
        values, value = inputs.strict[name], inputs.printed.get(name)
        if finest is None or not value or values.width is None or not values.width:
            continue
        breadth = values.width / abs(value)
        if widest is None or breadth > widest[0]:
            widest = breadth, finest.printed.text, significant_digits(finest.printed)
    return None if widest is None else widest[1:]


def significant_digits(printed: Printed) -> int:
    """How many digits from the first that is not zero: 4.70 has three, 0.05 one."""
    number = printed.number
    if not number:
        return 1
    return len(str(int(number * 10**printed.decimals)))
