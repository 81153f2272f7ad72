"""One claim → its verdict (docs/verdicts.md).

A pass holds at the printed values. A discrepancy does not, but rounding can explain it. A fail is
a proof: no true values that print as the printed ones do make the statement true. What cannot be
computed is unverifiable, and says what the missing figure must be.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from typing import Final

from sensecheck.judge import power
from sensecheck.judge.question import Quantity, Question, Relation, question_of, result_unit
from sensecheck.model import (
    Claim,
    Document,
    Figure,
    Outcome,
    Range,
    Reading,
    Slip,
    Verdict,
)
from sensecheck.numbers import showing
from sensecheck.numbers.bisection import Reach
from sensecheck.numbers.expressions import enclosure_at
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Hedge, Kind, Printed
from sensecheck.numbers.units import PERCENT, PLAIN, POINTS, Unit
from sensecheck.rules import rule_named
from sensecheck.rules.base import NotComputable, UnitMismatch

__all__ = ["judge", "judge_printings"]

_EITHER_WORDING: Final = frozenset(
    ("sum", "average", "product", "before_change", "after_change", "formula")
)
"""Rules that cannot tell percent from points: 12 % − 9 % may be called 3 points."""


def judge(claim: Claim, document: Document) -> Verdict:
    """The verdict on one claim of a document, by its own figures alone."""
    if claim.unverifiable:
        return Verdict(claim, Outcome.UNVERIFIABLE, claim.unverifiable)
    unusable = _excluded(claim)
    if unusable:
        reason = f"the printings of {' and of '.join(unusable)} exclude each other"
        return Verdict(claim, Outcome.UNVERIFIABLE, reason, missing=unusable)
    try:
        missing = _missing(claim)
        if missing:
            return _judge_missing(claim, document, missing)
        return _judge_question(question_of(claim), document)
    except (NotComputable, UnitMismatch) as reason:
        return Verdict(claim, Outcome.UNVERIFIABLE, str(reason))


def judge_printings(figure: Figure) -> Verdict:
    """The fail of a figure whose printings exclude each other, under the figure's own name."""
    texts = " and ".join(printing.printed.text for printing in figure.printings)
    claim = Claim(figure.name, figure.span, note=figure.note)
    return Verdict(claim, Outcome.FAIL, f"{texts} cannot be the same quantity", figure.unit)


# ── all inputs printed ───────────────────────────────────────────────────────────────────────


def _judge_question(question: Question, document: Document) -> Verdict:
    unit = result_unit(question.rule, question.claim.arguments)
    if isinstance(question, Quantity):
        other = _points_for_percent(question, unit)
        if other is not None:
            return other
    if question.holds_as_printed():
        return _described(question, Outcome.PASS, unit, loose=False)
    reach = question.possible(question.inputs.loose, loose=True)
    if reach is Reach.NO:
        return _failed(_described(question, Outcome.FAIL, unit, loose=True), question, document)
    from sensecheck.judge.causes import explain

    explanation = explain(question)
    if explanation is None:
        reason = "could not be decided within the budget of the search"
        return Verdict(question.claim, Outcome.UNVERIFIABLE, reason, unit)
    loose = explanation.reading is Reading.LOOSE
    verdict = _described(question, Outcome.DISCREPANCY, unit, loose=loose)
    witness = question.example(explanation.box, loose=explanation.loose_stated)
    return replace(
        verdict,
        reason=explanation.text,
        causes=explanation.causes,
        witness=witness or {},
        repair=_repair(question, unit) if isinstance(question, Quantity) else "",
    )


def _described(question: Question, outcome: Outcome, unit: Unit, *, loose: bool) -> Verdict:
    """The verdict with everything that does not depend on why it came about."""
    if isinstance(question, Relation):
        return _described_relation(question, outcome, unit, loose=loose)
    claim, printed = question.claim, _printed_of(question.claim)
    value, found = question.value, question.extent(loose=loose)
    allowed = None if found is None else found.interval
    admits = None
    if printed is not None and allowed is not None:
        admits = power.admitted(printed, question.target.strict, allowed)
    weak = outcome is not Outcome.FAIL and power.is_weak(admits, allowed, value)
    return Verdict(
        claim,
        outcome,
        reason=power.weakness(question.inputs, admits, unit) if weak else "",
        unit=unit,
        recomputed=_recomputed(question, value),
        range=None
        if found is None
        else Range(found.interval, _reading(question, loose), found.tight),
        stated=question.target.loose if loose else question.target.strict,
        expression=question.expression,
        admits=admits,
        weak=weak,
        extreme=_extreme(printed, allowed, unit, outcome),
        notes=_notes(question),
    )


