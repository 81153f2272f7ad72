"""A verdict in sentences: what the figures give, why it stands, what would have passed."""

from __future__ import annotations

from collections.abc import Iterator

from sensecheck.model import Outcome, Results, Verdict
from sensecheck.report.proof import nearest_text, outside_text, repair_text
from sensecheck.report.values import result_text, stated_text, with_noun
from sensecheck.report.witness import witness_text


def in_words(verdict: Verdict, results: Results) -> Iterator[str]:
    """What the figures give, why that is the verdict, what would have been another; '' may come."""
    said, shown = stated_text(verdict), result_text(verdict)
    only = "it holds " if verdict.reason.startswith("only ") else ""
    reason = sentence(only + verdict.reason)
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
    yield slip_text(verdict)
    if verdict.weak and verdict.outcome is Outcome.DISCREPANCY and verdict.admits:
        yield f"That says little: {verdict.admits:,} printed values would not have failed."
    yield f"{repair_text(verdict)} {outside_text(verdict)}".strip()
    yield sentence(verdict.extreme)
    if verdict.accepted:
        yield f"Accepted: {sentence(verdict.claim.accepted)}"


def slip_text(verdict: Verdict) -> str:
    """The likely slip as a sentence, where the reason does not name it already."""
    slip = verdict.slip
    if slip is None or slip.text in verdict.reason:
        return ""
    return sentence(slip.text if slip.in_claims_file else f"likely slip: {slip.text}")


def _implied_elsewhere(verdict: Verdict, results: Results) -> Iterator[str]:
    """What a figure must be that the page does not list above, or lists as its negative."""
    stated, implied = verdict.claim.stated, verdict.implied
    operands = (*verdict.claim.arguments.operands, stated.operand if stated else None)
    listed = {o.figure.name for o in operands if o is not None and not o.negative}
    if implied is not None and implied.figure not in listed:
        must_be = with_noun(implied, results.document)
        yield f"For the statement to be true, {implied.figure} must be {must_be}."


def notes(verdict: Verdict) -> Iterator[str]:
    """Labels left out, notes of the rule and of the claim; '' may come."""
    if verdict.claim.arguments.left_out:
        yield f"Left out, not printed: {', '.join(verdict.claim.arguments.left_out)}."
    for note in dict.fromkeys((*verdict.notes, verdict.claim.note)):
        yield f"Note: {note}" if note and note != verdict.reason else ""


def sentence(text: str) -> str:
    """The text as a sentence; a name at its beginning stays as it is."""
    if not text:
        return ""
    first = text.split()[0].rstrip(",;:")
    capital = text[0].upper() if first.isalpha() else text[0]
    return capital + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
