"""What a claim says of itself, as texts, so that two of them can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sensecheck.changes.kinds import ParameterChange
from sensecheck.model import Claim, Operand
from sensecheck.numbers.display import exact_text

Texts = Mapping[str, tuple[str, ...]]
"""By the name of a key, what stands there."""


def texts_of(claim: Claim) -> Texts:
    """All that decides a claim's verdict, and its words; not its tags and notes."""
    return dict(_texts(claim))


def changed(before: Claim, after: Claim) -> tuple[ParameterChange, ...]:
    """The keys of a claim that differ, in the order of the old claim, new ones last."""
    old, new = texts_of(before), texts_of(after)
    return tuple(
        ParameterChange(name, old.get(name, ()), new.get(name, ()))
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    )


def _texts(claim: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    arguments, stated = claim.arguments, claim.stated
    yield from _unless_empty("kind", "an assumption" if claim.assumption else "a claim")
    yield from _unless_empty("rule", claim.rule)
    if arguments.formula is not None:
        yield "formula", (arguments.formula_text,)
    else:
        for name, operands in arguments.figures.items():
            yield name, tuple(map(_operand, operands))
    for name, numbers in arguments.numbers.items():
        yield name, tuple(map(exact_text, numbers))
    for name, periods in arguments.periods.items():
        yield name, tuple(period.days for period in periods)
    yield from arguments.texts.items()
    if stated is not None:
        yield "stated", tuple(p.printed.text for p in stated.printings) or (stated.text,)
    yield from _unless_empty("rounding", claim.rounding.value if claim.rounding else "")
    yield from _unless_empty("unverifiable", claim.unverifiable)
    yield from _unless_empty("quote", claim.quote)
    yield from _unless_empty("says", claim.says)
    yield from _unless_empty("accepted", claim.accepted)


def _unless_empty(name: str, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if text:
        yield name, (text,)


def _operand(operand: Operand) -> str:
    """As one would write it: a figure's name, or the figure that is printed in place."""
    figure = operand.figure
    if figure.is_literal and figure.finest is not None:
        return ("-" if operand.negative else "") + figure.finest.printed.text
    return operand.text
