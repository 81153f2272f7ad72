"""What a verdict came to, and what a change of it means."""

from __future__ import annotations

from sensecheck.changes.kinds import Absent, Effect, Side, is_open
from sensecheck.model import Outcome, Verdict


def effect_of(before: Side, after: Side, *, of_printings: bool = False) -> Effect:
    """What the edit did to a claim; `of_printings`: to a figure whose printings disagree."""
    if is_open(after, Outcome.FAIL) and not is_open(before, Outcome.FAIL):
        return Effect.BROKEN
    if not isinstance(after, Verdict):
        if after is Absent.UNCHECKED:
            return Effect.LOST
        return Effect.BETTER if of_printings else Effect.REMOVED
    if after.accepted and (not isinstance(before, Verdict) or _is_kept_anew(before, after)):
        return Effect.ACCEPTED
    if not isinstance(before, Verdict):
        return Effect.NEW
    if after.outcome is Outcome.UNVERIFIABLE and before.outcome is not Outcome.UNVERIFIABLE:
        return Effect.LOST
    old, new = _trouble(before), _trouble(after)
    if old == new:
        return Effect.SAME
    return Effect.WORSE if new > old else Effect.BETTER


def came_to_the_same(before: Side, after: Side) -> bool:
    """Whether both sides have a verdict, and nothing of it changed."""
    if isinstance(before, Verdict) and isinstance(after, Verdict):
        return _came_to(before) == _came_to(after)
    return False


def _came_to(verdict: Verdict) -> object:
    """All of a verdict that a reader would call its result."""
    return (
        verdict.outcome,
        verdict.weak,
        verdict.accepted,
        verdict.recomputed,
        verdict.range,
        verdict.stated,
    )


def _is_kept_anew(before: Verdict, after: Verdict) -> bool:
    """Whether what is accepted, or the reason, is not what it was."""
    return (before.accepted, before.claim.accepted, before.outcome) != (
        after.accepted,
        after.claim.accepted,
        after.outcome,
    )


def _trouble(verdict: Verdict) -> int:
    """How much trouble a verdict is; what somebody accepted is more than none."""
    if verdict.accepted:
        return 2
    return [Outcome.PASS, Outcome.UNVERIFIABLE, None, Outcome.DISCREPANCY, Outcome.FAIL].index(
        verdict.outcome
    )