def _described_relation(
    question: Relation, outcome: Outcome, unit: Unit, *, loose: bool
) -> Verdict:
    # 4.71 after 4.7 passes as unchanged: then that, and not 'rising', is what was found.
    found = question.answer if outcome is Outcome.PASS else question.actual()
    note = question.note()
    return Verdict(
        question.claim,
        outcome,
        reason=note if outcome is Outcome.PASS else "",
        unit=unit,
        recomputed=found or None,
        admits=len(question.possible_answers(loose=loose)),
        notes=(note,) if note else (),
    )


def _failed(verdict: Verdict, question: Question, document: Document) -> Verdict:
    """A fail with its nearest possible result, the gap, the likely slip and the repair."""
    if not isinstance(question, Quantity):
        actual = question.actual()
        reason = f"the printed figures make it {actual}" if actual else "no values make it so"
        return replace(verdict, reason="; ".join((reason, *verdict.notes)))
    from sensecheck.judge.slips import likely_slip

    slip = likely_slip(question, document)
    nearest, gap = _nearest(verdict.range, verdict.stated)
    repair = _repair(question, verdict.unit or PLAIN)
    reason = slip.text if slip is not None else _too_far(verdict)
    if slip is not None and not slip.in_claims_file:
        reason = f"likely slip: {slip.text}"
    return replace(verdict, reason=reason, slip=slip, nearest=nearest, gap=gap, repair=repair)


def _points_for_percent(question: Quantity, unit: Unit) -> Verdict | None:
    """The fail of a difference of percentages that is stated in %, or the other way round."""
    printed = _printed_of(question.claim)
    if printed is None or {unit, printed.unit} != {PERCENT, POINTS}:
        return None
    if question.rule.name in _EITHER_WORDING:
        return None
    said, meant = (
        ("percent", "percentage points")
        if unit == POINTS
        else (
            "percentage points",
            "percent",
        )
    )
    text = f"{said} for {meant}"
    verdict = _described(question, Outcome.FAIL, unit, loose=True)
    repair = verdict.shown.replace(" points", " percentage points")
    return replace(verdict, reason=f"likely slip: {text}", slip=Slip(text), repair=repair)


def _nearest(
    found: Range | None, stated: Interval | None
) -> tuple[Fraction | None, Fraction | None]:
    """The possible result nearest to what the article says, and how far apart the two are."""
    if found is None or stated is None:
        return None, None
    allowed = found.interval
    if stated.high is not None and allowed.low is not None and allowed.low >= stated.high:
        return allowed.low, allowed.low - stated.high
    if stated.low is not None and allowed.high is not None and allowed.high <= stated.low:
        return allowed.high, stated.low - allowed.high
    return None, None


def _repair(question: Quantity, unit: Unit) -> str:
    """The stated figure that would pass, in the article's own form."""
    stated, value = question.claim.stated, question.value
    if stated is None or value is None or stated.operand is not None or not stated.printings:
        return ""
    printed = stated.printings[0].printed
    if printed.number is None or printed.hedge is not None:
        return ""
    if printed.kind is Kind.MULTIPLE and printed.number < 1:  # half: 57.78%, not '0.6 times'
        return showing.dressed(value, printed, unit)
    step, strict = printed.step, stated.printings[0].readings.strict
    for number in (round(value / step), int(value / step)):  # rounded, or cut off
        moved = Interval.point(number * step - printed.value) if printed.value is not None else None
        if moved is None or value in strict + moved:
            return printed.rewritten(number * step)
    return ""


