"""What an edit did, in words: shared by the screen and by Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sensecheck.changes import (
    Absent,
    Changes,
    ClaimChange,
    Effect,
    FigureChange,
    ImpliedChange,
    ParameterChange,
    Side,
)
from sensecheck.model import Figure, Outcome, Verdict
from sensecheck.report.arithmetic import digits_suffice, workings
from sensecheck.report.counts import several
from sensecheck.report.style import LOOKS
from sensecheck.report.table import why
from sensecheck.report.values import (
    figure_set_text,
    range_text,
    result_text,
    stated_text,
    with_noun,
)

_UNKNOWN: Final = "not printed"


# ── a claim ──────────────────────────────────────────────────────────────────────────────────


def became(change: ClaimChange) -> str:
    """'≈ discrepancy → ✗ fail'; one verdict alone where it is still that."""
    before, after = _side(change.before, "new"), _side(change.after, "removed")
    return after if before == after else f"{before} → {after}"


def causes(change: ClaimChange) -> list[str]:
    """What was edited: figures with their old and new printings, then the claim itself."""
    if not isinstance(change.before, Verdict) or not isinstance(change.after, Verdict):
        return []  # nothing to compare with; a problem of the file is shown with the others
    found = [f"renamed from {change.renamed_from}"] if change.renamed_from else []
    if change.effect is not Effect.SAME:
        found += (f"{figure.name}: {figure_text(figure)}" for figure in change.figures)
    elif change.figures:
        found.append(f"uses {', '.join(figure.name for figure in change.figures)}")
    found += map(_parameter, change.parameters)
    if change.effect is Effect.ACCEPTED and all(p.name != "accepted" for p in change.parameters):
        found.append(f"accepted: {change.after.claim.accepted}")
    if change.linked:
        found.append(f"through {', '.join(change.linked)}: they share figures")
    return found or ["nothing of its own was edited"]


def outcome_lines(change: ClaimChange) -> list[str]:
    """What the figures give now, against what the article says, and why that is the verdict."""
    verdict = change.verdict
    if not isinstance(change.after, Verdict):
        said = stated_text(verdict) if change.after is Absent.MISSING else ""
        return [f"stated {said}"] if said else []
    if change.effect is Effect.SAME:
        return list(_moved(change))
    # The reason for which it is accepted stands among the causes, where it is one of them.
    is_told = isinstance(change.before, Verdict)
    unkept = replace(verdict, claim=replace(verdict.claim, accepted="")) if is_told else verdict
    return [text for text in (_against(verdict), why(unkept), _must_be(verdict)) if text]


def _side(side: Side, missing: str) -> str:
    if not isinstance(side, Verdict):
        return missing if side is Absent.MISSING else side.value
    weak = " (weak)" if side.weak else ""
    return f"{LOOKS[side.outcome]}{weak}{', accepted' if side.accepted else ''}"


def _against(verdict: Verdict) -> str:
    """'3.464 ÷ 3.027 − 1 = 14.44%, the article says 13.86%'."""
    said, result = stated_text(verdict), result_text(verdict)
    if verdict.outcome is Outcome.UNVERIFIABLE or not said or not result:
        return ""
    give = "make it" if isinstance(verdict.recomputed, str) else "give"
    shown = _worked_out(verdict) or f"the printed figures {give} {result}"
    if verdict.outcome is Outcome.PASS:
        return f"{shown}, as the article says"
    return f"{shown}, the article says {said}"


def _worked_out(verdict: Verdict) -> str:
    """'3.464 ÷ 3.027 − 1 = 14.44%'; '' where that is no more than a figure."""
    done = workings(verdict)
    if done is None or not done.result:
        return ""
    bare = digits_suffice(verdict, (o.figure for o in verdict.claim.arguments.operands))
    return f"{done.numeric} = {result_text(verdict, bare=bare)}"


def _must_be(verdict: Verdict) -> str:
    must_be = range_text(verdict) if verdict.outcome is Outcome.UNVERIFIABLE else ""
    return f"it {must_be}" if must_be and verdict.implied else ""


def _moved(change: ClaimChange) -> Iterator[str]:
    """What is different about the same verdict, in a few words."""
    assert isinstance(change.before, Verdict)
    assert isinstance(change.after, Verdict)
    old, new = (result_text(side) for side in (change.before, change.after))
    if old != new and old and new:
        yield f"{new} (before: {old}), the article says {stated_text(change.after)}"
    old, new = (_must_be(side) for side in (change.before, change.after))
    if old != new and new:
        yield f"{new} (before: {old.removeprefix('it must be ')})" if old else new


def _parameter(change: ParameterChange) -> str:
    before, after = change.before, change.after
    old, new = ", ".join(before), ", ".join(after)
    if change.name == "kind":
        return f"now {new}, no longer {old}"
    is_kept = change.name == "accepted"
    if not before:
        return f"{'' if is_kept else 'now with '}{change.name}: {new}"
    if not after:
        return f"no longer {'' if is_kept else 'with '}{change.name}: {old}"
    if len(before) == len(after) == 1:
        return f"{change.name}: {old} → {new}"
    added, gone = Counter(after) - Counter(before), Counter(before) - Counter(after)
    parts = [f"now with {', '.join(added.elements())}"] if added else []
    parts += [f"no longer with {', '.join(gone.elements())}"] if gone else []
    return f"{change.name}: {'; '.join(parts) or 'in another order'}"


# ── figures ──────────────────────────────────────────────────────────────────────────────────


def figure_text(change: FigureChange) -> str:
    """'RMB 3.446 billion → RMB 3.464 billion', or how the same printing is read now."""
    old, new = change.before, change.after
    if old is None or new is None:
        return f"new: {_printings(new)}" if new else f"gone: {_printings(old)}"
    before, after = _printings(old), _printings(new)
    if before != after:
        return f"{before} → {after}"
    readings = {_readings(old): None, _readings(new): None}
    if len(readings) == 2:
        return f"{before}, read as {' → '.join(readings)}"
    signs = [figure.sign.value if figure.sign else "not given" for figure in (old, new)]
    return f"{before}, sign: {' → '.join(signs)}"


def users_text(change: FigureChange) -> str:
    """'in 3 claims'; the claims themselves are listed below."""
    return f"in {several(len(change.users), 'claim')}" if change.users else "in no claim"


def implied_text(change: ImpliedChange, changes: Changes) -> tuple[str, str]:
    """A figure that nobody prints, and what it had to be and has to be."""
    sides = ((change.before, changes.before), (change.after, changes.after))
    texts = [
        with_noun(implied, results.document) if implied and results else "not known"
        for implied, results in sides
    ]
    name = next(implied.figure for implied, _ in sides if implied)
    return name, " → ".join(texts)


def _printings(figure: Figure | None) -> str:
    texts = [printing.printed.text for printing in figure.printings] if figure else []
    return ", ".join(texts) or _UNKNOWN


def _readings(figure: Figure) -> str:
    if figure.values is None:
        return "contradictory" if figure.contradictory else _UNKNOWN
    strict, loose = (
        figure_set_text(figure, v) for v in (figure.values.strict, figure.values.loose)
    )
    return strict if strict == loose else f"{strict} ({loose} if itself rounded)"
