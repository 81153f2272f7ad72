"""Numbers in a text, labelled by hand, held against the numbers that were found in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol

Ends = tuple[str | None, str | None]
Value = str | Ends | None


class Found(Protocol):
    """What the tests read of a number that was found."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def value(self) -> Value: ...
    @property
    def strict(self) -> Ends | None: ...
    @property
    def loose(self) -> Ends | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def hedge(self) -> str | None: ...
    @property
    def direction(self) -> str | None: ...
    @property
    def decimals(self) -> int: ...
    @property
    def is_quantity(self) -> bool: ...
    @property
    def note(self) -> str: ...


class Quantity(NamedTuple):
    """A quantity as a fact-checker lists it: where it begins and what it says."""

    start: int
    value: Value
    unit: str | None
    decimals: int = 0
    hedge: str | None = None
    direction: str | None = None


class Other(NamedTuple):
    """A number that is no quantity, by the place of its first digit, or of the word for it."""

    start: int
    kind: str


def differences(
    found: Sequence[Found], quantities: Iterable[Quantity], others: Iterable[Other]
) -> list[str]:
    """One line for each label that was not found as it says, and for all that is not labelled.

    A quantity begins where its label says. Another number holds the place of its label, since
    'end of 2021' may begin at either word. An idiom need not be found, nor labelled: nobody misses
    it. 'none' may be found as anything but a quantity.
    """
    by_start = {each.start: each for each in found if each.is_quantity}
    left = {(each.start, each.end): each for each in found}
    lines = []
    for label in quantities:
        number = by_start.get(label.start)
        if number is None:
            lines.append(f"{label.start}: no quantity begins here, {label} was expected")
            continue
        left.pop((number.start, number.end), None)
        if (got := as_label(number)) != label._replace(value=exact(label.value)):
            lines.append(f"{label.start}: {got} instead of {label}")
    for other in others:
        covering = [each for each in found if each.start <= other.start < each.end]
        for each in covering:
            left.pop((each.start, each.end), None)
            if each.kind != other.kind != "none" or each.is_quantity:
                lines.append(f"{other.start}: {each.kind} instead of {other.kind}")
        if len(covering) != 1 and (covering or other.kind not in ("idiom", "none")):
            lines.append(f"{other.start}: {len(covering)} numbers instead of one {other.kind}")
    lines += [
        f"{each.start}: {each.kind} {as_label(each)} is not labelled"
        for each in left.values()
        if each.kind != "idiom"
    ]
    return lines


def as_label(number: Found) -> Quantity:
    """The label that a found number would have, its value in its shortest form."""
    return Quantity(
        number.start,
        exact(number.value),
        number.unit,
        number.decimals,
        number.hedge,
        number.direction,
    )


def exact(value: Value) -> Value:
    """The value with equal numbers written alike: '623.70' is '623.7'."""
    if value is None:
        return None
    if isinstance(value, str):
        return str(Fraction(value))
    return (
        None if value[0] is None else str(Fraction(value[0])),
        None if value[1] is None else str(Fraction(value[1])),
    )
