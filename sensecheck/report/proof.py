"""What a verdict rests on, in sentences: how near the figures come, what would pass, what fail."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.judge.power import steps_admitted
from sensecheck.judge.question import Relation, question_of
from sensecheck.model import Outcome, Reading, Verdict
from sensecheck.numbers.display import decimal_text, finite_decimals, magnitude
from sensecheck.numbers.printed import Printed
from sensecheck.report.values import dressed, stated_scale, stated_text

_OTHER_WAY: Final = {
    **dict.fromkeys(("increase", "percent_increase", "cagr"), "a fall"),
    **dict.fromkeys(("decrease", "percent_decrease"), "a rise"),
}
"""What a result below zero is, by rule."""
_CONTAINED: Final = {
    "higher": ("at least",),
    "lower": ("at most",),
    "equal": ("at least", "at most"),
    "rising": ("overall rising",),
    "falling": ("overall falling",),
    "unchanged": ("overall unchanged",),
}
"""What is true wherever an answer is."""


def nearest_text(verdict: Verdict) -> str:
    """How near the article's statement the figures of a fail come, as a sentence."""
    if verdict.nearest is None:
        return ""
    factor, suffix = stated_scale(verdict)
    printed = _printed(verdict)
    least = max(printed.decimals, 0) if printed else 0
    gap = verdict.gap or Fraction(0)
    decimals = max(least + 1, -magnitude(gap / factor)) if gap else least + 1
    shown = dressed(verdict, verdict.nearest, decimals=_enough(verdict.nearest / factor, decimals))
    if not gap:
        return f"The nearest possible result is {shown}, which is just not reached."
    number = _enough(gap / factor, decimals)
    away = dressed(verdict, gap, decimals=number)
    if suffix or away.endswith(" times"):  # percentages are points apart
        away = decimal_text(gap / factor, number) + (" points" if suffix else "")
    top = verdict.stated.high if verdict.stated else None
    side = "above" if top is not None and verdict.nearest >= top else "below"
    return f"The nearest possible result is {shown}, {away} {side} what the article allows."


def _enough(value: Fraction, decimals: int) -> int:
    """So many decimals, or fewer if these write the value exactly."""
    exact = finite_decimals(value)
    return decimals if exact is None else min(exact, decimals)


def repair_text(verdict: Verdict) -> str:
    """Which stated figure would pass: 'Printed as 13.84% it would pass.'."""
    value, printed = verdict.recomputed, _printed(verdict)
    if not verdict.repair or verdict.repair == stated_text(verdict):
        return ""
    if isinstance(value, Fraction) and value < 0 and printed and not printed.is_downward:
        other_way = _OTHER_WAY.get(verdict.claim.rule)
        if other_way:
            amount = dressed(verdict, -value, decimals=printed.decimals)
            return f"As {other_way} of {amount} it would pass."
    return f"Printed as {verdict.repair} it would pass."


def outside_text(verdict: Verdict) -> str:
    """What else would hold: 'Anything outside 13.81 … 13.88% would have failed.'."""
    claim, found = verdict.claim, verdict.range
    if claim.stated is None or verdict.outcome in (Outcome.FAIL, Outcome.UNVERIFIABLE):
        return ""
    if claim.stated.answer:
        return _answers(verdict)
    printed, values = _printed(verdict), claim.stated.values
    if claim.stated.operand is not None:
        values = claim.stated.operand.figure.values
    if printed is None or found is None or values is None:
        return ""
    steps = steps_admitted(printed, values.strict, found.interval)
    if steps is None or steps[0] > steps[1]:
        return ""
    low, high = (step * printed.step for step in steps)
    decimals = max(printed.decimals, 0)
    both = dressed(verdict, low, high, decimals=decimals)
    if _may_be_rounder(verdict, printed):
        either = f"nothing outside {both}" if low < high else "no other printed value"
        return f"As the digits stand, {either} would hold."
    either = f"Anything outside {both}" if low < high else "Any other printed value"
    return f"{either} would have failed."


def _may_be_rounder(verdict: Verdict, printed: Printed) -> bool:
    """Whether trailing zeros, read as rounding, might save a figure outside the range."""
    if verdict.range is not None and verdict.range.reading is Reading.LOOSE:
        return printed.decimals <= 0
    values = [o.figure.values for o in verdict.claim.arguments.operands if o.figure.values]
    return printed.decimals <= 0 or any(each.loose != each.strict for each in values)


def _answers(verdict: Verdict) -> str:
    """Which other answers of the rule would hold, but for those that the stated one contains."""
    stated, loose = verdict.claim.stated, verdict.outcome is Outcome.DISCREPANCY
    operands = verdict.claim.arguments.operands
    if stated is None or verdict.admits == 1 or any(o.figure.values is None for o in operands):
        return ""
    question = question_of(verdict.claim)
    if not isinstance(question, Relation):
        return ""
    end = stated.answer.split()[-1]
    trivial = _CONTAINED.get(stated.answer, ())
    others = [
        answer
        for answer in question.possible_answers(loose=loose)
        if answer != stated.answer
        and answer not in trivial
        and not (verdict.claim.rule == "rank" and answer.split()[-1] != end)
    ]
    return f"{_listed(others)} would hold as well." if others else ""


def _printed(verdict: Verdict) -> Printed | None:
    finest = verdict.claim.stated.finest if verdict.claim.stated else None
    return finest.printed if finest else None


def _listed(answers: list[str]) -> str:
    *first, last = (f"'{answer}'" for answer in answers)
    return f"{', '.join(first)} and {last}" if first else last
