"""One claim at length: what was printed, what follows from it, and why that is the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from sensecheck.model import Operand, Outcome, Reading, Results, Verdict, place
from sensecheck.numbers.display import decimal_text, magnitude
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.periods import Period
from sensecheck.report.arithmetic import arithmetic
from sensecheck.report.conflicts import headline
from sensecheck.report.number_line import number_line
from sensecheck.report.page import Cells, columns, running, title
from sensecheck.report.style import LOOKS, Style
from sensecheck.report.values import (
    figure_set_text,
    number_text,
    set_text,
    stated_scale,
    stated_text,
)
from sensecheck.report.witness import witness_text


def explain_claim(verdict: Verdict, results: Results, style: Style) -> str:
    """The page of a claim, or of an assumption."""
    words = [
        line
        for sentence in (*_in_words(verdict), *_uses(verdict, results), *_notes(verdict))
        for line in running(sentence, style)
    ]
    blocks = [
        _heading(verdict, results, style),
        columns(_inputs(verdict), style),
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


def _inputs(verdict: Verdict) -> Iterator[Cells]:
    claim = verdict.claim
    for parameter, operands in claim.arguments.figures.items():
        for index, operand in enumerate(operands):
            yield from _operand("" if index else parameter, operand, verdict)
    for parameter, numbers in claim.arguments.numbers.items():
        yield parameter, "", ", ".join(number_text(number) for number in numbers), ""
    for parameter, periods in claim.arguments.periods.items():
        yield parameter, "", ", ".join(map(_days, periods)), ""
    for index, text in enumerate(claim.arguments.texts.get("of", ())):
        yield "" if index else "of", "", text, ""
    if claim.stated is None:
        return
    allowed = set_text(verdict.stated, *stated_scale(verdict)) if verdict.stated else ""
    figure = claim.stated.operand
    text = stated_text(verdict) if figure is None or claim.stated.finest else "not printed"
    yield "stated", figure.text if figure else "", text, allowed
    for printing in claim.stated.printings[1:]:
        yield "", "", printing.printed.text, ""


def _operand(parameter: str, operand: Operand, verdict: Verdict) -> Iterator[Cells]:
    figure, finest = operand.figure, operand.figure.finest
    name = "" if figure.is_literal else operand.text
    if figure.values is None:
        text = "its printings exclude each other" if figure.contradictory else "not printed"
        implied = verdict.implied
        here = implied is not None and implied.figure == figure.name
        yield parameter, name, text, f"must be {implied.text}" if implied and here else ""
        return
    loose = verdict.range is not None and verdict.range.reading is Reading.LOOSE
    values = figure.values.loose if loose else figure.values.strict
    allowed = figure_set_text(figure, -values if operand.negative else values)
    yield parameter, name, finest.printed.text if finest else "", allowed
    for printing in figure.printings:
        if printing is not finest:
            yield "", "", printing.printed.text, ""


def _days(period: Period) -> str:
    first, last = period.start, period.end - timedelta(days=1)
    return f"{first}" if first == last else f"{first} … {last}"


def _drawing(verdict: Verdict, style: Style) -> list[str]:
    if verdict.range is None or verdict.stated is None:
        return []
    factor, _ = stated_scale(verdict)
    to_scale = Interval.point(1 / factor)
    value = verdict.recomputed if isinstance(verdict.recomputed, Fraction) else None
    return number_line(
        verdict.range.interval * to_scale,
        verdict.stated * to_scale,
        None if value is None else value / factor,
        style,
    )


# ── in words ─────────────────────────────────────────────────────────────────────────────────


def _in_words(verdict: Verdict) -> Iterator[str]:
    said, shown, implied = stated_text(verdict), verdict.shown, verdict.implied
    reason = _sentence(verdict.reason)
    both = f"The printed figures give {shown}; the article says {said}." if shown and said else ""
    match verdict.outcome:
        case Outcome.PASS:
            yield "The article says what its figures give." if shown else ""
            yield reason
        case Outcome.DISCREPANCY:
            yield f"{both} {reason}"
            yield witness_text(verdict)
        case Outcome.FAIL:
            yield f"{both} {reason}"
            yield _nearest(verdict)
        case Outcome.UNVERIFIABLE:
            yield reason
            if implied is not None and implied.figure not in _input_names(verdict):
                yield f"For the statement to be true, {implied.figure} must be {implied.text}."
    if verdict.slip is not None and verdict.slip.text not in verdict.reason:
        text = verdict.slip.text
        yield _sentence(text if verdict.slip.in_claims_file else f"likely slip: {text}")
    repair = f"Printed as {verdict.repair} it would pass." if verdict.repair else ""
    yield f"{repair} {_power(verdict)}".strip()
    yield _sentence(verdict.extreme)
    if verdict.accepted:
        yield f"Accepted: {_sentence(verdict.claim.accepted)}"


def _input_names(verdict: Verdict) -> set[str]:
    """The figures that the page lists above, each with what it must be."""
    return {operand.figure.name for operand in verdict.claim.arguments.operands}


def _nearest(verdict: Verdict) -> str:
    """How near the article's statement the figures come, as a sentence."""
    if verdict.nearest is None:
        return ""
    factor, suffix = stated_scale(verdict)
    finest = verdict.claim.stated.finest if verdict.claim.stated else None
    decimals = (max(finest.printed.decimals, 0) if finest else 0) + 1
    gap = (verdict.gap or Fraction(0)) / factor
    if gap:
        decimals = max(decimals, 1 - magnitude(gap))
    shown = f"{decimal_text(verdict.nearest / factor, decimals)}{suffix}"
    if not gap:
        return f"The nearest possible result is {shown}, which is just not reached."
    away = decimal_text(gap, decimals)
    return f"The nearest possible result is {shown}, {away} away from what the article allows."


def _power(verdict: Verdict) -> str:
    admits, claim = verdict.admits, verdict.claim
    if admits is None or verdict.outcome in (Outcome.FAIL, Outcome.UNVERIFIABLE):
        return ""
    if claim.stated is not None and claim.stated.answer:
        return f"{admits} of the rule's answers would hold." if admits > 1 else ""
    if f"{admits:,} printed" in verdict.reason:
        return ""
    which = "Only one printed value" if admits == 1 else f"{admits:,} printed values"
    return f"{which} would not have failed."


def _uses(verdict: Verdict, results: Results) -> Iterator[str]:
    """Which other claims use the same figures."""
    uses: dict[str, list[str]] = {}
    mine = {o.figure.name for o in verdict.claim.arguments.operands if not o.figure.is_literal}
    for other in results.verdicts:
        if other.claim.id != verdict.claim.id:
            for name in dict.fromkeys(o.figure.name for o in other.claim.arguments.operands):
                if name in mine:
                    uses.setdefault(name, []).append(other.claim.id)
    if uses:
        listed = "; ".join(f"{name} in {', '.join(claims)}" for name, claims in uses.items())
        yield f"Used here too: {listed}."


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
