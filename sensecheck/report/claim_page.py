"""One claim at length: what was printed, what follows from it, and why that is the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sensecheck.model import Operand, Outcome, Reading, Results, Verdict, place
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.periods import Period
from sensecheck.report.arithmetic import arithmetic
from sensecheck.report.conflicts import headline
from sensecheck.report.number_line import number_line
from sensecheck.report.page import Cells, columns, running, title
from sensecheck.report.proof import nearest_text, outside_text, repair_text
from sensecheck.report.style import LOOKS, Style
from sensecheck.report.values import (
    MUST_BE,
    figure_set_text,
    figures_of,
    number_text,
    result_text,
    set_text,
    stated_scale,
    stated_text,
    value_of,
    with_noun,
)
from sensecheck.report.witness import witness_text


def explain_claim(verdict: Verdict, results: Results, style: Style) -> str:
    """The page of a claim, or of an assumption."""
    words = [
        line
        for sentence in (*_in_words(verdict, results), *_uses(verdict, results), *_notes(verdict))
        for line in running(sentence, style)
    ]
    blocks = [
        _heading(verdict, results, style),
        columns(_inputs(verdict, results), style),
        arithmetic(verdict, style),
        _drawing(verdict, style),
        words,
        _conflicts(verdict, results, style),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _heading(verdict: Verdict, results: Results, style: Style) -> list[str]:
    claim, look = verdict.claim, LOOKS[verdict.outcome]
    weak = " (weak)" if verdict.weak else ""
    where = f"{results.document.path}:{place(claim.span)[0]}"
    kind = "an assumption: " if claim.assumption else ""
    words = f"'{claim.quote}'" if claim.quote else claim.says
    return [
        title(f"{claim.id} · {look}{weak}", where, style, look.colour),
        *running(f"{kind}{words}", style),
    ]


# ── what was printed ─────────────────────────────────────────────────────────────────────────


def _inputs(verdict: Verdict, results: Results) -> Iterator[Cells]:
    claim = verdict.claim
    for parameter, operands in claim.arguments.figures.items():
        for index, operand in enumerate(operands):
            yield from _operand("" if index else parameter, operand, verdict, results)
    for parameter, numbers in claim.arguments.numbers.items():
        yield parameter, "", ", ".join(number_text(number) for number in numbers), ""
    for parameter, periods in claim.arguments.periods.items():
        for index, period in enumerate(_joined(periods)):
            yield "" if index else parameter, "", _days(period), ""
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


def _days(period: Period) -> str:
    first, last = period.start, period.end - timedelta(days=1)
    return f"{first}" if first == last else f"{first} … {last}"


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


def _drawing(verdict: Verdict, style: Style) -> list[str]:
    if verdict.range is None or verdict.stated is None:
        return []
    factor, _ = stated_scale(verdict)
    to_scale = Interval.point(1 / factor)
    value = value_of(verdict)
    finest = verdict.claim.stated.finest if verdict.claim.stated else None
    if value is None:
        return []
    if verdict.range.interval.is_point and finest and finest.printed.value == value:
        return []  # one number that is printed as it is: nothing to look at
    return number_line(
        verdict.range.interval * to_scale,
        verdict.stated * to_scale,
        value / factor,
        style,
    )


# ── in words ─────────────────────────────────────────────────────────────────────────────────


def _in_words(verdict: Verdict, results: Results) -> Iterator[str]:
    said, shown = stated_text(verdict), result_text(verdict)
    only = "it holds " if verdict.reason.startswith("only ") else ""
    reason = _sentence(only + verdict.reason)
    give = "make it" if isinstance(verdict.recomputed, str) else "give"
    both = f"The printed figures {give} {shown}; the article says {said}." if shown and said else ""
    match verdict.outcome:
        case Outcome.PASS:
            yield "The article says what its figures give." if shown else ""
            yield reason
        case Outcome.DISCREPANCY:
            yield f"{both} {reason}".strip()
            yield witness_text(verdict)
        case Outcome.FAIL:
            # A reason that is no slip says no more than the page has said already.
            yield f"{both} {reason}".strip() if verdict.slip or not both else both
            yield nearest_text(verdict)
        case Outcome.UNVERIFIABLE:
            yield reason
            yield from _implied_elsewhere(verdict, results)
    if verdict.slip is not None and verdict.slip.text not in verdict.reason:
        text = verdict.slip.text
        yield _sentence(text if verdict.slip.in_claims_file else f"likely slip: {text}")
    if verdict.weak and verdict.outcome is Outcome.DISCREPANCY and verdict.admits:
        yield f"That says little: {verdict.admits:,} printed values would not have failed."
    yield f"{repair_text(verdict)} {outside_text(verdict)}".strip()
    yield _sentence(verdict.extreme)
    if verdict.accepted:
        yield f"Accepted: {_sentence(verdict.claim.accepted)}"


def _implied_elsewhere(verdict: Verdict, results: Results) -> Iterator[str]:
    """What a figure must be that the page does not list above, or lists as its negative."""
    stated, implied = verdict.claim.stated, verdict.implied
    operands = (*verdict.claim.arguments.operands, stated.operand if stated else None)
    listed = {o.figure.name for o in operands if o is not None and not o.negative}
    if implied is not None and implied.figure not in listed:
        must_be = with_noun(implied, results.document)
        yield f"For the statement to be true, {implied.figure} must be {must_be}."


def _uses(verdict: Verdict, results: Results) -> Iterator[str]:
    """Which other claims use the same figures; figures with the same users together."""
    users: dict[str, list[str]] = {name: [] for name in figures_of(verdict.claim)}
    for other in (*results.verdicts, *results.assumptions):
        if other.claim.id != verdict.claim.id:
            for name in users.keys() & figures_of(other.claim).keys():
                users[name].append(other.claim.id)
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, claims in users.items():
        if claims:
            alike.setdefault(tuple(claims), []).append(name)
    if alike:
        listed = (f"{', '.join(names)} in {', '.join(claims)}" for claims, names in alike.items())
        yield f"Used elsewhere: {'; '.join(listed)}."


def _notes(verdict: Verdict) -> Iterator[str]:
    if verdict.claim.arguments.left_out:
        yield f"Left out, not printed: {', '.join(verdict.claim.arguments.left_out)}."
    for note in dict.fromkeys((*verdict.notes, verdict.claim.note)):
        yield f"Note: {note}" if note and note != verdict.reason else ""


def _conflicts(verdict: Verdict, results: Results, style: Style) -> list[str]:
    lines = []
    for conflict in results.conflicts:
        if verdict.claim.id in (*conflict.claims, *conflict.assumptions):
            lines += running(f"{headline(conflict, results)}: {conflict.id}", style)
            lines += (line for step in conflict.proof for line in running(step, style, 4))
    return lines


def _sentence(text: str) -> str:
    """The text as a sentence; a name at its beginning stays as it is."""
    if not text:
        return ""
    first = text.split()[0].rstrip(",;:")
    capital = text[0].upper() if first.isalpha() else text[0]
    return capital + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
