"""What may have gone wrong where a claim fails: in the claims file first, then in the article.

Nothing here changes a verdict. A slip is named only when exactly one makes the claim pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from sensecheck.judge.question import DATES, Quantity, question_of
from sensecheck.model import Arguments, Document, Operand, Slip
from sensecheck.numbers.expressions import value_at
from sensecheck.numbers.printed import Kind, Printed
from sensecheck.numbers.readings import Rounding, readings
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.base import NotComputable, term

MOST_BINDINGS: Final = 200
"""Other labels that are tried before the article is accused."""

MOST_INPUTS: Final = 50
"""Up to so many inputs a misprint in one is looked for: among more, some would do by chance."""

_SCALES: Final = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_CHANGES: Final = ("percent_increase", "percent_decrease")


def likely_slip(question: Quantity, document: Document) -> Slip | None:
    """The one other binding, or else the one slip in the article, that makes the claim pass."""
    bindings = [text for text in _other_bindings(question, document) if text]
    if len(bindings) == 1:
        text = f"holds with {bindings[0]}: is that what the article means?"
        return Slip(text, in_claims_file=True)
    slips = list(dict.fromkeys(_article_slips(question)))
    return Slip(slips[0]) if len(slips) == 1 else None


# ── other bindings: the claims file ──────────────────────────────────────────────────────────


def _other_bindings(question: Quantity, document: Document) -> Iterator[str]:
    arguments = question.claim.arguments
    tried = 0
    for parameter, group in arguments.figures.items():
        if parameter == "formula":
            continue
        for index, operand in enumerate(group):
            for other in _relatives(operand, group, document):
                tried += 1
                if tried > MOST_BINDINGS:
                    return
                changed = (*group[:index], other, *group[index + 1 :])
                if _passes(question, _with(arguments, parameter, changed)):
                    yield other.text
        if len(group) > 1:
            negated = tuple(replace(operand, negative=not operand.negative) for operand in group)
            if _passes(question, _with(arguments, parameter, negated)):
                yield _group_text(negated, document)


def _relatives(
    operand: Operand, group: tuple[Operand, ...], document: Document
) -> Iterator[Operand]:
    """The operand's negative, and the other printed labels of its series."""
    figure = operand.figure
    yield replace(operand, negative=not operand.negative)
    taken = {member.figure.name for member in group}
    for label in document.series.get(figure.series, ()):
        other = document.figures.get(f"{figure.series}.{label}")
        if other is not None and other.values is not None and other.name not in taken:
            yield Operand(other, operand.negative)


def _passes(question: Quantity, arguments: Arguments) -> bool:
    try:
        changed = question_of(replace(question.claim, arguments=arguments))
    except NotComputable:
        return False
    return changed.holds_as_printed()


def _with(arguments: Arguments, parameter: str, group: tuple[Operand, ...]) -> Arguments:
    return replace(arguments, figures={**arguments.figures, parameter: group})


def _group_text(group: tuple[Operand, ...], document: Document) -> str:
    series = group[0].figure.series
    labels = tuple(operand.figure.label for operand in group)
    if series and labels == document.series.get(series):
        return f"{'-' if group[0].negative else ''}{series}.*"
    return ", ".join(operand.text for operand in group)


# ── slips: the article ───────────────────────────────────────────────────────────────────────


def _article_slips(question: Quantity) -> Iterator[str]:
    stated = question.claim.stated
    value = question.value
    if stated is None or value is None:
        return
    yield from _other_arithmetic(question, value)
    if stated.finest is not None and stated.operand is None:
        yield from _other_stated(stated.finest.printed, value)
    if len(question.inputs.figures) > MOST_INPUTS:
        return
    for name, figure in question.inputs.figures.items():
        finest = figure.finest
        if finest is None or finest.printed.value is None or len(figure.printings) > 1:
            continue
        if question.stated_input is not None and question.stated_input.figure.name == name:
            continue  # what is stated would move with it
        if question.rule.name == "sum" and question.with_printed(name, Fraction(0)):
            continue  # left out, which is said already; a tiny figure does no better
        for text, printed in _misprints(finest.printed):
            other = printed.value
            if other is not None and question.with_printed(name, other):
                yield text


