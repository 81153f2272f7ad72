"""Exact values as texts for people, in the scale of the figure that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sensecheck.model import Document, Figure, Implied, Outcome, Verdict
from sensecheck.numbers import showing
from sensecheck.numbers.display import (
    Rounding,
    decimal_text,
    finite_decimals,
    magnitude,
    significant,
)
from sensecheck.numbers.dressing import dress_of
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Nature
from sensecheck.numbers.units import PERCENT, POINTS, Unit

if TYPE_CHECKING:
    from sensecheck.numbers.printed import Printed

ONE: Final = Fraction(1)
DIGITS: Final = 10
"""Significant digits of a number that has no short exact text."""
_UNGROUPED: Final = re.compile(r"[0-9]{4}(\.[0-9]+)?")
MUST_BE: Final = "must be"
"""Before what a missing figure must be."""


def scale_of(printed: Printed | None, unit: Unit | None) -> tuple[Fraction, str]:
    """What 1 stands for beside a figure as printed, and what is written behind numbers there."""
    if POINTS in (unit, printed.unit if printed else None):
        return Fraction(1, 100), " points"
    if PERCENT in (unit, printed.unit if printed else None):
        return Fraction(1, 100), "%"
    return (printed.factor, "") if printed is not None and printed.number is not None else (ONE, "")


def number_text(value: Fraction, rounding: Rounding = "half_even", *, grouping: bool = True) -> str:
    """The value, exactly where that is short."""
    decimals = finite_decimals(value)
    if decimals is not None and decimals + max(magnitude(value), 0) < DIGITS + 3:
        return decimal_text(value, decimals, grouping=grouping)
    return significant(value, DIGITS, grouping=grouping, rounding=rounding)


def set_text(
    values: Interval, factor: Fraction = ONE, suffix: str = "", *, grouping: bool = True
) -> str:
    """'3.0265 … 3.0275', 'above 49', 'exactly 5'."""
    low_end, high_end = (None if end is None else end / factor for end in (values.low, values.high))
    low = None if low_end is None else number_text(low_end, "down", grouping=grouping)
    high = None if high_end is None else number_text(high_end, "up", grouping=grouping)
    if low is None and high is None:
        return "any value"
    if low is None:
        return f"{'below' if values.high_open else 'up to'} {high}{suffix}"
    if high is None:
        return f"{'above' if values.low_open else 'from'} {low}{suffix}"
    if values.is_point:
        return f"exactly {low}{suffix}"
    return (
        f"{'above ' if values.low_open else ''}{low} … "
        f"{'below ' if values.high_open else ''}{high}{suffix}"
    )


def figure_set_text(figure: Figure, values: Interval) -> str:
    """What a figure may be, in the scale of its finest printing."""
    printed = figure.finest.printed if figure.finest else None
    return printing_set_text(printed, figure.unit, values)


def printing_set_text(printed: Printed | None, unit: Unit | None, values: Interval) -> str:
    """A set in the scale of a printing, and with its commas: a year has none."""
    digits = printed.text[printed.start : printed.end] if printed else ""
    factor, suffix = scale_of(printed, unit)
    return set_text(values, factor, suffix, grouping=_UNGROUPED.fullmatch(digits) is None)


def printed_number(figure: Figure) -> str:
    """The digits of a figure as printed, with a minus where it has one."""
    assert figure.finest is not None
    printed = figure.finest.printed
    return ("-" if printed.is_downward else "") + printed.text[printed.start : printed.end]


def value_texts(values: Sequence[tuple[Figure, Fraction]], *, bare: bool) -> list[str]:
    """Other true values of figures: bare digits, all with as many decimals, or as printed."""
    if not bare:
        return [_as_printed(figure, value) for figure, value in values]
    numbers = [value / _scale(figure)[0] for figure, value in values]
    decimals = [finite_decimals(number) for number in numbers]
    most = max((d for d in decimals if d is not None), default=DIGITS)
    if None in decimals or most > DIGITS:
        return [number_text(number) for number in numbers]
    return [decimal_text(number, most) for number in numbers]


def _as_printed(figure: Figure, value: Fraction) -> str:
    factor, suffix = _scale(figure)
    if figure.finest is None or figure.finest.printed.number is None:
        return number_text(value / factor) + suffix
    printed = figure.finest.printed
    decimals = finite_decimals(value / printed.factor)
    if decimals is None or decimals > DIGITS:
        decimals = max(DIGITS - magnitude(value / printed.factor), printed.decimals)
    return dress_of(printed).around(decimal_text(value / printed.factor, decimals))


def _scale(figure: Figure) -> tuple[Fraction, str]:
    return scale_of(figure.finest.printed if figure.finest else None, figure.unit)


# ── of a verdict ─────────────────────────────────────────────────────────────────────────────


def stated_text(verdict: Verdict) -> str:
    """What the article says the result is, as it prints it."""
    stated = verdict.claim.stated
    if stated is None:
        return ""
    if stated.operand is not None and stated.finest is not None:
        return stated.finest.printed.text
    return stated.printings[0].printed.text if stated.printings else stated.text


def range_text(verdict: Verdict) -> str:
    """All results that the printed figures allow, or what a missing figure must be."""
    if verdict.implied is not None and verdict.outcome is Outcome.UNVERIFIABLE:
        return f"{MUST_BE} {verdict.implied.text}"
    if verdict.shown_range is None:
        return ""
    low, high = verdict.shown_range
    return f"{low} … {high}" if low != high else ""


def between_text(verdict: Verdict) -> str:
    """The same range in words, a digit finer: 'between 13.807% and 13.877%'."""
    found = verdict.range
    if found is None or found.interval.is_point:
        return ""
    low, high = showing.bounds(found.interval, _like(verdict), verdict.unit, finer=1)
    suffix = stated_scale(verdict)[1]
    each = suffix if suffix == "%" else ""
    return f"between {low}{each} and {high}{suffix}" if low != high else ""


def result_text(verdict: Verdict, *, finer: int = 0, bare: bool = False) -> str:
    """The recomputed value as the article would print it: '£1.05 billion'; a word as it is.

    `bare` leaves the currency and the scale out.
    """
    value, like = value_of(verdict), _like(verdict)
    if value is None:
        return verdict.shown
    text = showing.recomputed(value, like, verdict.unit, verdict.stated, finer=finer)
    if bare or like is None or stated_scale(verdict)[1]:
        return text
    return dress_of(like).around(text)


def value_of(verdict: Verdict) -> Fraction | None:
    """The recomputed number; the lower end of an irrational one is as good as any."""
    found = verdict.recomputed
    value = found.low if isinstance(found, Interval) else found
    return value if isinstance(value, Fraction) else None


def dressed(verdict: Verdict, *values: Fraction, decimals: int) -> str:
    """Any result as the article would print it, or the two ends of a range of them."""
    dress = showing.dress(_like(verdict), verdict.unit)
    return dress.around(" … ".join(decimal_text(v / dress.factor, decimals) for v in values))


def with_noun(implied: Implied, document: Document) -> str:
    """What a missing figure must be, a count with its noun: '5,016 … 5,020 employees'."""
    series = implied.figure.partition(".")[0]
    siblings = (document.figures[f"{series}.{label}"] for label in document.series.get(series, ()))
    printings = (sibling.finest.printed for sibling in siblings if sibling.finest)
    noun = next((dress_of(p).behind for p in printings if p.nature is Nature.COUNT), "")
    return implied.text + ("" if implied.text.endswith(noun) else noun)


def because_of(implied: Implied, document: Document) -> tuple[str, ...]:
    """The ids behind a missing figure, assumptions marked as such."""
    assumed = {claim.id for claim in document.assumptions}
    return tuple(f"{name} (assumed)" if name in assumed else name for name in implied.because)


def stated_scale(verdict: Verdict) -> tuple[Fraction, str]:
    """The scale of the stated figure."""
    stated = verdict.claim.stated
    finest = stated.finest if stated else None
    return scale_of(finest.printed if finest else None, verdict.unit)


def _like(verdict: Verdict) -> Printed | None:
    """The printing of the stated figure, whose form and scale other results take."""
    finest = verdict.claim.stated.finest if verdict.claim.stated else None
    return finest.printed if finest else None
