"""What an edit did, as problems that CI formats report: what it broke, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sensecheck.changes import Changes, Effect
from sensecheck.report.diff_words import causes
from sensecheck.report.positions import Locate, as_given
from sensecheck.report.problems import Problem, problems

_TOLD: Final = {Effect.BROKEN, Effect.WORSE, Effect.LOST, Effect.ACCEPTED}


def diff_problems(
    every: Sequence[Changes], *, old: bool = False, strict: bool = False, locate: Locate = as_given
) -> tuple[Problem, ...]:
    """The problems that came with the edit, each with what was edited; then, if wanted, the `old`.

    What failed before and still does is an old one, whatever was edited about it.
    """
    found = [problem for changes in every for problem in _new(changes, strict, locate)]
    if old:
        after = [changes.after for changes in every if changes.after is not None]
        new = {(problem.position, problem.kind, problem.name) for problem in found}
        for problem in problems(after, strict=strict, locate=locate):
            if (problem.position, problem.kind, problem.name) not in new:
                found.append(problem)
    return tuple(found)


def _new(changes: Changes, strict: bool, locate: Locate) -> Iterator[Problem]:
    if changes.after is None:
        return
    told = [c for c in changes.claims if c.effect in _TOLD or c.is_new_discrepancy]
    verdicts = {id(change.after) for change in told}
    made = replace(
        changes.after,
        verdicts=tuple(v for v in changes.after.verdicts if id(v) in verdicts),
        printings=tuple(v for v in changes.after.printings if id(v) in verdicts),
        conflicts=tuple(c.after for c in changes.conflicts if c.after is not None),
        findings=changes.appeared,
    )
    edits = {change.id: causes(change) for change in told}
    # Verbose: that nothing can check a claim any more is told, too.
    for problem in problems([made], strict=strict, verbose=True, locate=locate):
        message = "; ".join([problem.message, *edits.get(problem.name, ())])
        yield replace(problem, message=message)
