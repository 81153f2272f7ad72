"""A part of the results: the claims that somebody asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from sensecheck.model import Outcome, Results, Verdict

VERDICTS = frozenset(outcome.value for outcome in Outcome)


def selected(results: Results, patterns: Sequence[str]) -> Results:
    """What matches one of the patterns: an id, a glob of ids, a tag, or a verdict's word.

    A conflict stays where it or one of its claims is asked for, and so does what claims together
    say of a figure that nobody prints.
    """
    verdicts = _matching(results.verdicts, patterns)
    kept = {verdict.claim.id for verdict in verdicts}
    return replace(
        results,
        verdicts=verdicts,
        assumptions=_matching(results.assumptions, patterns),
        printings=_matching(results.printings, patterns),
        conflicts=tuple(
            conflict
            for conflict in results.conflicts
            if kept & set(conflict.claims) or any(fnmatchcase(conflict.id, p) for p in patterns)
        ),
        implied=tuple(implied for implied in results.implied if kept & set(implied.because)),
        not_reconciled=tuple(name for name in results.not_reconciled if name in kept),
    )


def unmatched(every: Iterable[Results], patterns: Sequence[str]) -> list[str]:
    """The patterns that match nothing in any file; a verdict's word may match nothing."""
    files = list(every)
    return [
        pattern
        for pattern in patterns
        if pattern not in VERDICTS and not any(_found(results, pattern) for results in files)
    ]


def _found(results: Results, pattern: str) -> bool:
    part = selected(results, [pattern])
    return bool(part.verdicts or part.assumptions or part.printings or part.conflicts)


def _matching(verdicts: tuple[Verdict, ...], patterns: Sequence[str]) -> tuple[Verdict, ...]:
    return tuple(v for v in verdicts if any(_matches(v, pattern) for pattern in patterns))


def _matches(verdict: Verdict, pattern: str) -> bool:
    claim = verdict.claim
    return (
        pattern in claim.tags or pattern == verdict.outcome.value or fnmatchcase(claim.id, pattern)
    )
