"""The two sets that a number line shows: what the figures allow, and what the article says."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.model import Verdict
from sensecheck.numbers.intervals import Interval
from sensecheck.report.values import stated_scale, value_of

ALLOWED: Final = "what the figures allow"
SAID: Final = "what the article says"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sets and the recomputed value, in the scale of the stated figure."""

    allowed: Interval
    said: Interval
    value: Fraction


def comparison_of(verdict: Verdict) -> Comparison | None:
    """What there is to look at; None where that is nothing."""
    if verdict.range is None or verdict.stated is None:
        return None
    factor, _ = stated_scale(verdict)
    to_scale = Interval.point(1 / factor)
    value = value_of(verdict)
    finest = verdict.claim.stated.finest if verdict.claim.stated else None
    if value is None:
        return None
    if verdict.range.interval.is_point and finest and finest.printed.value == value:
        return None  # one number that is printed as it is
    return Comparison(verdict.range.interval * to_scale, verdict.stated * to_scale, value / factor)