def _too_far(verdict: Verdict) -> str:
    if verdict.range is not None and verdict.range.interval.is_point:
        return "the printed figures are exact"
    if verdict.claim.rule == "duration":
        return "no dates within these periods give it"
    return "no rounding of the printed figures explains it"


def _extreme(
    printed: Printed | None, allowed: Interval | None, unit: Unit, outcome: Outcome
) -> str:
    """For a one-sided hedge, the furthest figure that would still hold."""
    if outcome is Outcome.FAIL or allowed is None or printed is None or printed.hedge is None:
        return ""
    above = printed.hedge in (Hedge.ABOVE, Hedge.FROM)
    below = printed.hedge in (Hedge.BELOW, Hedge.TO)
    end = allowed.high if above else allowed.low if below else None
    if end is None:
        return ""
    shown = showing.dressed(end, printed, unit)
    return f"anything up to {shown} would hold" if above else f"anything from {shown} would hold"


def _recomputed(question: Quantity, value: Fraction | None) -> Fraction | Interval | None:
    if value is None or not question.has_root:
        return value
    enclosure = enclosure_at(question.expression, question.inputs.printed)
    return value if enclosure.is_point else enclosure


def _reading(question: Quantity, loose: bool) -> Reading:
    """The loose reading only where it allows anything more than the strict one."""
    inputs, target = question.inputs, question.target
    same = not loose or (inputs.loose == inputs.strict and target.loose == target.strict)
    return Reading.STRICT if same else Reading.LOOSE


def _notes(question: Quantity) -> tuple[str, ...]:
    """What a reader should know beside the verdict: a negative base."""
    base = question.claim.arguments.figures.get("from")
    if question.rule.name not in ("percent_increase", "percent_decrease") or not base:
        return ()
    value = question.inputs.printed.get(base[0].figure.name)
    if value is not None and (value < 0) != base[0].negative:
        return (f"the base is negative: the change is measured against |{base[0].text}|",)
    return ()


# ── an input that nobody printed ─────────────────────────────────────────────────────────────


def _judge_missing(claim: Claim, document: Document, missing: tuple[Figure, ...]) -> Verdict:
    from sensecheck.judge import implied

    names = tuple(figure.name for figure in missing)
    unit = None
    with suppress(UnitMismatch):  # what is not printed may have no unit yet
        unit = result_unit(rule_named(claim.rule), claim.arguments)
    reason = f"{_listed(names)} {'is' if len(names) == 1 else 'are'} not printed"
    verdict = Verdict(claim, Outcome.UNVERIFIABLE, reason, unit, missing=names)
    if len(missing) > 1:
        return verdict
    one = implied.missing_of(claim, missing[0], document)
    loose = implied.implied_value(claim, one, loose=True)
    if loose is None:
        one = implied.of_any_sign(one)
        loose = implied.implied_value(claim, one, loose=True)
    strict = implied.implied_value(claim, one, loose=False)
    if loose is None:
        return replace(verdict, outcome=Outcome.FAIL, reason=f"no value of {names[0]} fits")
    if implied.fits_no_whole_number(one, loose):
        shown = showing.implied(loose, None, None, whole=False)
        reason = f"no whole number of {names[0]} fits: it would have to be {shown}"
        return replace(verdict, outcome=Outcome.FAIL, reason=reason)
    if strict is None or implied.fits_no_whole_number(one, strict):
        strict = loose
    found = implied.as_implied(claim, one, strict)
    return replace(verdict, implied=found if found.text != "any value" else None)


def _missing(claim: Claim) -> tuple[Figure, ...]:
    figures = {figure.name: figure for figure in _figures(claim) if figure.values is None}
    return tuple(figures.values())


def _excluded(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.name for f in _figures(claim) if f.contradictory))


def _figures(claim: Claim) -> list[Figure]:
    figures = [operand.figure for operand in claim.arguments.operands]
    if claim.stated is not None and claim.stated.operand is not None:
        figures.append(claim.stated.operand.figure)
    return figures


def _printed_of(claim: Claim) -> Printed | None:
    finest = None if claim.stated is None else claim.stated.finest
    return None if finest is None else finest.printed


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