def _other_arithmetic(question: Quantity, value: Fraction) -> Iterator[str]:
    """The same figures, another rule: wrong base, direction, points, years, a part left out."""
    target, rule = question.target.strict, question.rule
    arguments = question.claim.arguments
    if value and -value in target:
        yield _turned(value * rule.trend)
    if rule.name in _CHANGES:
        (start,), (end,) = _values(question, "from"), _values(question, "to")
        change = (end - start) * rule.trend
        if end and change / abs(end) in target and change / abs(end) != value:
            yield "wrong base (divided by the new figure, not by the old one)"
        if _percentages(arguments) and change in target:
            yield "percent for percentage points (the figures differ by so many points)"
        if value + 1 in target:
            yield "the multiple of the old figure, not the change from it"
    if rule.name == "share":
        part = sum(_values(question, "part"), start=Fraction(0))
        rest = sum(_values(question, "whole"), start=Fraction(0)) - part
        if rest and part / rest in target:
            yield "wrong base (divided by the rest, not by the whole)"
    if rule.name == "ratio" and (value - 1 in target or value + 1 in target):
        yield "'times as many' for 'times more' (the two differ by one)"
    if rule.name == "sum" and len(arguments.figures["of"]) > 2:
        yield from _left_out(question)
    yield from _years(question, value)


def _left_out(question: Quantity) -> Iterator[str]:
    values = _values(question, "of")
    total = sum(values, start=Fraction(0))
    for operand, value in zip(question.claim.arguments.figures["of"], values, strict=True):
        if value and total - value in question.target.strict:
            yield f"{_said(operand)} is left out of the sum"


def _years(question: Quantity, value: Fraction) -> Iterator[str]:
    """A growth rate over one year more or fewer; a duration that is off by one."""
    claim = question.claim
    years = claim.arguments.numbers.get("years")
    if years:
        for off in (-1, 1):
            other = years[0] + off
            if other <= 0:
                continue
            numbers = {**claim.arguments.numbers, "years": (other,)}
            if _passes(question, replace(claim.arguments, numbers=numbers)):
                yield f"years off by one (the rate is that of {other} years, not of {years[0]})"
    if DATES in question.inputs.strict:
        finest = None if claim.stated is None else claim.stated.finest
        unit = Fraction(1) if finest is None else finest.printed.factor
        if value - unit in question.target.strict or value + unit in question.target.strict:
            yield "off by one (the first and the last are both counted, or neither)"


def _other_stated(printed: Printed, value: Fraction) -> Iterator[str]:
    if value in readings(printed, Rounding.TRUNCATE).strict and printed.hedge is None:
        yield "truncated instead of rounded"
    for text, other in _misprints(printed):
        if value in readings(other).strict:
            yield text


def _misprints(printed: Printed) -> Iterator[tuple[str, Printed]]:
    """The printing with a slip of the keyboard undone: digits swapped, a factor, a scale word."""
    if printed.number is None or printed.kind is not Kind.NUMBER:
        return
    digits = printed.text[printed.start : printed.end]
    for swapped in _swaps(printed):
        other = replace(printed, number=swapped)
        yield f"{digits} for {_digits_of(other, swapped)}, two digits swapped", other
    for factor in (Fraction(10), Fraction(1, 10)):
        moved = replace(printed, factor=printed.factor * factor)
        yield f"a factor of ten in {printed.text}", moved
    if printed.scaled:
        here = _SCALES.get(int(printed.factor))
        for meant, scale in _SCALES.items():
            if here is not None and scale != here:
                moved = replace(printed, factor=Fraction(meant))
                yield f"{here} for {scale} in {printed.text}", moved


def _swaps(printed: Printed) -> Iterator[Fraction]:
    """The number with two adjacent digits exchanged, each way once."""
    assert printed.number is not None
    scale = 10**printed.decimals
    digits = str(int(printed.number * scale)).zfill(printed.decimals + 1)
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1]:
            swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
            yield Fraction(int(swapped), scale)


def _digits_of(printed: Printed, number: Fraction) -> str:
    bare = replace(
        printed,
        text=printed.text[printed.start : printed.end],
        start=0,
        end=printed.end - printed.start,
        factor=Fraction(1),
        negative=False,
        direction=None,
    )
    return bare.rewritten(number)


def _values(question: Quantity, parameter: str) -> list[Fraction]:
    """The printed values of a parameter's figures, as the claim uses them."""
    group = question.claim.arguments.figures[parameter]
    return [value_at(term(operand), question.inputs.printed) for operand in group]


def _percentages(arguments: Arguments) -> bool:
    return all(operand.figure.unit == PERCENT for operand in arguments.operands)


def _turned(rise: Fraction) -> str:
    """The slip of a wrong sign; `rise` is positive where the figures rise, 0 where that is moot."""
    if rise:
        return "a rise, not a fall" if rise > 0 else "a fall, not a rise"
    return "wrong sign (the result is the negative of what is stated)"


def _said(operand: Operand) -> str:
    finest = operand.figure.finest
    if finest is None or operand.figure.series:
        return operand.text
    return finest.printed.text
