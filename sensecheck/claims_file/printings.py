"""Printed figures of the file: read at their place, given a missing unit, joined where several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from sensecheck.claims_file.nodes import Scalar
from sensecheck.claims_file.shapes import NOTHING, report_empty
from sensecheck.claims_file.trouble import Trouble
from sensecheck.model import Figure, Printing, Span
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Kind, Nature, Printed, Unreadable, parse, uses_yen_sign
from sensecheck.numbers.readings import Readings, Rounding, readings
from sensecheck.numbers.units import Unit

NOT_PRINTED: Final = "not printed"
_UNKNOWN: Final = frozenset(
    "? - – — n/a na n.a. tbd tbc none nothing unknown missing unprinted".split()
) | {"not available", "not given", "not known", "not stated", "not disclosed"}
_MOST_TIMES: Final = 100
_YEN: Final = Unit((("JPY", 1),))


class Printer:
    """Reads printed figures; remembers where the file writes ¥ and whether it speaks of yen."""

    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self._yen_signs: list[Scalar] = []
        self._speaks_of_yen = False

    def read(self, scalar: Scalar) -> Printed | None:
        """What the scalar prints; None with a finding where it prints no figure."""
        text = scalar.text
        if text.strip() in NOTHING:
            report_empty(scalar, self._trouble, f"write: {NOT_PRINTED}")
            return None
        try:
            printed = parse(text)
        except Unreadable as error:
            self.unreadable(scalar, error)
            return None
        return self.accept(scalar, printed)

    def accept(self, scalar: Scalar, printed: Printed) -> Printed | None:
        """What the scalar prints, where that is a figure; None with a finding for a date."""
        if printed.kind is Kind.PERIOD:
            message = f"'{scalar.text}' is a date, not a figure"
            self._trouble.at(scalar, message, "dates are for the rule duration")
            return None
        self._note_yen(scalar, printed)
        return printed

    def unreadable(self, scalar: Scalar, error: Unreadable) -> None:
        """A finding for a text that is no printed figure."""
        place = self._trouble.part(scalar, error.start, error.end)
        hint = f"write: {error.instead}" if error.instead else ""
        name, colon, value = scalar.text.partition(":")
        if colon and value[:1].strip() and name.strip().replace("_", "").isalnum():
            place, hint = self._trouble.visible(scalar), f"write: {name}: {value}"
            self._trouble.add(place, "no space after the colon", hint)
            return
        if scalar.text.strip().lower() in _UNKNOWN:
            hint = f"write: {NOT_PRINTED}"
        self._trouble.add(place, f"not a printed figure: {error.reason}", hint)

    def report_yen(self) -> None:
        """¥ is RMB unless the file also speaks of yen: then nobody knows."""
        if not self._speaks_of_yen:
            return
        for scalar in self._yen_signs:
            message = "¥ may be RMB or yen here, where the file speaks of yen too"
            self._trouble.at(scalar, message, "write RMB or JPY")

    def _note_yen(self, scalar: Scalar, printed: Printed) -> None:
        if not printed.text.isascii() and uses_yen_sign(printed.text):
            self._yen_signs.append(scalar)
        elif printed.unit is not None and printed.unit == _YEN:
            self._speaks_of_yen = True


def printing_of(
    printed: Printed,
    span: Span,
    rounding: Rounding,
    *,
    exact: bool = False,
    as_measure: bool = False,
) -> Printing:
    """The printing, with the true values that it admits."""
    values = readings(printed, rounding, exact=exact, as_measure=as_measure)
    is_number = printed.nature is Nature.MEASURE or (printed.unit is None and printed.number)
    if exact or as_measure or is_number or printed.kind is Kind.MISSING:
        return Printing(printed, values, span)
    return Printing(printed, values, span, readings(printed, rounding, as_measure=True))


def is_bare(printed: Printed) -> bool:
    """Whether the number has no unit of its own."""
    return printed.unit is None and printed.kind is not Kind.MISSING


def common_unit(known: Iterable[Printed]) -> Printed | None:
    """One printing that stands for the unit and scale of all that have a unit; None: no such."""
    having = [printed for printed in known if printed.unit is not None]
    if not having:
        return None
    first = having[0]
    agree = all(p.unit == first.unit and p.factor == first.factor for p in having)
    return first if agree else None


def is_out_of_scale(bare: Printed, common: Printed, known: Iterable[Printed]) -> bool:
    """Whether a bare number would be a hundred times what the others are, in their scale.

    900,000 beside RMB 4.7 billion is hardly 900,000 billion: nobody should be accused over that.
    """
    if not common.scaled or bare.scaled or not bare.magnitude:
        return False
    largest = max((printed.magnitude or Fraction(0) for printed in known), default=Fraction(0))
    return bare.magnitude * common.factor > _MOST_TIMES * largest > 0


def with_unit(bare: Printed, other: Printed) -> Printed:
    """The bare number in the unit of another; in its scale too, unless it has one of its own."""
    if bare.scaled:
        other = replace(other, factor=Fraction(1), scaled=False)
    return bare.with_unit_of(other)


def figure_with_unit(
    figure: Figure, other: Printed, rounding: Rounding, *, exact: bool = False
) -> Figure:
    """A figure without a unit in the unit and scale of another's printing."""
    printings = tuple(
        printing_of(with_unit(p.printed, other), p.span, rounding, exact=exact)
        for p in figure.printings
    )
    values, contradictory = join(printings)
    return replace(
        figure, printings=printings, values=values, unit=other.unit, contradictory=contradictory
    )


def as_rounded(figure: Figure) -> Readings | None:
    """The values of a figure that is an average or the like: its counts are rounded numbers."""
    printings = (replace(p, readings=p.rounded or p.readings) for p in figure.printings)
    return join(tuple(printings))[0]


def join(printings: tuple[Printing, ...]) -> tuple[Readings | None, bool]:
    """The values that all printings admit together, and whether they exclude each other.

    The finest printing that has a value gives the printed one. Where the strict readings exclude
    each other, the finest's strict reading counts with the others' loose ones.
    """
    if len(printings) < 2:
        return (printings[0].readings if printings else None), False
    loose = _intersection(printing.readings.loose for printing in printings)
    if loose is None:
        return None, True
    finest = min(printings, key=lambda printing: printing.printed.step)
    strict = _intersection(printing.readings.strict for printing in printings)
    if strict is None:
        strict = loose.intersect(finest.readings.strict) or loose
    valued = [printing for printing in printings if printing.readings.printed is not None]
    source = min(valued, key=lambda printing: printing.printed.step, default=None)
    value = None if source is None else source.readings.printed
    if value is not None and value not in strict:
        value = None
    return Readings(strict, loose, value), False


def _intersection(sets: Iterable[Interval]) -> Interval | None:
    common, *others = sets
    for other in others:
        meeting = common.intersect(other)
        if meeting is None:
            return None
        common = meeting
    return common
