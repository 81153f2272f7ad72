"""What a claim was judged by: each figure as printed, and what that allows it to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sensecheck.model import Operand, Reading, Results, Verdict
from sensecheck.numbers.periods import Period
from sensecheck.report.page import Cells
from sensecheck.report.values import (
    MUST_BE,
    figure_set_text,
    number_text,
    set_text,
    stated_scale,
    stated_text,
    with_noun,
)


def inputs(verdict: Verdict, results: Results) -> Iterator[Cells]:
    """A row for each figure, number, period and text, and for what the article states."""
    claim = verdict.claim
    for parameter, operands in claim.arguments.figures.items():
        for index, operand in enumerate(operands):
            yield from _operand("" if index else parameter, operand, verdict, results)
    for parameter, numbers in claim.arguments.numbers.items():
        yield parameter, "", ", ".join(number_text(number) for number in numbers), ""
    for parameter, periods in claim.arguments.periods.items():
        for index, period in enumerate(_joined(periods)):
            yield "" if index else parameter, "", period.days, ""
    for index, text in enumerate(claim.arguments.texts.get("of", ())):
        yield "" if index else "of", "", text, ""
    if claim.stated is None:
        return
    figure = claim.stated.operand
    values = claim.stated.values.strict if claim.stated.values else None
    allowed = verdict.stated or values
    text = stated_text(verdict) if figure is None or claim.stated.finest else "not printed"
    allowed_text = set_text(allowed, *stated_scale(verdict)) if allowed else ""
    if figure is not None:
        allowed_text = _must_be(figure, verdict, results) or allowed_text
    yield "stated", figure.text if figure else "", text, allowed_text
    for printing in claim.stated.printings[1:]:
        yield "", "", printing.printed.text, ""


def _operand(
    parameter: str, operand: Operand, verdict: Verdict, results: Results
) -> Iterator[Cells]:
    figure, finest = operand.figure, operand.figure.finest
    name = "" if figure.is_literal else operand.text
    if figure.values is None:
        text = "its printings exclude each other" if figure.contradictory else "not printed"
        yield parameter, name, text, _must_be(operand, verdict, results)
        return
    loose = verdict.range is not None and verdict.range.reading is Reading.LOOSE
    values = figure.values.loose if loose else figure.values.strict
    allowed = figure_set_text(figure, -values if operand.negative else values)
    if values != figure.values.strict:
        allowed += ", if itself rounded"
    yield parameter, name, finest.printed.text if finest else "", allowed
    for printing in figure.printings:
        if printing is not finest:
            yield "", "", printing.printed.text, ""


def _must_be(operand: Operand, verdict: Verdict, results: Results) -> str:
    """What a missing input must be, beside its name; not beside that of its negative."""
    implied = verdict.implied
    if implied is None or operand.negative or implied.figure != operand.figure.name:
        return ""
    return f"{MUST_BE} {with_noun(implied, results.document)}"


def _joined(periods: tuple[Period, ...]) -> Iterator[Period]:
    """The periods, those that follow one another without a gap as one."""
    whole: Period | None = None
    for period in periods:
        if whole is not None and whole.end == period.start:
            whole = replace(whole, end=period.end)
        else:
            if whole is not None:
                yield whole
            whole = period
    if whole is not None:
        yield whole
