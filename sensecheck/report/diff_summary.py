"""What an edit did to a file, in a line; and what the parts of that are called."""

from __future__ import annotations

from typing import Final

from sensecheck.changes import Changes, ConflictChange, Effect
from sensecheck.model import Results, Severity
from sensecheck.report.counts import several

NOTHING: Final = "No verdict changed."
HEADINGS: Final = {
    Effect.SAME: "The same verdict",
    Effect.REMOVED: "Removed",
    Effect.NEW: "New",
    Effect.BETTER: "Better",
    Effect.ACCEPTED: "Accepted",
    Effect.LOST: "No longer checked",
    Effect.WORSE: "Worse",
    Effect.BROKEN: "Broken",
}
"""Trouble last, as on a screen."""
NEW_CONFLICTS: Final = "New conflicts"
KEPT_CONFLICTS: Final = "Accepted conflicts"
GONE_CONFLICTS: Final = "Conflicts that went"
GONE_PROBLEMS: Final = "Problems that went"
FIGURES: Final = "Figures"
MUST_BE: Final = "What the figures must be that nobody prints"

_LABELS: Final = {Effect.SAME: "with the same verdict"}


def file_name(changes: Changes) -> str:
    """The file's name, with the old one where it has another now."""
    old, new = (_path(results) for results in (changes.before, changes.after))
    return f"{old} → {new}" if old and new and old != new else new or old


def summary(changes: Changes) -> str:
    """'77 claims: 1 broken · 2 better · 1 new conflict'."""
    by_effect = [(len(changes.of(effect)), effect) for effect in reversed(HEADINGS)]
    new = sum(change.is_broken for change in changes.conflicts)
    gone = sum(change.after is None for change in changes.conflicts)
    errors = sum(finding.severity is Severity.ERROR for finding in changes.appeared)
    parts = [f"{number} {_LABELS.get(e, HEADINGS[e].lower())}" for number, e in by_effect if number]
    parts += [
        f"{several(number, noun)}{' gone' if noun == 'conflict' else ''}"
        for number, noun in (
            (new, "new conflict"),
            (len(changes.conflicts) - new - gone, "accepted conflict"),
            (gone, "conflict"),
            (errors, "new problem"),
            (len(changes.appeared) - errors, "new warning"),
        )
        if number
    ]
    nothing = "nothing of it fails" if _is_unread(changes.before) else "no verdict changed"
    return f"{_claims(changes)}: {' · '.join(parts) or nothing}"


def acceptance(change: ConflictChange) -> str:
    """What the acceptance of a conflict was, where it is not that any more; else ''."""
    old = change.before.accepted if change.before else ""
    new = change.after.accepted if change.after else ""
    if not old or old == new:
        return ""
    return f"it was accepted: {old}" if new else f"no longer accepted: {old}"


def _claims(changes: Changes) -> str:
    if changes.after is None:
        return "the file was removed"
    if _is_unread(changes.after):
        return "nothing was checked"
    number = several(changes.after.document.claim_count, "claim")
    if changes.before is None:
        return f"a new file, {number}"
    return f"{number}, not checked before" if _is_unread(changes.before) else number


def _is_unread(results: Results | None) -> bool:
    return results is not None and not results.document.claims


def _path(results: Results | None) -> str:
    return results.document.path if results else ""
