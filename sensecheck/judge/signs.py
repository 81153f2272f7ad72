"""The sign that a figure nobody printed is taken to have."""

from __future__ import annotations

from sensecheck.model import Document, Figure, Sign
from sensecheck.numbers.intervals import NEGATIVE, NOT_NEGATIVE, POSITIVE, Interval
from sensecheck.numbers.printed import Nature


def sign_of(figure: Figure, document: Document) -> Interval | None:
    """The values that the sign of an unprinted figure leaves; None where no sign follows.

    Counts are at least 0. Any other figure takes the sign that all printed labels of its series
    share; what the claims file says of the sign overrides it.
    """
    if figure.sign is not None:
        return {Sign.POSITIVE: POSITIVE, Sign.NEGATIVE: NEGATIVE, Sign.ANY: None}[figure.sign]
    names = (f"{figure.series}.{label}" for label in document.series.get(figure.series, ()))
    siblings = [document.figures[name] for name in names if name in document.figures]
    if any(p.printed.nature is Nature.COUNT for sibling in siblings for p in sibling.printings):
        return NOT_NEGATIVE
    values = [sibling.values.printed for sibling in siblings if sibling.values is not None]
    known = [value for value in values if value]
    if known and all(value > 0 for value in known):
        return POSITIVE
    if known and all(value < 0 for value in known):
        return NEGATIVE
    return None
