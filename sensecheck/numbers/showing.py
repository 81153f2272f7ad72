"""Values as people read them: in the scale and with the decimals of a figure as printed."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.display import decimal_text, finite_decimals, magnitude
from sensecheck.numbers.dressing import Dress, dress_of, smaller
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Nature, Printed
from sensecheck.numbers.units import PERCENT, PLAIN, POINTS, Style, Unit

NO_END: Final = {True: "−∞", False: "∞"}
"""An end of a range that is not there, low and high."""

MOST_DECIMALS: Final = 9
"""Decimals beyond these are not shown."""

MOST_MORE: Final = 4
"""Two ends that are the same with so many decimals more than usual are shown as the same."""

PLAINLY: Final = Dress()


def recomputed(
    value: Fraction,
    like: Printed | None,
    unit: Unit | None,
    stated: Interval | None,
    *,
    finer: int = 0,
) -> str:
    """The recomputed value beside the stated figure: its scale, and decimals enough to compare.

    Two decimals at least for a percentage that is not whole, and one more than the stated figure
    has where rounding to its own would hide that the two differ. `finer` asks for more.
    """
    unit = unit or PLAIN
    factor, suffix = _scale(like, unit)
    number = value / factor
    decimals = _decimals(like, number, unit, finer)
    if stated is not None and value not in stated and like is not None and like.value is not None:
        while decimals < MOST_DECIMALS and _same(number, like.value / factor, decimals):
            decimals += 1
    return decimal_text(number, decimals) + suffix


def dress(like: Printed | None, unit: Unit | None) -> Dress:
    """What stands around results beside the stated figure: '£… billion', '…%'."""
    factor, suffix = _scale(like, unit or PLAIN)
    return Dress("", suffix, factor) if suffix or like is None else dress_of(like)


def dressed(
    value: Fraction, like: Printed | None, unit: Unit | None, stated: Interval | None = None
) -> str:
    """The recomputed value as the stated figure is printed: '£1.05 billion', '13.84%'."""
    text = recomputed(value, like, unit, stated)
    return text if _scale(like, unit or PLAIN)[1] or like is None else dress_of(like).around(text)


def bounds(
    values: Interval, like: Printed | None, unit: Unit | None, *, finer: int = 0
) -> tuple[str, str]:
    """The ends of a range in the stated figure's scale, rounded to nearest.

    Decimals enough that the ends differ, unless they are as good as the same.
    """
    unit = unit or PLAIN
    factor, _ = _scale(like, unit)
    ends = [None if end is None else end / factor for end in (values.low, values.high)]
    known = [end for end in ends if end is not None]
    decimals = max((_decimals(like, end, unit, finer) for end in known), default=0)
    if len(known) == 2:
        most = min(decimals + MOST_MORE, MOST_DECIMALS)
        apart = (d for d in range(decimals, most + 1) if not _same(known[0], known[1], d))
        decimals = next(apart, decimals)
    low, high = (None if end is None else decimal_text(end, decimals) for end in ends)
    return low or NO_END[True], high or NO_END[False]


def implied(values: Interval, like: Printed | None, unit: Unit | None, *, whole: bool) -> str:
    """What a figure must be: '5,016 … 5,020' for counts, else 'RMB 1.429 … 1.438 billion'.

    Rounded outwards, in the scale of its siblings or a smaller one, with so many digits that this
    widens it little. An end that only says which sign the figure has is left out.
    """
    if whole:
        low, high = whole_ends(values)
        if values.low == 0 and low is not None and high is not None and low < high:
            low = None
        whole_texts = (None if end is None else f"{end:,}" for end in (low, high))
        return _between(*whole_texts, low_open=False, high_open=False)
    factor, suffix = _scale(like, unit or PLAIN)
    known = [end for end in (values.low, values.high) if end]
    dress = Dress("", suffix, factor)
    if not suffix and like is not None and known:
        dress = smaller(dress_of(like), max(known, key=abs))
    low_end, high_end = (
        None if end is None else end / dress.factor for end in (values.low, values.high)
    )
    if low_end == 0 and values.low_open and high_end is not None:
        low_end = None
    elif high_end == 0 and values.high_open and low_end is not None:
        high_end = None
    own = like.decimals if like is not None and like.number is not None else 2
    decimals = _implied_decimals(low_end, high_end, own)
    low_text = None if low_end is None else decimal_text(low_end, decimals, rounding="down")
    high_text = None if high_end is None else decimal_text(high_end, decimals, rounding="up")
    return _between(
        low_text, high_text, low_open=values.low_open, high_open=values.high_open, dress=dress
    )


def _implied_decimals(low: Fraction | None, high: Fraction | None, own: int) -> int:
    """Two ends that are at least five units apart; one end to a digit more than its siblings'."""
    known = [end for end in (low, high) if end is not None]
    if len(known) == 2 and known[0] != known[1]:
        return min(max(-magnitude((known[1] - known[0]) / 5), 0), MOST_DECIMALS)
    exact = max((finite_decimals(end) or 0 for end in known), default=0)
    return min(max(own, min(exact, own + 1)), MOST_DECIMALS)


def whole_ends(values: Interval) -> tuple[int | None, int | None]:
    """The least and the greatest whole number of an interval; low > high where there is none."""
    low = high = None
    if values.low is not None:
        low = -(-values.low.numerator // values.low.denominator)
        low += values.low_open and low == values.low
    if values.high is not None:
        high = values.high.numerator // values.high.denominator
        high -= values.high_open and high == values.high
    return low, high


def _between(
    low: str | None,
    high: str | None,
    *,
    low_open: bool,
    high_open: bool,
    dress: Dress = PLAINLY,
) -> str:
    if low is not None and high is not None:
        return dress.around(low if low == high else f"{low} … {high}")
    if high is not None:
        return f"{'below' if high_open else 'at most'} {dress.around(high)}"
    if low is not None:
        return f"{'above' if low_open else 'at least'} {dress.around(low)}"
    return "any value"


def _scale(like: Printed | None, unit: Unit) -> tuple[Fraction, str]:
    """What one unit of the shown number is worth, and what stands behind it."""
    if unit.is_dimensionless and unit.style in (Style.PERCENT, Style.POINTS):
        points = unit.style is Style.POINTS
        return Fraction(1, 100), " points" if points else "%"
    if like is not None and like.unit in (PERCENT, POINTS):
        return like.factor, "%" if like.unit == PERCENT else " points"
    return (like.factor if like is not None else Fraction(1)), ""


def _decimals(like: Printed | None, number: Fraction, unit: Unit, finer: int) -> int:
    exact = finite_decimals(number)
    printed = like.decimals if like is not None and like.number is not None else 0
    percent = _scale(like, unit)[1] != ""
    if like is not None and like.nature is Nature.COUNT and like.factor == 1:
        wanted = 0 if exact == 0 else 1
    elif percent:
        wanted = max(printed, 2)
    elif exact is None or exact > printed:
        # Of a number with five digits before its point nobody wants to see cents.
        wanted = max(printed, min(2, max(4 - magnitude(number), 0)))
    else:
        wanted = printed
    wanted += finer
    if exact is not None and exact < wanted:
        return max(exact, printed)
    if number and magnitude(number) < -wanted:
        return min(-magnitude(number) + 1, MOST_DECIMALS)
    return wanted


def _same(a: Fraction, b: Fraction, decimals: int) -> bool:
    return decimal_text(a, decimals) == decimal_text(b, decimals)
