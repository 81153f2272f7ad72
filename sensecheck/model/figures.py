"""Figures: quantities that an article prints or refers to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sensecheck.model.places import Span

if TYPE_CHECKING:
    from sensecheck.numbers.periods import Period
    from sensecheck.numbers.printed import Printed
    from sensecheck.numbers.readings import Readings
    from sensecheck.numbers.units import Unit


class Sign(Enum):
    """What is known of the sign of a figure that nobody printed."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Printing:
    """How one place prints a figure, and the true values that this admits.

    `rounded` is what a count admits where it is an average or the like; None where it makes no
    difference.
    """

    printed: Printed
    readings: Readings
    span: Span
    rounded: Readings | None = None


def finest(printings: tuple[Printing, ...]) -> Printing | None:
    """The printing with the smallest unit of its last digit; the first of equals."""
    if len(printings) < 2:
        return printings[0] if printings else None
    return min(printings, key=lambda printing: printing.printed.step)


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity that the article prints or refers to.

    `values` is what all its printings admit together; None where it is not printed, or where its
    printings exclude each other (`contradictory`). `series` and `label` are empty for a figure
    that a claim prints in place, whose `name` is then its parameter and text.
    """

    name: str
    span: Span
    printings: tuple[Printing, ...] = ()
    values: Readings | None = None
    unit: Unit | None = None
    series: str = ""
    label: str = ""
    period: Period | None = None
    sign: Sign | None = None
    contradictory: bool = False
    source: str = ""
    url: str = ""
    quote: str = ""
    note: str = ""

    @property
    def finest(self) -> Printing | None:
        """The printing with the smallest unit of its last digit; the first of equals."""
        return finest(self.printings)

    @property
    def is_literal(self) -> bool:
        """Whether a claim prints the figure in place."""
        return not self.series
